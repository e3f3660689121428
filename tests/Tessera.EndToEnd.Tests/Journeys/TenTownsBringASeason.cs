using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>
/// The towns of a region bring a season of 300 programmes. The board shows what is in whose way; an organiser without an account asks for a date for her harvest
/// festival and gets one that conflicts with nothing; the coordinator harmonises the season, an organiser accepts a move, and the rest is carried out.
/// </summary>
public sealed class TenTownsBringASeason(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    private const string Board = $"/{RegionSeason.Slug}/office/board";
    private const string Season = "?from=2027-04-01&to=2027-12-31";

    [Fact]
    public async Task FromTheSeason_ToThePlanCarriedOut()
    {
        await RegionSeason.LoadAsync(desk.Portal.Database);
        using var joined = await DeskClient.JoinAsync(desk.Portal, RegionSeason.Slug, OfficeRole.Editor, "katalin@example.org");
        await using var coordinator = await browser.ReaderAsync(home: desk.Portal.Address);
        await coordinator.TakeOverAsync(joined);
        var before = await ConflictsAsync(coordinator.Page);
        Assert.True(before > 100, $"{before} conflicts");
        var address = await AddressAsync(coordinator.Page, "volgyudvar");

        await using var organiser = await browser.ReaderAsync(scripts: false, home: desk.Portal.Address);
        await AskForADateAsync(organiser.Page, address);
        var plan = await HarmoniseAsync(coordinator.Page);
        await AcceptOwnMoveAsync(organiser.Page, address);
        await CarryOutAsync(coordinator.Page, plan);
        Assert.True(await ConflictsAsync(coordinator.Page) < before);

        foreach (var page in (string[])[Board + Season, Board + Season + "&view=table", Board + "/organisers", Board + "/organisers/new", Board + "/days", Board + "/days/new", Board + "/bookings", Board + "/dates", Board + "/plans", plan, $"/{RegionSeason.Slug}/office/activities/sosvar-village-day/coordination"])
            await LookAsync(coordinator.Page, page);
        await using var looker = await browser.ReaderAsync(home: desk.Portal.Address);
        foreach (var page in (string[])["", "/entry", "/dates", "/board"]) await LookAsync(looker.Page, address + page);
        Assert.Empty(coordinator.Strangers);
        Assert.Empty(coordinator.Complaints);
    }

    /// <returns>How many conflicts the board counts.</returns>
    private static async Task<int> ConflictsAsync(IPage page)
    {
        await page.GotoAsync(Board + Season + "&lang=en");
        await Assertions.Expect(page.Locator("table.board")).ToBeVisibleAsync();
        await page.Locator("a[href='#conflicts']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "What is in whose way" })).ToContainTextAsync("at the same time");
        return int.Parse((await page.Locator(".board__counts li:nth-child(2) strong").InnerTextAsync()).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static async Task<string> AddressAsync(IPage page, string organiser)
    {
        await page.GotoAsync($"{Board}/organisers/{organiser}?lang=en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the address" }).ClickAsync();
        var notice = await page.GetByRole(AriaRole.Status).InnerTextAsync();
        // The address is in the organiser's language; she switches to English, which this journey speaks.
        return Regex.Match(notice, $"/{RegionSeason.Slug}/hu/programme/\\S+").Value.Replace("/hu/", "/en/", StringComparison.Ordinal);
    }

    private static async Task AskForADateAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Find the best dates" }).ClickAsync();
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Harvest festival");
        await page.GetByLabel("Wished for", new() { Exact = true }).FillAsync("25 September 2027 10:00");
        await page.GetByLabel("End", new() { Exact = true }).FillAsync("25 September 2027 20:00");
        await page.GetByLabel("May begin from", new() { Exact = true }).FillAsync("1 September 2027");
        await page.GetByLabel("May begin until", new() { Exact = true }).FillAsync("15 November 2027");
        await page.GetByLabel("Expected visitors", new() { Exact = true }).FillAsync("1500");
        await page.GetByLabel("They come from within (km)", new() { Exact = true }).FillAsync("20");
        await page.GetByLabel("Families", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Harvest", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rank the dates" }).ClickAsync();
        var first = page.Locator("section[aria-labelledby=ranked] li.need").First;
        await Assertions.Expect(first).ToContainTextAsync("nothing is in the way");
        await first.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("Harvest festival") });
        await Assertions.Expect(row).ToContainTextAsync("Movable");
        await Assertions.Expect(row.Locator("details")).ToHaveCountAsync(0);
    }

    /// <returns>The address of the plan.</returns>
    private static async Task<string> HarmoniseAsync(IPage page)
    {
        await page.GotoAsync(Board + "?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Harmonise" }).ClickAsync();
        await page.GetByLabel("First day", new() { Exact = true }).FillAsync("2027-04-01");
        await page.GetByLabel("Last day", new() { Exact = true }).FillAsync("2027-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work out a plan" }).ClickAsync();
        var sum = Regex.Match(await page.Locator(".lede").InnerTextAsync(), @"(\d+) of (\d+) movable .* falls by (\d+)");
        int[] said = [.. sum.Groups.Values.Skip(1).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture))];
        Assert.True(said[2] >= 60, sum.Value);
        Assert.True(said[0] * 5 <= said[1], sum.Value);
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Before and after" })).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AcceptOwnMoveAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Accept") }).First.ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=moves] .badge--in-force").First).ToHaveTextAsync("Accepted");
    }

    private static async Task CarryOutAsync(IPage page, string plan)
    {
        await page.GotoAsync(plan + "?lang=en");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Accept \\d+ open moves") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Carry out") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("programmes were moved");
    }

    /// <summary>Axe finds nothing, and nothing scrolls sideways at 320 px.</summary>
    private static async Task LookAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(address);
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.True(result.Violations.Length == 0, $"{address}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        await page.SetViewportSizeAsync(320, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{address} is {width} px wide");
    }
}
