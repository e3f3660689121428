using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Mail;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Invitations to an activity by mail: what arrives at a real server, what is answered, and that nothing is lost while the server is away.</summary>
public sealed class InvitationsTests : IAsyncLifetime
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private readonly int _port = SmtpServer.FreePort();
    private TestPortal _portal = null!;
    private DeskClient _officer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SmtpServer.Require();
        _portal = await TestPortal.StartAsync(new SmtpSettings("127.0.0.1", _port, "tessera@partners.example.org") { Patience = TimeSpan.FromSeconds(5) }, _clock, publicAddress: "https://partners.example.org");
        _officer = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Editor, "piroska@example.org");
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Invitation_ToAGuest_ArrivesAsCalendarsTakeIt_InHerLanguage_AndNamesNobodyElse()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var guests = await PlannedAsync("Zala megyei küldöttség");
        await AddAsync(guests, "Kovács Anna", "anna@example.org", ("language", "hu"));
        await AddAsync(guests, "Bo Ek", "bo@example.se", ("language", "sv"), ("role", "optional"));
        await AddAsync(guests, "Gyermek Géza", "", ("minor", "true"));
        (await _officer.SendAsync(guests, "Tell")).Dispose();
        Assert.Equal(["elküldésre vár", "elküldésre vár"], await StatesAsync(guests));
        await RunAsync();
        Assert.Equal(["elküldve", "elküldve"], await StatesAsync(guests));
        var mail = await server.MailToAsync("anna@example.org");
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/ics"], mail.Kinds);
        Assert.Equal("REQUEST", mail.Method);
        Assert.Equal("Meghívó: Zala megyei küldöttség, 2027. március 10., 09:00 – 2027. március 11., 16:00 (kelet-európai idő)", mail.Subject);
        Assert.StartsWith("Kedves Kovács Anna!", mail.Text, StringComparison.Ordinal);
        Assert.Equal("METHOD:REQUEST", mail.Of("METHOD"));
        Assert.Equal("SEQUENCE:1", mail.Of("SEQUENCE"));
        Assert.Matches("^UID:[0-9a-f-]{36}@hargita.tessera$", mail.Of("UID"));
        Assert.Equal("DTSTART;TZID=Europe/Bucharest:20270310T090000", mail.Of("DTSTART"));
        Assert.Contains("RSVP=TRUE", mail.Of("ATTENDEE"), StringComparison.Ordinal);
        Assert.EndsWith(":mailto:anna@example.org", mail.Of("ATTENDEE"), StringComparison.Ordinal);
        Assert.Contains("mailto:", mail.Of("ORGANIZER"), StringComparison.Ordinal);
        Assert.DoesNotContain("bo@example.se", mail.Raw + mail.Calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Géza", mail.Text + mail.Calendar, StringComparison.Ordinal);
        Assert.StartsWith("Inbjudan:", (await server.MailToAsync("bo@example.se")).Subject, StringComparison.Ordinal);
        Assert.Contains("ROLE=OPT-PARTICIPANT", (await server.MailToAsync("bo@example.se")).Of("ATTENDEE"), StringComparison.Ordinal);
        Assert.Equal(2, (await server.MailsAsync()).Count);
    }

    [Fact]
    public async Task Change_AndCallingOff_AreTold_UnderTheSameUid_WithARisingSequence()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var guests = await PlannedAsync("Tolnai kórus");
        await AddAsync(guests, "Anna Kovács", "anna@example.org");
        await AddAsync(guests, "Bo Ek", "bo@example.se");
        await TellAsync(guests);
        Assert.Empty((await _officer.PageAsync(guests)).QuerySelectorAll("td .badge"));
        (await _officer.SendAsync(guests.Replace("/guests", "/edit", StringComparison.Ordinal), null, ("start", "2027-03-12 09:00"), ("end", "2027-03-12 16:00"))).Dispose();
        Assert.Equal(2, (await _officer.PageAsync(guests)).QuerySelectorAll("td .badge").Length);
        await TellAsync(guests);
        (await _officer.SendAsync(await _officer.PageAsync(guests), guests, "Withdraw")).Dispose();
        await RunAsync();
        using var early = await _officer.SendAsync(guests.Replace("/guests", "", StringComparison.Ordinal), "Remove");
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        (await _officer.SendAsync(guests.Replace("/guests", "/step?step=cancel", StringComparison.Ordinal), null, ("reason.en", "The bridge is closed."))).Dispose();
        await TellAsync(guests);
        var mails = (await server.MailsAsync()).ToLookup(m => m.Recipient);
        Assert.Equal(["REQUEST 1", "REQUEST 2", "CANCEL 3"], mails["anna@example.org"].Select(Sequenced));
        Assert.Equal(["REQUEST 1", "REQUEST 2", "CANCEL 3"], mails["bo@example.se"].Select(Sequenced));
        Assert.Single(mails.SelectMany(m => m).Select(m => m.Of("UID")).Distinct());
        Assert.StartsWith("Changed:", mails["bo@example.se"].ElementAt(1).Subject, StringComparison.Ordinal);
        Assert.Equal("DTSTART;TZID=Europe/Bucharest:20270312T090000", mails["bo@example.se"].ElementAt(1).Of("DTSTART"));
        Assert.Equal("STATUS:CANCELLED", mails["bo@example.se"].Last().Of("STATUS"));
        Assert.Contains("The bridge is closed.", mails["bo@example.se"].Last().Text, StringComparison.Ordinal);
        (await _officer.SendAsync(guests.Replace("/guests", "", StringComparison.Ordinal), "Remove")).Dispose();
        using var gone = await _officer.GetAsync(guests);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Answer_PastedOrForwarded_IsTaken_AndAStaleOrForeignOneIsRefusedWithASentence()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var guests = await PlannedAsync("Vas megyei tanulmányút");
        await AddAsync(guests, "Kovács Anna", "anna@example.org");
        await TellAsync(guests);
        var first = await server.MailToAsync("anna@example.org");
        using var taken = await _officer.SendAsync(guests, "Answers", ("pasted", Reply(first, "ANNA@example.org", "ACCEPTED", "20261121T130000Z", "Two of us come")));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal("accepted", Answer(await _officer.PageAsync(guests)));
        Assert.Contains("Two of us come", (await _officer.PageAsync(guests)).Body!.TextContent, StringComparison.Ordinal);

        var eml = "From: Anna <anna@example.org>\r\nSubject: Fwd: Declined\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--x\r\nContent-Type: text/calendar; method=REPLY; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(Reply(first, "anna@example.org", "DECLINED", "20261121T140000Z")), Base64FormattingOptions.InsertLineBreaks) + "\r\n--x--\r\n";
        using var forwarded = await _officer.UploadAsync(guests, "Answers", "file", "answer.eml", Encoding.UTF8.GetBytes(eml));
        Assert.Equal("declined", Answer(await _officer.PageAsync(guests)));

        await RefusedAsync(guests, Reply(first, "anna@example.org", "ACCEPTED", "20261121T130000Z"), "A later answer");
        await RefusedAsync(guests, Reply(first, "somebody@example.org", "ACCEPTED", "20261121T150000Z"), "not among those");
        await RefusedAsync(guests, Reply(first, "anna@example.org", "ACCEPTED", "20261121T150000Z").Replace("@hargita", "@elsewhere", StringComparison.Ordinal), "something other than this activity");
        await RefusedAsync(guests, "Yes, I come!\r\nAnna", "no answer of a calendar");
        (await _officer.SendAsync(guests.Replace("/guests", "/edit", StringComparison.Ordinal), null, ("start", "2027-03-12 09:00"), ("end", "2027-03-12 16:00"))).Dispose();
        await TellAsync(guests);
        await RefusedAsync(guests, Reply(first, "anna@example.org", "ACCEPTED", "20261121T150000Z"), "changed since");
        Assert.Equal("declined", Answer(await _officer.PageAsync(guests)));
    }

    [Fact]
    public async Task Letters_WhileTheServerIsAway_Wait_AndAreSentWhenItIsBack()
    {
        var guests = await PlannedAsync("Pesti vendégek");
        await AddAsync(guests, "Kovács Anna", "anna@example.org");
        await AddAsync(guests, "Bo Ek", "bo@example.se");
        await TellAsync(guests);
        Assert.Equal(["elküldésre vár", "elküldésre vár"], await StatesAsync(guests));
        await using var server = await SmtpServer.StartAsync(_port);
        _clock.Now += TimeSpan.FromSeconds(30);
        Assert.StartsWith("sent 0,", await RunAsync(), StringComparison.Ordinal);
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.StartsWith("sent 2,", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(["elküldve", "elküldve"], await StatesAsync(guests));
        Assert.StartsWith("sent 0,", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await server.MailsAsync()).Count);
    }

    [Fact]
    public async Task Guest_TakenOffAndInvitedAgain_GetsAHigherSequenceThanTheCancellation()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var guests = await PlannedAsync("Fejér megyei vendégek");
        await AddAsync(guests, "Kovács Anna", "anna@example.org");
        await TellAsync(guests);
        (await _officer.SendAsync(guests, "Withdraw")).Dispose();
        await RunAsync();
        await AddAsync(guests, "Kovács Anna", "Anna@example.org");
        await TellAsync(guests);
        await TellAsync(guests, "Kovács Anna");
        var mails = await server.MailsAsync();
        Assert.Equal(["REQUEST 1", "CANCEL 2", "REQUEST 3", "REQUEST 3"], mails.Select(Sequenced));
        Assert.Single(mails.Select(m => m.Of("UID")).Distinct());
    }

    [Fact]
    public async Task Letter_ThatCannotBeWritten_HoldsUpNoOther_AndIsGivenUpWithItsReason()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var broken = await PlannedAsync("Elromlott látogatás");
        await AddAsync(broken, "Kovács Anna", "anna@example.org");
        (await _officer.SendAsync(broken, "Tell")).Dispose();
        var guests = await PlannedAsync("Ép látogatás");
        await AddAsync(guests, "Bo Ek", "bo@example.se");
        (await _officer.SendAsync(guests, "Tell")).Dispose();
        await using (var owner = new Npgsql.NpgsqlConnection(_portal.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(Cancellation);
            await using var spoil = new Npgsql.NpgsqlCommand("select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false); update guest set answer = 'odd' where email = 'anna@example.org'", owner);
            await using var loosen = new Npgsql.NpgsqlCommand("alter table guest drop constraint guest_answer_check", owner);
            await loosen.ExecuteNonQueryAsync(Cancellation);
            await spoil.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal("sent 1, refused 0, not taken by the mail server 0, not written 1", await RunAsync());
        Assert.Equal("bo@example.se", Assert.Single(await server.MailsAsync()).Recipient);
        for (var tries = 1; tries < LetterQueue.MostWritings; tries++)
        {
            _clock.Now += TimeSpan.FromHours(1);
            Assert.EndsWith(", not written 1", await RunAsync(), StringComparison.Ordinal);
        }

        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal("sent 0, refused 0, not taken by the mail server 0", await RunAsync());
        await using (var owner = new Npgsql.NpgsqlConnection(_portal.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(Cancellation);
            await using var mend = new Npgsql.NpgsqlCommand("select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false); update guest set answer = 'open' where answer = 'odd'", owner);
            await mend.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Contains("Nem sikerült megírni: ", (await _officer.PageAsync(broken + "?lang=hu")).QuerySelector("td ul.plain li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_WithMistakes_OrTwice_IsRefused_AndWhatWasTypedIsKept()
    {
        var guests = await PlannedAsync("Békés megyei vendégek");
        using var wrong = await _officer.SendAsync(guests, "Add", ("name", ""), ("email", "anna at example"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.NotNull(page.QuerySelector("#name-error"));
        Assert.Equal("anna at example", page.QuerySelector("#email")?.GetAttribute("value"));
        await AddAsync(guests, "Kovács Anna", "anna@example.org");
        using var twice = await _officer.SendAsync(guests, "Add", ("name", "K. Anna"), ("email", "Anna@Example.org"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        (await _officer.SendAsync(guests, "Withdraw")).Dispose();
        Assert.Empty((await _officer.PageAsync(guests)).QuerySelectorAll("table.register"));
    }

    private static string Sequenced(ReceivedMail mail) => $"{mail.Method} {mail.Of("SEQUENCE")!["SEQUENCE:".Length..]}";

    /// <summary>What Outlook answers to an invitation.</summary>
    private static string Reply(ReceivedMail invitation, string who, string answer, string stamp, string comment = "") =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT={answer}:mailto:{who}\r\n{(comment.Length > 0 ? $"COMMENT:{comment}\r\n" : "")}"
        + $"{invitation.Of("UID")}\r\n{invitation.Of("DTSTART")}\r\nDTSTAMP:{stamp}\r\n{invitation.Of("SEQUENCE")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static string? Answer(IHtmlDocument page) => page.QuerySelector("select[name=answer] option[selected]")?.GetAttribute("value");

    private async Task RefusedAsync(string guests, string answer, string sentence)
    {
        using var refused = await _officer.SendAsync(guests, "Answers", ("pasted", answer));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.Contains(sentence, page.QuerySelector("#pasted-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(answer.Split("\r\n")[0], page.QuerySelector("#pasted")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> PlannedAsync(string title)
    {
        using var added = await _officer.SendAsync("/hargita/office/activities/new", null, ("kind", "incoming-visit"), ("purpose", "study"), ("title.hu", title), ("start", "2027-03-10 09:00"), ("end", "2027-03-11 16:00"), ("partner-0", "zala"));
        return added.Headers.Location!.OriginalString + "/guests";
    }

    private async Task AddAsync(string guests, string name, string email, params (string Name, string Value)[] more)
    {
        using var added = await _officer.SendAsync(guests, "Add", [("name", name), ("email", email), .. more]);
        if (added.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await DeskClient.ParseAsync(added)).QuerySelector("#errors")?.TextContent ?? added.StatusCode.ToString());
    }

    /// <param name="only">The guest who is told once more; null for all who have not been.</param>
    private async Task TellAsync(string guests, string? only = null)
    {
        var page = await _officer.PageAsync(guests);
        var form = page.Forms.Last(f => f.Action.Contains("handler=Tell", StringComparison.Ordinal) && (only is null || f.TextContent.Contains(only, StringComparison.Ordinal)));
        using var told = await _officer.PostAsync(form.GetAttribute("action")!, new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value))));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        await RunAsync();
    }

    private Task<string> RunAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);

    /// <summary>How the letters to each guest stand, in Hungarian.</summary>
    private async Task<IReadOnlyList<string>> StatesAsync(string guests) =>
        [.. (await _officer.PageAsync(guests + "?lang=hu")).QuerySelectorAll("td ul.plain li").Select(l => Regex.Match(PortalFixture.Words(l), "^Meghívó: (.*?), ").Groups[1].Value)];
}
