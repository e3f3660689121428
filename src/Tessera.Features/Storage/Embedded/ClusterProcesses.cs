using System.Globalization;

namespace Tessera.Features.Storage.Embedded;

/// <summary>Which processes are alive, and which of them belong to a cluster.</summary>
internal static class ClusterProcesses
{
    /// <summary>Whether a process runs; one that has ended and waits to be collected does not.</summary>
    public static bool IsAlive(int processId)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return NativeMethods.Signal(processId, 0) == 0;
        }

        try
        {
            // "pid (name) state ..." where the name may hold anything, a bracket too.
            var status = File.ReadAllText($"/proc/{processId}/stat");
            return status[status.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a process is a PostgreSQL server of this cluster. Every one of them works inside the cluster's folder.</summary>
    public static async Task<bool> IsOfAsync(int processId, string clusterFolder, CancellationToken cancellation)
    {
        if (!IsAlive(processId))
        {
            return false;
        }

        if (Directory.Exists("/proc/self"))
        {
            return WorksIn(processId, FinalPath(clusterFolder));
        }

        var run = await CommandRun.OfAsync(["ps", "-p", $"{processId}", "-o", "command="], cancellation);
        return run.Output.Contains("postgres", StringComparison.Ordinal) && run.Output.Contains(clusterFolder, StringComparison.Ordinal);
    }

    /// <summary>Whether any process still works inside the folder: what a killed server leaves behind for a moment.</summary>
    public static bool AnyIn(string clusterFolder)
    {
        if (!Directory.Exists("/proc/self") || !Directory.Exists(clusterFolder))
        {
            return false;
        }

        var folder = FinalPath(clusterFolder);
        return Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Any(name => int.TryParse(name, CultureInfo.InvariantCulture, out var processId) && WorksIn(processId, folder));
    }

    private static bool WorksIn(int processId, string folder)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{processId}/cwd", returnFinalTarget: false)?.FullName == folder
                && File.ReadAllText($"/proc/{processId}/comm").StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The folder's path with every link on the way resolved, as the kernel names it.</summary>
    private static string FinalPath(string folder)
    {
        var resolved = "/";
        foreach (var part in Path.GetFullPath(folder).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var step = new DirectoryInfo(Path.Combine(resolved, part));
            resolved = step.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? step.FullName;
        }

        return resolved;
    }
}
