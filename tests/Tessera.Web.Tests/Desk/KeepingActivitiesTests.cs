using System.Net;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A visit planned, programmed, confirmed, held; what is internal, and what guests and everybody see of it.</summary>
public sealed class KeepingActivitiesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Visit_PlannedAndPublished_IsOnThePortal_AndItsProgrammeOnlyInTheBooklet()
    {
        var visit = await PlannedAsync("Zala megye küldöttsége", ("public", "true"), ("place.hu", "Megyeháza"));
        var key = visit.Split('/')[^1];
        var page = await desk.Nobody.PageAsync($"/hargita/ro/activities/{key}");
        Assert.Contains("Zala megye küldöttsége", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 martie 2027, 09:00 – 11 martie 2027, 16:00 (ora Europei de Est)", page.Body!.TextContent, StringComparison.Ordinal);

        using var wrong = await Editor.SendAsync(visit + "/programme", null, ("start-0", "2027-03-15 10:00"), ("what-0.hu", "Fogadás a megyeházán"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var refused = await DeskClient.ParseAsync(wrong);
        Assert.Equal("2027-03-15 10:00", refused.QuerySelector("#start-0")?.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("#start-0-error"));
        (await Editor.SendAsync(visit + "/programme", null, ("start-0", "2027-03-10 10:00"), ("end-0", "2027-03-10 11:00"), ("what-0.hu", "Fogadás a megyeházán"), ("interpreter-0", "Tóth Anna, hu–ro"))).Dispose();
        Assert.DoesNotContain("Fogadás a megyeházán", (await desk.Nobody.PageAsync($"/hargita/hu/activities/{key}")).Body!.TextContent, StringComparison.Ordinal);

        (await Editor.SendAsync(visit, "Link", ("open", "true"))).Dispose();
        var booklet = (await Editor.PageAsync(visit)).QuerySelector("a[href*='/hu/booklet/']")!.GetAttribute("href")!;
        using var open = await desk.Nobody.GetAsync(booklet);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (open.StatusCode, string.Join(',', open.Headers.GetValues("Referrer-Policy"))));
        Assert.Contains("noindex", string.Join(',', open.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.True(open.Headers.CacheControl!.NoStore);
        var read = await DeskClient.ParseAsync(open);
        Assert.Contains("Fogadás a megyeházán", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(read.QuerySelectorAll("link[rel=canonical], link[hreflang], a[href*='/report?']"));
        (await Editor.SendAsync(visit, "Link", ("open", "false"))).Dispose();
        using var closed = await desk.Nobody.GetAsync(booklet);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Meeting_ThatIsInternal_IsNowhereOnThePortal()
    {
        var meeting = await PlannedAsync("Titkos egyeztetés", ("kind", "meeting"), ("purpose", ""));
        using var answer = await desk.Nobody.GetAsync($"/hargita/en/activities/{meeting.Split('/')[^1]}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        foreach (var address in (string[])["/hargita/en", "/hargita/en/calendar/2027-03", "/hargita/en/calendar/year/2027", "/hargita/en/activities", "/hargita/en/activities.json?time=all", "/hargita/en/activities.ics", "/hargita/en/activities.atom", "/hargita/en/changes", "/hargita/en/partners/zala", "/sitemap.xml"])
        {
            using var page = await desk.Nobody.GetAsync(address);
            Assert.DoesNotContain("Titkos", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Map_OfAMonth_HasAPointForItsPlaceThatLeadsToTheRow()
    {
        var visit = await PlannedAsync("Egerszegi búcsú", ("public", "true"), ("authority", "hu-zala"), ("start", "2027-09-10"), ("end", ""));
        var page = await desk.Nobody.PageAsync("/hargita/hu/calendar/map/2027-09", "Egerszegi búcsú");
        var row = page.QuerySelector("table.register tbody tr[id]")!;
        Assert.NotNull(row.QuerySelector($"a[href='/hargita/hu/activities/{visit.Split('/')[^1]}']"));
        Assert.Contains("Egerszegi búcsú", page.QuerySelector($"svg.map a[href='#{row.Id}']")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfItsTitleInAnySpelling_FindsIt()
    {
        var visit = await PlannedAsync("Görög küldöttség");
        Assert.Equal(visit, (await Editor.PageAsync("/hargita/office/search?q=gorog")).QuerySelector("section[aria-labelledby=hits-Activity] a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Feed_OfASeriesOfTwoHours_LeavesOutEachOfThem_AndEndsAtAnInstant()
    {
        var visit = await PlannedAsync("Napi két séta", ("public", "true"), ("end", ""), ("recurrence", "FREQ=DAILY;UNTIL=20270315;BYHOUR=9,14"), ("except", "2027-03-12"));
        using var answer = await desk.Nobody.GetAsync($"/hargita/en/activities/{visit.Split('/')[^1]}.ics");
        var entry = CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), Zone.Utc).Entries.Single();
        Assert.Equal(["2027-03-12T09:00:00 Europe/Bucharest", "2027-03-12T14:00:00 Europe/Bucharest"], entry.Excepted.Select(e => e.ToString()));
        Assert.Equal("FREQ=DAILY;UNTIL=20270315T215959Z;BYHOUR=9,14", entry.Rules.Single().ToString());
    }

    [Fact]
    public async Task Form_WithMistakes_NamesThemAndKeepsWhatWasTyped()
    {
        using var wrong = await Editor.SendAsync("/hargita/office/activities/new", null, ("start", "2027-03-10 25:00"), ("end", "soon"), ("hosts", "Fülöp Ibolya"), ("partner-0", "zala"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.NotNull(page.QuerySelector("#start-error"));
        Assert.NotNull(page.QuerySelector("#end-error"));
        Assert.Equal(("2027-03-10 25:00", "zala"), (page.QuerySelector("#start")?.GetAttribute("value"), page.QuerySelector("#partner-0 option[selected]")?.GetAttribute("value")));
        Assert.Contains("Fülöp Ibolya", page.QuerySelector("#hosts")!.TextContent, StringComparison.Ordinal);
        using var untitled = await Editor.SendAsync("/hargita/office/activities/new", null, ("start", "2027-03-10"));
        Assert.NotNull((await DeskClient.ParseAsync(untitled)).QuerySelector("#title-hu-error"));
    }

    [Fact]
    public async Task Programme_OfMoreThanTwoHundredItems_IsKeptWhole()
    {
        var visit = await PlannedAsync("Hosszú tanulmányút");
        var lines = Enumerable.Range(0, 220).SelectMany(i => new (string, string)[] { ($"start-{i}", $"2027-03-10 {10 + (i / 60)}:{i % 60:00}"), ($"what-{i}.hu", $"Állomás {i}"), ($"what-{i}.ro", ""), ($"what-{i}.sv", ""), ($"place-{i}.hu", ""), ($"interpreter-{i}", "") });
        using var saved = await Editor.SendAsync(visit + "/programme", null, [.. lines]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var kept = await Editor.PageAsync(visit + "/programme");
        Assert.Contains("Állomás 219", kept.QuerySelector("[name='what-219.hu']")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrangements_OfWhatIsNoVisit_KeepCostsOfItsFile()
    {
        var fair = await PlannedAsync("Megyenap", ("kind", "incoming-visit"));
        (await Editor.SendAsync(fair + "/arrangements", null, ("cost-travel", "host"))).Dispose();
        (await Editor.SendAsync(fair + "/edit", null, ("kind", "festival"), ("purpose", ""))).Dispose();
        (await Editor.SendAsync(fair + "/arrangements", null, ("count-delegates", "3"))).Dispose();
        (await Editor.SendAsync(fair + "/edit", null, ("kind", "incoming-visit"))).Dispose();
        Assert.Equal("host", (await Editor.PageAsync(fair + "/arrangements")).QuerySelector("#cost-travel option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_OpenedBeforeSomebodyElseSaved_IsNotSavedOverHers()
    {
        var visit = await PlannedAsync("Vas megyei vendégek");
        var mine = await Editor.PageAsync(visit + "/edit");
        (await Editor.SendAsync(visit + "/edit", null, ("website", "https://example.org/"))).Dispose();
        using var stale = await Editor.SendAsync(mine, visit + "/edit", null, ("website", "https://example.com/"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await DeskClient.ParseAsync(stale);
        Assert.Equal("https://example.com/", page.QuerySelector("#website")?.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("#errors"));
    }

    [Fact]
    public async Task Steps_OfAVisitThatWas_EndWithItsOutcomeOnThePortal()
    {
        var visit = await PlannedAsync("Tolnai vendégek", ("start", "2026-02-03"), ("end", "2026-02-04"), ("public", "true"));
        (await Editor.SendAsync(visit + "/step?step=confirm", null)).Dispose();
        using var silent = await Editor.SendAsync(visit + "/step?step=hold", null);
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using var held = await Editor.SendAsync(visit + "/step?step=hold", null, ("value-0", "14"), ("outcome.hu", "Három közös pályázat terve."));
        Assert.Equal(visit, held.Headers.Location?.OriginalString);
        var page = await desk.Nobody.PageAsync($"/hargita/hu/activities/{visit.Split('/')[^1]}");
        Assert.Contains("Három közös pályázat terve.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("14 fő", PortalFixture.Words(page.QuerySelector("dl.figures")), StringComparison.Ordinal);
        Assert.Contains("megtartott", (await Editor.PageAsync($"/hargita/office/history/activity/{visit.Split('/')[^1]}?lang=hu")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        var balance = PortalFixture.Words((await desk.Nobody.PageAsync("/hargita/hu/calendar/balance")).QuerySelector("table.register tbody"));
        Assert.Contains("2026", balance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrangements_ChangedForAVisit_ShowWhoPaysWhatOtherThanUsual()
    {
        var visit = await PlannedAsync("Pesti vendégek");
        Assert.Empty((await Editor.PageAsync(visit)).QuerySelectorAll("section[aria-labelledby=costs] .badge"));
        (await Editor.SendAsync(visit + "/arrangements", null, ("cost-interpreter", "both"), ("count-delegates", "8"), ("side-0", "theirs"), ("what-0.hu", "Meghívó a borfesztiválra"), ("due-0", "2027-06"))).Dispose();
        var page = await Editor.PageAsync(visit);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=costs] .badge"));
        Assert.Contains("Meghívó a borfesztiválra", page.QuerySelector("section[aria-labelledby=promises]")!.TextContent, StringComparison.Ordinal);
        (await Editor.SendAsync(visit, "Remove")).Dispose();
        using var gone = await Editor.GetAsync(visit);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task<string> PlannedAsync(string title, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("kind", "incoming-visit"), ("purpose", "study"), ("title.hu", title), ("start", "2027-03-10 09:00"), ("end", "2027-03-11 16:00"), ("partner-0", "zala")];
        using var added = await Editor.SendAsync("/hargita/office/activities/new", null, [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]);
        if (added.Headers.Location is null) Assert.Fail((await DeskClient.ParseAsync(added)).QuerySelector("#errors")?.TextContent ?? added.StatusCode.ToString());
        return added.Headers.Location!.OriginalString;
    }
}
