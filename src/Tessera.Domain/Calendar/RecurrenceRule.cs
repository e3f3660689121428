using System.Diagnostics.CodeAnalysis;

namespace Tessera.Domain.Calendar;

/// <summary>
/// A rule by which something comes again: RRULE of RFC 5545, 3.3.10, all of its parts. Immutable; two rules are equal when their
/// canonical texts are. The order of parts and values in a text does not matter; the canonical text has the RFC's order of parts,
/// values ascending, each once, and leaves out INTERVAL=1 and WKST=MO.
/// <para>Refused with a code of <see cref="RecurrenceRefusal"/>: see there.</para>
/// </summary>
public sealed class RecurrenceRule : IEquatable<RecurrenceRule>
{
    /// <summary>The largest COUNT; a larger one is refused, since counting is the only way to find where it ends.</summary>
    public const int MostCount = 1_000_000;

    /// <summary>The largest INTERVAL.</summary>
    public const int MostInterval = 1_000_000;

    /// <summary>The longest text that is read, in characters.</summary>
    public const int MostLength = 4_000;

    /// <summary>How many periods in a row may be empty before a rule is taken to match nothing more. Of days that is 547 years, while the calendar itself repeats after 400.</summary>
    public const int MostEmptyPeriods = 200_000;

    private string? _text;

    internal RecurrenceRule()
    {
    }

    public RecurrenceFrequency Frequency { get; internal init; }

    /// <summary>Every how many periods, from 1.</summary>
    public int Interval { get; internal init; } = 1;

    /// <summary>How many times in all, the first included; null when that is not what ends it.</summary>
    public int? Count { get; internal init; }

    /// <summary>The last moment that may belong to it, itself included: a day, a floating time or an instant in UTC.</summary>
    public Moment? Until { get; internal init; }

    /// <summary>The day on which weeks begin.</summary>
    public DayOfWeek WeekStart { get; internal init; } = DayOfWeek.Monday;

    /// <summary>0 to 60; the leap second counts as the 59th.</summary>
    public IReadOnlyList<int> Seconds { get; internal init; } = [];

    public IReadOnlyList<int> Minutes { get; internal init; } = [];

    public IReadOnlyList<int> Hours { get; internal init; } = [];

    public IReadOnlyList<WeekdayOf> Weekdays { get; internal init; } = [];

    /// <summary>1 to 31, or -1 to -31 from the end of the month.</summary>
    public IReadOnlyList<int> MonthDays { get; internal init; } = [];

    /// <summary>1 to 366, or -1 to -366 from the end of the year.</summary>
    public IReadOnlyList<int> YearDays { get; internal init; } = [];

    /// <summary>1 to 53, or -1 to -53 from the end of the year; week 1 is the first with four days in the year.</summary>
    public IReadOnlyList<int> WeekNumbers { get; internal init; } = [];

    public IReadOnlyList<int> Months { get; internal init; } = [];

    /// <summary>Which of the matches of one period count: 1 to 366, or -1 to -366 from the last.</summary>
    public IReadOnlyList<int> Positions { get; internal init; } = [];

    /// <summary>Reads the value of an RRULE.</summary>
    /// <exception cref="FormatException">It is refused.</exception>
    public static RecurrenceRule Parse(string text) =>
        TryParse(text, out var rule) ? rule : throw new FormatException($"'{text}': {WhyNotParse(text)}");

    /// <summary>As <see cref="Parse"/>, but answers false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RecurrenceRule? rule)
    {
        rule = text is null ? null : RecurrenceText.Read(text).Rule;
        return rule is not null;
    }

    /// <summary>Why <see cref="TryParse"/> says no: a code of <see cref="RecurrenceRefusal"/>; null when it would say yes.</summary>
    public static string? WhyNotParse(string? text) => RecurrenceText.Read(text ?? "").Refusal;

    /// <summary>
    /// The wall times of the rule, ascending and each once. The start is always the first and counts, whether it matches or not
    /// (3.8.5.3). Lazy; ends by COUNT, by UNTIL, with the year 9999, or after <see cref="MostEmptyPeriods"/> periods without a match.
    /// Cost: one period's days for each period; with <paramref name="from"/> the periods before it are passed over unless a COUNT makes them be
    /// counted.
    /// </summary>
    /// <param name="start">The wall time of the first, without kind.</param>
    /// <param name="zone">Where the wall is, to compare with an UNTIL in UTC; null compares wall times.</param>
    /// <param name="from">Leave out what is earlier.</param>
    /// <param name="to">Nothing later is asked: periods behind it are not looked at, so that a rule that matches nothing more costs no more than the window. A few times of its last period may lie behind it.</param>
    public IEnumerable<DateTime> Occurrences(DateTime start, Zone? zone = null, DateTime? from = null, DateTime? to = null) =>
        RecurrenceExpansion.Of(this, start, zone, from ?? DateTime.MinValue, to ?? DateTime.MaxValue);

    /// <summary>The same rule that ends after so many times, or never; where it ended before does not count.</summary>
    /// <param name="count">Null for never; else from 1 to <see cref="MostCount"/>.</param>
    public RecurrenceRule Ending(int? count) => With(count, Weekdays);

    /// <summary>The same rule whose UNTIL is of the kind that RFC 5545, 3.3.10 asks for beside a start: a day beside a day, an instant in UTC beside a time in a zone. A day includes its last second.</summary>
    public RecurrenceRule EndingLike(Moment start)
    {
        if (Until is not { } until || (until.IsDay == start.IsDay && (start.IsDay || until.Zone is null == start.Zone is null))) return this;
        var wall = until.IsDay ? until.Wall.AddDays(1).AddSeconds(-1) : until.Wall;
        var end = start.IsDay ? Moment.Of(until.Day)
            : until.Zone is not null ? Moment.Floating(until.Wall)
            : start.Zone is { } zone ? Moment.In(Zone.Utc, zone.ToUtc(wall)) : Moment.Floating(wall);
        return With(Count, Weekdays, end);
    }

    /// <summary>The rule of a series that is moved by whole days: a weekly one comes on other days of the week; another one is as it was, and the caller sees whether that holds.</summary>
    public RecurrenceRule MovedBy(int days) => Frequency != RecurrenceFrequency.Weekly || days % 7 == 0
        ? this
        : With(Count, [.. Weekdays.Select(d => new WeekdayOf(0, (DayOfWeek)((((int)d.Day + days) % 7 + 7) % 7))).OrderBy(d => ((int)d.Day + 6) % 7)], Until);

    private RecurrenceRule With(int? count, IReadOnlyList<WeekdayOf> weekdays, Moment? until = null) => new()
    {
        Frequency = Frequency,
        Interval = Interval,
        Count = count,
        Until = until,
        WeekStart = WeekStart,
        Seconds = Seconds,
        Minutes = Minutes,
        Hours = Hours,
        Weekdays = weekdays,
        MonthDays = MonthDays,
        YearDays = YearDays,
        WeekNumbers = WeekNumbers,
        Months = Months,
        Positions = Positions,
    };

    public bool Equals(RecurrenceRule? other) => other is not null && other.ToString() == ToString();

    public override bool Equals(object? obj) => Equals(obj as RecurrenceRule);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text.</summary>
    public override string ToString() => _text ??= RecurrenceText.Write(this);
}
