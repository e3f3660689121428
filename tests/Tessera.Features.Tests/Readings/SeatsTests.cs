using System.Text;
using Tessera.Domain.Authorities;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>A partner that is taken is on the map, where the directory of places is certain which place is meant.</summary>
public sealed class SeatsTests : IAsyncLifetime
{
    private const string Page = "Partner town;Country;Agreement;Signed\nLahti;Finland;twinning;1994\nWells;United Kingdom;twinning;2001\nUmeå;Sweden;twinning;2010\n";
    private static readonly Edit Officer = new("Officer", "From the page “Partners”");
    private ReadingRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _register = await ReadingRegister.OpenAsync(new FewPlaces());

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Taken_WithACertainPlace_HasItsSeatFromGeoNames_AndUndoneHasNone()
    {
        var reading = await ReadAsync();
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        Assert.Equal(["lahti 60.98 25.66 geonames GeoNames", "umea 63.83 20.26 geonames GeoNames", "wells    "], await SeatsAsync("lahti", "umea", "wells"));
        Assert.Empty((await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation))!.Left);
        Assert.Equal(["0"], await ColumnAsync("select count(*)::text from place where key in ('geonames-1', 'geonames-2', 'geonames-3', 'geonames-4')"));
        Assert.Empty(await SeatsAsync("lahti", "umea", "wells"));
    }

    [Fact]
    public async Task Taken_OfAnAuthorityWithoutASeat_GetsIt_AndGivesItBack_ButASeatThatIsThereStays()
    {
        await AddElsewhereAsync("Lahti", "FI", null);
        await AddElsewhereAsync("Umeå", "SE", new NewSeat(77, "Umeå södra", "SE", 60, 20));
        var reading = await ReadAsync();
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        Assert.Equal(["lahti 60.98 25.66 geonames GeoNames", "umea 60 20 geonames GeoNames"], await SeatsAsync("lahti", "umea"));
        await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal(["lahti    ", "umea 60 20 geonames GeoNames"], await SeatsAsync("lahti", "umea"));
        Assert.Equal(["geonames-77"], await ColumnAsync("select key from place where key in ('geonames-1', 'geonames-2', 'geonames-77')"));
    }

    [Fact]
    public async Task Taken_UnderAnotherNameOrCountry_GetsNoSeat()
    {
        var reading = await ReadAsync();
        var lahti = reading.Items.Single(i => i.Proposal.Name == "Lahti");
        var read = ReadPartner.Of(lahti.Proposal, _register.Office, reading.Languages);
        Assert.NotNull(Seats.Of(lahti.Proposal, read));
        Assert.NotNull(Seats.Of(lahti.Proposal, read with { Name = "City of Lahti" }));
        Assert.Null(Seats.Of(lahti.Proposal, read with { Name = "Vaasa" }));
        Assert.Null(Seats.Of(lahti.Proposal, read with { Country = "SE" }));
        Assert.Null(Seats.Of(lahti.Proposal with { Directory = [lahti.Proposal.Directory[0] with { Score = 0.7 }] }, read));
        Assert.Null(Seats.Of(lahti.Proposal with { Directory = [lahti.Proposal.Directory[0], lahti.Proposal.Directory[0]] }, read));
    }

    private async Task AddElsewhereAsync(string name, string country, NewSeat? seat)
    {
        var other = (await new OfficeQueries(_register.Database.Database).FindAsync("svenljunga", Cancellation))!;
        var theirs = new NewPartner(null, country, AuthorityKind.Municipality, PartnerKind.TwinTown, name, LocalText.Of("sv", name), [], [], LocalText.Empty, LocalText.Empty, [], seat);
        Assert.True((await _register.Partners.AddAsync(other, theirs, Officer, Cancellation)).Result.IsDone);
    }

    private async Task<ReadingPage> ReadAsync()
    {
        var read = await _register.Readings.ReadAsync(_register.Office, new PageSent(ReadingKind.Pasted, "Partners", null, Encoding.UTF8.GetBytes(Page)), "Officer", Cancellation);
        return (await _register.Readings.FindAsync(_register.Office, read.Id!.Value, Cancellation))!;
    }

    private Task<List<string>> SeatsAsync(params string[] authorities) => ColumnAsync(
        $"select concat_ws(' ', a.key, coalesce(p.latitude::text, ''), coalesce(p.longitude::text, ''), coalesce(s.key, ''), coalesce(s.publisher, '')) from authority a left join place p on p.id = a.seat_id left join directory_source s on s.id = p.source_id where a.key in ({string.Join(',', authorities.Select(a => $"'{a}'"))}) order by a.key");

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var session = await _register.Database.Database.Source.OpenConnectionAsync(Cancellation);
        return await Storage.TwoOffices.ColumnAsync(session, sql);
    }

    private sealed class FewPlaces : IPlaces
    {
        private static readonly Place[] Known =
        [
            new(1, "Lahti", "FI", "", 60.98, 25.66, 120_000), new(2, "Umeå", "SE", "", 63.83, 20.26, 90_000), new(3, "Wells", "GB", "", 51.2, -2.65, 12_000), new(4, "Wells", "GB", "", 52.9, 0.85, 11_000),
        ];

        public IReadOnlyList<Place> Named(string folded) => [.. Known.Where(p => Folding.Of(p.Name) == folded)];

        public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
    }
}
