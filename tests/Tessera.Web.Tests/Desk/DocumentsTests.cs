using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>Documents are checked, kept, handed out to whom they are for, and found by what stands in them.</summary>
public sealed class DocumentsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Page = "/hargita/office/partners/bekes/documents";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private DeskClient Approver => desk.As(OfficeRole.Approver);

    [Fact]
    public async Task Upload_OfAText_IsListedHashedAndFoundByItsWords()
    {
        await UploadAsync(Editor, "Jegyzőkönyv", "jegyzokonyv.txt", "A küldöttség Gyulán tárgyalt a szűrővizsgálatról.");
        var listed = (await Editor.PageAsync(Page)).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Jegyzőkönyv", StringComparison.Ordinal));
        Assert.Contains("the office", listed.TextContent, StringComparison.Ordinal);
        var found = await Editor.PageAsync("/hargita/office/search?q=szurovizsgalat");
        Assert.Contains("Jegyzőkönyv", found.QuerySelector("#hits-Document")?.ParentElement?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_OfOneTitleAtTheSameTime_AreVersionsOfTheirOwn()
    {
        var services = desk.Portal.Services;
        var office = (await services.GetRequiredService<OfficeQueries>().FindAsync("hargita", CancellationToken.None))!;
        var documents = services.GetRequiredService<DocumentService>();
        var uploads = Enumerable.Range(1, 6).Select(i => Task.Run(() => documents.AddAsync(
            office, "zala", new SentDocument($"{i}.txt", Encoding.UTF8.GetBytes($"Text {i}."), null, "All at once", null, false), new Edit("editor"), CancellationToken.None)));
        Assert.All(await Task.WhenAll(uploads), u => Assert.NotNull(u.Id));
        var versions = (await documents.OfPartnerAsync(office, "zala", publicOnly: false, CancellationToken.None)).Where(d => d.Title == "All at once").Select(d => d.Version);
        Assert.Equal(Enumerable.Range(1, 6), versions.Order());
    }

    [Fact]
    public async Task Document_OfTheOffice_IsNotOnThePortal_UntilItIsPublished()
    {
        var id = await UploadAsync(Editor, "Acord semnat", "acord.txt", "Acord de cooperare.");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk.Nobody, $"/hargita/ro/documents/{id}"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(desk.Nobody, $"/hargita/office/documents/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk.Stranger, $"/svenljunga/office/documents/{id}"));
        Assert.DoesNotContain("Acord semnat", (await desk.Nobody.PageAsync("/hargita/ro/partners/bekes", "Acord semnat", says: false)).Body!.TextContent, StringComparison.Ordinal);
        (await Approver.SendAsync(Page, "Publish", ("id", id), ("isPublic", "true"))).Dispose();
        using var open = await desk.Nobody.GetAsync($"/hargita/ro/documents/{id}");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal("attachment", open.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", open.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await EventuallyAsync(async () => (await desk.Nobody.PageAsync("/hargita/ro/partners/bekes")).Body!.TextContent.Contains("Acord semnat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editor_WhoPublishes_IsNotAllowed()
    {
        var id = await UploadAsync(Editor, "Not yet", "not-yet.txt", "x y z", ("isPublic", "true"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk.Nobody, $"/hargita/en/documents/{id}"));
        using var refused = await Editor.SendAsync(await Approver.PageAsync(Page), Page, "Publish", ("id", id), ("isPublic", "true"));
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk.Nobody, $"/hargita/en/documents/{id}"));
    }

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG")]
    [InlineData("page.pdf", "<!doctype html><script>alert(1)</script>", "")]
    [InlineData("empty.pdf", "", "empty")]
    public async Task Upload_OfWhatIsNoDocument_IsRefusedInWords_AndKeepsTheTitle(string name, string content, string said)
    {
        using var refused = await Editor.UploadAsync(Page, "Add", "file", name, Encoding.UTF8.GetBytes(content), ("title", "Megmarad"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.Contains(said, page.QuerySelector("#file-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Megmarad", page.QuerySelector("#title")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Upload_TwiceUnderOneTitle_IsTheSecondVersion_AndBothStay()
    {
        var first = await UploadAsync(Editor, "Report", "one.txt", "first words");
        var second = await UploadAsync(Editor, "Report", "two.txt", "second words");
        using var old = await Editor.GetAsync($"/hargita/office/documents/{first}");
        Assert.Equal("first words", await old.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(first, second);
        Assert.Contains("version 2", (await Editor.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_OfAnAgreement_NamesTheDocumentThatProvesIt()
    {
        var id = await UploadAsync(Editor, "Proof", "proof.txt", "signed and sealed");
        const string agreement = "/hargita/office/agreements/bekes-54-1996";
        using var recorded = await Approver.SendAsync(agreement + "/step", null, ("kind", "renewed"), ("day", "2016"), ("stage", ""), ("document", id));
        Assert.Equal(agreement, recorded.Headers.Location?.OriginalString);
        Assert.NotNull((await Editor.PageAsync(agreement)).QuerySelector($"a[href='/hargita/office/documents/{id}']"));
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 40; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Not within two seconds.");
    }

    private static async Task<string> UploadAsync(DeskClient client, string title, string name, string content, params (string Name, string Value)[] more)
    {
        using var sent = await client.UploadAsync(Page, "Add", "file", name, Encoding.UTF8.GetBytes(content), [("title", title), .. more]);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(sent)).QuerySelector(".error-summary")?.TextContent);
        var page = await client.PageAsync(Page);
        return page.QuerySelectorAll("tbody th a").First(a => a.TextContent == title).GetAttribute("href")!.Split('/')[^1];
    }
}
