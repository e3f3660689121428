using System.Net;
using System.Text;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>The library kept at the desk and read on the portal; documents of memberships.</summary>
public sealed class LibraryTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Publication_AddedWithItsFile_IsFoundByWhatStandsInTheFileOnceItIsPublic()
    {
        var address = await AddedAsync("Jó gyakorlat a hulladékról", ("kind", "good-practice"), ("authors", "Nagy Réka\nKiss Olga"), ("year", "2021"), ("abstract.hu", "Így <script>alert(1)</script> csinálják."), ("activity-0", "szekely-hetek-2010"));
        var key = address.Split('/')[^1];
        await UploadedAsync(address + "/files", "A komposztálás a háztartásoknál kezdődik.");
        Assert.Contains("Nagy Réka, Kiss Olga", (await desk.As(OfficeRole.Reader).PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await desk.Nobody.PageAsync("/hargita/hu/library?q=komposztálás")).QuerySelectorAll(".card"));
        using (var hidden = await desk.Nobody.GetAsync($"/hargita/hu/library/{key}")) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await ChangedAsync(address, ("isPublic", "true"));
        var found = await desk.Nobody.PageAsync("/hargita/ro/library?q=komposztálások&language=hu&year=2021&kind=good-practice");
        Assert.Equal($"/hargita/ro/library/{key}", found.QuerySelector(".card a")?.GetAttribute("href"));
        Assert.Equal("komposztálás", found.QuerySelector(".card mark")?.TextContent);
        Assert.Empty(found.QuerySelectorAll(".card script"));
        Assert.Empty((await desk.Nobody.PageAsync("/hargita/ro/library?q=komposztálások&language=sv")).QuerySelectorAll(".card"));
        var page = await desk.Nobody.PageAsync($"/hargita/en/library/{key}");
        Assert.Equal("/hargita/en/activities/szekely-hetek-2010", page.QuerySelector("section[aria-labelledby=cited] a")?.GetAttribute("href"));
        using var file = await desk.Nobody.GetAsync(page.QuerySelector("section[aria-labelledby=read] a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.NotNull((await desk.Nobody.PageAsync("/hargita/hu/activities/szekely-hetek-2010", "Jó gyakorlat")).QuerySelector($"a[href='/hargita/hu/library/{key}']"));
        Assert.NotNull((await Editor.PageAsync("/hargita/office/activities/szekely-hetek-2010")).QuerySelector($"a[href='{address}']"));
        Assert.NotNull((await Editor.PageAsync("/hargita/office/search?q=hulladekrol")).QuerySelector($"a[href='{address}']"));
        foreach (var ending in (string[])["csv", "atom"]) Assert.Contains(key, await TextAsync($"/hargita/hu/library.{ending}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithMistakes_NamesThemAndKeepsWhatWasTyped()
    {
        using var wrong = await Editor.SendAsync("/hargita/office/library/new", null, ("authors", "Nagy Réka"), ("language", "hu"), ("kind", "study"), ("year", "tavaly"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.NotNull(page.QuerySelector("#year-error"));
        Assert.Equal("tavaly", page.QuerySelector("#year")?.GetAttribute("value"));
        Assert.Contains("Nagy Réka", page.QuerySelector("#authors")!.TextContent, StringComparison.Ordinal);
        using var untitled = await Editor.SendAsync("/hargita/office/library/new", null, ("language", "hu"), ("kind", "study"), ("url", "ftp://a"));
        var refused = await DeskClient.ParseAsync(untitled);
        Assert.NotNull(refused.QuerySelector("#title-hu-error"));
        Assert.NotNull(refused.QuerySelector("#url-error"));
    }

    [Fact]
    public async Task Publication_ChangedBySomebodyElseMeanwhile_IsNotOverwrittenAndTheHistoryRestoresIt()
    {
        var address = await AddedAsync("Közös tanulmány", ("kind", "study"));
        var version = (await Editor.PageAsync(address + "/edit")).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await ChangedAsync(address, ("year", "1999"));
        using var late = await Editor.SendAsync(address + "/edit", null, ("version", version), ("year", "2001"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var history = $"/hargita/office/history/publication/{address.Split('/')[^1]}";
        Assert.Contains("1999", (await Editor.PageAsync(history)).Body!.TextContent, StringComparison.Ordinal);
        using var removed = await Editor.SendAsync(address, "Remove");
        Assert.Equal("/hargita/office/library", removed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task DocumentOfAMembership_Published_IsDownloadedFromThePortalAndOnlyThen()
    {
        const string Documents = "/hargita/office/memberships/aer/documents";
        await UploadedAsync(Documents, "Határozat a csatlakozásról.", "Csatlakozási határozat");
        var row = (await desk.As(OfficeRole.Approver).PageAsync(Documents)).QuerySelector("form[action*='handler=Publish']")!;
        var id = row.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        using (var hidden = await desk.Nobody.GetAsync($"/hargita/hu/documents/{id}")) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("Csatlakozási határozat", await TextAsync("/hargita/hu/memberships"), StringComparison.Ordinal);
        Assert.Null((await Editor.PageAsync(Documents)).QuerySelector("form[action*='handler=Publish']"));
        using (var published = await desk.As(OfficeRole.Approver).SendAsync(Documents, "Publish", ("id", id), ("isPublic", "true"))) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.NotNull((await desk.Nobody.PageAsync("/hargita/hu/memberships", "Csatlakozási határozat")).QuerySelector($"a[href='/hargita/hu/documents/{id}']"));
        using var open = await desk.Nobody.GetAsync($"/hargita/hu/documents/{id}");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Memberships_AsAFile_SayWhatTheFeeIsAndWhatIsDue()
    {
        using var answer = await desk.As(OfficeRole.Reader).GetAsync("/hargita/office/memberships?handler=File&ending=csv");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Contains("fee", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("fee,fee_amount,fee_currency,fee_bearer,contributor,next_due,page", lines[0], StringComparison.Ordinal);
        using var none = await desk.As(OfficeRole.Reader).GetAsync("/hargita/office/memberships?handler=File&ending=exe");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.DoesNotContain("next_due", await TextAsync("/hargita/hu/memberships.csv"), StringComparison.Ordinal);
    }

    private async Task<string> AddedAsync(string title, params (string, string)[] more)
    {
        using var answer = await Editor.SendAsync("/hargita/office/library/new", null, [("title.hu", title), ("language", "hu"), .. more]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.OriginalString;
    }

    private async Task ChangedAsync(string address, params (string, string)[] fields)
    {
        using var answer = await Editor.SendAsync(address + "/edit", null, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task UploadedAsync(string address, string text, string title = "Teljes szöveg")
    {
        using var answer = await Editor.UploadAsync(address, "Add", "file", "a.txt", Encoding.UTF8.GetBytes(text), ("title", title), ("language", "hu"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await desk.Nobody.GetAsync(address);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
