using Microsoft.Playwright;

namespace Tessera.EndToEnd.Tests;

/// <summary>What holds for every page, portal and desk: axe finds nothing in light and dark, and nothing scrolls sideways at 320 px.</summary>
internal static class ForEverybody
{
    private const string InTheLight = """
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
            .then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))
        """;

    /// <summary>In the dark only colours differ.</summary>
    private const string InTheDark = "axe.run(document, { runOnly: ['color-contrast'] }).then(r => r.violations.map(v => 'Dark: ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))";

    /// <summary>What is wrong with the page that is shown; axe has been brought.</summary>
    /// <param name="inTheDark">Also in dark colours, which are the same in every language?</param>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string name, bool inTheDark = true)
    {
        var faults = new List<string>();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        faults.AddRange((await page.EvaluateAsync<string[]>(InTheLight)).Select(v => $"{name}: {v}"));
        if (inTheDark)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await page.EvaluateAsync<string[]>(InTheDark)).Select(v => $"{name}: {v}"));
        }

        await page.SetViewportSizeAsync(320, 900);
        var widest = await page.EvaluateAsync<string>("document.documentElement.scrollWidth <= 320 ? '' : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321).slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | ')");
        if (widest.Length > 0) faults.Add($"{name} scrolls sideways at 320 px: {widest}");
        await page.SetViewportSizeAsync(1280, 900);
        return faults;
    }
}
