using System.Security.Cryptography;
using System.Text;

namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The private folder of the cluster's Unix socket. It is short, because a socket's path is limited, and only the cluster's user
/// (and root) can enter it: whoever reaches the socket is trusted by the server.
/// </summary>
internal static class SocketFolder
{
    // sockaddr_un.sun_path less the closing zero: 108 bytes on Linux, 104 on macOS.
    private static readonly int s_limit = OperatingSystem.IsMacOS() ? 103 : 107;

    /// <summary>Where the socket folder of a data folder lies; nothing is made yet.</summary>
    public static string PathFor(EmbeddedServerOptions options, string dataFolder)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..8];
        var root = options.SocketRoot ?? Environment.GetEnvironmentVariable("TMPDIR");
        var path = Path.Combine(string.IsNullOrEmpty(root) ? "/tmp" : Path.GetFullPath(root), $"tessera-{hash}");
        if (IsTooLong(path) && options.SocketRoot is null)
        {
            path = Path.Combine("/tmp", $"tessera-{hash}");
        }

        return IsTooLong(path) ? throw EmbeddedServerException.SocketPathTooLong(path, s_limit) : path;
    }

    /// <summary>Makes the folder, or takes the one that is there when it is private and the account's own.</summary>
    public static async Task PrepareAsync(string folder, ClusterAccount account, CancellationToken cancellation)
    {
        // Somebody else may own this name in /tmp, so nothing is changed before the owner is known.
        if (!Path.Exists(folder) && new FileInfo(folder).LinkTarget is null)
        {
            PrivateFolder.Create(folder);
        }

        // Root's own folder is one that it has just made, or was killed before it could give it away.
        string[] ownedByRoot = account.IsForRoot ? ["-o", "-user", "0"] : [];
        var check = await CommandRun.OfAsync(
            ["find", folder, "-maxdepth", "0", "-type", "d", "-perm", "700", "(", "-user", $"{account.User}", .. ownedByRoot, ")"],
            cancellation);
        if (!check.Succeeded || check.Output.Trim() != folder)
        {
            throw EmbeddedServerException.SocketFolderForeign(folder);
        }

        await account.GiveAsync(folder, cancellation);
    }

    /// <summary>
    /// Removes what a killed server left in the folder. To be asked only when no server of the cluster runs: PostgreSQL itself
    /// would keep the files while its dead process waits to be collected, or when another program has its number.
    /// </summary>
    public static void Clear(string folder)
    {
        foreach (var ending in new[] { "", ".lock" })
        {
            File.Delete(SocketIn(folder) + ending);
        }
    }

    /// <summary>Removes the folder of a server that has ended.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Clear(folder);
            Directory.Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays for the next start, which takes it over.
        }
    }

    private static bool IsTooLong(string folder) => Encoding.UTF8.GetByteCount(SocketIn(folder)) > s_limit;

    private static string SocketIn(string folder) => Path.Combine(folder, $".s.PGSQL.{Cluster.Port}");
}
