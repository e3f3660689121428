using System.Net;
using System.Text;
using System.Text.Json;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>Figures that an activity is expected to bring: entered, compared with what was counted, downloaded, and nobody else's business.</summary>
public sealed class FiguresTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Activities = "/hargita/office/activities";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Figures_ExpectedAndCounted_StandBesideEachOther_AtTheDeskAlone()
    {
        using var wrong = await Editor.SendAsync(Activities + "/new", null, ("title.hu", "Szűrőmisszió"), ("kind", "mission"), ("purpose", ""), ("start", "2026-03-02"), ("figure-0", "screened"), ("value-0", "many"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var refused = await DeskClient.ParseAsync(wrong);
        Assert.Equal(("many", true), (refused.QuerySelector("#value-0")?.GetAttribute("value"), refused.QuerySelector("#value-0-error") is not null));

        using var made = await Editor.SendAsync(Activities + "/new", null, ("title.hu", "Szűrőmisszió"), ("kind", "mission"), ("purpose", ""), ("start", "2026-03-02"), ("public", "true"),
            ("expected.hu", "Minden falu"), ("figure-0", "screened"), ("value-0", "1 100"), ("unit-0", "people"), ("figure-1", "delivered"), ("value-1", "2,5"), ("unit-1", "tonnes"));
        var mission = made.Headers.Location!.OriginalString;
        Assert.Equal(("screened", "1100"), await LineAsync(mission, 0));
        (await Editor.SendAsync(mission + "/edit", null, ("value-0", "1200"))).Dispose();
        var history = (await Editor.PageAsync($"/hargita/office/history/activity/{mission.Split('/')[^1]}")).Body!.TextContent;
        Assert.All((string[])["1100", "1200"], v => Assert.Contains(v, history, StringComparison.Ordinal));
        (await Editor.SendAsync(mission + "/step?step=confirm", null)).Dispose();
        var asked = await Editor.PageAsync(mission + "/step?step=hold&lang=en");
        Assert.Contains("Expected: 1,200 people", asked.QuerySelector("#value-0-hint")!.TextContent, StringComparison.Ordinal);
        (await Editor.SendAsync(mission + "/step?step=hold", null, ("value-0", "900"), ("figure-1", "delivered"), ("value-1", "3000"), ("unit-1", "kilograms"))).Dispose();

        var page = await Editor.PageAsync(mission + "?lang=en");
        var rows = page.QuerySelectorAll("section[aria-labelledby=figures] tbody tr").Select(r => string.Join('|', r.Children.Select(PortalFixture.Words))).ToList();
        Assert.Equal(["People screened people|1,200|900|75%", "Goods delivered tonnes|2.5|3|120%"], rows.Select(r => r.Replace(" %", "%", StringComparison.Ordinal)));

        // Saved again unchanged, nothing changes; what everybody reads is what was counted.
        (await Editor.SendAsync(mission + "/edit", null)).Dispose();
        Assert.Equal(2, (await Editor.PageAsync(mission)).QuerySelectorAll("section[aria-labelledby=figures] tbody tr").Length);
        var open = await desk.Nobody.PageAsync($"/hargita/en/activities/{mission.Split('/')[^1]}");
        Assert.Contains("900", open.QuerySelector("dl.figures")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1,200", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Minden falu", open.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OfAllFigures_IsDownloadedInEveryForm_ByThoseOfTheOffice()
    {
        var page = await Editor.PageAsync(Activities + "/figures?lang=en");
        Assert.Contains(page.QuerySelectorAll("table.register tbody tr"), r => r.TextContent.Contains("70", StringComparison.Ordinal) && r.TextContent.Contains("tonnes", StringComparison.Ordinal));
        foreach (var ending in (string[])["csv", "xlsx", "json"])
        {
            using var file = await Editor.GetAsync(page.QuerySelector($"a[href$='ending={ending}']")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (ending == "csv") Assert.StartsWith("\uFEFFtitle,kind,status,start,when,figure,unit,expected,counted,share,page", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            if (ending == "json") Assert.Contains(JsonDocument.Parse(bytes).RootElement.GetProperty("figures").EnumerateArray(), f => f.GetProperty("counted").ValueKind is JsonValueKind.Number && f.GetProperty("counted").GetDecimal() == 70);
        }

        using var other = await Editor.GetAsync(Activities + "/figures?handler=File&ending=pdf");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var stranger = await desk.Nobody.GetAsync(Activities + "/figures?handler=File&ending=csv");
        Assert.Contains("/account/sign-in", stranger.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private async Task<(string?, string?)> LineAsync(string activity, int line)
    {
        var form = await Editor.PageAsync(activity + "/edit");
        return (form.QuerySelector($"#figure-{line} option[selected]")?.GetAttribute("value"), form.QuerySelector($"#value-{line}")?.GetAttribute("value"));
    }
}
