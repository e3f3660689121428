using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>An officer plans a delegation's visit from Zala with its programme and makes the booklet; a citizen finds the visit in the calendar in Romanian, without scripts.</summary>
public sealed class AnOfficerPlansAVisit(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    [Fact]
    public async Task FromThePlan_ToTheBooklet_AndTheCalendarInRomanian()
    {
        using var joined = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Editor, "piroska@example.org");
        await using var officer = await browser.ReaderAsync(home: desk.Portal.Address);
        await officer.TakeOverAsync(joined);
        await PlanAsync(officer.Page);
        var booklet = await ProgrammeAsync(officer.Page);
        foreach (var address in (string[])["", "/edit", "/programme", "/arrangements", "/step"]) await LookAsync(officer.Page, "/hargita/office/activities/visit-of-a-delegation-of-zala" + address);
        await LookAsync(officer.Page, "/hargita/office/activities");
        Assert.Empty(officer.Strangers);
        Assert.Empty(officer.Complaints);

        await using var citizen = await browser.ReaderAsync(scripts: false, language: "ro", home: desk.Portal.Address);
        await FindAsync(citizen.Page);
        await citizen.Page.GotoAsync(booklet);
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Cell, new() { Name = "Fogadás a megyeházán" })).ToBeVisibleAsync();

        await using var looker = await browser.ReaderAsync(home: desk.Portal.Address);
        foreach (var address in (string[])["/hargita/ro/calendar/2027-03", "/hargita/hu/calendar/year/2027", "/hargita/sv/calendar/day/2027-03-10", "/hargita/en/activities", "/hargita/ro/activities/visit-of-a-delegation-of-zala", "/hargita/hu/calendar/balance", booklet]) await LookAsync(looker.Page, address);
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.GotoAsync("/hargita/office/activities?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan an activity" }).ClickAsync();
        await page.GetByLabel("Purpose of the visit").SelectOptionAsync("study");
        await page.Locator("[id='title-en']").FillAsync("Visit of a delegation of Zala");
        await page.Locator("[id='title-ro']").FillAsync("Vizita unei delegații din Zala");
        await page.Locator("[id='title-hu']").FillAsync("Visit of a delegation of Zala");
        await page.GetByLabel("Beginning").FillAsync("10 March 2027 09:00");
        await page.GetByLabel("End", new() { Exact = true }).FillAsync("11 March 2027 16:00");
        await page.Locator("#partner-0").SelectOptionAsync("zala");
        await page.GetByLabel("Everybody may see it on the portal").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Visit of a delegation of Zala");
        await page.GetByRole(AriaRole.Link, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Confirmed");
    }

    /// <returns>The address of the booklet in Hungarian.</returns>
    private static async Task<string> ProgrammeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Programme by the hour" }).ClickAsync();
        await page.Locator("#start-0").FillAsync("2027-03-10 10:00");
        await page.Locator("#what-0-hu").FillAsync("Fogadás a megyeházán");
        await page.Locator("#start-1").FillAsync("2027-03-11 09:30");
        await page.Locator("#what-1-hu").FillAsync("Látogatás a szakiskolában");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the address of the booklet" }).ClickAsync();
        return (await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Booklet: Hungarian") }).GetAttributeAsync("href"))!;
    }

    private static async Task FindAsync(IPage page)
    {
        await page.GotoAsync("/hargita/ro");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Calendarul complet" }).ClickAsync();
        while (!page.Url.EndsWith("/2027-03", StringComparison.Ordinal)) await page.GetByRole(AriaRole.Navigation, new() { Name = "Răsfoirea calendarului" }).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("→$") }).ClickAsync();
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = "Vizita unei delegații din Zala" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Vizita unei delegații din Zala");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "În calendarul meu" })).ToBeVisibleAsync();
    }

    /// <summary>Axe finds nothing, and nothing scrolls sideways at 320 px.</summary>
    internal static async Task LookAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(address);
        await LookAtShownAsync(page, address);
    }

    /// <summary>The same of the page that is shown.</summary>
    internal static async Task LookAtShownAsync(IPage page, string name)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.True(result.Violations.Length == 0, $"{name}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        await page.SetViewportSizeAsync(320, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{name} is {width} px wide");
    }
}
