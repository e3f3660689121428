using System.Net;
using System.Text;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An editor imports what a partner holds about an agreement.</summary>
public sealed class TheirDataTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Partner = "/hargita/office/partners/bacs-kiskun";
    private const string Page = Partner + "/their-data";
    private const string Agreement = "/hargita/office/agreements/bacs-kiskun-19-1994";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Table_ReadTickedAndTaken_StandsBesideOurs_OnceInTheHistory()
    {
        Assert.NotNull((await Editor.PageAsync(Partner)).QuerySelector($"a[href='{Page}']"));
        var table = "partner,kind,decision,date,url\r\nHargita megye,friendship,44/1995,1991-03,https://bacs.example/hargita\r\nZala,twinning,1/1990,1990,\r\n";
        using var read = await Editor.UploadAsync(Page, "Read", "file", "egyuttmukodesek.csv", Encoding.UTF8.GetBytes(table));
        var proposal = await DeskClient.ParseAsync(read);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Contains("Of us it says 1 agreement.", proposal.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(proposal.QuerySelectorAll("input[name=take]"), box => Assert.False(box.HasAttribute("checked")));
        Assert.Contains("44/1995", proposal.QuerySelector("select option[selected]")?.TextContent, StringComparison.Ordinal);

        using var nothing = await Editor.SendAsync(proposal, Page, "Take", ("title", "Bács-Kiskun"));
        var again = await DeskClient.ParseAsync(nothing);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal("Bács-Kiskun", again.QuerySelector("#title")?.GetAttribute("value"));
        Assert.DoesNotContain("44/1995", (await Editor.PageAsync(Agreement)).Body!.TextContent, StringComparison.Ordinal);

        using var taken = await Editor.SendAsync(again, Page, "Take", ("take", "bacs-kiskun-19-1994"), ("date", "2026-10"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var page = await Editor.PageAsync(Agreement);
        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=halves] .badge").Length);
        Assert.Contains("Bács-Kiskun", page.QuerySelector("section[aria-labelledby=halves] .source")?.TextContent, StringComparison.Ordinal);
        var history = await Editor.PageAsync("/hargita/office/history/agreement/bacs-kiskun-19-1994");
        Assert.Single(history.QuerySelectorAll(".entry"), e => e.TextContent.Contains("44/1995", StringComparison.Ordinal));
        Assert.Contains((await Editor.PageAsync("/hargita/office")).QuerySelectorAll(".need--contradicted"), n => n.TextContent.Contains("Kiskun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_ThatIsWrong_IsRefusedWithItsLine_AndStaysInTheForm()
    {
        using var refused = await Editor.SendAsync(Page, "Read", ("pasted", "partner,kind,date\nHargita megye,empire,1994"));
        var page = await DeskClient.ParseAsync(refused);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Line 2", page.QuerySelector("#pasted-error")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("empire", page.QuerySelector("#pasted")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"title":"x","entries":[null]}""")]
    [InlineData("""{"title":"x","entries":[{"kind":"empire","dates":[]}]}""")]
    public async Task Take_OfSomethingThatWasNeverFound_IsRefused(string found)
    {
        using var read = await Editor.SendAsync(Page, "Read", ("pasted", "partner,kind,date\nHargita megye,twinning,1994"));
        using var answer = await Editor.SendAsync(await DeskClient.ParseAsync(read), Page, "Take", ("found", found), ("take", "bacs-kiskun-19-1994"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
