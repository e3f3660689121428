using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>The example offices in a database of their own, with the readings of one of them.</summary>
internal sealed record ReadingRegister(TestDatabase Database, OfficeView Office, PartnerService Partners, ReadingService Readings, SetClock Clock) : IAsyncDisposable
{
    public static async Task<ReadingRegister> OpenAsync(IPlaces? places = null)
    {
        var clock = new SetClock(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
        var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var office = (await new OfficeQueries(database.Database).FindAsync("hargita", TestContext.Current.CancellationToken))!;
        var partners = new PartnerService(database.Database, clock);
        var readings = new ReadingService(database.Database, partners, places ?? new NoPlaces(), (status, title, languages) => LocalText.Of(languages[0], $"{title}: {status}"), clock);
        return new ReadingRegister(database, office, partners, readings, clock);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
