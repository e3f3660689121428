using System.Net;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Tessera.Features.Jobs;
using Tessera.Features.Links;
using Tessera.Features.Offices;
using Tessera.Features.Reports;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Links;

/// <summary>The register's links through the weeks, and what then needs somebody.</summary>
public sealed class LinkCheckJobTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private readonly SetClock _clock = new(Start);
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The examples' own links are taken out: no test asks the world.</summary>
    public async ValueTask InitializeAsync()
    {
        _database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(_database);
        foreach (var office in (string[])["hargita", "svenljunga", "toosz"]) await RunAsync(office, "update partner set websites = '{}'; update agreement set theirs = null");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Link_ThatFailsOnTwoDays_NeedsSomebody_UntilItLeadsSomewhereAgain()
    {
        var status = 404;
        await using var site = await LinkedSite.StartAsync(c => Answer(c, status));
        var (website, page) = ($"{site.Address}website", $"{site.Address}page");
        await RunAsync("hargita", $"update partner set websites = array['{website}'] where key = 'bacs-kiskun'; update agreement set theirs = jsonb_build_object('page', '{page}') where key = 'bacs-kiskun-19-1994'");
        Assert.Equal("followed 2, 2 led nowhere", await CheckAsync());
        Assert.Empty(await DeadAsync("hargita"));

        _clock.Now = Start.AddDays(7);
        await CheckAsync();
        Assert.Equal([("bacs-kiskun", (string?)null, website), ("bacs-kiskun", "bacs-kiskun-19-1994", page)], (await DeadAsync("hargita")).Select(n => (n.Partner!, n.Agreement, n.Detail["en"]!)));
        Assert.Empty(await DeadAsync("svenljunga"));

        (status, _clock.Now) = (200, Start.AddDays(14));
        await CheckAsync();
        Assert.Empty(await DeadAsync("hargita"));
    }

    [Fact]
    public async Task Link_OfTwoOffices_IsFollowedOnceAWeekForBoth()
    {
        await using var site = await LinkedSite.StartAsync(c => Answer(c, 200));
        await RunAsync("hargita", $"update partner set websites = array['{site.Address}'] where number <= 3");
        await RunAsync("svenljunga", $"update partner set websites = array['{site.Address}']");
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            if (hour % 12 == 0) await CheckAsync();
            _clock.Now += TimeSpan.FromHours(1);
        }

        Assert.Equal("HEAD /", Assert.Single(site.Asked));
        await CheckAsync();
        Assert.Equal(2, site.Asked.Count);
        Assert.Equal("1", await ScalarAsync("hargita", "select count(*)::text from link_check"));
        Assert.Equal("1", await ScalarAsync("svenljunga", "select count(*)::text from link_check"));
    }

    [Fact]
    public async Task Link_ThatStandsInTheRegisterNoMore_IsForgotten()
    {
        await using var site = await LinkedSite.StartAsync(c => Answer(c, 404));
        await RunAsync("hargita", $"update partner set websites = array['{site.Address}'] where key = 'bacs-kiskun'");
        await CheckAsync();
        await RunAsync("hargita", "update partner set websites = '{}'");
        await CheckAsync();
        Assert.Equal("0", await ScalarAsync("hargita", "select count(*)::text from link_check"));
    }

    [Fact]
    public async Task Machine_ThatIsCutOff_CondemnsNoLink()
    {
        await RunAsync("hargita", "update partner set websites = array['http://127.0.0.1:1/' || number]");
        await Assert.ThrowsAsync<JobUnfinishedException>(CheckAsync);
        Assert.Equal("0", await ScalarAsync("hargita", "select count(*)::text from link_check"));
    }

    [Fact]
    public void Failures_OnOneDay_CountOnce_AndWhatIsNotKnownChangesNothing()
    {
        var row = new LinkCheckRow { Url = "https://partner.example/" };
        foreach (var hour in (int[])[0, 1, 2]) row.Record(new LinkAnswer(LinkEnd.Nowhere, "404"), Start.AddHours(hour));
        Assert.Equal(1, row.FailedDays);
        row.Record(new LinkAnswer(LinkEnd.Unknown, "not followed"), Start.AddDays(1));
        Assert.Equal(1, row.FailedDays);
        row.Record(new LinkAnswer(LinkEnd.Nowhere, "404"), Start.AddDays(2));
        Assert.Equal(2, row.FailedDays);
    }

    [Fact]
    public async Task Report_OfTheLastThirtyDays_NeedsSomebody_UntilItIsDealtWith()
    {
        var office = await OfficeAsync("hargita");
        var reports = new ErrorReportService(_database.Database, _clock);
        await reports.SubmitAsync(office, new ErrorReport("/hargita/hu", "first\n\n" + new string('ő', 300), null, "hu"), Cancellation);
        _clock.Now = Start.AddDays(30);
        var need = Assert.Single(await NeedsAsync("hargita", NeedKind.Report));
        Assert.Equal((null, DateOnly.FromDateTime(Start.UtcDateTime)), (need.Partner, need.Day));
        Assert.Equal("first " + new string('ő', 194) + "…", need.Detail["hu"]);
        _clock.Now = Start.AddDays(31);
        Assert.Empty(await NeedsAsync("hargita", NeedKind.Report));
        _clock.Now = Start;
        var report = Assert.Single(await reports.ReadAsync(office, Cancellation));
        await reports.DealWithAsync(await OfficeAsync("toosz"), report.Id, "a stranger", Cancellation);
        Assert.Single(await NeedsAsync("hargita", NeedKind.Report));
        await reports.DealWithAsync(office, report.Id, "Anna", Cancellation);
        Assert.Empty(await NeedsAsync("hargita", NeedKind.Report));
        Assert.Equal("Anna", (await reports.ReadAsync(office, Cancellation))[0].DealtWithBy);
    }

    private Task<string> CheckAsync()
    {
        var settings = new LinkSettings(() => "https://partners.example.org") { MayAsk = a => a.Equals(IPAddress.Loopback), Pause = TimeSpan.Zero };
        return new LinkCheckJob(new LinkQueries(_database.Database), settings, _clock).RunAsync(Cancellation);
    }

    private async Task<IReadOnlyList<Need>> DeadAsync(string office) => await NeedsAsync(office, NeedKind.DeadLink);

    private async Task<IReadOnlyList<Need>> NeedsAsync(string office, NeedKind kind)
    {
        var needs = await new NeedsQueries(_database.Database).AllAsync(await OfficeAsync(office), DateOnly.FromDateTime(_clock.Now.UtcDateTime), Cancellation);
        return [.. needs.Where(n => n.Kind == kind)];
    }

    private async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(_database.Database).FindAsync(slug, Cancellation))!;

    private async Task RunAsync(string office, string sql) => await ScalarAsync(office, sql);

    private async Task<string?> ScalarAsync(string office, string sql)
    {
        await using var connection = await _database.Database.Source.OpenConnectionAsync(Cancellation);
        await using (var say = new NpgsqlCommand($"select set_config('tessera.office', (select id::text from office where slug = '{office}'), false)", connection)) await say.ExecuteNonQueryAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation) as string;
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
