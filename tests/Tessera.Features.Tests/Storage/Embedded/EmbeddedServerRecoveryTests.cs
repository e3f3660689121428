using System.Diagnostics;
using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

/// <summary>What a killed program or a killed server leaves behind, and how the next start copes with it.</summary>
public sealed class EmbeddedServerRecoveryTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_ServerWasKilled_RecoversWhatWasCommitted()
    {
        // A disposable server may lose its last commits when it is killed; a real one may not.
        var durable = _folder.Options with { IsDisposable = false };
        var killed = await EmbeddedServer.StartAsync(durable, TestContext.Current.CancellationToken);
        await ServerFolder.AskAsync<int>(killed.OwnerConnectionString, "create table kept as select 7 as n; select n from kept");
        await ServerFolder.KillAsync(killed.ProcessId);
        await killed.DisposeAsync();

        await using var next = await EmbeddedServer.StartAsync(durable, TestContext.Current.CancellationToken);
        Assert.NotEqual(killed.ProcessId, next.ProcessId);
        Assert.Equal(7, await ServerFolder.AskAsync<int>(next.OwnerConnectionString, "select n from kept"));
    }

    [Theory]
    [InlineData("4194300")]
    [InlineData("1")]
    [InlineData("nonsense")]
    public async Task Start_StaleServerFile_IsReplaced(string processId)
    {
        await (await _folder.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Cluster, PostmasterFile.Name),
            $"{processId}\n{_folder.Cluster}\n1\n5432\n/tmp/nowhere\n\n0 0\nready   \n",
            TestContext.Current.CancellationToken);

        await using var server = await _folder.StartAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(server.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Start_SocketLockNamesAnotherProgram_IsReplaced()
    {
        var first = await _folder.StartAsync();
        await first.DisposeAsync();
        using var stranger = await StrangerAsync();
        Directory.CreateDirectory(first.SocketFolder);
        await ServerFolder.RunAsync("chmod", "700", first.SocketFolder);
        await ServerFolder.RunAsync("chown", await ServerFolder.RunAsync("stat", "-c", "%u", _folder.Cluster), first.SocketFolder);
        await File.WriteAllTextAsync(
            Path.Combine(first.SocketFolder, ".s.PGSQL.5432.lock"),
            $"{stranger.Id}\n{_folder.Cluster}\n1\n5432\n{first.SocketFolder}\n",
            TestContext.Current.CancellationToken);

        await using var next = await _folder.StartAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(next.AppConnectionString, "select 1"));
        stranger.Kill();
    }

    [Fact]
    public async Task Start_ServerFileNamesAnotherProgramOfTheSameUser_IsReplaced()
    {
        await (await _folder.StartAsync()).DisposeAsync();
        using var stranger = await StrangerAsync();
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Cluster, PostmasterFile.Name), $"{stranger.Id}\n{_folder.Cluster}\n", TestContext.Current.CancellationToken);

        await (await _folder.StartAsync()).DisposeAsync();

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task Start_ProgramWasKilled_TakesItsServerOverAndStopsIt()
    {
        var left = await LeaveRunningAsync();

        var next = await _folder.StartAsync();
        Assert.Equal(left, next.ProcessId);
        Assert.Equal(1, await ServerFolder.AskAsync<int>(next.AppConnectionString, "select 1"));
        await next.DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(left));
    }

    [Fact]
    public async Task Join_ProgramWasKilled_TakesItsServerOverAndStopsIt()
    {
        var left = await LeaveRunningAsync();

        await (await _folder.JoinAsync()).DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(left));
    }

    /// <summary>A living program of the cluster's own user, whom the server may not take for dead.</summary>
    private async Task<Process> StrangerAsync()
    {
        var account = await ClusterAccount.ForAsync(_folder.Cluster, TestContext.Current.CancellationToken);
        return CommandRun.Launch(account.Command("sleep", "60"));
    }

    /// <summary>A server without a program: it is started as for a program, and the lock then let go as a killed one's is.</summary>
    private async Task<int> LeaveRunningAsync()
    {
        var data = DataFolder.Open(_folder.Data);
        await (await _folder.StartAsync()).DisposeAsync();
        var server = await new Cluster(data, _folder.Options).StartAsync(TestContext.Current.CancellationToken);
        return server.ProcessId;
    }
}
