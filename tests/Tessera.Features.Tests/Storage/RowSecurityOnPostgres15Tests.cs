using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>The oldest PostgreSQL that is supported, as Debian installs it.</summary>
public sealed class TwoOfficesOnPostgres15 : TwoOffices
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private TestServer? _server;

    /// <summary>Is it installed here?</summary>
    public static bool IsInstalled => File.Exists(Path.Combine(Binaries, "initdb"));

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <inheritdoc />
    protected override async Task<TestServer> ServerAsync() => IsInstalled ? _server = await TestServer.StartOnAsync(Binaries) : await base.ServerAsync();
}

/// <summary>The same walls on PostgreSQL 15, with the same migrations.</summary>
public sealed class RowSecurityOnPostgres15Tests : RowSecurityTests, IClassFixture<TwoOfficesOnPostgres15>
{
    private readonly TwoOfficesOnPostgres15 _offices;

    public RowSecurityOnPostgres15Tests(TwoOfficesOnPostgres15 offices) : base(offices)
    {
        Assert.SkipUnless(TwoOfficesOnPostgres15.IsInstalled, "PostgreSQL 15 is not installed");
        _offices = offices;
    }

    [Fact]
    public async Task Server_OfTheseTests_IsPostgres15()
    {
        await using var session = await _offices.SessionAsync(null);
        Assert.Equal(15, session.PostgreSqlVersion.Major);
    }
}
