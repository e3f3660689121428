using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Post;
using Tessera.Web.Tests.Mail;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>
/// An officer invites a guest by mail, over a real mail server, and pastes the guest's answer; a citizen registers for the same event without scripts and cancels by the link of her letter, and
/// the next who waited moves up.
/// </summary>
public sealed class AnOfficerInvitesByMail(BrowserFixture browser) : IAsyncLifetime
{
    private const string Public = "https://partners.example.org";
    private const string Fair = "/hargita/office/activities/harvest-fair";
    private SmtpServer _server = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync();
        _portal = await TestPortal.StartAsync(_server.Settings, publicAddress: Public);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task FromTheInvitation_ToTheAnswer_AndFromTheRegistration_ToWhoMovesUp()
    {
        using var joined = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Editor, "piroska@example.org");
        await using var officer = await browser.ReaderAsync(home: _portal.Address);
        await officer.TakeOverAsync(joined);
        await PlanAsync(officer.Page);
        await InviteAsync(officer.Page);
        await OpenAsync(officer.Page);

        await using var citizen = await browser.ReaderAsync(scripts: false, language: "ro", home: _portal.Address);
        await RegisterAsync(citizen.Page, "Pop Maria", "maria@example.ro");
        await RegisterAsync(citizen.Page, "Ion Rus", "ion@example.ro");
        await SendAsync();
        var own = LinkIn(await _server.MailToAsync("maria@example.ro"));
        await citizen.Page.GotoAsync(own);
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Anulez înscrierea" }).ClickAsync();
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("anulată");
        await SendAsync();
        Assert.StartsWith("S-a eliberat un loc: ", (await _server.MailsAsync())[^1].Subject, StringComparison.Ordinal);
        Assert.Equal("ion@example.ro", (await _server.MailsAsync())[^1].Recipient);
        await officer.Page.GotoAsync(Fair + "/registration/door");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("Ion Rus");

        foreach (var address in (string[])["/guests", "/guests/needs", "/registration", "/registration/door"]) await AnOfficerPlansAVisit.LookAsync(officer.Page, Fair + address);
        await officer.Page.GotoAsync(Fair + "/guests");
        await AnOfficerPlansAVisit.LookAsync(officer.Page, (await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Letter for a visa" }).GetAttributeAsync("href"))!);
        await using var looker = await browser.ReaderAsync(home: _portal.Address);
        foreach (var address in (string[])["/hargita/ro/activities/harvest-fair", "/hargita/hu/activities/harvest-fair/register", own, await AskedAsync(officer.Page)]) await AnOfficerPlansAVisit.LookAsync(looker.Page, address);
        Assert.Empty(officer.Strangers);
        Assert.Empty(officer.Complaints);
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.GotoAsync("/hargita/office/activities/new?lang=en");
        await page.Locator("#kind").SelectOptionAsync("fair");
        await page.Locator("[id='title-en']").FillAsync("Harvest fair");
        await page.Locator("[id='title-ro']").FillAsync("Târgul recoltei");
        await page.GetByLabel("Beginning").FillAsync("12 September 2099 09:00");
        await page.GetByLabel("End", new() { Exact = true }).FillAsync("12 September 2099 16:00");
        await page.GetByLabel("Everybody may see it on the portal").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Harvest fair");
    }

    private async Task InviteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Guests" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Kovács Anna");
        await page.GetByLabel("E-mail").FillAsync("anna@example.org");
        await page.GetByLabel("Language of the letters").SelectOptionAsync("hu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a guest" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send invitations and changes" }).ClickAsync();
        await SendAsync();
        var mail = await _server.MailToAsync("anna@example.org");
        Assert.Equal(("REQUEST", "METHOD:REQUEST"), (mail.Method, mail.Of("METHOD")));
        await page.ReloadAsync();
        await page.GetByLabel("Text of the answer").FillAsync(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{mail.Of("UID")}\r\n{mail.Of("SEQUENCE")}\r\nDTSTAMP:20990101T120000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the answer" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Answer of Kovács Anna")).ToHaveValueAsync("accepted");
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync(Fair);
        await page.GetByRole(AriaRole.Link, new() { Name = "Registration" }).ClickAsync();
        await page.GetByLabel("Everybody may register on the portal").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Places", Exact = true }).FillAsync("1");
        await page.GetByLabel("Last day for registering").FillAsync("10 September 2099");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("0 of 1 places are taken")).ToBeVisibleAsync();
    }

    private static async Task RegisterAsync(IPage page, string name, string email)
    {
        await page.GotoAsync("/hargita/ro/activities/harvest-fair");
        await page.GetByRole(AriaRole.Link, new() { Name = "Înscrieți-vă" }).ClickAsync();
        await page.GetByLabel("Numele dumneavoastră").FillAsync(name);
        await page.GetByLabel("Adresa dumneavoastră de e-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mă înscriu" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Vă mulțumim");
    }

    /// <returns>The secret address at which the guest says what she needs.</returns>
    private async Task<string> AskedAsync(IPage page)
    {
        await page.GotoAsync(Fair + "/guests/needs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask the guests" }).ClickAsync();
        await AnOfficerPlansAVisit.LookAsync(page, Fair + "/guests/needs");
        await SendAsync();
        return LinkIn((await _server.MailsAsync())[^1]);
    }

    private Task<string> SendAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(TestContext.Current.CancellationToken);

    private static string LinkIn(ReceivedMail mail) => Regex.Match(mail.Text, Regex.Escape(Public) + @"(/\S+)").Groups[1].Value;
}
