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

/// <summary>A register of pairs taken into the registers of offices, and taken back, on a real database.</summary>
public sealed class PairImportTests : IAsyncLifetime
{
    private const string Heading = "origin\torigincountry\toriginlat\toriginlong\tpartner\tpartner country\tdestinationlat\tdestinationlong\tdist\n";
    private const string Svenljunga = "Svenljunga\tSweden\t57.49\t13.11\t";
    private const string Register = Heading
        + Svenljunga + "Lund\tSweden\t55.71\t13.19\t198\n"
        + Svenljunga + "Turku\tFinland\t60.45\t22.27\t619\n"
        + Svenljunga + "Turku\tFinland\t60.45\t22.27\t619\n"
        + Svenljunga + "Tamsalu\tEstonia\t59.16\t26.11\t\n"
        + Svenljunga + "Bergen\tNorway\t60.39\t5.32\t9000\n"
        + "Tartu\tEstonia\t58.38\t26.72\tSvenljunga\tSweden\t57.49\t13.11\t\n"
        + "Tartu\tEstonia\t58.38\t26.72\tTurku\tFinland\t60.45\t22.27\t\n";

    private static readonly PairWork Whole = new("svenljunga", "Twin towns", PartialDate.ParseEdtf("2026-05"), IsTrial: false);
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
    private readonly List<PairOutcome> _told = [];
    private TestDatabase _database = null!;
    private OfficeView _office = null!;
    private PartnerService _partners = null!;
    private ReadingService _readings = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(_database);
        _office = await OfficeAsync("svenljunga");
        _partners = new PartnerService(_database.Database, _clock);
        _readings = new ReadingService(_database.Database, _partners, new FewTowns(), (_, title, languages) => LocalText.Of(languages[0], title), _clock);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Importing_TakesWhatNothingSpeaksAgainst_WithItsSourceAndAnEntryInTheHistory()
    {
        var before = await RegisterAsync();
        var imported = await ImportAsync(Register);
        Assert.Equal((7, 1, 2, 1, 1, 1, 1, 1), (imported.Lines, imported.Offices, Count(imported, PairAnswer.Taken), Count(imported, PairAnswer.Same), Count(imported, PairAnswer.Twice), Count(imported, PairAnswer.Waiting), Count(imported, PairAnswer.TheirsOnly), Count(imported, PairAnswer.Elsewhere)));
        Assert.Equal([.. before, "4 lund", "5 turku"], await RegisterAsync());
        var lund = (await _partners.FindAsync(_office, "lund", Cancellation))!;
        Assert.Equal(("twin-town", "Lund", "twin-towns-2026-05", 1), (lund.Item.Kind, lund.Item.RegisteredName, lund.Item.Source, lund.Version));
        Assert.Empty(lund.Item.Agreements);
        Assert.Equal(["Twin towns 2026-05"], await ColumnAsync("select (title->>'sv') || ' ' || stated_on from source where key = 'twin-towns-2026-05'"));
        Assert.Equal(["Lund SE 2693678"], await ColumnAsync("select (a.names->>'sv') || ' ' || a.country || ' ' || p.geonames from authority a join place p on p.id = a.seat_id where a.key = 'lund'"));
        Assert.Equal(["added partner lund test Twin towns", "added partner turku test Twin towns", "added source twin-towns-2026-05 test Twin towns"], await ColumnAsync("select kind || ' ' || subject || ' ' || key || ' ' || author || ' ' || reason from change where author = 'test' and reason is not null order by 1"));
        Assert.Equal(["5"], await ColumnAsync("select partners::text from register_count where office_id = current_office()"));
        Assert.Equal(["t"], await ColumnAsync("select case when search_text = 'lund' then 't' else search_text end from partner where key = 'lund'"));
    }

