using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>What a calendar file has that is not understood, or not taken as it stands. A rule that is refused has the code of <see cref="RecurrenceRefusal"/>.</summary>
public static class CalendarCodes
{
    /// <summary>Larger than <see cref="CalendarLimits.File"/>; what lies behind is not read.</summary>
    public const string TooLarge = "calendar.too-large";

    /// <summary>More entries than <see cref="CalendarLimits.Entries"/>; the rest is not read.</summary>
    public const string TooMany = "calendar.too-many";

    /// <summary>A line longer than <see cref="CalendarLimits.Line"/>; its end is not read.</summary>
    public const string LineTooLong = "calendar.line-too-long";

    /// <summary>A line without a colon, or without a name before it.</summary>
    public const string BadLine = "calendar.bad-line";

    /// <summary>A date, time, length or number that is none.</summary>
    public const string BadValue = "calendar.bad-value";

    /// <summary>It ends before it begins; the end is not taken.</summary>
    public const string EndBeforeStart = "calendar.end-before-start";

    /// <summary>An END without its BEGIN, a BEGIN without its END, or components nested deeper than <see cref="CalendarLimits.Depth"/>.</summary>
    public const string BadNesting = "calendar.bad-nesting";

    /// <summary>Components outside of a calendar, or text around it.</summary>
    public const string NoCalendar = "calendar.no-calendar";

    /// <summary>An event without a beginning, which is not taken.</summary>
    public const string NoStart = "calendar.no-start";

    /// <summary>An entry that cannot be told from others: it has no UID.</summary>
    public const string NoUid = "calendar.no-uid";

    /// <summary>A time zone that neither the system nor the file knows; its times are taken where the reader is.</summary>
    public const string UnknownZone = "calendar.unknown-zone";

    /// <summary>A component or property of RFC 5545 that is left out here: journals, excluding rules, THISANDPRIOR.</summary>
    public const string NotTaken = "calendar.not-taken";

    /// <summary>Text that is not UTF-8; read in the likeliest older code.</summary>
    public const string NotUtf8 = "calendar.not-utf8";

    /// <summary>Nothing of a calendar is in it.</summary>
    public const string Empty = "calendar.empty";

    /// <summary>An event without a title, of which nobody could tell what it is.</summary>
    public const string NoTitle = "calendar.no-title";

    /// <summary>Its times cannot be kept as they are: no rule and list of days has the same.</summary>
    public const string NotHeld = "calendar.not-held";

    /// <summary>What is there already is newer than what the file says.</summary>
    public const string Older = "calendar.older";

    /// <summary>The office follows this calendar already.</summary>
    public const string FollowedAlready = "calendar.followed-already";

    /// <summary>The office follows as many calendars as it may.</summary>
    public const string FollowedEnough = "calendar.followed-enough";

    /// <summary>More findings than <see cref="CalendarLimits.Findings"/>; the rest is not listed.</summary>
    public const string MoreFindings = "calendar.more-findings";

    /// <summary>What is in the calendar could not be kept beside what is here.</summary>
    public const string NotKept = "calendar.not-kept";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TooLarge, TooMany, LineTooLong, BadLine, BadValue, EndBeforeStart, BadNesting, NoCalendar, NoStart, NoUid, UnknownZone, NotTaken, NotUtf8, Empty, NoTitle, NotHeld, Older, FollowedAlready, FollowedEnough, MoreFindings, NotKept,
        .. RecurrenceRefusal.All,
    ];
}

/// <summary>How much of a calendar file is read, so that a hostile one costs no more than a large one.</summary>
public static class CalendarLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int File = 32 * 1024 * 1024;

    /// <summary>Bytes of a line, unfolded.</summary>
    public const int Line = 1024 * 1024;

    /// <summary>Events, tasks and free-busy times of a file.</summary>
    public const int Entries = 50_000;

    /// <summary>Components within components.</summary>
    public const int Depth = 16;

    /// <summary>Different time zones of a file.</summary>
    public const int Zones = 200;

    /// <summary>Values of one property list: dates, categories, attendees, rules of one entry.</summary>
    public const int Values = 5_000;

    /// <summary>Findings that are listed.</summary>
    public const int Findings = 500;
}
