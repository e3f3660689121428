using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Planning.Programmes;
using Tessera.Testing;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A portal with the made-up region, somebody of its office, and nobody.</summary>
public sealed class RegionPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public DeskClient Coordinator { get; private set; } = null!;

    public DeskClient Nobody { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        await RegionSeason.LoadAsync(Portal.Database);
        Coordinator = await DeskClient.JoinAsync(Portal, RegionSeason.Slug, OfficeRole.Editor, "coordinator@example.org");
        Nobody = DeskClient.Nobody(Portal);
    }

    public async ValueTask DisposeAsync()
    {
        Coordinator.Dispose();
        Nobody.Dispose();
        await Portal.DisposeAsync();
    }
}

/// <summary>The board of a region's season at the desk, and an organiser's own pages.</summary>
public sealed class BoardTests(RegionPortal region) : IClassFixture<RegionPortal>
{
    private const string Desk = $"/{RegionSeason.Slug}/office/board";
    private const string Season = "?from=2027-04-01&to=2027-12-31";

    private DeskClient Coordinator => region.Coordinator;

    [Fact]
    public async Task Board_OfTheSeason_TellsConflictsWithReasonsAndCanBeNarrowed()
    {
        var page = await Coordinator.PageAsync($"{Desk}{Season}&lang=en");
        Assert.True(page.QuerySelectorAll("table.board a").Length > 290);
        var conflicts = page.QuerySelectorAll("section[aria-labelledby=conflicts] tbody tr");
        Assert.Equal(40, conflicts.Length);
        Assert.DoesNotContain("board.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(conflicts, c => c.TextContent.Contains("Both need", StringComparison.Ordinal) || c.TextContent.Contains("would have to be in both", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href*='page=2'][href$='#conflicts']"));

        var table = await Coordinator.PageAsync($"{Desk}{Season}&view=table&organiser=sosvar&lang=hu");
        var rows = table.QuerySelectorAll("table.register")[0].QuerySelectorAll("tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Contains("Sósvár", r.TextContent, StringComparison.Ordinal));
        foreach (var language in (string[])["hu", "sv", "ro"]) Assert.NotEmpty((await Coordinator.PageAsync($"{Desk}{Season}&lang={language}")).QuerySelectorAll("section[aria-labelledby=conflicts] tbody tr"));
    }

