using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

/// <summary>A data folder of a test's own, with what the tests of the server do to it. Whatever is left running in it is ended.</summary>
internal sealed class ServerFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tessera-test-").FullName;

    public string Data => Path.Combine(_root, "data");

    public string Cluster => Path.Combine(Data, "postgres");

    public EmbeddedServerOptions Options => new() { DataFolder = Data, SocketRoot = _root, IsDisposable = true, SharedBuffersMegabytes = 8 };

    public string Below(params string[] parts) => Path.Combine([_root, .. parts]);

    public Task<EmbeddedServer> StartAsync() => EmbeddedServer.StartAsync(Options, TestContext.Current.CancellationToken);

    public Task<EmbeddedServer> JoinAsync() => EmbeddedServer.JoinOrStartAsync(Options, TestContext.Current.CancellationToken);

    /// <summary>The server's process as its file names it, or null when the file is gone.</summary>
    public int? ServerProcess() => PostmasterFile.Read(Cluster)?.ProcessId;

    /// <summary>The error with which a start is refused.</summary>
    public async Task<EmbeddedServerException> RefusalAsync(EmbeddedServerOptions? options = null) =>
        await Assert.ThrowsAsync<EmbeddedServerException>(async () =>
        {
            await using var _ = await EmbeddedServer.StartAsync(options ?? Options, TestContext.Current.CancellationToken);
        });

    public static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task<string> RunAsync(params string[] command)
    {
        var run = await CommandRun.OfAsync(command, TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, $"{string.Join(' ', command)}: {run.Output}");
        return run.Output.Trim();
    }

    public static async Task KillAsync(int processId)
    {
        await RunAsync("/bin/sh", "-c", string.Create(CultureInfo.InvariantCulture, $"kill -9 {processId}"));
        for (var clock = Stopwatch.StartNew(); ClusterProcesses.IsAlive(processId) && clock.Elapsed.TotalSeconds < 10;)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        if (ServerProcess() is { } left && ClusterProcesses.IsAlive(left))
        {
            _ = NativeMethods.Signal(left, NativeMethods.Quit);
        }

        for (var clock = Stopwatch.StartNew(); ClusterProcesses.AnyIn(Cluster) && clock.Elapsed.TotalSeconds < 10;)
        {
            Thread.Sleep(5);
        }

        Directory.Delete(_root, recursive: true);
    }
}
