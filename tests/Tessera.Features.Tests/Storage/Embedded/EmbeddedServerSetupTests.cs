using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

/// <summary>How a server is set up. These tests only look, so they share one.</summary>
public sealed class EmbeddedServerSetupTests(EmbeddedServerSetupTests.RunningServer running)
    : IClassFixture<EmbeddedServerSetupTests.RunningServer>
{
    private readonly EmbeddedServer _server = running.Server;

    [Fact]
    public async Task Start_NewFolder_HasRolesDatabaseAndExtensions()
    {
        Assert.Equal("tessera_owner", await ServerFolder.AskAsync<string>(_server.OwnerConnectionString,
            "select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()"));
        Assert.False(await ServerFolder.AskAsync<bool>(_server.AppConnectionString,
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"));
        Assert.Equal("btree_gist,pg_trgm,unaccent", await ServerFolder.AskAsync<string>(_server.AppConnectionString,
            "select string_agg(extname, ',' order by extname) from pg_extension where extname <> 'plpgsql'"));
    }

    [Fact]
    public async Task Start_AnyServer_ListensToNothingButItsPrivateSocket()
    {
        Assert.Equal("", await ServerFolder.AskAsync<string>(_server.SuperuserConnectionString, "select current_setting('listen_addresses')"));
        Assert.Equal("700", await ServerFolder.RunAsync("stat", "-c", "%a", _server.SocketFolder));
        Assert.NotEqual("0", await ServerFolder.RunAsync("stat", "-c", "%u", _server.SocketFolder));
    }

    [Theory]
    [InlineData("hu-HU-x-icu", "csiga cukor cukrász csoki", "cukor cukrász csiga csoki")]
    [InlineData("sv-SE-x-icu", "Östersund Ärla Åmål Ystad Zinkgruvan", "Ystad Zinkgruvan Åmål Ärla Östersund")]
    [InlineData("ro-RO-x-icu", "șapte sus țară tot ăla arc", "arc ăla sus șapte tot țară")]
    public async Task Order_CollationOfALanguage_FollowsItsAlphabet(string collation, string words, string sorted)
    {
        Assert.Equal(sorted, await ServerFolder.AskAsync<string>(_server.AppConnectionString,
            $"select string_agg(w, ' ' order by w collate \"{collation}\") from unnest(string_to_array('{words}', ' ')) w"));
    }

    [Fact]
    public async Task Start_AnyServer_IsInASessionOfItsOwn()
    {
        var fields = (await File.ReadAllTextAsync($"/proc/{_server.ProcessId}/stat", TestContext.Current.CancellationToken)).Split(") ")[^1].Split(' ');
        Assert.Equal($"{_server.ProcessId}", fields[3]);
    }

    public sealed class RunningServer : IAsyncLifetime
    {
        private readonly ServerFolder _folder = new();

        public EmbeddedServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await _folder.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }
}
