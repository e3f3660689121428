using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>News written, previewed, published, changed by two, removed.</summary>
public sealed class KeepingNewsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task News_WrittenAndPublished_IsNowhereBeforeAndEverywhereAfter()
    {
        var address = await WrittenAsync("Zala küldöttsége Csíkban", ("partner-0", "zala"), ("activity-0", "szekely-hetek-2010"), ("category", "visit"), ("text.hu", "Megérkeztek.\n\n- Ketten"));
        var key = address.Split('/')[^1];
        Assert.Contains("Megérkeztek.", (await desk.As(OfficeRole.Reader).PageAsync(address)).QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        await AssertNowhereAsync(key, "Zala küldöttsége");

        await ChangedAsync(address, ("published", "2100-01-01"));
        await AssertNowhereAsync(key, "Zala küldöttsége");

        await ChangedAsync(address, ("published", "2020-05-06"));
        var page = await desk.Nobody.PageAsync($"/hargita/ro/news/{key}");
        Assert.Equal(["/hargita/ro/partners/zala", "/hargita/ro/activities/szekely-hetek-2010"], page.QuerySelectorAll(".record__side ul.plain a").Select(a => a.GetAttribute("href")));
        Assert.Equal("hu", page.QuerySelector("h1 [lang]")?.GetAttribute("lang"));
        Assert.Contains((await desk.Nobody.PageAsync("/hargita/hu/partners/zala", "Zala küldöttsége")).QuerySelectorAll("section[aria-labelledby=news] h3 a"), a => a.GetAttribute("href") == $"/hargita/hu/news/{key}");

        await ChangedAsync(address, ("until", "2020-06-01"));
        await AssertNowhereAsync(key, "Zala küldöttsége");
    }

    [Fact]
    public async Task Form_WithMistakes_NamesThemAndKeepsWhatWasTyped()
    {
        using var wrong = await Editor.SendAsync("/hargita/office/news/new", null, ("title.hu", "Kapunyitás"), ("published", "tavasszal"), ("text.hu", "Jöjjenek!"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.NotNull(page.QuerySelector("#published-error"));
        Assert.Equal("tavasszal", page.QuerySelector("#published")?.GetAttribute("value"));
        Assert.Contains("Jöjjenek!", page.QuerySelector("[name='text.hu']")!.TextContent, StringComparison.Ordinal);
        using var untitled = await Editor.SendAsync("/hargita/office/news/new", null, ("published", "2026-05-01"), ("until", "2026-04-01"));
        var refused = await DeskClient.ParseAsync(untitled);
        Assert.NotNull(refused.QuerySelector("#title-hu-error"));
        Assert.NotNull(refused.QuerySelector("#until-error"));
    }

    [Fact]
    public async Task News_ChangedBySomebodyElseMeanwhile_IsShownAndNotOverwritten()
    {
        var address = await WrittenAsync("Közös hír");
        var version = (await Editor.PageAsync(address + "/edit")).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await ChangedAsync(address, ("lead.hu", "Az egyik"));
        using var late = await Editor.SendAsync(address + "/edit", null, ("version", version), ("title.hu", "Közös hír"), ("lead.hu", "A másik"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Az egyik", (await DeskClient.ParseAsync(late)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_Removed_IsGoneAndTheHistoryKnowsIt()
    {
        var address = await WrittenAsync("Téves hír");
        Assert.Null((await desk.As(OfficeRole.Reader).PageAsync(address)).QuerySelector("form[action*='handler=Remove']"));
        using var removed = await Editor.SendAsync(address, "Remove");
        Assert.Equal("/hargita/office/news", removed.Headers.Location?.OriginalString);
        using var gone = await Editor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("Téves hír", (await Editor.PageAsync($"/hargita/office/history/news/{address.Split('/')[^1]}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> WrittenAsync(string title, params (string, string)[] more)
    {
        using var answer = await Editor.SendAsync("/hargita/office/news/new", null, [("title.hu", title), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task ChangedAsync(string address, params (string, string)[] fields)
    {
        using var answer = await Editor.SendAsync(address + "/edit", null, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task AssertNowhereAsync(string key, string words)
    {
        Assert.DoesNotContain(words, await TextAsync($"/hargita/hu/news/{key}", without: words), StringComparison.Ordinal);
        using var page = await desk.Nobody.GetAsync($"/hargita/hu/news/{key}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        foreach (var address in (string[])["/hargita/hu", "/hargita/hu/news", "/hargita/hu/news.atom", "/hargita/hu/news.json", "/hargita/hu/news.csv", "/hargita/hu/partners/zala", "/hargita/hu/changes", "/sitemap.xml"])
        {
            var text = await TextAsync(address, without: key);
            Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A kept page hears of a change a moment later.</summary>
    private async Task<string> TextAsync(string address, string without)
    {
        var text = "";
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var answer = await desk.Nobody.GetAsync(address);
            text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!text.Contains(without, StringComparison.Ordinal)) break;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return text;
    }
}
