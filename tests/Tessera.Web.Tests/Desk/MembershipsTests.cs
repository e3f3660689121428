using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>What a membership rests on, costs and brought, kept at the desk; the basis for the decision to stay or leave; what the portal says of it.</summary>
public sealed class MembershipsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Aer = "/hargita/office/memberships/aer";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Portal_WhereTheSourceIsSilent_SaysThatTheFeeIsNotKnown()
    {
        var cards = (await desk.Nobody.PageAsync("/hargita/en/memberships")).QuerySelectorAll("#aer dl div, #reghub dl div").Where(d => d.TextContent.Contains("Membership fee", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, cards.Count);
        Assert.All(cards, c => Assert.Contains("Not known", c.TextContent, StringComparison.Ordinal));
        Assert.Contains("Belügyminisztérium", (await desk.Nobody.PageAsync("/toosz/hu/memberships")).QuerySelector("#cemr dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithWhatCannotBe_SaysWhere_AndKeepsWhatWasTyped()
    {
        using var refused = await Editor.SendAsync(Aer + "?lang=en", null, ("fee-kind", "fixed"), ("fee-currency", "EUR"), ("invoice-year-0", "2026"), ("invoice-amount-0", "1 200,50"), ("person-name-0", "Anna Kiss"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.NotNull(page.QuerySelector("#fee-amount-error"));
        Assert.NotNull(page.QuerySelector("#invoice-currency-0-error"));
        Assert.NotNull(page.QuerySelector("#person-office-0-error"));
        Assert.Equal("1 200,50", page.QuerySelector("#invoice-amount-0")!.GetAttribute("value"));
        Assert.Equal("Anna Kiss", page.QuerySelector("#person-name-0")!.GetAttribute("value"));
        Assert.Equal("fixed", page.QuerySelector("#fee-kind option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_WithFeeInvoiceAndPerson_IsKept_AndTheBasisAndThePortalSayIt()
    {
        const string alda = "/hargita/office/memberships/alda";
        using var saved = await Editor.SendAsync(alda + "?lang=en", null,
            ("kind", "full"), ("decision-number", "77/2019"), ("noticeMonths", "6"), ("fee-kind", "formula"), ("fee-formula", "aer"), ("fee-population", "300000"), ("fee-relativeGdp", "0,5"), ("fee-bearer", "office"),
            ("invoice-year-0", "2019"), ("invoice-amount-0", "1200,5"), ("invoice-currency-0", "eur"), ("invoice-due-0", "2019-03-01"), ("person-name-0", "Anna Kiss"), ("person-office-0", "county councillor"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var basis = (await Editor.PageAsync(alda + "/basis?lang=en")).QuerySelector("main")!.TextContent;
        foreach (var said in (string[])["77/2019", "By a formula", "AER", "unverified", "Anna Kiss, county councillor", "Last day on which notice has effect", "No activity names this membership"]) Assert.Contains(said, basis, StringComparison.Ordinal);
        var portal = (await desk.Nobody.PageAsync("/hargita/en/memberships", "Anna Kiss")).QuerySelector("#alda")!.TextContent;
        Assert.Contains("Anna Kiss, county councillor", portal, StringComparison.Ordinal);
        Assert.DoesNotContain("1200", portal, StringComparison.Ordinal);
        var need = Assert.Single((await Editor.PageAsync("/hargita/office?lang=en")).QuerySelectorAll(".need--fee-due"));
        Assert.Contains("2019, 1200.5 EUR", need.TextContent, StringComparison.Ordinal);
        Assert.Equal(alda, need.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Basis_OfAReader_InFourLanguages_SaysWhatIsNotKnown_AndOffersNoEditing()
    {
        var reader = desk.As(OfficeRole.Reader);
        foreach (var (language, unknown) in new[] { ("en", "Not known"), ("hu", "Nem ismert"), ("sv", "Inte känd"), ("ro", "Nu se cunoaște") })
        {
            var page = await reader.PageAsync($"/hargita/office/memberships/reghub/basis?lang={language}");
            Assert.Contains(unknown, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(5, page.QuerySelectorAll("section[aria-labelledby=questions] li").Length);
            Assert.Null(page.QuerySelector("main .desk-actions"));
        }

        using var missing = await reader.GetAsync("/hargita/office/memberships/none/basis");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Activity_ThatNamesItsMembership_StandsInTheBasis()
    {
        using var saved = await Editor.SendAsync("/hargita/office/activities/szekely-hetek-2010/edit", null, ("membership", "reghub"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotNull((await Editor.PageAsync("/hargita/office/memberships/reghub/basis")).QuerySelector("section[aria-labelledby=brought] a[href$='/activities/szekely-hetek-2010']"));
    }
}