    [Fact]
    public async Task Organiser_WithAnAddress_EntersChangesPublishesAndSeesOnlyHintsOfOthers()
    {
        var own = await AddressAsync("agyagos");
        using var page = await region.Nobody.GetAsync(own);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (page.StatusCode, string.Join(',', page.Headers.GetValues("Referrer-Policy"))));
        Assert.Contains("noindex", string.Join(',', page.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Empty((await DeskClient.ParseAsync(page)).QuerySelectorAll("link[rel=canonical], a[href*='/report?']"));

        using var wrong = await region.Nobody.SendAsync(own + "/entry", null, ("start", "2027-07-03 18:00"), ("visitors", "many"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var refused = await DeskClient.ParseAsync(wrong);
        Assert.Equal("many", refused.QuerySelector("#visitors")?.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("#visitors-error"));
        using var saved = await region.Nobody.SendAsync(own + "/entry", null, ("title.hu", "Fazekasok estéje"), ("start", "2027-07-03 18:00"), ("end", "2027-07-03 23:00"), ("firmness", "movable"), ("windowFrom", "2027-06-20"), ("windowUntil", "2027-07-20"), ("visitors", "400"), ("audiences", "families"));
        Assert.Equal(own, saved.Headers.Location?.OriginalString);
        var programmes = await region.Nobody.PageAsync(own);
        var entry = programmes.QuerySelectorAll("table.register th a").Single(a => a.TextContent.Contains("Fazekasok", StringComparison.Ordinal)).GetAttribute("href")!;
        using var hidden = await region.Nobody.GetAsync($"/{RegionSeason.Slug}/hu/activities/fazekasok-esteje");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        var neighbour = await region.Nobody.PageAsync(await AddressAsync("sohago") + "/board?from=2027-07-01&to=2027-07-05");
        Assert.DoesNotContain("Fazekasok", neighbour.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Családok", neighbour.QuerySelector("table.board")!.TextContent, StringComparison.Ordinal);

        using var changed = await region.Nobody.SendAsync(entry, null, ("visitors", "500"));
        Assert.Equal(own, changed.Headers.Location?.OriginalString);
        var form = (await region.Nobody.PageAsync(own)).QuerySelectorAll("table.register tr").Single(r => r.TextContent.Contains("Fazekasok", StringComparison.Ordinal)).QuerySelector("form")!;
        using var published = await region.Nobody.PostAsync(form.GetAttribute("action")!, new FormUrlEncodedContent(((IHtmlFormElement)form).Elements.OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value))));
        Assert.Equal(own, published.Headers.Location?.OriginalString);
        Assert.Contains("Fazekasok estéje", (await region.Nobody.PageAsync($"/{RegionSeason.Slug}/hu/activities/fazekasok-esteje")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Agyagos", (await Coordinator.PageAsync($"/{RegionSeason.Slug}/office/history/activity/fazekasok-esteje")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/entry")]
    [InlineData("/dates")]
    [InlineData("/board")]
    public async Task Address_OfNobody_IsNotFound(string page)
    {
        using var answer = await region.Nobody.GetAsync($"/{RegionSeason.Slug}/hu/programme/0123456789abcdef0123456789abcdef0123456789a{page}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Organiser_AskedForSomebodyElsesProgramme_GetsNone()
    {
        var own = await AddressAsync("zsindelyes");
        using var answer = await region.Nobody.GetAsync(own + "/entry/sosvar-village-day");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task BestDates_AskedAtTheDesk_AreRankedAndOneIsTaken()
    {
        (string, string)[] asked = [("organiser", "havasalja"), ("title", "Harvest festival"), ("start", "2027-09-25 10:00"), ("end", "2027-09-25 20:00"), ("windowFrom", "2027-09-01"), ("windowUntil", "2027-11-15"), ("visitors", "1200"), ("themes", "harvest")];
        using var answer = await Coordinator.SendAsync(Desk + "/dates?lang=en", null, asked);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ranked = await DeskClient.ParseAsync(answer);
        var first = ranked.QuerySelector("section[aria-labelledby=ranked] li")!;
        Assert.Contains("nothing is in the way", first.TextContent, StringComparison.Ordinal);
        var day = first.QuerySelector("button[name=take]")!.GetAttribute("value")!;
        using var taken = await Coordinator.SendAsync(ranked, Desk + "/dates", null, ("take", day));
        Assert.Equal($"/{RegionSeason.Slug}/office/activities/harvest-festival/coordination", taken.Headers.Location?.OriginalString);
        Assert.Equal("2027-09-01", (await Coordinator.PageAsync(taken.Headers.Location!.OriginalString)).QuerySelector("#windowFrom")?.GetAttribute("value"));
        using var silent = await Coordinator.SendAsync(Desk + "/dates?lang=en", null, ("title", "Something"));
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(silent)).QuerySelector("#start-error"));
    }

    [Fact]
    public async Task Plan_MadeAnsweredAndCarriedOut_TellsBeforeAndAfter()
    {
        using var made = await Coordinator.SendAsync(Desk + "/plans", null, ("from", "2027-04-01"), ("to", "2027-06-30"));
        var plan = made.Headers.Location!.OriginalString;
        var page = await Coordinator.PageAsync(plan + "?lang=en");
        var moves = page.QuerySelectorAll("#moves ~ ol > li").Length;
        Assert.True(moves > 2);
        Assert.Equal(3, page.QuerySelectorAll("table.compare tbody tr").Length);
        (await Coordinator.SendAsync(plan, "Reply", ("reply", "stays"))).Dispose();
        (await Coordinator.SendAsync(plan, "Again")).Dispose();
        (await Coordinator.SendAsync(plan, "AcceptAll")).Dispose();
        using var applied = await Coordinator.SendAsync(plan, "Apply");
        Assert.Equal(plan, applied.Headers.Location?.OriginalString);
        Assert.NotEmpty((await Coordinator.PageAsync(plan)).QuerySelectorAll("li .badge--in-force"));
    }

    [Fact]
    public async Task Organiser_WhoPublishesWhatIsNotInOrder_IsToldWhy()
    {
        var own = await AddressAsync("sohago");
        using var saved = await region.Nobody.SendAsync(own + "/entry", null, ("title.hu", "Sónapok"), ("start", "2027-09-03 18:00"), ("end", "2027-09-03 23:00"), ("firmness", "fixed"), ("visitors", "400"));
        Assert.Equal(own, saved.Headers.Location?.OriginalString);
        await using (var owner = new Npgsql.NpgsqlConnection(region.Portal.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var spoil = new Npgsql.NpgsqlCommand($$"""select set_config('tessera.office', (select id::text from office where slug = '{{RegionSeason.Slug}}'), false); update activity set item = jsonb_set(item, '{website}', '"nowhere"') where key = 'sonapok'""", owner);
            await spoil.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var form = (await region.Nobody.PageAsync(own)).QuerySelectorAll("table.register tr").Single(r => r.TextContent.Contains("Sónapok", StringComparison.Ordinal)).QuerySelector("form")!;
        using var refused = await region.Nobody.PostAsync(form.GetAttribute("action")!, new FormUrlEncodedContent(((IHtmlFormElement)form).Elements.OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value))));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.StartsWith("Sónapok: ", PortalFixture.Words(page.QuerySelector("#errors li")), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".notice--done"));
        Assert.Contains("Sónapok", page.QuerySelector("table.register")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_ThatNamesWhatIsNotAmongTheDaysLookedAt_IsToldToTheOfficeAlone_AndItsKeyToNobodyElse()
    {
        var office = (await region.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync(RegionSeason.Slug, TestContext.Current.CancellationToken))!;
        var season = await region.Portal.Services.GetRequiredService<SeasonQueries>().ReadAsync(office, new SeasonSpan(new DateOnly(2027, 4, 1), new DateOnly(2027, 4, 30)), TestContext.Current.CancellationToken);
        var known = season.Entries[0].SeasonKey;
        var reason = new ConflictReason("same-audience", known, "a-secret-feast", [], 1, 1, 0, 0, 0, 10, 1);
        var texts = TextCatalogue.Shared.For("en");
        Assert.True(new BoardSentences(season, null, texts, null!).MayTell(reason));
        var hers = new BoardSentences(season, season.Entries[0].Organiser.Key, texts, null!);
        Assert.False(hers.MayTell(reason));
        Assert.Equal(texts["board.unseen"], hers.Other(reason, known));
        Assert.False(hers.MayTell(reason with { Code = "exam-week" }));
    }

    [Fact]
    public async Task Days_AndOrganisers_AreKeptByTheOffice()
    {
        using var wrong = await Coordinator.SendAsync(Desk + "/days/new", null, ("names.hu", "Érettségi"), ("first", "someday"), ("kind", "exam-week"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("someday", (await DeskClient.ParseAsync(wrong)).QuerySelector("#first")?.GetAttribute("value"));
        using var day = await Coordinator.SendAsync(Desk + "/days/new", null, ("names.hu", "Érettségi"), ("first", "2027-06-07"), ("last", "2027-06-18"), ("kind", "exam-week"), ("country", "RO"), ("audiences", "students"));
        Assert.Equal(Desk + "/days", day.Headers.Location?.OriginalString);
        Assert.Contains("Érettségi", (await Coordinator.PageAsync($"{Desk}?from=2027-06-01&to=2027-06-30")).QuerySelector("table.board")!.TextContent, StringComparison.Ordinal);

        using var organiser = await Coordinator.SendAsync(Desk + "/organisers/new", null, ("names.hu", "Gyimesi Művelődési Ház"), ("latitude", "46.6"), ("longitude", "25.9"), ("email", "haz@example.org"));
        Assert.Equal(Desk + "/organisers/gyimesi-muvelodesi-haz", organiser.Headers.Location?.OriginalString);
        using var busy = await Coordinator.SendAsync(Desk + "/organisers/sosvar", "Remove");
        Assert.Equal(HttpStatusCode.BadRequest, busy.StatusCode);
        using var removed = await Coordinator.SendAsync(Desk + "/organisers/gyimesi-muvelodesi-haz", "Remove");
        Assert.Equal(Desk + "/organisers", removed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Coordination_WithWhatSomebodyHasBooked_IsRefusedWithWhoHasIt()
    {
        const string first = $"/{RegionSeason.Slug}/office/activities/fenyoszereda-village-day/coordination";
        (await Coordinator.SendAsync(first, null, ("booked", "Megyei mozgószínpad"))).Dispose();
        Assert.Contains("Megyei mozgószínpad", (await Coordinator.PageAsync($"{Desk}/bookings?from=2027-08-01&to=2027-08-31")).Body!.TextContent, StringComparison.Ordinal);
        using var second = await Coordinator.SendAsync($"/{RegionSeason.Slug}/office/activities/havasmiklos-village-day/coordination?lang=en", null, ("booked", "MEGYEI mozgószínpad"));
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("Fenyőszereda", PortalFixture.Words((await DeskClient.ParseAsync(second)).QuerySelector("#booked-error")), StringComparison.Ordinal);
    }

    private async Task<string> AddressAsync(string organiser)
    {
        var page = $"{Desk}/organisers/{organiser}";
        using var made = await Coordinator.SendAsync(page + "?lang=hu", "Link", ("open", "true"));
        var notice = (await Coordinator.PageAsync(made.Headers.Location!.OriginalString)).Body!.TextContent;
        return System.Text.RegularExpressions.Regex.Match(notice, $"/{RegionSeason.Slug}/[a-z]{{2}}/programme/[A-Za-z0-9_-]+").Value;
    }
}
