using System.Buffers;

namespace Tessera.Interchange.Calendars;

/// <summary>What a message asks of those who get it (RFC 5546, 1.4).</summary>
public enum InvitationMethod
{
    /// <summary>Says what is planned and asks nothing.</summary>
    Publish,

    /// <summary>Invites, or says what has changed: the same UID and a higher SEQUENCE.</summary>
    Request,

    /// <summary>Calls off: the same UID and a higher SEQUENCE.</summary>
    Cancel,
}

/// <summary>
/// Invitations and cancellations to be sent by mail (iTIP, RFC 5546; iMIP, RFC 6047): the part <c>text/calendar; method=…</c> of a message.
/// </summary>
public static class Invitation
{
    /// <summary>The media type of the message's part.</summary>
    public static string MediaType(InvitationMethod method) => $"{CalendarWriter.MediaType}; method={Method(method)}";

    /// <summary>Why these entries make no such message: a code of <see cref="InvitationCodes"/>; null when they do.</summary>
    /// <param name="entries">A series and its changed occurrences, or one entry.</param>
    public static string? WhyNot(InvitationMethod method, IReadOnlyList<CalendarEntry> entries)
    {
        if (entries.Count == 0 || entries.Any(e => e.Uid.Length == 0)) return InvitationCodes.NoUid;
        if (entries.Any(e => e.Uid != entries[0].Uid)) return InvitationCodes.Several;
        if (entries.Any(e => e.Start is null)) return InvitationCodes.NoStart;
        if (entries.Any(e => e.Organiser is null)) return InvitationCodes.NoOrganiser;
        return method != InvitationMethod.Publish && entries.Any(e => e.Attendees.Count == 0) ? InvitationCodes.NoAttendee : null;
    }

    /// <summary>Writes the message's part. A cancelled entry has that status whatever its own; a published one names no attendees.</summary>
    /// <param name="product">The program that writes: PRODID.</param>
    /// <param name="sent">DTSTAMP: when the message is made.</param>
    /// <exception cref="ArgumentException"><see cref="WhyNot"/> has a reason.</exception>
    public static void Write(IBufferWriter<byte> target, string product, InvitationMethod method, IReadOnlyList<CalendarEntry> entries, DateTimeOffset sent)
    {
        if (WhyNot(method, entries) is { } refusal) throw new ArgumentException(refusal, nameof(entries));
        var written = entries.Select(e => e with
        {
            Stamp = sent,
            Status = method == InvitationMethod.Cancel ? EntryStatus.Cancelled : e.Status,
            Attendees = method == InvitationMethod.Publish ? [] : e.Attendees,
        });
        CalendarWriter.Write(target, new(product) { Method = Method(method) }, [.. written], sent);
    }

    private static string Method(InvitationMethod method) => method switch
    {
        InvitationMethod.Request => "REQUEST",
        InvitationMethod.Cancel => "CANCEL",
        InvitationMethod.Publish => "PUBLISH",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}

/// <summary>Why entries make no message, or an answer is not taken.</summary>
public static class InvitationCodes
{
    public const string NoUid = "invitation.no-uid";

    /// <summary>One message is about one thing: its entries have one UID.</summary>
    public const string Several = "invitation.several";
    public const string NoStart = "invitation.no-start";
    public const string NoOrganiser = "invitation.no-organiser";
    public const string NoAttendee = "invitation.no-attendee";

    /// <summary>What was pasted or sent holds no answer of a calendar.</summary>
    public const string NoAnswer = "invitation.no-answer";

    /// <summary>The answer is to something else.</summary>
    public const string OtherEntry = "invitation.other-entry";

    /// <summary>Who answers was not invited.</summary>
    public const string NotInvited = "invitation.not-invited";

    /// <summary>The answer is to an invitation that has been changed since.</summary>
    public const string OlderSequence = "invitation.older-sequence";

    /// <summary>A later answer of the same person is known.</summary>
    public const string OlderAnswer = "invitation.older-answer";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NoUid, Several, NoStart, NoOrganiser, NoAttendee, NoAnswer, OtherEntry, NotInvited, OlderSequence, OlderAnswer];
}
