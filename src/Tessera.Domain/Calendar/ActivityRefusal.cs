namespace Tessera.Domain.Calendar;

/// <summary>Stable codes that say what is wrong with an activity; their sentences belong to the page.</summary>
public static class ActivityRefusal
{
    /// <summary>A time is neither a day nor a day with hour and minute.</summary>
    public const string TimeUnreadable = "activity.time-unreadable";

    /// <summary>The beginning has an hour and the end has none, or the other way round.</summary>
    public const string TimesMixed = "activity.times-mixed";

    /// <summary>It ends before it begins.</summary>
    public const string EndBeforeStart = "activity.end-before-start";

    /// <summary>There is an end and no beginning.</summary>
    public const string EndAlone = "activity.end-alone";

    /// <summary>It lasts longer than <see cref="ActivityTime.MostDays"/> days.</summary>
    public const string TooLong = "activity.too-long";

    /// <summary>It has hours and does not say on whose clocks.</summary>
    public const string ZoneMissing = "activity.zone-missing";

    /// <summary>No time zone has this name.</summary>
    public const string ZoneUnknown = "activity.zone-unknown";

    /// <summary>It has a beginning and also a date that is only roughly known.</summary>
    public const string WhenTwice = "activity.when-twice";

    /// <summary>It comes again by a rule and has no beginning that the rule could go out from.</summary>
    public const string RecurrenceWithoutStart = "activity.recurrence-without-start";

    /// <summary>It comes again more often than 24 times a day.</summary>
    public const string TooOften = "activity.too-often";

    /// <summary>The years between two times are told beside a beginning, which has a rule instead, or are none from 1 to 50.</summary>
    public const string YearsWrong = "activity.years-wrong";

    /// <summary>A time of a series to be left out is no day.</summary>
    public const string ExceptionUnreadable = "activity.exception-unreadable";

    /// <summary>A purpose is told of what is no visit.</summary>
    public const string PurposeOfNoVisit = "activity.purpose-of-no-visit";

    /// <summary>Of a position only one of the two degrees is told.</summary>
    public const string PositionHalf = "activity.position-half";

    /// <summary>An item of the programme is on a day on which the activity is not.</summary>
    public const string ProgrammeOutside = "activity.programme-outside";

    /// <summary>The step does not follow on the status.</summary>
    public const string StepNotNow = "activity.step-not-now";

    /// <summary>It cannot be confirmed before anything is known of when it is.</summary>
    public const string DateMissing = "activity.date-missing";

    /// <summary>It cannot have been held: it has not begun.</summary>
    public const string NotBegun = "activity.not-begun";

    /// <summary>A series is not held as a whole.</summary>
    public const string SeriesNotHeld = "activity.series-not-held";

    /// <summary>It was held, and nothing is told of what came of it.</summary>
    public const string OutcomeMissing = "activity.outcome-missing";

    /// <summary>It is called off or put off, and nobody says why.</summary>
    public const string ReasonMissing = "activity.reason-missing";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TimeUnreadable, TimesMixed, EndBeforeStart, EndAlone, TooLong, ZoneMissing, ZoneUnknown, WhenTwice, RecurrenceWithoutStart, TooOften, YearsWrong, ExceptionUnreadable,
        PurposeOfNoVisit, PositionHalf, ProgrammeOutside, StepNotNow, DateMissing, NotBegun, SeriesNotHeld, OutcomeMissing, ReasonMissing,
    ];
}
