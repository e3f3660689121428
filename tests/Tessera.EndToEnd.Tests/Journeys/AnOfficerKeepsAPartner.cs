using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>
/// An administrator is invited, adds a passkey and comes in with it, adds a partner and takes its agreement through Romania's route, while a colleague edits the
/// same partner. A citizen reads the outcome in Swedish, and the history says who did what.
/// </summary>
public sealed class AnOfficerKeepsAPartner(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    private const string Officer = "Nagy Eszter";
    private const string Partner = "Fehérmező County";
    private const string InSwedish = "Fehérmező län";

    [Fact]
    public async Task FromTheInvitation_ToThePortal()
    {
        var invitation = await InviteAsync("eszter@example.org");
        await using var officer = await browser.ReaderAsync(home: desk.Portal.NamedAddress);
        var page = officer.Page;
        await AddAuthenticatorAsync(page);
        await JoinAsync(page, invitation);
        await ChangeTheKeyAsync(page);
        await AddPartnerAsync(page);
        await AddAgreementAsync(page);
        await GoTheRouteAsync(page);
        await EditTogetherAsync(page);
        await ReadInSwedishAsync();
        await SeeWhoDidWhatAsync(page);
        Assert.Empty(officer.Strangers);
        Assert.All(officer.Complaints, c => Assert.Matches("status of 4(00|09)", c));
    }

    /// <summary>The first administrator invites; without mail the page shows the link.</summary>
    private async Task<string> InviteAsync(string email)
    {
        await using var first = await browser.ReaderAsync(home: desk.Portal.Address);
        await first.TakeOverAsync(desk.Host);
        await first.Page.GotoAsync("/hargita/office/people");
        var form = first.Page.GetByRole(AriaRole.Region, new() { Name = "Invite somebody" });
        await form.GetByLabel("E-mail address").FillAsync(email);
        await form.GetByLabel("Role").SelectOptionAsync("Administrator");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        var notice = await first.Page.GetByRole(AriaRole.Status).InnerTextAsync();
        return new Uri(Regex.Match(notice, @"http://\S+").Value).AbsolutePath;
    }

    /// <summary>A laptop with a fingerprint reader, as Chromium imitates it.</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task JoinAsync(IPage page, string invitation)
    {
        await page.GotoAsync(invitation);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Kovács Ágnes invites you as Administrator");
        await page.GetByLabel("Your name").FillAsync(Officer);
        await page.GetByLabel("New password").FillAsync(DeskClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await ExpectHeadingAsync(page, "What needs you");
    }

    /// <summary>Adds a passkey, signs out, and comes in without the password.</summary>
    private static async Task ChangeTheKeyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = Officer }).ClickAsync();
        await page.GetByLabel("Name of the passkey").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Region, new() { Name = "Passkeys" }).GetByLabel("Present password").FillAsync(DeskClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await ExpectNoticeAsync(page, "The passkey was added.");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Work laptop" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await ExpectHeadingAsync(page, "You are signed out");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await ExpectHeadingAsync(page, "What needs you");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Officer })).ToBeVisibleAsync();
    }

    private static async Task AddPartnerAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Partners" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a partner" }).ClickAsync();
        await page.GetByLabel("Name as the register writes it").FillAsync("Fehérmező megye");
        var names = page.GetByRole(AriaRole.Group, new() { Name = "Names" });
        await names.GetByLabel("English").FillAsync(Partner);
        await names.GetByLabel("Hungarian").FillAsync("Fehérmező megye");
        await names.GetByLabel("Swedish").FillAsync(InSwedish);
        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("Sister county");
        await page.GetByLabel("Country").SelectOptionAsync("Hungary");
        await page.GetByLabel("Kind of authority").SelectOptionAsync("County-level authority");
        await SaveAsync(page);
        await ExpectNoticeAsync(page, "The partner was added.");
        await ExpectHeadingAsync(page, Partner);
    }

    private static async Task AddAgreementAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an agreement" }).ClickAsync();
        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("Cooperation agreement");
        var dates = page.GetByRole(AriaRole.Group, new() { Name = "Dates" });
        await dates.GetByLabel("Date of").First.SelectOptionAsync("First contact");
        await dates.GetByLabel("Date", new() { Exact = true }).First.FillAsync("2008-09");
        await SaveAsync(page);
        await ExpectNoticeAsync(page, "The agreement was added.");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("September 2008");
    }

    /// <summary>OUG 57/2019: both ministries, then the council; then one signature at each seat.</summary>
    private static async Task GoTheRouteAsync(IPage page)
    {
        await RecordAsync(page, "Approved", "2009-01-20", "Decision of the council", "7/2009");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("opinion");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await RecordAsync(page, "Opinion given", "October 2008", "Opinion of the Ministry of Foreign Affairs");
        await RecordAsync(page, "Opinion given", "2008-11-04", "Opinion of the Ministry of Development");
        await RecordAsync(page, "Approved", "2009-02-12", "Decision of the council", "23/2009");
        await ExpectStandingAsync(page, "Approved");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "The way to the signature" })).Not.ToContainTextAsync("Next");
        await RecordAsync(page, "Signed here", "12 March 2009");
        await ExpectStandingAsync(page, "Signed by one side");
        await RecordAsync(page, "Signed there", "2009-05");
        await ExpectStandingAsync(page, "In force");
    }

    private static async Task RecordAsync(IPage page, string kind, string day, string? stage = null, string? decision = null)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a step" }).ClickAsync();
        await page.GetByLabel("What happened").SelectOptionAsync(kind);
        await page.GetByLabel("Day").FillAsync(day);
        await page.GetByLabel("Decision (number)").FillAsync(decision ?? "");
        await page.GetByLabel("Stage of the route").SelectOptionAsync(stage ?? "–");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the step" }).ClickAsync();
    }

    /// <summary>Both open the form; the colleague saves first, the officer sees both versions and keeps hers.</summary>
    private async Task EditTogetherAsync(IPage page)
    {
        using var joined = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Editor, "istvan@example.org");
        await using var colleague = await browser.ReaderAsync(home: desk.Portal.Address);
        await colleague.TakeOverAsync(joined);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Partner }).ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.GetByLabel("Websites").FillAsync("https://example.org/eszter");
        await colleague.Page.GotoAsync(new Uri(page.Url).AbsolutePath);
        await colleague.Page.GetByLabel("Websites").FillAsync("https://example.org/istvan");
        await SaveAsync(colleague.Page);
        await ExpectNoticeAsync(colleague.Page, "Saved.");
        await page.GetByLabel("Why this change").FillAsync("The county told us");
        await SaveAsync(page);
        var meanwhile = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(meanwhile.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Somebody else has saved meanwhile");
        await Assertions.Expect(meanwhile).ToBeFocusedAsync();
        await Assertions.Expect(meanwhile.GetByRole(AriaRole.Row, new() { Name = "Websites" }).GetByRole(AriaRole.Cell)).ToHaveTextAsync(["https://example.org/istvan", "https://example.org/eszter"]);
        await Assertions.Expect(page.GetByLabel("Websites")).ToHaveValueAsync("https://example.org/eszter");
        await Assertions.Expect(page.GetByLabel("Why this change")).ToHaveValueAsync("The county told us");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await ExpectNoticeAsync(page, "Saved.");
    }

    private async Task ReadInSwedishAsync()
    {
        await using var citizen = await browser.ReaderAsync(language: "sv", home: desk.Portal.Address);
        var page = citizen.Page;
        await page.GotoAsync("/hargita/sv/partners");
        await page.GetByRole(AriaRole.Link, new() { Name = InSwedish }).ClickAsync();
        await ExpectHeadingAsync(page, InSwedish);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("https://example.org/eszter");
        await page.GotoAsync("/hargita/sv/agreements");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = InSwedish }).GetByRole(AriaRole.Link).Last.ClickAsync();
        foreach (var said in new[] { "Gällande", "23/2009", "september 2008", "12 februari 2009" }) await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(said);
        Assert.Empty(citizen.Complaints);
    }

    private static async Task SeeWhoDidWhatAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        var entries = page.GetByRole(AriaRole.Article);
        await Assertions.Expect(entries.Filter(new() { HasText = "The county told us" })).ToContainTextAsync(Officer);
        await Assertions.Expect(entries.Filter(new() { HasText = "istvan ·" }).Or(entries.Filter(new() { HasText = "· istvan" }))).ToContainTextAsync("https://example.org/istvan");
        await Assertions.Expect(entries.Filter(new() { HasText = "November 2008" })).ToContainTextAsync("4 November 2008, Opinion given, Opinion of the Ministry of Development");
        await Assertions.Expect(entries.Last).ToContainTextAsync("added");
        await Assertions.Expect(entries.Last).ToContainTextAsync(Officer);
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    private static Task ExpectHeadingAsync(IPage page, string text) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(text);

    private static Task ExpectStandingAsync(IPage page, string standing) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Locator(".badge")).ToHaveTextAsync(standing);

    private static Task ExpectNoticeAsync(IPage page, string text) => Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(text);
}
