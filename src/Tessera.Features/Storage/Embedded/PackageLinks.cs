using System.Text.Json;

namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The npm package cannot carry symbolic links, so it lists them in <c>native/pg-symlinks.json</c> and makes them in its install
/// script. Where npm was told to run no scripts, the program makes them here.
/// </summary>
internal static class PackageLinks
{
    /// <summary>Makes the links that are missing. Safe to repeat, also by two processes at once.</summary>
    /// <param name="package">The package's folder, the parent of <c>native</c>.</param>
    /// <exception cref="IOException">A link is missing and cannot be made.</exception>
    public static void Complete(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var file = Inside(package, link.GetProperty("source").GetString()!);
            var name = Inside(package, link.GetProperty("target").GetString()!);
            if (!IsWhole(name) && File.Exists(file))
            {
                Create(name, Path.GetRelativePath(Path.GetDirectoryName(name)!, file));
            }
        }
    }

    // File.Exists is content with a link that leads nowhere.
    private static bool IsWhole(string name) =>
        File.Exists(name) && (File.ResolveLinkTarget(name, returnFinalTarget: true)?.Exists ?? true);

    private static void Create(string name, string file)
    {
        // Made under a name of its own and moved over: a reader sees the whole link or none, and a broken one is replaced.
        var fresh = $"{name}.{Environment.ProcessId}-{Guid.CreateVersion7():N}";
        File.CreateSymbolicLink(fresh, file);
        File.Move(fresh, name, overwrite: true);
    }

    private static string Inside(string package, string path)
    {
        var full = Path.GetFullPath(path, package);
        return full.StartsWith(Path.Combine(package, "native") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new IOException($"{path} leads out of {package}");
    }
}
