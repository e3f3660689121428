using System.Globalization;

namespace Tessera.Features.Storage.Embedded;

/// <summary>What a running server says about itself in <c>postmaster.pid</c>.</summary>
/// <param name="ProcessId">The server's process.</param>
/// <param name="SocketFolder">The folder of its Unix socket; empty in a file that is not complete yet.</param>
/// <param name="IsReady">Whether it accepts connections.</param>
internal sealed record PostmasterFile(int ProcessId, string SocketFolder, bool IsReady)
{
    public const string Name = "postmaster.pid";

    // The lines are fixed by PostgreSQL, src/include/utils/pidfile.h: pid, data folder, start time, port, socket folder,
    // listen address, shared memory key, status.
    private const int SocketLine = 4;
    private const int StatusLine = 7;

    /// <summary>Reads the file of a cluster; null when there is none, or none that names a process.</summary>
    public static PostmasterFile? Read(string clusterFolder)
    {
        try
        {
            return Parse(File.ReadAllLines(Path.Combine(clusterFolder, Name)));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal static PostmasterFile? Parse(string[] lines)
    {
        if (lines.Length == 0 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return null;
        }

        var socketFolder = lines.Length > SocketLine ? lines[SocketLine] : "";
        return new PostmasterFile(processId, socketFolder, lines.Length > StatusLine && lines[StatusLine].Trim() == "ready");
    }
}
