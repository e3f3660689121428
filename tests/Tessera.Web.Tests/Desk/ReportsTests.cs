using System.Net;
using Tessera.Domain.Offices;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A reader's report at the desk: it needs somebody until somebody has dealt with it.</summary>
public sealed class ReportsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Report_OfAReader_StandsOnTheDesk_UntilAnEditorHasDealtWithIt()
    {
        using var sent = await desk.Nobody.SendAsync("/hargita/en/report", null, ("about", "/hargita/en/partners"), ("message", "The <b>year</b> is wrong.\nIt was 1994."));
        var editor = desk.As(OfficeRole.Editor);
        var need = Assert.Single((await editor.PageAsync("/hargita/office?lang=en")).QuerySelectorAll(".need--report"));
        Assert.Contains("The <b>year</b> is wrong. It was 1994.", need.TextContent, StringComparison.Ordinal);
        Assert.Equal("/hargita/office/reports", need.QuerySelector("a.button")?.GetAttribute("href"));
        var entry = Assert.Single((await editor.PageAsync("/hargita/office/reports")).QuerySelectorAll(".entry"));
        Assert.Equal("/hargita/en/partners", entry.QuerySelector("h2 a")?.GetAttribute("href"));

        using var done = await editor.SendAsync("/hargita/office/reports", "DealtWith");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Empty((await editor.PageAsync("/hargita/office")).QuerySelectorAll(".need--report"));
        var page = await editor.PageAsync("/hargita/office/reports");
        Assert.Contains("editor@example.org", page.QuerySelector(".entry__meta")?.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".entry button"));
    }
}
