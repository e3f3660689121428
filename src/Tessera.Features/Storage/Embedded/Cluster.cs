using System.Diagnostics;
using System.Globalization;

namespace Tessera.Features.Storage.Embedded;

/// <summary>The cluster of one data folder: made when it is missing, started or taken over, stopped in order.</summary>
internal sealed class Cluster(DataFolder data, EmbeddedServerOptions options)
{
    public const string Port = "5432";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_orderlyStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_hardStop = TimeSpan.FromSeconds(10);

    private string Folder => data.Cluster;

    /// <summary>
    /// Brings the server up and returns it. One that a killed program left running is taken over; what a killed server left
    /// behind is PostgreSQL's own to recover.
    /// </summary>
    public async Task<PostmasterFile> StartAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var running = await RunningAsync(cancellation);
        if (running is null)
        {
            var account = await ClusterAccount.ForAsync(Folder, cancellation);
            var binaries = await PostgresBinaries.FindAsync(options, MajorOfCluster(), cancellation);
            var socketFolder = SocketFolder.PathFor(options, data.Location);
            await SocketFolder.PrepareAsync(socketFolder, account, cancellation);
            await account.EnsurePassageAsync([data.Location, binaries.Folder, binaries.Postgres, socketFolder], cancellation);
            await new ClusterCreation(data, options, account, binaries).EnsureAsync(MajorOfCluster(), cancellation);
            await ClearStaleFilesAsync(socketFolder, clock, cancellation);
            return await LaunchAsync(account, binaries, socketFolder, clock, cancellation);
        }

        return await ReadyAsync(() => ClusterProcesses.IsAlive(running.ProcessId), clock, cancellation)
            ?? throw EmbeddedServerException.StartFailed(data.Log, "The server that was running has stopped.");
    }

    /// <summary>The server of this cluster that runs already, whoever started it; null when there is none.</summary>
    public async Task<PostmasterFile?> RunningAsync(CancellationToken cancellation)
    {
        var file = ReadFile();
        return file is not null && await ClusterProcesses.IsOfAsync(file.ProcessId, Folder, cancellation) ? file : null;
    }

    /// <summary>Stops the server: its clients are disconnected, what they had not committed is rolled back.</summary>
    public async Task StopAsync(PostmasterFile server)
    {
        if (await StopAsync(server.ProcessId, NativeMethods.Interrupt, s_orderlyStop)
            || await StopAsync(server.ProcessId, NativeMethods.Quit, s_hardStop))
        {
            SocketFolder.Remove(server.SocketFolder);
            return;
        }

        throw EmbeddedServerException.StopFailed(Folder, server.ProcessId);
    }

    private async Task<bool> StopAsync(int processId, int signal, TimeSpan patience)
    {
        // Another program may have the number by now.
        if (!await ClusterProcesses.IsOfAsync(processId, Folder, CancellationToken.None))
        {
            return true;
        }

        _ = NativeMethods.Signal(processId, signal);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; await Task.Delay(s_pause))
        {
            if (!ClusterProcesses.IsAlive(processId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Waits until the last process of a killed server is gone, and only then removes the files that name it: starting beside
    /// one would spoil the data.
    /// </summary>
    private async Task ClearStaleFilesAsync(string socketFolder, Stopwatch clock, CancellationToken cancellation)
    {
        while (ClusterProcesses.AnyIn(Folder))
        {
            if (clock.Elapsed > options.StartTimeout)
            {
                throw EmbeddedServerException.StartFailed(data.Log, $"Processes of an earlier server still work in {Folder}.");
            }

            await Task.Delay(s_pause, cancellation);
        }

        DataFolder.Guarded(Folder, () =>
        {
            File.Delete(Path.Combine(Folder, PostmasterFile.Name));
            SocketFolder.Clear(socketFolder);
        });
    }

    private async Task<PostmasterFile> LaunchAsync(
        ClusterAccount account, PostgresBinaries binaries, string socketFolder, Stopwatch clock, CancellationToken cancellation)
    {
        var log = new ServerLog(data.Log);
        DataFolder.Guarded(data.Location, log.Begin);
        string[] postgres = [binaries.Postgres, "-D", Folder, .. ServerSettings.Arguments(options, socketFolder)];
        using var process = CommandRun.Launch([.. IntoTheBackground(log.File), .. account.Command(postgres)]);
        try
        {
            if (await ReadyAsync(() => !process.HasExited, clock, cancellation) is { } ready)
            {
                return ready;
            }
        }
        catch (Exception)
        {
            await StopAsync(process.Id, NativeMethods.Quit, s_hardStop);
            throw;
        }

        var story = log.Story();
        throw ServerLog.SaysDiskFull(story)
            ? EmbeddedServerException.DiskFull(data.Location)
            : EmbeddedServerException.StartFailed(data.Log, ServerLog.Reason(story));
    }

    /// <summary>Waits for the server to accept connections; null when it ended before.</summary>
    private async Task<PostmasterFile?> ReadyAsync(Func<bool> isAlive, Stopwatch clock, CancellationToken cancellation)
    {
        while (isAlive())
        {
            if (ReadFile() is { IsReady: true } ready)
            {
                return ready;
            }

            if (clock.Elapsed > options.StartTimeout)
            {
                throw EmbeddedServerException.StartFailed(data.Log, $"It was not ready after {options.StartTimeout.TotalSeconds:0} seconds.");
            }

            await Task.Delay(s_pause, cancellation);
        }

        return null;
    }

    /// <summary>
    /// A session of its own, so that Ctrl-C in the terminal reaches the program alone and the program's orderly stop is the one
    /// that stops the server; and the log as its output, which outlives the program.
    /// </summary>
    private static string[] IntoTheBackground(string log)
    {
        string[] toLog = ["/bin/sh", "-c", "umask 077; exec >>\"$0\" 2>&1 </dev/null; exec \"$@\"", log];
        if (CommandRun.Find("setsid") is { } setsid)
        {
            return [.. toLog, setsid];
        }

        return CommandRun.Find("perl") is { } perl ? [.. toLog, perl, "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--"] : toLog;
    }

    private PostmasterFile? ReadFile() => DataFolder.Guarded(Folder, () => PostmasterFile.Read(Folder));

    private int? MajorOfCluster() => DataFolder.Guarded(Folder, () =>
    {
        var file = Path.Combine(Folder, "PG_VERSION");
        return Directory.Exists(Folder) && File.ReadLines(file).FirstOrDefault() is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : (int?)null;
    });
}
