using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

/// <summary>Several processes and one data folder: one program that serves, any number of commands.</summary>
public sealed class EmbeddedServerSharingTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_FolderInUse_IsRefusedWithProcessAndFolder()
    {
        await using var first = await _folder.StartAsync();

        var refusal = await _folder.RefusalAsync();

        Assert.Equal("embedded.folder-in-use", refusal.Code);
        Assert.Equal([_folder.Data, $"{Environment.ProcessId}"], refusal.Arguments);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterRefusedStart_FirstStillServes()
    {
        await using var first = await _folder.StartAsync();
        await _folder.RefusalAsync();

        Assert.Equal(1, await ServerFolder.AskAsync<int>(first.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Join_ServingProgram_UsesItsServerAndLeavesItRunning()
    {
        await using var serving = await _folder.StartAsync();

        var command = await _folder.JoinAsync();
        Assert.Equal(serving.ProcessId, command.ProcessId);
        await command.DisposeAsync();

        Assert.Equal(1, await ServerFolder.AskAsync<int>(serving.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Join_NothingRuns_StartsAndStops()
    {
        var command = await _folder.JoinAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(command.AppConnectionString, "select 1"));
        await command.DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(command.ProcessId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Join_SeveralCommands_LastOneStopsTheServer(bool isStarterFirst)
    {
        var starter = await _folder.JoinAsync();
        var guest = await _folder.JoinAsync();
        var (first, last) = isStarterFirst ? (starter, guest) : (guest, starter);

        await first.DisposeAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(last.AppConnectionString, "select 1"));
        await last.DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(last.ProcessId));
    }

    [Fact]
    public async Task Join_ManyAtOnceOnANewFolder_AllWorkAndNoneIsLeft()
    {
        var commands = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(CommandAsync)));

        Assert.All(commands, answer => Assert.Equal(1, answer));
        Assert.Null(_folder.ServerProcess());
    }

    private async Task<int> CommandAsync()
    {
        await using var server = await _folder.JoinAsync();
        return await ServerFolder.AskAsync<int>(server.AppConnectionString, "select 1");
    }
}
