using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>A citizen wants to know by which decision Zala county became a partner, and reads Romanian.</summary>
public sealed class ACitizenFindsZalaCounty(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Typing_Zala_LeadsToItsDecisionInRomanian(bool scripts)
    {
        await using var reader = await browser.ReaderAsync(scripts: scripts, language: "ro");
        var page = reader.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Harghita") }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Parteneri", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("zala");
        if (!scripts) await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("table.register tbody tr")).ToHaveCountAsync(1);
        await page.Locator("table.register").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^județul Zala$", RegexOptions.IgnoreCase) }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Zala");
        await Assertions.Expect(page.Locator(".agreement-card .decision")).ToHaveTextAsync("6/1993");
        Assert.Equal("ro", await page.Locator("html").GetAttributeAsync("lang"));
    }
}
