using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>An officer pastes her old page, corrects one proposal, takes the rest together, sees them on the portal, undoes the reading, and nothing is left.</summary>
public sealed class AnOfficerReadsHerOldPage(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    private const string Old = """
        Partner town;Country;Agreement;Decision;Signed;Website
        Lahti;Finland;twinning;12/1994;1994-05-03;www.lahti.fi
        Vaasa;Finland;friendship agreement;;2001;
        Umeå;Sweden;cooperation agreement;7/2010;2010-09-01;
        """;

    [Fact]
    public async Task FromThePaste_ToThePortal_AndBack()
    {
        using var joined = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Editor, "eszter@example.org");
        await using var officer = await browser.ReaderAsync(home: desk.Portal.Address);
        await officer.TakeOverAsync(joined);
        var page = officer.Page;
        await page.GotoAsync("/hargita/office/partners?lang=en");
        var before = await page.Locator(".result-count").InnerTextAsync();
        await PasteAsync(page);
        await CorrectAsync(page);
        await TakeTheRestAsync(page);
        await SeeOnThePortalAsync(["Lahtis", "Vaasa", "Umeå"], areThere: true);
        await UndoAsync(page);
        await SeeOnThePortalAsync(["Lahtis", "Vaasa", "Umeå"], areThere: false);
        await page.GotoAsync("/hargita/office/partners");
        await Assertions.Expect(page.Locator(".result-count")).ToHaveTextAsync(before);
        Assert.Empty(officer.Strangers);
        Assert.Empty(officer.Complaints);
    }

    /// <summary>The words that were understood stand marked in the page, and lead to their fields and back.</summary>
    private static async Task PasteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Read a page" }).ClickAsync();
        await page.GetByLabel("Text of the page").FillAsync(Old);
        await page.GetByLabel("What the page is called").FillAsync("Our old page");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Our old page");
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);
        var original = page.GetByRole(AriaRole.Region, new() { Name = "The page as it was read" });
        await original.GetByRole(AriaRole.Link, new() { Name = "Lahti", Exact = true }).ClickAsync();
        Assert.EndsWith("#i1-name", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link, new() { Name = "12/1994" }).ClickAsync();
        Assert.EndsWith("#m1-a0-decision", page.Url, StringComparison.Ordinal);
    }

    private static async Task CorrectAsync(IPage page)
    {
        var proposal = page.GetByRole(AriaRole.Article, new() { Name = "Lahti" });
        await proposal.GetByLabel("Name as the register writes it").FillAsync("Lahtis");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Take as a new partner" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Lahtis was added to the register.");
        await Assertions.Expect(proposal).ToContainTextAsync("Corrected by hand");
    }

    private static async Task TakeTheRestAsync(IPage page)
    {
        await page.GetByLabel("Take all that wait").SelectOptionAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take them" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 partners were added.");
    }

    private static async Task UndoAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the whole reading" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("3 proposals were taken back.");
    }

    private async Task SeeOnThePortalAsync(string[] names, bool areThere)
    {
        await using var citizen = await browser.ReaderAsync(home: desk.Portal.Address);
        foreach (var name in names)
        {
            var link = citizen.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name });
            for (var attempt = 0; attempt < 50; attempt++)
            {
                // A page that was kept hears of the change a moment later.
                await citizen.Page.GotoAsync("/hargita/en/partners");
                if (await link.CountAsync() > 0 == areThere) break;
                await Task.Delay(100);
            }

            await Assertions.Expect(link).ToHaveCountAsync(areThere ? 1 : 0);
        }
    }
}
