using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>Partners are added, changed, archived and merged at the desk; the portal shows it, and the history says who did it.</summary>
public sealed class KeepingPartnersTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Register = "/hargita/office/partners";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private DeskClient Approver => desk.As(OfficeRole.Approver);

    [Fact]
    public async Task Adding_APartner_PutsItOnThePortalAndIntoTheHistory()
    {
        var address = await AddAsync("Gyergyó Testvére", "Ștefan Vodă");
        Assert.Equal($"{Register}/stefan-voda", address);
        var portal = await desk.Nobody.PageAsync("/hargita/sv/partners/stefan-voda");
        Assert.Contains("Ștefan Vodă", portal.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        var entry = (await Editor.PageAsync("/hargita/office/history/partner/stefan-voda")).QuerySelector(".entry__meta");
        Assert.Contains("editor@example.org", entry?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_ThroughADoubleClick_AddsOnePartner()
    {
        var page = await Editor.PageAsync(Register + "/new");
        var values = New("Kettős", "Twice Town");
        using var first = await Editor.SendAsync(page, Register + "/new", null, values);
        using var second = await Editor.SendAsync(page, Register + "/new", null, values);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single((await Editor.PageAsync(Register + "?q=Twice")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Adding_WithAPlaceOfTheDirectory_PutsThePartnerOnTheMap()
    {
        (string, string)[] chosen = [.. New("Bologna városa", "Comune di Bologna").Where(v => v.Name != "country"), ("place", "Bologna"), ("placeId", "3181928")];
        using var elsewhere = await Editor.SendAsync(Register + "/new", null, [.. chosen, ("country", "SE")]);
        Assert.Equal("true", (await DeskClient.ParseAsync(elsewhere)).QuerySelector("#place")?.GetAttribute("aria-invalid"));
        using var added = await Editor.SendAsync(Register + "/new", null, [.. chosen, ("country", "IT")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("\"geonames\": 3181928", await (await desk.Nobody.GetAsync("/hargita/en/partners/comune-di-bologna.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_WithAWrongAddressOnTheWeb_SaysWhereAndLosesNothing()
    {
        using var refused = await Editor.SendAsync(Register + "/new", null, [.. New("Hibás", "Wrong Town"), ("websites", "not an address")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.Equal("Hibás", page.QuerySelector("#registeredName")?.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#websites")?.GetAttribute("aria-invalid"));
        Assert.Equal("#websites", page.QuerySelector(".error-summary a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Editing_WhileSomebodyElseSaves_ShowsBothAndOverwritesNothing()
    {
        var address = await AddAsync("Két kéz", "Two Hands");
        var mine = await Editor.PageAsync(address + "/edit");
        (await Approver.SendAsync(address + "/edit", null, ("registeredName", "Az övék"))).Dispose();
        using var conflict = await Editor.SendAsync(mine, address + "/edit", null, ("registeredName", "Az enyém"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await DeskClient.ParseAsync(conflict);
        Assert.Contains("Az övék", page.QuerySelector(".differences")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Az enyém", page.QuerySelector("#registeredName")?.GetAttribute("value"));
        using var chosen = await Editor.SendAsync(page, address + "/edit", null);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Az enyém", (await Editor.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_AnEarlierState_IsANewChange_AndTheHistoryKeepsAll()
    {
        var address = await AddAsync("Eredeti név", "Restored");
        (await Editor.SendAsync(address + "/edit", null, ("registeredName", "Új név"), ("reason", "átnevezés"))).Dispose();
        (await Editor.SendAsync(address + "/edit", null, ("registeredName", "Harmadik név"))).Dispose();
        var history = "/hargita/office/history/partner/restored";
        var page = await Approver.PageAsync(history);
        Assert.Contains("átnevezés", page.Body!.TextContent, StringComparison.Ordinal);
        var first = page.QuerySelectorAll(".entry").First(e => e.TextContent.Contains("átnevezés", StringComparison.Ordinal)).QuerySelector("input[name=entry]")!.GetAttribute("value")!;
        (await Approver.SendAsync(page, history, "Restore", ("entry", first))).Dispose();
        Assert.Contains("Eredeti név", (await Editor.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await Approver.PageAsync(history)).QuerySelectorAll(".entry").Length);
    }

    [Fact]
    public async Task Archiving_TakesItFromEveryList_AndItsPageStays()
    {
        var address = await AddAsync("Elköszönő", "Farewell");
        using (var byEditor = await Editor.SendAsync(await Approver.PageAsync(address), address, "Archive")) Assert.NotEqual(HttpStatusCode.OK, byEditor.StatusCode);
        (await Approver.SendAsync(address, "Archive")).Dispose();
        Assert.Empty((await Editor.PageAsync(Register + "?q=Farewell")).QuerySelectorAll("tbody tr"));
        Assert.Contains("Farewell", (await desk.Nobody.PageAsync("/hargita/en/partners/farewell", "Farewell")).QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        (await Approver.SendAsync(address, "TakeUp")).Dispose();
        Assert.Single((await Editor.PageAsync(Register + "?q=Farewell")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Merging_ADuplicate_BringsItsAgreementsAndArchivesIt()
    {
        var stays = await AddAsync("Egyik", "Stays");
        var goes = await AddAsync("Másik", "Goes");
        (await Editor.SendAsync(goes + "/agreements/new", null, ("kind", "friendship"), ("decision", "7/2001"))).Dispose();
        using var merged = await Approver.SendAsync(goes + "/merge", null, ("into", "stays"));
        Assert.Equal(stays, merged.Headers.Location?.OriginalString);
        Assert.Contains("7/2001", (await Editor.PageAsync(stays)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Archived", (await Editor.PageAsync(goes)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_AddedToAnArchivedPartner_GetsAKeyOfItsOwn()
    {
        var address = await AddAsync("Irattári", "Shelved");
        var added = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await Editor.SendAsync(address + "/agreements/new", null, ("kind", "friendship"), ("decision", $"{i}/2001"));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent);
            added.Add(answer.Headers.Location?.OriginalString);
            if (i == 0) (await Approver.SendAsync(address, "Archive")).Dispose();
        }

        Assert.Equal(2, added.Distinct().Count());
    }

    [Fact]
    public async Task Merging_ADuplicateWithDocumentsAndContacts_MovesThem_AndTheHistorySaysFromWhere()
    {
        var stays = await AddAsync("Maradó", "Has Papers");
        var goes = await AddAsync("Távozó", "Had Papers");
        foreach (var partner in new[] { stays, goes })
        {
            (await Editor.UploadAsync(partner + "/documents", "Add", "file", "minutes.txt", System.Text.Encoding.UTF8.GetBytes(partner), ("title", "Minutes"))).Dispose();
        }

        (await Editor.SendAsync(goes + "/contacts/new", null, ("name", "Moving Mária"), ("purpose", "visits"), ("source", "her card"))).Dispose();
        var id = (await Approver.PageAsync(goes + "/documents")).QuerySelector("tbody input[name=id]")!.GetAttribute("value")!;
        (await Approver.SendAsync(goes + "/merge", null, ("into", "has-papers"))).Dispose();
        var documents = await Approver.PageAsync(stays + "/documents");
        Assert.Equal(2, documents.QuerySelectorAll("tbody tr").Length);
        Assert.Single(documents.QuerySelectorAll("tbody .badge"), b => b.TextContent.Contains('2', StringComparison.Ordinal));
        Assert.Empty((await Approver.PageAsync(goes + "/documents")).QuerySelectorAll("tbody tr"));
        Assert.Contains("Moving Mária", (await Editor.PageAsync(stays)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Moving Mária", (await Editor.PageAsync(goes)).Body!.TextContent, StringComparison.Ordinal);
        var moved = (await Approver.PageAsync($"/hargita/office/history/document/{id}")).QuerySelector(".entry .differences")!.TextContent;
        Assert.Contains("had-papers", moved, StringComparison.Ordinal);
        Assert.Contains("has-papers", moved, StringComparison.Ordinal);
        using var hidden = await desk.Nobody.GetAsync($"/hargita/en/documents/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var open = await Editor.GetAsync($"/hargita/office/documents/{id}");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Theory]
    [InlineData("10 648", "10,648")]
    [InlineData("481,3", "481.3")]
    public async Task BaseFact_WithAFigureAsPeopleWriteIt_IsKeptAndShown(string typed, string shown)
    {
        var address = await AddAsync("Adatos", "Facts " + typed.Length);
        Editor.Cookies.Add(desk.Portal.Address, new Cookie("tessera-language", typed.Contains(',', StringComparison.Ordinal) ? "hu" : "en"));
        (await Editor.SendAsync(address + "/facts/new", null, ("kind", "population"), ("value", typed), ("unit", "people"), ("asOf", "2021"))).Dispose();
        Editor.Cookies.Add(desk.Portal.Address, new Cookie("tessera-language", "en"));
        Assert.Contains(shown, (await Editor.PageAsync(address)).QuerySelector("table.facts")?.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> AddAsync(string registered, string name)
    {
        using var added = await Editor.SendAsync(Register + "/new", null, New(registered, name));
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(added)).QuerySelector(".error-summary")?.TextContent);
        return added.Headers.Location!.OriginalString;
    }

    private static (string Name, string Value)[] New(string registered, string name) =>
        [("registeredName", registered), ("names.en", name), ("kind", "cooperation"), ("country", "MD"), ("authorityKind", "municipality")];
}
