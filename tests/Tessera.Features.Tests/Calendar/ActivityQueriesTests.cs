using Npgsql;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

public sealed class ActivityQueriesTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private const int Many = 100_000;
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly ActivityFilter All = new(Span: ActivitySpan.All);

    private readonly ActivityQueries _queries = new(examples.Database.Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Between_TheDaysOfTheSzeklerWeeks_FindsThemOnEachOfTheirDays()
    {
        var office = await OfficeAsync("hargita");
        Assert.Equal("szekely-hetek-2010", Assert.Single((await _queries.BetweenAsync(office, new(2010, 5, 22), new(2010, 5, 22), All, true, Cancellation)).Dated).Activity.Key);
        Assert.Empty((await _queries.BetweenAsync(office, new(2010, 5, 23), new(2010, 5, 31), All, true, Cancellation)).Dated);
    }

    [Fact]
    public async Task List_OfHargita_HasItsFestivalsByPartnerCountyAndItsScreenings()
    {
        var office = await OfficeAsync("hargita");
        var past = await _queries.ListAsync(office, new ActivityFilter(Span: ActivitySpan.Past), Today, true, Cancellation);
        string[] counties = ["bacs-kiskun", "bekes", "borsod-abauj-zemplen", "hajdu-bihar", "heves", "jasz-nagykun-szolnok", "nograd", "pest", "somogy", "tolna", "vas"];
        Assert.Equal(counties, past.Rows.Where(r => r.Kind is ActivityKind.Festival or ActivityKind.Fair).SelectMany(r => r.Partners).Select(p => p.Slug).Order(StringComparer.Ordinal));
        var coming = await _queries.ListAsync(office, new ActivityFilter(ActivityKind.Mission), Today, true, Cancellation);
        Assert.Equal([("bacs-kiskun", 1), ("jasz-nagykun-szolnok", 2)], coming.Rows.Select(r => (r.Partners[0].Slug, r.Time.Stated.EveryYears ?? 0)).Order());
        Assert.Equal(past.Matching + (await _queries.ListAsync(office, new ActivityFilter(), Today, true, Cancellation)).Matching, (await _queries.ListAsync(office, All, Today, true, Cancellation)).Matching);
    }

    [Fact]
    public async Task Find_TheSzeklerWeeks_TellsTheTonnes()
    {
        var page = (await _queries.FindAsync(await OfficeAsync("hargita"), "szekely-hetek-2010", true, Cancellation))!;
        Assert.Equal((70m, "tonnes"), (page.Item.Figures[0].Value, page.Item.Figures[0].Unit));
        Assert.Equal("hargita-page", page.Source.Key);
    }

    [Fact]
    public async Task Balance_OfSvenljunga_CountsTheVisitFromChizhouWithoutAYear()
    {
        var counted = Assert.Single((await _queries.BalanceAsync(await OfficeAsync("svenljunga"), true, Cancellation)).Counts);
        Assert.Equal((null, "chizhou", 1, 0), (counted.Year, counted.Partner, counted.In, counted.Out));
    }

    [Fact]
    public async Task Balance_OfAVisitWithTwoPartners_CountsItOnceInAll()
    {
        var office = await OfficeAsync("hargita");
        var before = await _queries.BalanceAsync(office, false, Cancellation);
        await new ActivityService(examples.Database.Database, TimeProvider.System).AddAsync(office, new ActivityItem { Key = "", Kind = "outgoing-visit", Status = "planned", Title = LocalText.Of("hu", "Két megyénél"), Start = "2026-12-01", Partners = [new("zala", "host"), new("tolna", "host")], Source = "" }, new Edit("an officer"), Cancellation);
        var after = await _queries.BalanceAsync(office, false, Cancellation);
        Assert.Equal((before.Out + 1, before.In, before.Counts.Sum(c => c.Out) + 2), (after.Out, after.In, after.Counts.Sum(c => c.Out)));
    }

    [Fact]
    public async Task Internal_Activities_AreNotForEverybody()
    {
        var office = await OfficeAsync("toosz");
        var service = new ActivityService(examples.Database.Database, TimeProvider.System);
        var (_, key) = await service.AddAsync(office, new ActivityItem { Key = "", Kind = "meeting", Status = "planned", Title = LocalText.Of("hu", "Belső egyeztetés"), Start = "2026-12-01", Recurrence = "FREQ=WEEKLY", Source = "" }, new Edit("an officer"), Cancellation);
        Assert.Null(await _queries.FindAsync(office, key, true, Cancellation));
        Assert.NotNull(await _queries.FindAsync(office, key, false, Cancellation));
        Assert.Empty((await _queries.BetweenAsync(office, new(2026, 12, 1), new(2026, 12, 31), All, true, Cancellation)).Dated);
        Assert.Equal(5, (await _queries.BetweenAsync(office, new(2026, 12, 1), new(2026, 12, 31), All, false, Cancellation)).Dated.Count);
    }

    /// <summary>The month of a region is found by its index and in time, however long the calendar is.</summary>
    [Fact]
    public async Task Between_AMonthAmongAHundredThousand_ReadsOnlyWhatIsNear()
    {
        var office = await OfficeAsync("svenljunga");
        await FillAsync(office.Id);
        var month = (new DateOnly(2027, 6, 1), new DateOnly(2027, 6, 30));
        await _queries.BetweenAsync(office, month.Item1, month.Item2, All, true, Cancellation);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = await _queries.BetweenAsync(office, month.Item1, month.Item2, All, true, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine($"month {watch.ElapsedMilliseconds} ms, {found.Dated.Count} times");
        Assert.InRange(found.Dated.Count, 800, 1_200);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
        await ActivityDayQueriesTests.SameAsync(examples, office, month.Item1, 4);
        watch.Restart();
        Assert.Equal(ActivityFilter.PageSize, (await _queries.ListAsync(office, new ActivityFilter(), Today, true, Cancellation)).Rows.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"list {watch.ElapsedMilliseconds} ms");
        var plan = await PlanAsync(office.Id, "select id from activity a where a.is_public and a.is_short and a.first_day >= '2027-05-01' and a.first_day <= '2027-06-30' and a.last_day >= '2027-06-01'");
        Assert.Contains("activity_short", plan, StringComparison.Ordinal);
        var first = await PlanAsync(office.Id, "select a.key from generate_series(date '2027-06-01', date '2027-06-30', interval '1 day') d(day) cross join lateral (select key from activity a where a.is_short and a.last_day - a.first_day = 0 and a.is_public and a.first_day = d.day::date order by a.starts, a.key limit 4) a", "set enable_sort = off");
        Assert.Contains("using activity_day ", first, StringComparison.Ordinal);
    }

    /// <summary>Ten years' entries on every day, each tenth of three days.</summary>
    private async Task FillAsync(int office)
    {
        await using var connection = await SessionAsync(office);
        await using var fill = new NpgsqlCommand($$"""
            insert into activity (id, key, position, kind, status, is_public, title, starts, ends, except_days, first_day, last_day, is_short, place, item, source_id, search_text, version, updated_at)
            select gen_random_uuid(), 'many-' || i, i, 'event', 'confirmed', true, jsonb_build_object('sv', 'Evenemang ' || i), d::text, (d + l)::text, '{}', d, d + l, true, '{}',
                jsonb_build_object('key', 'many-' || i, 'kind', 'event', 'status', 'confirmed', 'title', jsonb_build_object('sv', 'Evenemang'), 'source', ''), (select id from source limit 1), 'evenemang', 1, now()
            from (select i, date '2022-01-01' + i % 3652 as d, case when i % 10 = 0 then 2 else 0 end as l from generate_series(1, {{Many}}) i) n;
            analyze activity
            """, connection);
        await fill.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<string> PlanAsync(int office, string query, string setting = "")
    {
        await using var connection = await SessionAsync(office);
        await using (var set = new NpgsqlCommand(setting.Length == 0 ? "select 1" : setting, connection)) await set.ExecuteNonQueryAsync(Cancellation);
        await using var explain = new NpgsqlCommand("explain " + query, connection);
        await using var reader = await explain.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private async Task<NpgsqlConnection> SessionAsync(int office)
    {
        var connection = await examples.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var say = new NpgsqlCommand($"select set_config('tessera.office', '{office}', false)", connection);
        await say.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    private async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(examples.Database.Database).FindAsync(slug, Cancellation))!;
}