    [Fact]
    public async Task Importing_ASecondTime_ChangesNothing()
    {
        await ImportAsync(Register);
        var before = await EverythingAsync();
        var again = await ImportAsync(Register);
        Assert.Equal((null, 0, 0, 4), (again.Id, again.Offices, Count(again, PairAnswer.Taken), Count(again, PairAnswer.Same)));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Importing_WhatIsContradictoryOrSaidByTheOtherSide_WaitsAtTheDesk_WithItsReasonBesideItsLine()
    {
        await ImportAsync(Register);
        var card = Assert.Single(await _readings.ListAsync(_office, Cancellation));
        var reading = (await _readings.FindAsync(_office, card.Id, Cancellation))!;
        Assert.Equal(("Twin towns", 4, 2), (card.Title, card.Items, card.Open));
        var bergen = reading.Items.Single(i => i.Proposal.Name == "Bergen");
        Assert.Equal(ReadingState.Open, bergen.State);
        Assert.StartsWith("register: distance-against-coordinates;given=9000;kilometres=5", Assert.Single(bergen.Proposal.Because), StringComparison.Ordinal);
        Assert.Equal("register: only-register-from-theirs", Assert.Single(reading.Items.Single(i => i.Proposal.Name == "Tartu").Proposal.Because));
        Assert.All(reading.Items, i => Assert.Equal(i.Proposal.Name, reading.Text[i.Proposal.Spans[0].Start..i.Proposal.Spans[0].End]));
        Assert.True((await _readings.TakeAsync(_office, card.Id, bergen.Number, null, new Edit("Officer"), Cancellation)).IsDone);
        Assert.Contains("6 bergen", await RegisterAsync());
    }

    [Fact]
    public async Task Importing_APartnerThatDoesNotAnswer_LetsItWait()
    {
        await ImportAsync(Register + "Lund\tSweden\t55.71\t13.19\tBologna\tItaly\t44.49\t11.34\t\n");
        Assert.Equal("one-sided", _told.Single(o => o.Partner == "Lund").Reason);
        Assert.DoesNotContain("4 lund", await RegisterAsync());
    }

    [Fact]
    public async Task Importing_LinesThatCannotBeRead_TellsThem_AndTakesTheOthers()
    {
        await ImportAsync(Heading + Svenljunga + "\tSweden\n" + Svenljunga + "Atlantis\tNowhere\n\n" + Svenljunga + "Lund\tSweden\t95\t13\n" + Svenljunga + new string('x', 301) + "\tSweden\n" + Svenljunga + "Turku\tFinland\n");
        Assert.Equal([(2, "no-name"), (3, "no-country"), (5, "wrong-coordinates"), (6, "wrong-name")], _told.Where(o => o.Answer == PairAnswer.Faulty).Select(o => (o.Line, o.Reason!)));
        Assert.Equal("turku", (await RegisterAsync())[^1].Split(' ')[1]);
    }

    [Fact]
    public async Task Undoing_LeavesNothing_AndThePairsCanBeTakenAgain()
    {
        var before = await EverythingAsync();
        var imported = await ImportAsync(Register);
        var undone = await new PairUndoing(_database.Database, _readings).UndoAsync(imported.Id!.Value, new Edit("test"), null, Cancellation);
        Assert.Equal((1, 2), (undone!.Offices, undone.Undone));
        Assert.Empty(undone.Left);
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(["lund", "turku"], await ColumnAsync("select key from change where kind = 'removed' and subject = 'partner' order by key"));
        Assert.Null(await new PairUndoing(_database.Database, _readings).UndoAsync(imported.Id.Value, new Edit("test"), null, Cancellation));
        Assert.Equal(2, Count(await ImportAsync(Register), PairAnswer.Taken));
    }

    [Fact]
    public async Task Undoing_AfterSomebodyChangedAPartner_LeavesIt()
    {
        var imported = await ImportAsync(Register);
        await _partners.ChangeAsync(_office, "lund", null, p => p with { Note = LocalText.Of("en", "We know them well.") }, new Edit("Colleague"), Cancellation);
        var undone = await new PairUndoing(_database.Database, _readings).UndoAsync(imported.Id!.Value, new Edit("test"), null, Cancellation);
        Assert.Equal([("svenljunga", "lund")], undone!.Left);
        Assert.Equal("4 lund", (await RegisterAsync())[^1]);
        Assert.Equal("twin-towns-2026-05", (await _partners.FindAsync(_office, "lund", Cancellation))!.Item.Source);
    }

    [Fact]
    public async Task Importing_ForAllOffices_GivesEachItsOwn_AndAnAuthorityOnce()
    {
        await CreateAsync("lund", "Lund", "SE");
        await CreateAsync("tartu", "Tartu", "EE");
        var register = Heading + "Tartu\tEstonia\t58.38\t26.72\tTurku\tFinland\t60.45\t22.27\t\n" + "Lund\tSweden\t55.71\t13.19\tTurku\tFinland\t60.45\t22.27\t\nBergen\tNorway\t\t\tTurku\tFinland\t\t\t\n";
        var imported = await ImportAsync(register, Whole with { Office = null });
        Assert.Equal((2, 2, 1), (imported.Offices, Count(imported, PairAnswer.Taken), Count(imported, PairAnswer.Elsewhere)));
        Assert.Equal(["1 turku"], await RegisterAsync("lund"));
        Assert.Equal(["1 turku"], await RegisterAsync("tartu"));
        Assert.DoesNotContain(await RegisterAsync(), r => r.EndsWith("turku", StringComparison.Ordinal));
        Assert.Equal(["turku"], await ColumnAsync("select key from authority where names->>'en' = 'Turku'"));
        Assert.Empty(await _readings.ListAsync(_office, Cancellation));

        var undone = await new PairUndoing(_database.Database, _readings).UndoAsync(imported.Id!.Value, new Edit("test"), null, Cancellation);
        Assert.Equal((2, 2), (undone!.Offices, undone.Undone));
        Assert.Empty(await ColumnAsync("select key from authority where names->>'en' = 'Turku'"));
        Assert.Empty(await RegisterAsync("tartu"));
    }

    [Fact]
    public async Task Importing_OnTrial_ChangesNothing_ButSaysWhatItWould()
    {
        var before = await EverythingAsync();
        var imported = await ImportAsync(Register, Whole with { IsTrial = true });
        Assert.Equal((null, 2), (imported.Id, Count(imported, PairAnswer.Taken)));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Importing_MoreThanABatchForOneOffice_NumbersThemWithoutAGap_InOneReading()
    {
        var rows = string.Concat(Enumerable.Range(0, 4500).Select(i => $"{Svenljunga}Town {i}\tSweden\t\t\t\n"));
        var imported = await ImportAsync(Heading + rows);
        Assert.Equal(4500, Count(imported, PairAnswer.Taken));
        Assert.Equal(["4503 4503"], await ColumnAsync("select count(*) || ' ' || max(number) from partner"));
        var card = Assert.Single(await _readings.ListAsync(_office, Cancellation));
        var reading = (await _readings.FindAsync(_office, card.Id, Cancellation))!;
        Assert.Equal(4500, card.Items);
        Assert.All(reading.Items, i => Assert.Equal(i.Proposal.Name, reading.Text[i.Proposal.Spans[0].Start..i.Proposal.Spans[0].End]));
    }

    [Fact]
    public async Task Importing_ForAnOfficeThatIsNotThere_IsRefused() =>
        Assert.Null(await new PairImport(_database.Database, new FewTowns(), _clock).ImportAsync(RegisterFile.Lines(new StringReader(Register)), Whole with { Office = "nowhere" }, "test", null, null, Cancellation));

    private async Task<ImportedPairs> ImportAsync(string register, PairWork? work = null)
    {
        _told.Clear();
        return (await new PairImport(_database.Database, new FewTowns(), _clock).ImportAsync(RegisterFile.Lines(new StringReader(register)), work ?? Whole, "test", _told.Add, null, Cancellation))!;
    }

    private static int Count(ImportedPairs imported, PairAnswer answer) => imported.Counts[answer];

    private async Task CreateAsync(string slug, string name, string country)
    {
        var names = LocalText.Of("en", name);
        Assert.Empty(await new HostService(_database.Database, new OfficeLoader(_database.Database, _clock), _clock).CreateAsync(new NewOffice(slug, Domain.Offices.OfficeKind.Municipality, names, names, country, ["en"], "#1d4f7c"), "test", Cancellation));
    }

    private async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(_database.Database).FindAsync(slug, Cancellation))!;

    private Task<List<string>> RegisterAsync(string office = "svenljunga") => ColumnAsync("select number || ' ' || key from partner order by number", office);

    /// <summary>All that an import writes besides the history and the readings themselves.</summary>
    private Task<List<string>> EverythingAsync() => ColumnAsync("""
        select 'partner ' || number || ' ' || key || ' ' || updated_at from partner union all select 'authority ' || key from authority union all select 'place ' || key from place
        union all select 'source ' || key from source union all select 'directory ' || key from directory_source where key <> 'geonames' union all select 'count ' || partners || ' ' || countries from register_count
        union all select 'reading ' || id from reading where undone_at is null order by 1
        """);

    private async Task<List<string>> ColumnAsync(string sql, string office = "svenljunga")
    {
        await using var session = await _database.Database.Source.OpenConnectionAsync(Cancellation);
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
