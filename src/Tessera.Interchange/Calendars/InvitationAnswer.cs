using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>What one person answers to one invitation (METHOD:REPLY of RFC 5546, 3.2.3).</summary>
/// <param name="RecurrenceId">The occurrence that is meant; null means all of it.</param>
/// <param name="Stamp">When it was answered; null where the answer does not say.</param>
/// <param name="Comment">Empty where nothing was added.</param>
public sealed record InvitationAnswer(string Uid, Moment? RecurrenceId, int Sequence, DateTimeOffset? Stamp, string Address, string Name, AttendeeAnswer Answer, string Comment)
{
    /// <summary>The answers in a file; none where it is no reply.</summary>
    public static IReadOnlyList<InvitationAnswer> Of(CalendarReading reading) => reading.Method != "REPLY"
        ? []
        : [.. reading.Entries.SelectMany(e => e.Attendees.Select(a => new InvitationAnswer(e.Uid, e.RecurrenceId, e.Sequence, e.Stamp, a.Address, a.Name, a.Answer, e.Comment)))];

    /// <summary>
    /// Why the answer is not taken: a code of <see cref="InvitationCodes"/>; null when it is. An answer to an older SEQUENCE is not, for it
    /// may be to another day; of two to the same SEQUENCE the later DTSTAMP counts (RFC 5546, 2.1.5).
    /// </summary>
    /// <param name="current">The entry as it was last sent.</param>
    /// <param name="answered">The stamp of this person's answer to the same SEQUENCE that is known already; null where there is none.</param>
    public string? WhyNotTake(CalendarEntry current, DateTimeOffset? answered)
    {
        if (current.Uid != Uid) return InvitationCodes.OtherEntry;
        if (!current.Attendees.Any(a => a.Address.Equals(Address, StringComparison.OrdinalIgnoreCase))) return InvitationCodes.NotInvited;
        if (Sequence < current.Sequence) return InvitationCodes.OlderSequence;
        return answered is { } before && (Stamp ?? DateTimeOffset.MinValue) < before ? InvitationCodes.OlderAnswer : null;
    }
}
