using System.Text;
using Tessera.Domain.Agreements;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents.Arms;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Offices;

/// <summary>The example offices, loaded into a real database.</summary>
public sealed class ExampleOffices : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public OfficeLoader Loader => new(Database.Database, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        Database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(Database);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}

public sealed class OfficeLoaderTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    public static TheoryData<string> Slugs => ["hargita", "svenljunga", "toosz"];

    private PartnerQueries Partners => new(examples.Database.Database, (country, language) => country == "HU" && language == "hu" ? "Magyarország" : country);

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Load_TheSameFileAgain_ChangesNothing(string slug)
    {
        var loading = await LoadAsync(await FileAsync(slug));
        Assert.Empty(loading.Findings);
        Assert.Empty(loading.Changes);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Dump_LoadedAgain_ChangesNothing(string slug)
    {
        var dumped = OfficeFileWriter.Write((await examples.Loader.DumpAsync(slug, TestContext.Current.CancellationToken))!);
        var loading = await LoadAsync(Encoding.UTF8.GetString(dumped));
        Assert.Empty(loading.Findings);
        Assert.Empty(loading.Changes);
    }

    [Fact]
    public async Task Dump_OfAnUnknownOffice_IsNull() => Assert.Null(await examples.Loader.DumpAsync("nowhere", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Register_OfHargita_CountsWhatTheSourceSays()
    {
        var list = await Partners.ListAllAsync(await OfficeAsync("hargita"), new PartnerFilter(), "hu", Day, TestContext.Current.CancellationToken);
        Assert.Equal(19, list.Total);
        Assert.Equal([("HU", 13), ("IT", 2), ("AM", 1), ("CN", 1), ("MD", 1), ("PL", 1)], list.Countries.Select(c => (c.Value, c.Partners)).OrderByDescending(c => c.Partners).ThenBy(c => c.Value));
        Assert.Equal(20, list.Rows.Sum(r => r.Agreements.Count));
        Assert.Equal(Enumerable.Range(1, 19), list.Rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("szolnok", "Jász-Nagykun-Szolnok Megye Önkormányzata")]
    [InlineData("Jasz", "Jász-Nagykun-Szolnok Megye Önkormányzata")]
    [InlineData("Campobasso", "Provincia di Campobasso")]
    [InlineData("Ningxia", "Ningxia Hui Autonomous Region")]
    [InlineData("宁夏", "Ningxia Hui Autonomous Region")]
    [InlineData("Lori", "Lorj Régió")]
    [InlineData("strasheni", "Strășeni járás")]
    [InlineData("Straseni", "Strășeni járás")]
    [InlineData("STRĂŞENI", "Strășeni járás")]
    [InlineData("somody", "Somogy Megye Önkormányzata")]
    [InlineData("271/2017", "Borsod-Abaúj-Zemplén Megye Önkormányzata")]
    [InlineData("tarnow", "Starostwo Powiatowe w Tarnowie")]
    public async Task Search_InAnySpelling_FindsThePartner(string typed, string registered)
    {
        var found = await Partners.ListAllAsync(await OfficeAsync("hargita"), new PartnerFilter(Search: typed), "en", Day, TestContext.Current.CancellationToken);
        Assert.Contains(found.Rows, r => r.RegisteredName == registered);
        Assert.True(found.Matching < 4, $"{typed}: {string.Join(", ", found.Rows.Select(r => r.RegisteredName))}");
    }

    [Fact]
    public async Task Search_ByACountrysName_FindsAllItsPartners()
    {
        var found = await Partners.ListAllAsync(await OfficeAsync("hargita"), new PartnerFilter(Search: "magyarorszag"), "sv", Day, TestContext.Current.CancellationToken);
        Assert.Equal(13, found.Matching);
    }

    [Fact]
    public async Task Sort_ByNameInHungarian_PutsCsongradlikeLettersWhereTheAlphabetDoes()
    {
        var list = await Partners.ListAllAsync(await OfficeAsync("hargita"), new PartnerFilter(Order: PartnerOrder.Name), "hu", Day, TestContext.Current.CancellationToken);
        var names = list.Rows.Select(r => r.Names["hu"]!).ToList();
        Assert.True(names.FindIndex(n => n.StartsWith("Szabolcs", StringComparison.Ordinal)) > names.FindIndex(n => n.StartsWith("Somogy", StringComparison.Ordinal)));
        Assert.True(names.FindIndex(n => n.StartsWith("Zala", StringComparison.Ordinal)) > names.FindIndex(n => n.StartsWith("Vas", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tamsalu_AfterTheMergerOf2017_IsShownWithItsSuccessor()
    {
        var office = await OfficeAsync("svenljunga");
        var row = (await Partners.ListAllAsync(office, new PartnerFilter(Search: "tamsalu"), "sv", Day, TestContext.Current.CancellationToken)).Rows.Single();
        Assert.Equal(AgreementStanding.PartnerSucceeded, row.Standing);
        var page = await Partners.FindAsync(office, row.Slug, Day, TestContext.Current.CancellationToken);
        Assert.Contains(page!.Successors, s => s["et"] == "Tapa vald" || s.Any(n => n.Text.Contains("Tapa", StringComparison.Ordinal)));
        Assert.Contains(page.Events, e => e.Source.Url == "https://www.tapa.ee/et/tutvustus-ja-asukoht");
        var before = await Partners.FindAsync(office, row.Slug, new DateOnly(2016, 1, 1), TestContext.Current.CancellationToken);
        Assert.Equal(AgreementStanding.InForce, before!.Row.Standing);
        Assert.Empty(before.Successors);
    }

    [Fact]
    public async Task Load_AChangedFile_ChangesExactlyThatAndRemembersIt()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var loader = new OfficeLoader(database.Database, TimeProvider.System);
        var text = (await FileAsync("hargita")).Replace("\"268/2009\"", "\"269/2009\"", StringComparison.Ordinal);
        var loading = await loader.LoadAsync(Encoding.UTF8.GetBytes(text), "hargita.json", "a tester", TestContext.Current.CancellationToken);
        var change = Assert.Single(loading.Changes);
        Assert.Equal(("agreement", "decision", "268/2009", "269/2009"), (change.Subject, change.Fields[0].Field, change.Fields[0].Old, change.Fields[0].New));
        var office = (await new OfficeQueries(database.Database).FindAsync("hargita", TestContext.Current.CancellationToken))!;
        var newest = (await new ChangeQueries(database.Database).RecentAsync(office, 1, TestContext.Current.CancellationToken)).Single();
        Assert.Equal((History.ChangeKind.Changed, "agreement"), (newest.Kind, newest.Subject));
        Assert.Equal(["decision"], newest.Fields);
    }

    [Fact]
    public async Task Arms_GivenDumpedLoadedAndTakenAway_AreInTheFileAndByTheirHashInTheHistory()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var (loader, cancellation) = (new OfficeLoader(database.Database, TimeProvider.System), TestContext.Current.CancellationToken);
        var arms = new OfficeArms(database.Database, loader);
        await arms.SetAsync("hargita", ArmsCheck.Examine("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>"u8.ToArray(), "arms.svg"), new Edit("a tester"), cancellation);
        var file = (await loader.DumpAsync("hargita", cancellation))!;
        Assert.Empty((await loader.LoadAsync(OfficeFileWriter.Write(file), "hargita.json", "a tester", cancellation)).Changes);
        var office = (await new OfficeQueries(database.Database).FindAsync("hargita", cancellation))!;
        Assert.Equal("image/svg+xml", (await arms.OpenAsync(office, office.Arms!, cancellation))?.MediaType);
        Assert.Null(await arms.OpenAsync(office, "0123.svg", cancellation));
        Assert.Null((await new OfficeQueries(database.Database).FindAsync("toosz", cancellation))!.Arms);

        var without = await loader.LoadAsync(OfficeFileWriter.Write(file with { Office = file.Office with { Arms = null } }), "hargita.json", "a tester", cancellation);
        var field = Assert.Single(Assert.Single(without.Changes).Fields);
        Assert.Equal(("arms", null), (field.Field, field.New));
        Assert.Contains("sha256:", field.Old, StringComparison.Ordinal);
        Assert.True(field.Old!.Length < 200, field.Old);
        Assert.Null((await new OfficeQueries(database.Database).FindAsync("hargita", cancellation))!.Arms);
    }

    [Fact]
    public async Task Load_WithoutAPartnerThatWasThere_RemovesItWithItsAgreements()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var loader = new OfficeLoader(database.Database, TimeProvider.System);
        var file = (await loader.DumpAsync("hargita", TestContext.Current.CancellationToken))!;
        var shorter = file with { Partners = [.. file.Partners.Take(18)] };
        var loading = await loader.LoadAsync(OfficeFileWriter.Write(shorter), "hargita.json", "a tester", TestContext.Current.CancellationToken);
        Assert.Equal(["partner", "agreement"], loading.Changes.Select(c => c.Subject));
        var cards = await new OfficeQueries(database.Database).AllAsync(TestContext.Current.CancellationToken);
        Assert.Equal((18, 5, 19), cards.Where(c => c.Slug == "hargita").Select(c => (c.Partners, c.Countries, c.Agreements)).Single());
    }

    [Fact]
    public async Task Load_AWrongFile_SaysWhereAndChangesNothing()
    {
        var text = (await FileAsync("svenljunga")).Replace("\"sister-city\"", "\"sister-sity\"", StringComparison.Ordinal);
        var line = text[..text.IndexOf("sister-sity", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var loading = await LoadAsync(text);
        Assert.Contains(loading.Findings, f => f.Line == line && f.Code == OfficeFileCodes.UnknownWord && f.Path.StartsWith("partners[", StringComparison.Ordinal));
        Assert.Empty((await LoadAsync(await FileAsync("svenljunga"))).Changes);
    }

    [Fact]
    public async Task Load_InAnotherProcess_IsHeardByThoseWhoListen()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromSeconds(20));
        var heard = new Features.Storage.Changes(database.Database).ListenAsync(enough.Token).GetAsyncEnumerator(enough.Token);
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(Features.Storage.Changes.Everything, heard.Current);
        await Loading.ExamplesAsync(database);
        Assert.True(await heard.MoveNextAsync());
        // The examples bring authorities, which every office may show.
        Assert.Equal(Features.Storage.Changes.Everything, heard.Current);
        await enough.CancelAsync();
    }

    private async Task<OfficeLoading> LoadAsync(string text) =>
        await examples.Loader.LoadAsync(Encoding.UTF8.GetBytes(text), "office.json", "test", TestContext.Current.CancellationToken);

    private static Task<string> FileAsync(string slug) => File.ReadAllTextAsync(Checkout.File("examples", slug + ".json"), TestContext.Current.CancellationToken);

    private async Task<OfficeView> OfficeAsync(string slug) =>
        (await new OfficeQueries(examples.Database.Database).FindAsync(slug, TestContext.Current.CancellationToken))!;
}
