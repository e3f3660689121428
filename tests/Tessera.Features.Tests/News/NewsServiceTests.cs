using System.Net;
using Tessera.Domain.Vocabulary;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.News;

public sealed class NewsServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private const string Roma = "egyuttmukodes-a-romak-segiteseert";
    private static readonly Edit Somebody = new("an officer");
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly NewsItem Item = new()
    {
        Key = "",
        Category = "visit",
        Title = LocalText.Of("hu", "Zala megye küldöttsége"),
        Lead = LocalText.Of("hu", "Két napot töltöttek nálunk."),
        Partners = ["zala", "vas"],
        Activities = ["szekely-hetek-2010"],
        Source = "",
    };

    private readonly NewsService _service = new(examples.Database.Database, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));

    private readonly NewsQueries _queries = new(examples.Database.Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_ADraft_KeepsItWholeAndShowsItToNobody()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Egy vázlat") });
        var kept = (await _service.FindAsync(office, key, Cancellation))!;
        Assert.Equal(OfficeItems.Write(Item with { Title = LocalText.Of("hu", "Egy vázlat"), Key = key, Source = kept.Item.Source }), OfficeItems.Write(kept.Item));
        Assert.Null(await _queries.FindAsync(office, key, Today, publicOnly: true, Cancellation));
        Assert.NotNull(await _queries.FindAsync(office, key, Today, publicOnly: false, Cancellation));
        Assert.Equal(key + "-2", await AddedAsync(Item with { Title = LocalText.Of("hu", "Egy vázlat") }));
        Assert.Equal(["added"], await HistoryAsync(key));
    }

    [Fact]
    public async Task Add_WithAMistake_ChangesNothing()
    {
        var (result, key) = await _service.AddAsync(await OfficeAsync(), Item with { Title = LocalText.Of("hu", "Senkié"), Activities = ["nowhere"] }, Somebody, Cancellation);
        Assert.Equal(("activities[0]", OfficeFileCodes.UnknownReference), (Assert.Single(result.Findings).Path, result.Findings[0].Code));
        Assert.Null(await _service.FindAsync(await OfficeAsync(), key, Cancellation));
    }

    [Fact]
    public async Task Change_AfterSomebodyElse_IsNotDone()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Két szerkesztő") });
        Assert.True((await _service.ChangeAsync(office, key, 1, n => n with { Published = "2026-11-01", Partners = ["vas", "pest"] }, Somebody, Cancellation)).IsDone);
        var late = await _service.ChangeAsync(office, key, 1, n => n with { Published = "2026-11-02" }, Somebody, Cancellation);
        Assert.Equal("2026-11-01", late.Meanwhile?.Item.Published);
        Assert.Equal(["vas", "pest"], late.Meanwhile!.Item.Partners);
        Assert.False((await _service.RemoveAsync(office, key, 1, Somebody, Cancellation)).IsDone);
        Assert.True((await _service.RemoveAsync(office, key, 2, Somebody, Cancellation)).IsDone);
        Assert.Null(await _service.FindAsync(office, key, Cancellation));
        Assert.Equal(["added", "changed partners published", "removed"], await HistoryAsync(key));
    }

    [Fact]
    public async Task List_OnADay_HasWhatIsShownThenTheNewestFirst()
    {
        var office = await OfficeAsync();
        var keys = new List<string>();
        foreach (var (published, until) in ((string, string?)[])[("2030-01-01", null), ("2030-01-05", "2030-01-06"), ("2030-01-09", null)])
            keys.Add(await AddedAsync(Item with { Title = LocalText.Of("hu", $"Jövő {published}"), Category = "culture", Published = published, Until = until }));
        async Task<IEnumerable<string>> On(string day) => (await _queries.ListAsync(office, new NewsFilter(Domain.News.NewsCategory.Culture, 2030), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), publicOnly: true, Cancellation)).Rows.Select(n => n.Key);
        Assert.Empty(await On("2029-12-31"));
        Assert.Equal([keys[1], keys[0]], await On("2030-01-06"));
        Assert.Equal([keys[2], keys[0]], await On("2030-01-09"));
        Assert.Equal(3, (await _queries.ListAsync(office, new NewsFilter(Domain.News.NewsCategory.Culture, Partner: "zala"), Today, publicOnly: false, Cancellation)).Matching);
        Assert.Equal(0, (await _queries.ListAsync((await new OfficeQueries(examples.Database.Database).FindAsync("svenljunga", Cancellation))!, new NewsFilter(), new DateOnly(2030, 1, 9), publicOnly: false, Cancellation)).Matching);
    }

    [Fact]
    public async Task Office_DumpedAndLoadedAgain_ChangesNothing()
    {
        var loader = new OfficeLoader(examples.Database.Database, TimeProvider.System);
        await AddedAsync(Item with { Title = LocalText.Of("hu", "Kör"), Partners = ["vas", "zala", "bekes"], Published = "2026-01-01" });
        var dumped = (await loader.DumpAsync("hargita", Cancellation))!;
        Assert.Contains(dumped.News, n => n.Key == Roma && n.Activities is ["romakert-talalkozo-2015"]);
        var again = await loader.LoadAsync(OfficeFileWriter.Write(dumped), "hargita.json", "a test", Cancellation);
        Assert.Empty(again.Findings);
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task Merge_OfItsPartner_LetsTheNewsTellOfTheOneThatStays()
    {
        var office = await OfficeAsync();
        var (one, both) = (await AddedAsync(Item with { Partners = ["tolna"] }), await AddedAsync(Item with { Partners = ["tolna", "lori"] }));
        Assert.True((await new PartnerService(examples.Database.Database, TimeProvider.System).MergeAsync(office, "tolna", "lori", Somebody, Cancellation)).IsDone);
        Assert.Equal(["lori"], (await _service.FindAsync(office, one, Cancellation))!.Item.Partners);
        Assert.Equal(["lori"], (await _service.FindAsync(office, both, Cancellation))!.Item.Partners);
        Assert.Equal(2, (await _service.ChangeAsync(office, one, 1, n => n with { Published = "2026-01-01" }, Somebody, Cancellation)).Meanwhile?.Version);
        Assert.Contains("changed partner", await HistoryAsync(one));
    }

    [Fact]
    public async Task Read_ByPeopleAndPrograms_IsCountedOnceAPersonAndDay()
    {
        var office = await OfficeAsync();
        using var reads = new NewsReads(examples.Database.Database, new OfficeQueries(examples.Database.Database));
        const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        void Read(string address, string agent, int day = 0, string key = Roma) => reads.Note(new NewsRead("hargita", key, IPAddress.Parse(address), agent, Today.AddDays(day)));
        Read("192.0.2.1", Firefox);
        Read("192.0.2.1", Firefox);
        Read("192.0.2.2", Firefox);
        Read("192.0.2.3", "Mozilla/5.0 (compatible; Googlebot/2.1)");
        Read("192.0.2.4", "");
        Read("192.0.2.5", Firefox, key: "nowhere");
        Assert.Equal(2, await reads.WriteAsync(Cancellation));
        Read("192.0.2.1", Firefox);
        Read("192.0.2.1", Firefox, day: 1);
        Assert.Equal(1, await reads.WriteAsync(Cancellation));
        Assert.Equal(0, await reads.WriteAsync(Cancellation));
        Assert.Equal(3, (await _queries.FindAsync(office, Roma, Today, publicOnly: true, Cancellation))!.Row.Reads);
        Assert.Equal(3, Assert.Single((await _queries.ListAsync(office, new NewsFilter(Domain.News.NewsCategory.Project), Today, publicOnly: true, Cancellation)).Rows).Reads);
    }

    [Fact]
    public async Task Answers_OfOneAddress_AreCountedAFewTimesADayWhateverItsBrowserIsCalled()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Értékelt hír") });
        var ratings = new NewsRatings(examples.Database.Database, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));
        Task<bool> Rate(string agent, bool isUseful = true, string address = "192.0.2.1", string? of = null) => ratings.RateAsync(office, of ?? key, isUseful, IPAddress.Parse(address), agent, Cancellation);
        Assert.True(await Rate("Firefox"));
        Assert.False(await Rate("Firefox", isUseful: false));
        Assert.False(await Rate("curl/8.0"));
        for (var i = 0; i < 20; i++) await Rate($"Browser {i}", isUseful: false);
        Assert.True(await Rate("Firefox", address: "192.0.2.2"));
        Assert.False(await Rate("Firefox", of: "nowhere"));
        var row = (await _queries.FindAsync(office, key, Today, publicOnly: false, Cancellation))!.Row;
        Assert.Equal((2, NewsRatings.MostFromOneAddress - 1, 0), (row.Useful, row.NotUseful, row.Reads));
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;

    private async Task<string> AddedAsync(NewsItem item)
    {
        var (result, key) = await _service.AddAsync(await OfficeAsync(), item, Somebody, Cancellation);
        Assert.Empty(result.Findings);
        return key;
    }

    private async Task<IEnumerable<string>> HistoryAsync(string key)
    {
        await using var db = examples.Database.Database.ForOffice((await OfficeAsync()).Id);
        return [.. db.Changes.Where(c => c.Subject == "news" && c.Key == key).AsEnumerable().Select(c => $"{Words<Features.History.ChangeKind>.Write(c.Kind)} {string.Join(' ', c.Fields.Select(f => f.Field))}".Trim()).Order(StringComparer.Ordinal)];
    }
}
