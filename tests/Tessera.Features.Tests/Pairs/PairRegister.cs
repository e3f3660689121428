using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Pairs;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Pairs;

/// <summary>The example offices in a database of their own, into which a register of pairs is taken for Svenljunga.</summary>
internal sealed class PairRegister : IAsyncDisposable
{
    public const string Heading = "origin\torigincountry\toriginlat\toriginlong\tpartner\tpartner country\tdestinationlat\tdestinationlong\tdist\n";
    public const string Svenljunga = "Svenljunga\tSweden\t57.49\t13.11\t";
    public const string Few = Heading
        + Svenljunga + "Lund\tSweden\t55.71\t13.19\t198\n"
        + Svenljunga + "Turku\tFinland\t60.45\t22.27\t619\n"
        + Svenljunga + "Turku\tFinland\t60.45\t22.27\t619\n"
        + Svenljunga + "Tamsalu\tEstonia\t59.16\t26.11\t\n"
        + Svenljunga + "Bergen\tNorway\t60.39\t5.32\t9000\n"
        + "Tartu\tEstonia\t58.38\t26.72\tSvenljunga\tSweden\t57.49\t13.11\t\n"
        + "Tartu\tEstonia\t58.38\t26.72\tTurku\tFinland\t60.45\t22.27\t\n";

    public static readonly PairWork Whole = new("svenljunga", "Twin towns", PartialDate.ParseEdtf("2026-05"), IsTrial: false);
    private static readonly Edit Test = new("test");
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));

    private PairRegister(TestDatabase database)
    {
        Database = database;
        Partners = new PartnerService(database.Database, _clock);
        Readings = new ReadingService(database.Database, Partners, new FewTowns(), (_, title, languages) => LocalText.Of(languages[0], title), _clock);
    }

    public TestDatabase Database { get; }

    public PartnerService Partners { get; }

    public ReadingService Readings { get; }

    /// <summary>Svenljunga.</summary>
    public OfficeView Office { get; private set; } = null!;

    /// <summary>What the last import said of each line.</summary>
    public List<PairOutcome> Told { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PairRegister> OpenAsync()
    {
        var register = new PairRegister(await (await TestServer.SharedAsync()).CreateDatabaseAsync());
        await Loading.ExamplesAsync(register.Database);
        register.Office = await register.OfficeAsync("svenljunga");
        return register;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>Null when there is no such office.</summary>
    public async Task<ImportedPairs?> TryImportAsync(string register, PairWork work)
    {
        Told.Clear();
        return await new PairImport(Database.Database, new FewTowns(), _clock).ImportAsync(RegisterFile.Lines(new StringReader(register)), work, "test", Told.Add, null, Cancellation);
    }

    public async Task<ImportedPairs> ImportAsync(string register, PairWork? work = null) => (await TryImportAsync(register, work ?? Whole))!;

    public Task<UndonePairs?> UndoAsync(ImportedPairs imported) => new PairUndoing(Database.Database, Readings).UndoAsync(imported.Id!.Value, Test, null, Cancellation);

    public async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(Database.Database).FindAsync(slug, Cancellation))!;

    public async Task CreateOfficeAsync(string slug, string name, string country)
    {
        var names = LocalText.Of("en", name);
        Assert.Empty(await new HostService(Database.Database, new OfficeLoader(Database.Database, _clock), _clock).CreateAsync(new NewOffice(slug, Domain.Offices.OfficeKind.Municipality, names, names, country, ["en"], "#1d4f7c"), "test", Cancellation));
    }

    /// <summary>Numbers and keys of an office's partners.</summary>
    public Task<List<string>> PartnersAsync(string office = "svenljunga") => ColumnAsync("select number || ' ' || key from partner order by number", office);

    /// <summary>All that an import writes besides the history and the readings themselves.</summary>
    public Task<List<string>> EverythingAsync() => ColumnAsync("""
        select 'partner ' || number || ' ' || key || ' ' || updated_at from partner union all select 'authority ' || key from authority union all select 'place ' || key from place
        union all select 'source ' || key from source union all select 'directory ' || key from directory_source where key <> 'geonames' union all select 'count ' || partners || ' ' || countries from register_count
        union all select 'reading ' || id from reading where undone_at is null order by 1
        """);

    /// <summary>A query's only column, as the office sees it.</summary>
    public async Task<List<string>> ColumnAsync(string sql, string office = "svenljunga")
    {
        await using var session = await Database.Database.Source.OpenConnectionAsync(Cancellation);
        var id = (await OfficeAsync(office)).Id;
        await using (var who = new Npgsql.NpgsqlCommand($"select set_config('tessera.office', '{id}', false)", session)) await who.ExecuteNonQueryAsync(Cancellation);
        return await Storage.TwoOffices.ColumnAsync(session, sql);
    }

    private sealed class FewTowns : IPlaces
    {
        private static readonly ILookup<string, Place> Known = ((Place[])
        [
            new(588335, "Tartu", "EE", "", 58.38, 26.72, 97_000), new(633679, "Turku", "FI", "", 60.45, 22.27, 190_000), new(2693678, "Lund", "SE", "", 55.71, 13.19, 90_000), new(3161732, "Bergen", "NO", "", 60.39, 5.32, 280_000),
        ]).ToLookup(p => Folding.Of(p.Name));

        public IReadOnlyList<Place> Named(string folded) => [.. Known[folded]];

        public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
    }
}
