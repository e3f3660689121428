using System.Net;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Readings;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>An officer takes a calendar file over and undoes it, then follows the calendar of a club, which a citizen sees on the portal.</summary>
public sealed class AnOfficerTakesCalendarsOver(BrowserFixture browser) : IAsyncLifetime
{
    private const string File = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:journey-1\r\nSUMMARY:Town fair\r\nDTSTART;VALUE=DATE:20270508\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:journey-2\r\nSUMMARY:Wrong one\r\nDTSTART:20270508T090000\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    private const string Club = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Mountain club\r\nBEGIN:VEVENT\r\nUID:club-1\r\nSUMMARY:Hike to the lake\r\nDTSTART;TZID=Europe/Bucharest:20270515T080000\r\nDTEND;TZID=Europe/Bucharest:20270515T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private TestPortal _portal = null!;
    private WebApplication _club = null!;

    [Fact]
    public async Task FromTheFile_ToItsUndoing_AndFromTheClubsAddress_ToThePortal()
    {
        using var joined = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Editor, "piroska@example.org");
        await using var officer = await browser.ReaderAsync(home: _portal.Address);
        await officer.TakeOverAsync(joined);
        await TakeFileAsync(officer.Page);
        await FollowAsync(officer.Page, _club.Urls.First() + "/club.ics");
        Assert.Empty(officer.Strangers);
        Assert.Empty(officer.Complaints);

        await using var citizen = await browser.ReaderAsync(scripts: false, language: "ro", home: _portal.Address);
        await citizen.Page.GotoAsync("/hargita/ro/calendar/week/2027-W19");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Hike to the lake" }).ClickAsync();
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Hike to the lake");

        await using var looker = await browser.ReaderAsync(home: _portal.Address);
        foreach (var address in (string[])["/hargita/ro/calendar/week/2027-W19", "/hargita/hu/calendar/map/2010-05"]) await LookAsync(looker.Page, address);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _club = builder.Build();
        _club.Urls.Add("http://127.0.0.1:0");
        _club.MapGet("/club.ics", () => Results.Text(Club, "text/calendar"));
        await _club.StartAsync();
        var settings = new CalendarFeedSettings(new PageFetchSettings(() => "https://tessera.example.org") { MayAsk = a => a.Equals(IPAddress.Loopback), MayUsePort = _ => true }) { Pause = TimeSpan.Zero };
        _portal = await TestPortal.StartAsync(services: s => s.AddSingleton(settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _club.DisposeAsync();
    }

    private static async Task TakeFileAsync(IPage page)
    {
        await page.GotoAsync("/hargita/office/activities?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Take over a calendar file" }).ClickAsync();
        await page.GetByLabel("Calendar file (.ics)").SetInputFilesAsync(new FilePayload { Name = "export.ics", MimeType = "text/calendar", Buffer = Encoding.UTF8.GetBytes(File) });
        await page.GetByLabel("Language of its texts").SelectOptionAsync("en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the file" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Take over: Town fair" })).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByText("cannot be taken")).ToBeVisibleAsync();
        await LookAsync(page, page.Url);
        await page.GetByLabel("New ones are entered as").SelectOptionAsync("fair");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over what is ticked" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Town fair" })).ToBeVisibleAsync();
        await LookAsync(page, page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo all of it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 activity is as it was before.")).ToBeVisibleAsync();
    }

    private static async Task FollowAsync(IPage page, string address)
    {
        await page.GotoAsync("/hargita/office/activities");
        await page.GetByRole(AriaRole.Link, new() { Name = "Calendars that are followed" }).ClickAsync();
        await page.GetByLabel("Address of the calendar").FillAsync(address);
        await page.GetByLabel("Everybody may see its entries").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow it", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mountain club");
        await LookAsync(page, page.Url);
        await LookAsync(page, "/hargita/office/activities/feeds");
        await page.GotoAsync("/hargita/office/activities");
        await Assertions.Expect(page.GetByText("From the calendar: Mountain club")).ToBeVisibleAsync();
    }

    private static async Task LookAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(address);
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.True(result.Violations.Length == 0, $"{address}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        await page.SetViewportSizeAsync(320, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{address} is {width} px wide");
        await page.SetViewportSizeAsync(1280, 900);
    }
}
