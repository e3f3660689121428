using Npgsql;
using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dispose_RunningServer_StopsItAndRemovesItsSocket()
    {
        var server = await _folder.StartAsync();
        await server.DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(server.ProcessId));
        Assert.False(File.Exists(Path.Combine(_folder.Cluster, PostmasterFile.Name)));
        Assert.False(Directory.Exists(server.SocketFolder));
    }

    [Fact]
    public async Task Start_SecondTime_KeepsTheData()
    {
        await using (var first = await _folder.StartAsync())
        {
            await ServerFolder.AskAsync<int>(first.OwnerConnectionString, "create table kept as select 7 as n; select n from kept");
        }

        await using var second = await _folder.StartAsync();
        Assert.Equal(7, await ServerFolder.AskAsync<int>(second.OwnerConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task Start_DatabaseMissing_IsCompleted()
    {
        await using (var first = await _folder.StartAsync())
        {
            await ServerFolder.AskAsync<object?>(first.SuperuserConnectionString, "drop database tessera");
        }

        await using var second = await _folder.StartAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(second.OwnerConnectionString, "select 1"));
    }

    [Fact]
    public async Task Start_UnfinishedClusterOfAKilledStart_IsMadeAnew()
    {
        Directory.CreateDirectory(_folder.Cluster + ".new");
        await File.WriteAllTextAsync(Path.Combine(_folder.Cluster + ".new", "PG_VERSION"), "", TestContext.Current.CancellationToken);

        await using var server = await _folder.StartAsync();
        Assert.False(Directory.Exists(_folder.Cluster + ".new"));
    }

    [Fact]
    public async Task Start_TwoFolders_RunSideBySide()
    {
        using var other = new ServerFolder();
        await using var one = await _folder.StartAsync();
        await using var two = await other.StartAsync();

        Assert.NotEqual(one.SocketFolder, two.SocketFolder);
        Assert.NotEqual(
            await ServerFolder.AskAsync<string>(one.SuperuserConnectionString, "select current_setting('data_directory')"),
            await ServerFolder.AskAsync<string>(two.SuperuserConnectionString, "select current_setting('data_directory')"));
    }

    [Fact]
    public async Task Stop_OpenTransaction_IsRolledBackAndDoesNotHoldItUp()
    {
        var server = await _folder.StartAsync();
        await using var client = new NpgsqlConnection(server.OwnerConnectionString + ";Pooling=false");
        await client.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await client.BeginTransactionAsync(TestContext.Current.CancellationToken);

        await server.DisposeAsync();

        Assert.False(ClusterProcesses.IsAlive(server.ProcessId));
    }
}
