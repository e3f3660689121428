using Tessera.Features.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Programmes;

/// <summary>A database with the made-up region and its season of 300 programmes.</summary>
public sealed class RegionFixture : IAsyncLifetime
{
    private TestDatabase? _database;

    public TestDatabase Database => _database!;

    public OfficeView Office { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await RegionSeason.LoadAsync(Database);
        Office = (await new OfficeQueries(Database.Database).FindAsync(RegionSeason.Slug, CancellationToken.None))!;
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}
