using Microsoft.Playwright;
using Xunit;

namespace Tessera.EndToEnd.Tests;

/// <summary>What holds for every page: axe finds nothing, nothing scrolls sideways at 320 px, no other host is asked for anything.</summary>
public sealed class EveryPageTests(BrowserFixture browser)
{
    private static readonly string[] Pages =
    [
        "/{l}", "/hargita/{l}", "/hargita/{l}/partners", "/hargita/{l}/partners?q=zala", "/hargita/{l}/partners?q=qqqqqq", "/hargita/{l}/partners/borsod-abauj-zemplen", "/hargita/{l}/agreements",
        "/hargita/{l}/memberships", "/hargita/{l}/about", "/hargita/{l}/data", "/hargita/{l}/changes", "/hargita/{l}/report", "/hargita/{l}/accessibility", "/hargita/{l}/privacy",
        "/svenljunga/{l}", "/svenljunga/{l}/partners/chizhou", "/svenljunga/{l}/partners/tamsalu", "/svenljunga/{l}/about", "/toosz/{l}", "/toosz/{l}/partners", "/toosz/{l}/memberships",
        "/hargita/{l}/library", "/hargita/{l}/calendar/2010-05", "/hargita/{l}/calendar/year/2010", "/hargita/{l}/calendar/day/2010-05-07", "/hargita/{l}/calendar/week/2010-W18", "/hargita/{l}/calendar/map/2010-05", "/hargita/{l}/activities", "/hargita/{l}/activities/szekely-hetek-2010", "/svenljunga/{l}/calendar/balance", "/hargita/{l}/news", "/svenljunga/{l}/fields/kultur", "/svenljunga/{l}/fields/sport", "/hargita/{l}/news?category=youth", "/hargita/{l}/news/egyuttmukodes-a-romak-segiteseert",
        "/toosz/{l}/delegations", "/toosz/{l}/delegations/hungarian-delegation-to-the-congress-2021-2026-example-2021", "/hargita/{l}/delegations",
        "/hargita/{l}/nowhere",
    ];

    public static TheoryData<string> Languages => new(BrowserFixture.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryPage_InLightAndDarkAndAt320Pixels_IsForEverybody(string language)
    {
        await using var reader = await browser.ReaderAsync(language: language);
        var (pages, faults) = (await AllAsync(reader, language), new List<string>());
        await reader.BringAxeAsync();
        foreach (var page in pages)
        {
            await reader.Page.GotoAsync(page);
            faults.AddRange(await ForEverybody.FaultsAsync(reader.Page, page, inTheDark: language == "en"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(reader.Strangers);
        Assert.DoesNotContain(reader.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Applying_SentEmpty_SaysWhatIsWrongAt320Pixels(string language)
    {
        await using var reader = await browser.ReaderAsync(width: 320, language: language);
        await reader.Page.GotoAsync($"/toosz/{language}/activities/{browser.Tours.Open}/apply");
        await reader.Page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#errors")).ToBeVisibleAsync();
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("[...document.querySelectorAll('.error-summary a')].filter(a => !document.querySelector(a.getAttribute('href'))).length"));
        await Journeys.AnOfficerPlansAVisit.LookAtShownAsync(reader.Page, $"applying ({language}), refused");
    }

    [Fact]
    public async Task EveryPage_WithScriptsOff_ShowsItsWordsAndNoDeadButton()
    {
        await using var reader = await browser.ReaderAsync(scripts: false);
        foreach (var page in In("en"))
        {
            await reader.Page.GotoAsync(page);
            Assert.True(await reader.Page.Locator("h1").IsVisibleAsync(), page);
            Assert.Equal(0, await reader.Page.Locator("button[type=button]:visible").CountAsync());
        }
    }

    /// <summary>The pages above, and every partner's and agreement's page of the three offices where the language is English.</summary>
    private async Task<IReadOnlyList<string>> AllAsync(Reader reader, string language)
    {
        var pages = In(language).ToList();
        if (language != "en") return pages;
        foreach (var list in new[] { "/hargita/en/partners", "/hargita/en/agreements", "/svenljunga/en/partners", "/svenljunga/en/agreements" })
        {
            await reader.Page.GotoAsync(list);
            pages.AddRange(await reader.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('table.register th a')].map(a => a.pathname)"));
        }

        return [.. pages.Distinct()];
    }

    /// <summary>The pages in a language, with those of the association's study tours and library.</summary>
    private IEnumerable<string> In(string language) => Pages.Select(p => p.Replace("{l}", language, StringComparison.Ordinal)).Concat(browser.Tours.PortalPages.Select(p => $"/toosz/{language}{p}"));
}
