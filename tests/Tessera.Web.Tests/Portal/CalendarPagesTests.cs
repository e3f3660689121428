using System.Net;
using System.Text.Json;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>The calendar as everybody sees it.</summary>
public sealed class CalendarPagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Month_OfTheSzeklerWeeks_HasThemOnEachDayInATableWithCaptionAndHeaders()
    {
        var page = await portal.PageAsync("/hargita/hu/calendar/2010-05");
        var table = page.QuerySelector("table.month")!;
        Assert.Equal("2010. május", PortalFixture.Words(table.QuerySelector("caption")));
        Assert.Equal(7, table.QuerySelectorAll("thead th[scope=col]").Length);
        Assert.Equal(16, table.QuerySelectorAll("a[href='/hargita/hu/activities/szekely-hetek-2010']").Length);
        Assert.Equal("/hargita/hu/calendar/2015-09", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Week_OfTheSzeklerWeeks_HasEachDayWithWhatIsOnIt_AndLeadsOn()
    {
        var page = await portal.PageAsync("/hargita/hu/calendar/week/2010-W18");
        Assert.Equal(7, page.QuerySelectorAll(".week__day").Length);
        Assert.Equal(3, page.QuerySelectorAll(".week__day a[href='/hargita/hu/activities/szekely-hetek-2010']").Length);
        Assert.Equal("/hargita/hu/calendar/week/2010-W19", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("a[href='/hargita/hu/calendar/2010-05']"));
        Assert.NotNull((await portal.PageAsync("/hargita/hu/calendar/2010-05")).QuerySelector(".calendar-nav a[href='/hargita/hu/calendar/week/2010-W17']"));
    }

    [Fact]
    public async Task Map_OfAMonthWithoutKnownPlaces_IsItsTableAlone()
    {
        var page = await portal.PageAsync("/hargita/en/calendar/map/2010-05");
        Assert.NotNull(page.QuerySelector("table.register tbody tr a[href='/hargita/en/activities/szekely-hetek-2010']"));
        Assert.Null(page.QuerySelector("svg.map"));
        Assert.NotNull((await portal.PageAsync("/hargita/en/calendar/2010-05")).QuerySelector("a[href='/hargita/en/calendar/map/2010-05']"));
    }

    [Theory]
    [InlineData("/hargita/en/calendar/week/2010-W54")]
    [InlineData("/hargita/en/calendar/week/2010-18")]
    [InlineData("/hargita/en/calendar/map/2010-13")]
    [InlineData("/hargita/en/calendar/2010-13")]
    [InlineData("/hargita/en/calendar/1899-12")]
    [InlineData("/hargita/en/calendar/year/2101")]
    [InlineData("/hargita/en/calendar/day/2010-02-30")]
    [InlineData("/hargita/en/activities/nowhere")]
    [InlineData("/hargita/en/activities/nowhere.ics")]
    [InlineData("/hargita/en/booklet/0123456789abcdef0123456789abcdef")]
    public async Task AnAddress_OfNothing_IsNotFound(string address)
    {
        using var answer = await portal.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Year_OfAny_TellsWhatComesAgainOnUnknownDays()
    {
        var page = await portal.PageAsync("/hargita/ro/calendar/year/2026");
        Assert.Equal(12, page.QuerySelectorAll("table.year__month caption").Length);
        Assert.Contains("o dată la 2 ani", PortalFixture.Words(page.QuerySelector("section[aria-labelledby=again]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_ThatWasHeld_TellsItsOutcomeAndIsAnEventForMachines()
    {
        var page = await portal.PageAsync("/hargita/en/activities/szekely-hetek-2010");
        Assert.Contains("70 tonnes", PortalFixture.Words(page.QuerySelector("section[aria-labelledby=outcome]")), StringComparison.Ordinal);
        var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(("Event", "2010-05-07", "2010-05-22"), (json.GetProperty("@type").GetString(), json.GetProperty("startDate").GetString(), json.GetProperty("endDate").GetString()));
        Assert.Contains((await portal.PageAsync("/hargita/en/partners/tolna")).QuerySelectorAll("section[aria-labelledby=activities] a"), a => a.GetAttribute("href") == "/hargita/en/activities/var-a-megye");
    }

    [Fact]
    public async Task Feed_NarrowedByKind_HasThoseAloneAndSaysWhenNothingIsNew()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var answer = await portal.Client.GetAsync("/hargita/en/activities.ics?kind=fair", cancellation);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var entry = Assert.Single(CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync(cancellation), Zone.Utc).Entries);
        Assert.Equal(("Szekler Weeks", new DateOnly(2010, 5, 23)), (entry.Summary, entry.StatedEnd!.Value.Day));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/hargita/en/activities.ics?kind=fair");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await portal.Client.SendAsync(again, cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var whole = await portal.Client.GetAsync("/hargita/en/activities.ics", cancellation);
        Assert.Equal(2, CalendarReader.Read(await whole.Content.ReadAsByteArrayAsync(cancellation), Zone.Utc).Entries.Count);
    }

    [Fact]
    public async Task Downloads_OfTheList_FollowItsFilter()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var csv = await portal.Client.GetStringAsync("/hargita/en/activities.csv?partner=tolna&time=all", cancellation);
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var json = JsonDocument.Parse(await portal.Client.GetStringAsync("/hargita/en/activities.json?kind=mission", cancellation)).RootElement;
        Assert.Equal(2, json.GetProperty("total").GetInt32());
        var visits = JsonDocument.Parse(await portal.Client.GetStringAsync("/svenljunga/sv/calendar/balance.json", cancellation)).RootElement.GetProperty("visits")[0];
        Assert.Equal(("chizhou", 1, 0), (visits.GetProperty("partner").GetString(), visits.GetProperty("in").GetInt32(), visits.GetProperty("out").GetInt32()));
        Assert.Contains("<feed", await portal.Client.GetStringAsync("/hargita/en/activities.atom?partner=tolna", cancellation), StringComparison.Ordinal);
    }
}
