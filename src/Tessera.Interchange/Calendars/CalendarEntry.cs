using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>What an entry is.</summary>
public enum EntryKind
{
    Event,
    Task,
}

/// <summary>The STATUS of an entry; <see cref="None"/> where it says nothing.</summary>
public enum EntryStatus
{
    None,
    Tentative,
    Confirmed,
    Cancelled,
    NeedsAction,
    InProcess,
    Completed,
}

/// <summary>What an attendee has answered: PARTSTAT.</summary>
public enum AttendeeAnswer
{
    NeedsAction,
    Accepted,
    Declined,
    Tentative,
    Delegated,
}

/// <summary>Whether somebody is needed: ROLE.</summary>
public enum AttendeeRole
{
    Required,
    Optional,
    Chair,
    Informed,
}

/// <summary>Who organises.</summary>
/// <param name="Address">The e-mail address without <c>mailto:</c>, or another address as it is written.</param>
/// <param name="Name">Empty where none is given.</param>
public sealed record Organiser(string Address, string Name);

/// <summary>Who is invited.</summary>
/// <param name="Address">As of <see cref="Organiser"/>.</param>
/// <param name="IsAsked">Whether an answer is wanted: RSVP.</param>
public sealed record Attendee(string Address, string Name, AttendeeRole Role = AttendeeRole.Required, AttendeeAnswer Answer = AttendeeAnswer.NeedsAction, bool IsAsked = false);

/// <summary>A place on the earth in degrees, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);

/// <summary>
/// An event or a task of a calendar, read or to be written (VEVENT and VTODO of RFC 5545). Of a series either the whole or, with
/// <see cref="RecurrenceId"/>, one occurrence that differs.
/// </summary>
public sealed record CalendarEntry
{
    public EntryKind Kind { get; init; }

    /// <summary>What tells it from all others everywhere; empty where a file has none.</summary>
    public required string Uid { get; init; }

    /// <summary>Null only for tasks without a beginning and for answers.</summary>
    public Moment? Start { get; init; }

    /// <summary>The end or, of a task, when it is due; of whole days the day after the last. Null where it is not stated.</summary>
    public Moment? StatedEnd { get; init; }

    /// <summary>How long it lasts, where that is stated instead of the end.</summary>
    public Span? Length { get; init; }

    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    public string Location { get; init; } = "";

    /// <summary>What somebody who answers adds.</summary>
    public string Comment { get; init; } = "";

    public IReadOnlyList<string> Categories { get; init; } = [];

    public GeoPoint? Geo { get; init; }

    /// <summary>Empty where there is none; not checked when read.</summary>
    public string Url { get; init; } = "";

    public EntryStatus Status { get; init; }

    /// <summary>Whether it leaves one free.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>CLASS other than PUBLIC.</summary>
    public bool IsPrivate { get; init; }

    public Organiser? Organiser { get; init; }

    public IReadOnlyList<Attendee> Attendees { get; init; } = [];

    /// <summary>Rises with every change that matters to those invited.</summary>
    public int Sequence { get; init; }

    /// <summary>When this state of it was written; null where a file says nothing.</summary>
    public DateTimeOffset? Stamp { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Which occurrence of the series this is; null of the series itself.</summary>
    public Moment? RecurrenceId { get; init; }

    /// <summary>Whether it stands for all that follow too.</summary>
    public bool IsAndFuture { get; init; }

    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    /// <summary>Which of its rules is refused, and why; null when none is. Without that rule it would come at other times than it says.</summary>
    public CalendarFinding? WhyNotRule { get; init; }

    public IReadOnlyList<AddedDate> Added { get; init; } = [];

    public IReadOnlyList<Moment> Excepted { get; init; } = [];

    /// <summary>Of a task, when it was done.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>The line of the file on which it begins; 0 when it was not read from one.</summary>
    public int Line { get; init; }

    /// <summary>Whether it comes again.</summary>
    public bool IsRecurring => Rules.Count > 0 || Added.Count > 0;

    /// <summary>When it ends: as stated, after its length, or by RFC 5545, 3.6.1: a whole day lasts a day, a time no time. Null without a beginning.</summary>
    public Moment? End => StatedEnd ?? (Start is { } start ? start.Plus(Length ?? (start.IsDay ? new(1, default) : default)) : null);

    /// <summary>When the occurrence that begins so ends: after the stated length, or as much time later as the first one's end (3.8.5.3).</summary>
    public Moment EndOf(Moment start)
    {
        if (StatedEnd is not { } end || Start is not { } first) return start.Plus(Length ?? (start.IsDay ? new(1, default) : default));
        return start.IsDay
            ? start.Plus(new(end.Day.DayNumber - first.Day.DayNumber, default))
            : start.Plus(new(0, first.Zone is { } zone && end.Zone is { } other ? other.ToUtc(end.Wall) - zone.ToUtc(first.Wall) : end.Wall - first.Wall));
    }
}

/// <summary>When somebody is free or not (VFREEBUSY).</summary>
public sealed record FreeBusy(string Uid, Organiser? Organiser, IReadOnlyList<string> Attendees, IReadOnlyList<BusyTime> Times, int Line);

/// <summary>A time of a <see cref="FreeBusy"/>.</summary>
/// <param name="Kind">FREE, BUSY, BUSY-UNAVAILABLE or BUSY-TENTATIVE.</param>
public readonly record struct BusyTime(DateTimeOffset Start, DateTimeOffset End, string Kind);
