using Microsoft.Playwright;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>A reader who sees nothing reaches every partner with the keyboard alone.</summary>
public sealed class ABlindReaderUsesTheKeyboard(BrowserFixture browser)
{
    private const string Focused = "document.activeElement.getAttribute('href') ?? document.activeElement.id";

    [Fact]
    public async Task Tab_FromTheSkipLinkOn_ReachesEveryPartner()
    {
        await using var reader = await browser.ReaderAsync();
        var page = reader.Page;
        await page.GotoAsync("/hargita/en/partners");
        var wanted = (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.register__name > a')].map(a => a.getAttribute('href'))")).ToHashSet();
        Assert.Equal(19, wanted.Count);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>(Focused));
        Assert.True(await page.Locator(".skip-link").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>(Focused));
        for (var presses = 0; presses < 120 && wanted.Count > 0; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            wanted.Remove(await page.EvaluateAsync<string>(Focused));
            Assert.True(await page.EvaluateAsync<bool>("(e => e.checkVisibility() && getComputedStyle(e).outlineStyle !== 'none')(document.activeElement)"), "the focus is seen");
        }

        Assert.Empty(wanted);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("article.record h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tab_ThroughTheMap_ReachesEveryPartnerOfIt()
    {
        await using var reader = await browser.ReaderAsync();
        await reader.Page.GotoAsync("/hargita/en");
        var names = await reader.Page.Locator(".map--main a.map-link").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('aria-label'))");
        Assert.Equal(18, names.Distinct().Count());
        await reader.Page.Locator(".map--main a.map-link").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("article.record h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filtering_WhileTyping_KeepsTheFocusAndSaysTheCount()
    {
        await using var reader = await browser.ReaderAsync(language: "sv");
        await reader.Page.GotoAsync("/hargita/sv/partners");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("szolnok");
        await Assertions.Expect(reader.Page.Locator("table.register tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("19");
        Assert.Equal("q", await reader.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.EndsWith("/hargita/sv/partners?q=szolnok", reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColourScheme_Chosen_StaysOnTheNextPage()
    {
        await using var reader = await browser.ReaderAsync();
        await reader.Page.GotoAsync("/hargita/en");
        var toggle = reader.Page.Locator("[data-scheme-toggle]");
        await toggle.ClickAsync();
        await toggle.ClickAsync();
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-color-scheme"));
        await reader.Page.GotoAsync("/svenljunga/sv");
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-color-scheme"));
    }
}
