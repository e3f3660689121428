using Npgsql;
using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_NewFolder_HasRolesDatabaseAndExtensions()
    {
        await using var server = await _folder.StartAsync();

        Assert.Equal("tessera_owner", await ServerFolder.AskAsync<string>(server.OwnerConnectionString,
            "select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()"));
        Assert.False(await ServerFolder.AskAsync<bool>(server.AppConnectionString,
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"));
        Assert.Equal("btree_gist,pg_trgm,unaccent", await ServerFolder.AskAsync<string>(server.AppConnectionString,
            "select string_agg(extname, ',' order by extname) from pg_extension where extname <> 'plpgsql'"));
    }

    [Fact]
    public async Task Start_AnyServer_ListensToNothingButItsPrivateSocket()
    {
        await using var server = await _folder.StartAsync();

        Assert.Equal("", await ServerFolder.AskAsync<string>(server.SuperuserConnectionString, "select current_setting('listen_addresses')"));
        Assert.Equal("700", await ServerFolder.RunAsync("stat", "-c", "%a", server.SocketFolder));
        Assert.NotEqual("0", await ServerFolder.RunAsync("stat", "-c", "%u", server.SocketFolder));
    }

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
            await ServerFolder.AskAsync<int>(first.SuperuserConnectionString, "drop database tessera; select 1").ContinueWith(_ => { }, TaskScheduler.Default);
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

    [Theory]
    [InlineData("hu-HU-x-icu", "csiga cukor cukrász csoki", "cukor cukrász csiga csoki")]
    [InlineData("sv-SE-x-icu", "Östersund Ärla Åmål Ystad Zinkgruvan", "Ystad Zinkgruvan Åmål Ärla Östersund")]
    [InlineData("ro-RO-x-icu", "șapte sus țară tot ăla arc", "arc ăla sus șapte tot țară")]
    public async Task Order_CollationOfALanguage_FollowsItsAlphabet(string collation, string words, string sorted)
    {
        await using var server = await _folder.StartAsync();

        Assert.Equal(sorted, await ServerFolder.AskAsync<string>(server.AppConnectionString,
            $"select string_agg(w, ' ' order by w collate \"{collation}\") from unnest(string_to_array('{words}', ' ')) w"));
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

    [Fact]
    public async Task Start_AnyServer_IsInASessionOfItsOwn()
    {
        await using var server = await _folder.StartAsync();

        var fields = (await File.ReadAllTextAsync($"/proc/{server.ProcessId}/stat", TestContext.Current.CancellationToken)).Split(") ")[^1].Split(' ');
        Assert.Equal($"{server.ProcessId}", fields[3]);
    }
}
