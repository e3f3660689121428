using System.Buffers;
using System.Text;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>Invitations, cancellations and answers.</summary>
public sealed class InvitationTests
{
    private static readonly CalendarEntry Invited = Meeting with { Organiser = new("office@town.example", "Office"), Attendees = [new("bo@example.org", "Bo", IsAsked: true)], Sequence = 3 };

    [Theory]
    [InlineData(InvitationMethod.Request, "METHOD:REQUEST", "ATTENDEE", true, "")]
    [InlineData(InvitationMethod.Cancel, "METHOD:CANCEL", "ATTENDEE", true, "STATUS:CANCELLED")]
    [InlineData(InvitationMethod.Publish, "METHOD:PUBLISH", "ATTENDEE", false, "")]
    public void Write_OfAMessage_HasWhatTheMethodAsksFor(InvitationMethod method, string head, string people, bool hasPeople, string status)
    {
        var target = new ArrayBufferWriter<byte>();
        Invitation.Write(target, "-//Tessera//EN", method, [Invited], Written.AddDays(1));
        var text = Encoding.UTF8.GetString(target.WrittenSpan);
        Assert.Contains(head + "\r\n", text, StringComparison.Ordinal);
        Assert.Contains("UID:1@tessera\r\nDTSTAMP:20260502T120000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3\r\n", text, StringComparison.Ordinal);
        Assert.Contains("ORGANIZER;CN=Office:mailto:office@town.example\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Equal(hasPeople, text.Contains(people, StringComparison.Ordinal));
        Assert.Contains(status, text, StringComparison.Ordinal);
        Assert.EndsWith("method=" + head["METHOD:".Length..], Invitation.MediaType(method), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_OfEntriesThatMakeNoMessage_SaysWhy()
    {
        Assert.Null(Invitation.WhyNot(InvitationMethod.Request, [Invited, Invited with { RecurrenceId = Invited.Start }]));
        Assert.Null(Invitation.WhyNot(InvitationMethod.Publish, [Invited with { Attendees = [] }]));
        Assert.Equal(InvitationCodes.NoUid, Invitation.WhyNot(InvitationMethod.Request, []));
        Assert.Equal(InvitationCodes.NoUid, Invitation.WhyNot(InvitationMethod.Request, [Invited with { Uid = "" }]));
        Assert.Equal(InvitationCodes.Several, Invitation.WhyNot(InvitationMethod.Cancel, [Invited, Invited with { Uid = "2" }]));
        Assert.Equal(InvitationCodes.NoStart, Invitation.WhyNot(InvitationMethod.Request, [Invited with { Start = null }]));
        Assert.Equal(InvitationCodes.NoOrganiser, Invitation.WhyNot(InvitationMethod.Publish, [Invited with { Organiser = null }]));
        Assert.Equal(InvitationCodes.NoAttendee, Invitation.WhyNot(InvitationMethod.Cancel, [Invited with { Attendees = [] }]));
        Assert.Throws<ArgumentException>(() => Invitation.Write(new ArrayBufferWriter<byte>(), "", InvitationMethod.Request, [], Written));
    }

    [Fact]
    public void Of_AReply_HasWhoAnswersWhat()
    {
        var answer = Answer();
        Assert.Equal(("1@tessera", 3, "BO@example.org", AttendeeAnswer.Accepted, "With pleasure; two of us"), (answer.Uid, answer.Sequence, answer.Address, answer.Answer, answer.Comment));
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 8, 0, 0, TimeSpan.Zero), answer.Stamp);
        Assert.Empty(InvitationAnswer.Of(Read(Reply.Replace("REPLY", "REQUEST", StringComparison.Ordinal))));
    }

    [Fact]
    public void WhyNotTake_OfAnAnswer_TellsOldFromNew()
    {
        var answer = Answer();
        Assert.Null(answer.WhyNotTake(Invited, null));
        Assert.Null(answer.WhyNotTake(Invited, answer.Stamp));
        Assert.Null((answer with { Sequence = 4 }).WhyNotTake(Invited, null));
        Assert.Equal(InvitationCodes.OlderSequence, answer.WhyNotTake(Invited with { Sequence = 4 }, null));
        Assert.Equal(InvitationCodes.OlderAnswer, answer.WhyNotTake(Invited, answer.Stamp!.Value.AddSeconds(1)));
        Assert.Equal(InvitationCodes.OlderAnswer, (answer with { Stamp = null }).WhyNotTake(Invited, answer.Stamp));
        Assert.Equal(InvitationCodes.OtherEntry, answer.WhyNotTake(Invited with { Uid = "2" }, null));
        Assert.Equal(InvitationCodes.NotInvited, answer.WhyNotTake(Invited with { Attendees = [new("other@example.org", "")] }, null));
    }

    /// <summary>As pasted with words around it; as a mail with the calendar as base64 beside the text; as that mail forwarded.</summary>
    [Fact]
    public void In_WhatPeoplePasteOrForward_TheAnswerIsFound()
    {
        var mail = "From: bo@example.org\r\nDate: Mon, 4 May 2026 10:00:00 +0200\r\nSubject: Accepted\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nI come.\r\n"
            + $"--x\r\nContent-Type: text/calendar; method=REPLY; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Reply), Base64FormattingOptions.InsertLineBreaks)}\r\n--x--\r\n";
        var forwarded = $"From: me@town.example\r\nTo: office@town.example\r\nSubject: Fwd\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\nContent-Type: message/rfc822\r\n\r\n{mail}\r\n--y--\r\n";
        foreach (var content in (string[])[Reply, $"Dear all,\r\nthis came: \r\n\r\n{Reply}\r\nBest, E.\r\n", mail, forwarded])
        {
            var reading = CalendarReader.Read(MailedCalendar.In(Encoding.UTF8.GetBytes(content)).Span, Budapest);
            Assert.Equal(AttendeeAnswer.Accepted, Assert.Single(InvitationAnswer.Of(reading)).Answer);
        }
    }

    private const string Reply = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bo:mailto:BO@example.org\r\n"
        + "COMMENT:With pleasure\\; two of us\r\nORGANIZER:mailto:office@town.example\r\nUID:1@tessera\r\nSEQUENCE:3\r\nDTSTAMP:20260503T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static InvitationAnswer Answer() => Assert.Single(InvitationAnswer.Of(Read(Reply)));
}
