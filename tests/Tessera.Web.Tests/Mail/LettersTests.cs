using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Reports;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Invitations, links for forgotten passwords and readers' reports, through a real SMTP server.</summary>
public sealed class LettersTests
{
    private const string Public = "https://partners.example.org";
    private const string Written = "Az „Őrség” évszáma téves: árvíztűrő tükörfúrógép.\n\nȘi comuna Țigănești, Malmö och Åre; .\n.\nvége";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invitation_OfAnAdministrator_LeadsToThePublicAddress_WhateverHostTheBrowserSays()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, publicAddress: Public);
        using var admin = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        Forge(admin);
        using var invited = await admin.SendAsync("/hargita/office/people?lang=hu", "Invite", ("email", "new@example.org"), ("role", "editor"));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        var mail = await server.MailToAsync("new@example.org");
        Assert.Matches("^Hargita.*: meghívó", mail.Subject);
        Assert.Contains("meghívja Önt", mail.Text, StringComparison.Ordinal);
        var path = OnlyLink(mail);
        using var joining = DeskClient.Nobody(portal);
        Assert.NotNull((await joining.PageAsync(path)).QuerySelector("#password"));
        Assert.All(mail.Raw, c => Assert.True(c < 128, mail.Raw));
        Assert.Matches("<[0-9a-f]{32}@partners.example.org>", mail.Headers["message-id"]);
    }

    [Fact]
    public async Task Address_OfAnOrganiser_IsMailedAndOpensHerProgrammes()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, publicAddress: Public);
        using var editor = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "editor@example.org");
        using var added = await editor.SendAsync("/hargita/office/board/organisers/new", null, ("names.hu", "Gyimesi Művelődési Ház"), ("email", "haz@example.org"));
        using var made = await editor.SendAsync(added.Headers.Location!.OriginalString + "?lang=hu", "Link", ("open", "true"));
        var mail = await server.MailToAsync("haz@example.org");
        Assert.Contains("Gyimesi Művelődési Ház", mail.Text, StringComparison.Ordinal);
        var path = OnlyLink(mail);
        using var organiser = DeskClient.Nobody(portal);
        Assert.Contains("Gyimesi Művelődési Ház", (await organiser.PageAsync(path)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(path, (await editor.PageAsync(made.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgottenPassword_OfAnAccount_IsReplacedByTheLinkInHerMail()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, publicAddress: Public);
        using var _ = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Reader, "forgetful@example.org");
        using var client = DeskClient.Nobody(portal);
        Forge(client);
        using var asked = await client.SendAsync("/account/forgotten", null, ("email", "forgetful@example.org"));
        var path = OnlyLink(await server.MailToAsync("forgetful@example.org"));
        using var chosen = await client.SendAsync(path, null, ("password", "egy másik kavicsos ösvény"));
        using var signedIn = await client.SignInAsync("forgetful@example.org", "egy másik kavicsos ösvény");
        Assert.Equal("/hargita/office", signedIn.Headers.Location?.OriginalString);
        using var unknown = await client.SendAsync("/account/forgotten", null, ("email", "nobody@example.org"));
        Assert.Equal(asked.Headers.Location, unknown.Headers.Location);
        Assert.Single(await server.MailsAsync());
    }

    [Fact]
    public async Task Report_OfAReader_ReachesTheOfficeAsItWasWritten_WithTheReadersAddressForAnAnswer()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings);
        var office = await GiveAddressAsync(portal);
        using var sent = await SendReportAsync(portal, Written);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var mail = await server.MailToAsync("office@hargita.example");
        Assert.Equal("Tessera: /hargita/hu/partners/őrség", mail.Subject);
        Assert.Equal(Written, mail.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("reader@example.org", mail.Headers["reply-to"]);
        Assert.All(mail.Raw, c => Assert.True(c < 128, mail.Raw));
        Assert.Single(await portal.Services.GetRequiredService<ErrorReportService>().ReadAsync(office, Cancellation));
    }

    [Fact]
    public async Task Report_ThatTheServerRefusesForItsLength_IsKept()
    {
        await using var server = await SmtpServer.StartAsync(mostBytes: 2000);
        await using var portal = await TestPortal.StartAsync(server.Settings);
        var office = await GiveAddressAsync(portal);
        using var sent = await SendReportAsync(portal, new string('ő', 3000));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Empty(await server.MailsAsync());
        Assert.Single(await portal.Services.GetRequiredService<ErrorReportService>().ReadAsync(office, Cancellation));
    }

    [Theory]
    [InlineData(Mischief.Away)]
    [InlineData(Mischief.Silent)]
    [InlineData(Mischief.SilentAfterGreeting)]
    [InlineData(Mischief.Closing)]
    [InlineData(Mischief.Nonsense)]
    [InlineData(Mischief.RefusingTheRecipient)]
    [InlineData(Mischief.AskingForPatience)]
    public async Task Forms_WhoseMailNobodyTakes_LoseNothing_AndShowNoError(Mischief mischief)
    {
        await using var server = new BadServer(mischief);
        await using var portal = await TestPortal.StartAsync(server.Settings, publicAddress: Public);
        var office = await GiveAddressAsync(portal);
        using var reported = await SendReportAsync(portal, Written);
        Assert.Equal(HttpStatusCode.Redirect, reported.StatusCode);
        Assert.Equal(Written, Assert.Single(await portal.Services.GetRequiredService<ErrorReportService>().ReadAsync(office, Cancellation)).Message.ReplaceLineEndings("\n"));

        using var admin = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        using var invited = await admin.SendAsync("/hargita/office/people", "Invite", ("email", "new@example.org"), ("role", "editor"));
        var notice = (await admin.PageAsync(invited.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent;
        Assert.Contains($"{Public}/hargita/office/join/", notice, StringComparison.Ordinal);
        using var forgotten = await admin.SendAsync("/account/forgotten", null, ("email", "admin@example.org"));
        Assert.Equal("/account/forgotten?sent=true", forgotten.Headers.Location?.OriginalString);
    }

    private static void Forge(DeskClient client)
    {
        client.Headers.Host = "evil.example";
        client.Headers.Add("X-Forwarded-Host", "evil.example");
    }

    /// <summary>The path of the one link, which begins with the public address.</summary>
    private static string OnlyLink(ReceivedMail mail)
    {
        Assert.DoesNotContain("evil", mail.Raw, StringComparison.Ordinal);
        var link = Assert.Single(Regex.Matches(mail.Text, @"https?://\S+")).Value;
        Assert.StartsWith(Public + "/", link, StringComparison.Ordinal);
        return link[Public.Length..];
    }

    private static async Task<OfficeView> GiveAddressAsync(TestPortal portal)
    {
        await using var connection = await portal.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var command = new Npgsql.NpgsqlCommand(
            "select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false); update office set email = 'office@hargita.example' where slug = 'hargita'", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        return (await portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", Cancellation))!;
    }

    private static async Task<HttpResponseMessage> SendReportAsync(TestPortal portal, string message)
    {
        using var reader = DeskClient.Nobody(portal);
        return await reader.SendAsync("/hargita/hu/report", null, ("about", "/hargita/hu/partners/őrség"), ("message", message), ("reply", "reader@example.org"));
    }
}
