using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A delegation at the desk: its terms with what is known of the body, its associations and people, its composition with every rule.</summary>
public sealed class DelegationsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Delegations = "/hargita/office/delegations";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task New_ForABodyAndACountry_FillsInWhatIsKnown_WithItsSources()
    {
        var page = await Editor.PageAsync($"{Delegations}/new?lang=en&body=congress&country=RO&first=2026-03-01");
        Assert.Equal("10", page.QuerySelector("#seats-representative-none")!.GetAttribute("value"));
        Assert.Equal("10", page.QuerySelector("#seats-substitute-none")!.GetAttribute("value"));
        Assert.Equal("30", page.QuerySelector("#sexShare")!.GetAttribute("value"));
        Assert.Equal("2031-02-28", page.QuerySelector("#last")!.GetAttribute("value"));
        Assert.StartsWith("https://", page.QuerySelector("#seatSource")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("Not verified", PortalFixture.Words(page.QuerySelector("section[aria-labelledby=known]")), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=known] a[href^='https://droit-bilingue.ch/']"));
    }

    [Fact]
    public async Task New_WithSeatsOfNoSource_IsRefused_AndKeepsWhatWasTyped_ThenIsInTheList()
    {
        const string address = Delegations + "/new?lang=en&body=congress&country=AT&first=2026-03-01";
        using var refused = await Editor.SendAsync(address, null, ("names.hu", "Osztrák küldöttség"), ("seats-representative-none", "9"), ("seatSource", ""), ("quota-values-0", "Tirol; Wien"), ("quota-trait-0", "region"), ("secretaryEmail", "nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.NotNull(page.QuerySelector("#seatSource-error"));
        Assert.NotNull(page.QuerySelector("#quota-values-0-error"));
        Assert.NotNull(page.QuerySelector("#secretaryName-error, #secretaryEmail-error"));
        Assert.Equal("9", page.QuerySelector("#seats-representative-none")!.GetAttribute("value"));
        Assert.Equal("Tirol; Wien", page.QuerySelector("#quota-values-0")!.GetAttribute("value"));
        using var added = await Editor.SendAsync(page, address, null, ("seatSource", "The ministry's letter"), ("quota-least-0", "1"), ("quota-severity-0", "warning"), ("secretaryEmail", ""));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var row = PortalFixture.Words((await Editor.PageAsync(Delegations + "?lang=hu")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Osztrák küldöttség", StringComparison.Ordinal)));
        Assert.Contains("Európa Tanács", row, StringComparison.Ordinal);
        Assert.Contains("15 helyből 0", row, StringComparison.Ordinal);
        Assert.Contains("Fel kell hívni a szövetségeket", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_ChangedBySomebodyElseMeanwhile_AreNotOverwritten()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "BG");
        var opened = await Editor.PageAsync(made.Address + "/terms?lang=en");
        using (var first = await Editor.SendAsync(made.Address + "/terms", null, ("names.en", "First"))) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await Editor.SendAsync(opened, made.Address + "/terms?lang=en", null, ("names.en", "Second"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("Second", (await DeskClient.ParseAsync(second)).QuerySelector("#names-en")!.GetAttribute("value"));
        Assert.Equal("First", (await made.ViewAsync()).Terms.Names["en"]);
    }

    [Fact]
    public async Task Associations_AddedAndGivenAnAddress_ShowItOnce()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "HR");
        using (var refused = await Editor.SendAsync(made.Address + "/associations/new?lang=en", null, ("names.en", ""), ("email", "x@example.org")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("x@example.org", (await DeskClient.ParseAsync(refused)).QuerySelector("#email")!.GetAttribute("value"));
        }

        using (var added = await Editor.SendAsync(made.Address + "/associations/new", null, ("names.en", "West Example Association"), ("language", "hu"))) Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var west = (await made.ViewAsync()).Proposers.Single(p => p.Names["en"] == "West Example Association");
        using var link = await Editor.SendAsync($"{made.Address}/associations/{west.Key}", "Link");
        var shown = await Editor.PageAsync(link.Headers.Location!.OriginalString);
        Assert.Contains("/hargita/hu/propose/", shown.QuerySelector(".notice--done")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/propose/", (await Editor.PageAsync($"{made.Address}/associations/{west.Key}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await made.ViewAsync()).Proposers.Single(p => p.Key == west.Key).LinkMadeAt);
    }

    [Fact]
    public async Task Letters_WithoutAMailServer_GiveTheAddressesToPassOn_AndNoneWaits()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "IE");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        (await Editor.SendAsync(made.Address + "/stages", "Call", ("call-on", $"{today.AddYears(-2):yyyy-MM-dd}"), ("call-until", $"{today.AddDays(9):yyyy-MM-dd}"))).Dispose();
        var letters = made.Address + "/letters";
        var page = await Editor.PageAsync(letters + "?lang=en");
        Assert.Contains("sends no mail", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("details pre").Length);
        using var told = await Editor.SendAsync(letters, null);
        var shown = await Editor.PageAsync(told.Headers.Location!.OriginalString);
        Assert.Equal(2, shown.QuerySelector(".notice--done")!.TextContent.Split("/hargita/en/propose/").Length - 1);
        Assert.Empty(shown.QuerySelectorAll("main section li"));
        Assert.All((await made.ViewAsync()).Proposers, p => Assert.NotNull(p.LinkMadeAt));
    }

    [Fact]
    public async Task People_OfAReader_ShowNoTraits_AndAnEditorsReadingIsWrittenDown()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "CZ");
        var anna = await made.PersonAsync("Anna");
        var reader = desk.As(OfficeRole.Reader);
        var seen = PortalFixture.Words((await reader.PageAsync(made.Address + "/people?lang=en")).QuerySelector("main"));
        Assert.Contains("Példa Anna", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("1980", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Who has read", seen, StringComparison.Ordinal);
        using (var forbidden = await reader.GetAsync($"{made.Address}/people/{anna.Id}")) Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        var form = await Editor.PageAsync($"{made.Address}/people/{anna.Id}?lang=en");
        Assert.Equal("female", form.QuerySelector("#sex option[selected]")!.GetAttribute("value"));
        Assert.Contains("each reading is written down", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A person's form", PortalFixture.Words((await Editor.PageAsync(made.Address + "/people?lang=en")).QuerySelector("section[aria-labelledby=readings]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WithWhatCannotBe_IsRefused_ThenKept_ThenErased()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "DK");
        using (var refused = await Editor.SendAsync(made.Address + "/people/new?lang=en", null, ("name", "Példa Nóra"), ("mandateSince", "2025-01-01"), ("mandateUntil", "2024-01-01"), ("birthYear", "1999x"), ("email", "n@example.org")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await DeskClient.ParseAsync(refused);
            Assert.NotNull(page.QuerySelector("#birthYear-error"));
            Assert.Equal(("Példa Nóra", "1999x"), (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("#birthYear")!.GetAttribute("value")));
        }

        using (var kept = await Editor.SendAsync(made.Address + "/people/new", null, ("name", "Példa Nóra"), ("representativeRank", "11"), ("sex", "female"), ("post-title-0.en", "vice-president"), ("post-from-0", "2025-05-01"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var nora = await made.PersonAsync("Nóra");
        Assert.Equal("vice-president", Assert.Single(nora.Posts).Title["en"]);
        Assert.Null(nora.SubstituteRank);
        using (var erased = await Editor.SendAsync($"{made.Address}/people/{nora.Id}", "Erase")) Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.DoesNotContain((await made.ViewAsync()).People, p => p.Id == nora.Id);
    }

    [Theory]
    [InlineData("EE", "en", "Of women and of men there must be at least 2 each", "for")]
    [InlineData("GE", "hu", "a nők és a férfiak száma külön-külön legalább 2", "helyett")]
    [InlineData("GR", "sv", "av vardera könet", "i stället för")]
    [InlineData("IS", "ro", "Atât femeile, cât și bărbații", "în locul")]
    public async Task Compose_WithABrokenShare_SaysWhoAndWhy_AndOneButtonMendsIt(string country, string language, string wrong, string exchange)
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", country)).SeatedAsync();
        var address = $"{made.Address}/compose?lang={language}";
        var page = await Editor.PageAsync(address);
        var verdict = Assert.Single(page.QuerySelectorAll(".verdict--blocking"));
        var said = PortalFixture.Words(verdict);
        Assert.Contains(wrong, said, StringComparison.Ordinal);
        Assert.Contains("Példa Anna", said, StringComparison.Ordinal);
        Assert.Contains(exchange, said, StringComparison.Ordinal);
        Assert.Single(verdict.QuerySelectorAll("button"));
        Assert.Equal(6, page.QuerySelectorAll("section[aria-labelledby=seats] button").Length);
        using (var mended = await Editor.SendAsync(address, "Apply")) Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Empty((await Editor.PageAsync(address)).QuerySelectorAll(".verdict--blocking"));
    }

    [Fact]
    public async Task Compose_AskedForTheBest_ProvesIt_OffersAlternatives_AndOneButtonTakesOne()
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "LV")).SeatedAsync();
        var page = await Editor.PageAsync(made.Address + "/compose?lang=en&best=true");
        var proposals = page.QuerySelectorAll(".composition");
        Assert.Equal(4, proposals.Length);
        Assert.Contains("it is proven that there is no better one", page.QuerySelector("section[aria-labelledby=proposal]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Differs from the best", proposals[1].TextContent, StringComparison.Ordinal);
        var seats = proposals[0].QuerySelector("input[name=seats]")!.GetAttribute("value")!;
        using (var taken = await Editor.SendAsync(made.Address + "/compose", "Apply", ("seats", seats))) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(6, (await made.ViewAsync()).Seatings.Count);
        Assert.Contains("This is the present composition", (await Editor.PageAsync(made.Address + "/compose?lang=en&best=true")).QuerySelector(".composition")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_ByHand_SeatsAndTakesOff_AndASeatThatIsTakenIsRefused()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "LU");
        var (anna, bela) = (await made.PersonAsync("Anna"), await made.PersonAsync("Béla"));
        var page = await Editor.PageAsync(made.Address + "/compose?lang=en&q=anna");
        Assert.Equal(["Representative – Példa Anna", "Substitute – Példa Anna"], page.QuerySelectorAll("section[aria-labelledby=candidates] tbody button").Select(b => PortalFixture.Words(b)));
        using (var seated = await Editor.SendAsync(made.Address + "/compose", "Seat", ("seat", $"{anna.Id:N}-representative-none"))) Assert.Equal(HttpStatusCode.Redirect, seated.StatusCode);
        var seating = Assert.Single((await made.ViewAsync()).Seatings);
        using (var refused = await Editor.SendAsync(made.Address + "/compose?lang=en", "Seat", ("seat", $"{bela.Id:N}-representative-regions")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("No seat of this kind is free", (await DeskClient.ParseAsync(refused)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        }

        using (var off = await Editor.SendAsync(made.Address + "/compose", "Unseat", ("seating", seating.Id.ToString()))) Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Empty((await made.ViewAsync()).Seatings);
        using var forbidden = await desk.As(OfficeRole.Reader).GetAsync(made.Address + "/compose");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }
}
