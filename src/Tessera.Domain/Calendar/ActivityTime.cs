using System.Collections.Concurrent;
using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Calendar;

/// <summary>What is said of when an activity is, as it is written in files.</summary>
/// <param name="Start">A day, <c>2026-06-12</c>, or a time on the clocks of the zone, <c>2026-06-12T09:00</c>; null when no more is known than <paramref name="When"/>.</param>
/// <param name="End">Its last day, or the time at which it ends; null for the same day, or for an end that is open.</param>
/// <param name="Zone">The name of a time zone, such as <c>Europe/Bucharest</c>; only with hours.</param>
/// <param name="Recurrence">An RRULE.</param>
/// <param name="Except">Days of the series on which it is not.</param>
/// <param name="When">When no beginning is known: what is.</param>
/// <param name="EveryYears">It comes again every so many years, on days that are not known.</param>
public sealed record StatedTime(string? Start, string? End, string? Zone, string? Recurrence, IReadOnlyList<string> Except, PartialDate? When, int? EveryYears);

/// <summary>One time that an activity takes place.</summary>
/// <param name="End">The last day, or the time at which it ends; equal to the start of a time whose end is open.</param>
public readonly record struct ActivityDates(Moment Start, Moment End)
{
    /// <summary>Its first day, on the clocks of its place.</summary>
    public DateOnly FirstDay => Start.Day;

    /// <summary>Its last day; what ends at midnight ends on the day before.</summary>
    public DateOnly LastDay => !End.IsDay && End.Wall > Start.Wall && End.Wall.TimeOfDay == TimeSpan.Zero ? End.Day.AddDays(-1) : End.Day;
}

/// <summary>
/// When an activity is: on days, by the hour in a zone, or only as precisely as a <see cref="PartialDate"/> says; once or by a rule. Refused with the codes of
/// <see cref="ActivityRefusal"/> and <see cref="RecurrenceRefusal"/>.
/// </summary>
public sealed class ActivityTime
{
    /// <summary>The years within which activities are.</summary>
    public const int FirstYear = 1900;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    /// <summary>The longest that one activity lasts, in days.</summary>
    public const int MostDays = 400;

    /// <summary>The most years between two times of what comes again.</summary>
    public const int MostYears = 50;

    /// <summary>How many times of a series that ends are counted to find its last; a longer one is taken to go on.</summary>
    private const int MostCounted = 5_000;

    private const int DayLength = 10;

    private const int TimeLength = 16;

    private static readonly DateOnly LastDayOfAll = new(LastYear, 12, 31);

    private static readonly ConcurrentDictionary<string, Zone> ZonesFound = new(StringComparer.Ordinal);

    private readonly RecurrenceSet? _series;

    private ActivityTime(StatedTime said, ActivityDates? first, RecurrenceSet? series) => (Stated, First, _series) = (said, first, series);

    /// <summary>When nothing is known of it.</summary>
    public static ActivityTime Unknown { get; } = new(new StatedTime(null, null, null, null, [], null, null), null, null);

    /// <summary>As it is written.</summary>
    public StatedTime Stated { get; }

    /// <summary>The first or only time; null when no beginning is known.</summary>
    public ActivityDates? First { get; }

    /// <summary>Does it come again by a rule?</summary>
    public bool IsSeries => _series is not null;

    /// <summary>Does it come again, by a rule or every so many years?</summary>
    public bool ComesAgain => IsSeries || Stated.EveryYears is not null;

    /// <summary>The first day on which it may be; null when that is not known.</summary>
    public DateOnly? FirstDay => First?.FirstDay ?? Stated.When?.Earliest;

    /// <summary>The last day on which it may be; null when that is not known, and of a series that goes on. Of a series that ends, its times are counted up to 5,000.</summary>
    public DateOnly? LastDay
    {
        get
        {
            if (First is not { } first) return Stated.When?.Latest;
            if (_series is null) return first.LastDay;
            if (_series.Rules is [{ Count: null, Until: null }]) return null;
            var (last, counted) = (first, 0);
            foreach (var time in Times(DateTimeOffset.MinValue, Late(LastDayOfAll)))
            {
                if (++counted > MostCounted) return null;
                last = time;
            }

            return last.LastDay;
        }
    }

    /// <summary>Reads what is written; null when it is refused.</summary>
    public static ActivityTime? Read(StatedTime said)
    {
        if (WhyNot(said).Count > 0) return null;
        if (said.Start is null) return new ActivityTime(said, null, null);
        var zone = ZoneOf(said.Zone);
        var start = TimeOf(said.Start, zone)!.Value;
        var first = new ActivityDates(start, said.End is null ? start : TimeOf(said.End, zone)!.Value);
        if (said.Recurrence is null) return new ActivityTime(said, first, null);
        var except = said.Except.Select(e => Moment.Of(DayOf(e)!.Value)).ToList();
        return new ActivityTime(said, first, new RecurrenceSet(start) { Rules = [RecurrenceRule.Parse(said.Recurrence)], Excepted = except });
    }

    /// <summary>What is wrong with it, each with the member that is wrong.</summary>
    public static IReadOnlyList<(string Member, string Code)> WhyNot(StatedTime said)
    {
        var wrong = new List<(string, string)>();
        if (said.Zone is not null && ZoneOf(said.Zone) is null) wrong.Add(("zone", ActivityRefusal.ZoneUnknown));
        WhyNotBounds(said, wrong);
        if (said.Start is not null && said.When is not null) wrong.Add(("when", ActivityRefusal.WhenTwice));
        if (said.Recurrence is not null && said.Start is null) wrong.Add(("recurrence", ActivityRefusal.RecurrenceWithoutStart));
        if (said.When is { } rough && !(IsWithin((rough.Earliest ?? rough.Latest)?.Year ?? FirstYear) && IsWithin((rough.Latest ?? rough.Earliest)?.Year ?? FirstYear))) wrong.Add(("when", ActivityRefusal.TimeUnreadable));
        if (said.Recurrence is not null && WhyNotRule(said.Recurrence) is { } refusal) wrong.Add(("recurrence", refusal));
        if (said.EveryYears is { } years && (years is < 1 or > MostYears || said.Start is not null)) wrong.Add(("everyYears", ActivityRefusal.YearsWrong));
        if (said.Except.Any(e => DayOf(e) is null)) wrong.Add(("except", ActivityRefusal.ExceptionUnreadable));
        return wrong;
    }

    /// <summary>A day or a time as it is written; null when it is neither.</summary>
    /// <param name="zone">Where the clock hangs; null for everybody's.</param>
    public static Moment? TimeOf(string text, Zone? zone)
    {
        if (text.Length != TimeLength) return DayOf(text) is { } whole ? Moment.Of(whole) : null;
        if (text[10] != 'T' || text[13] != ':' || DayOf(text[..DayLength]) is not { } day || Number(text, 11, 2) is not (< 24 and var hour) || Number(text, 14, 2) is not (< 60 and var minute)) return null;
        var wall = day.ToDateTime(new TimeOnly(hour, minute));
        return zone is null ? Moment.Floating(wall) : Moment.In(zone, wall);
    }

    /// <summary>A day as it is written; null when it is none, or outside the years in which activities are.</summary>
    public static DateOnly? DayOf(string text) =>
        text is { Length: DayLength } && text[4] == '-' && text[7] == '-' && Number(text, 0, 4) is { } year && IsWithin(year) && Number(text, 5, 2) is { } month and >= 1 and <= 12
        && Number(text, 8, 2) is { } day and >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>By hand, since the pages of a calendar read some hundred of them each, and the framework's parser takes ten times as long.</summary>
    private static int? Number(string text, int at, int digits)
    {
        var number = 0;
        for (var i = at; i < at + digits; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return null;
            number = (10 * number) + text[i] - '0';
        }

        return number;
    }

    private static bool IsWithin(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>The zone of the system's table; null when it has none of this name.</summary>
    public static Zone? ZoneOf(string? name)
    {
        if (name is null) return null;
        if (ZonesFound.TryGetValue(name, out var known)) return known;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) || !found.HasIanaId) return null;
        var zone = Zone.Of(found);
        // The names of the table itself, so that it stays as small as the table. The table's own look-up takes a lock.
        if (string.Equals(found.Id, name, StringComparison.Ordinal)) ZonesFound.TryAdd(name, zone);
        return zone;
    }

    /// <summary>
    /// The times of which at least a part is on the days from <paramref name="from"/> to <paramref name="to"/>, both counted, on the clocks of the place, by
    /// their beginning, of a series up to the year 2100. Lazy; none when no beginning is known. Cost: as of <see cref="RecurrenceSet.Between"/>, from the length of one time before the first day.
    /// </summary>
    public IEnumerable<ActivityDates> On(DateOnly from, DateOnly to)
    {
        if (First is not { } first) return [];
        if (_series is null) return first.FirstDay <= to && first.LastDay >= from ? [first] : [];
        var days = first.LastDay.DayNumber - first.FirstDay.DayNumber;
        // A day on each side, since the days are those of the place.
        return Times(Early(from, days + 2), Late(to < LastDayOfAll ? to : LastDayOfAll)).Where(t => t.FirstDay <= to && t.LastDay >= from);
    }

    private IEnumerable<ActivityDates> Times(DateTimeOffset from, DateTimeOffset to)
    {
        var first = First!.Value;
        return _series!.Between(from, to, Zone.Utc).Select(o => new ActivityDates(o.Start, EndOf(first, o.Start)));
    }

    /// <summary>As many days later on the calendar, or as much time later, as the end of the first.</summary>
    private static Moment EndOf(ActivityDates first, Moment start) => start.IsDay
        ? start.Plus(new Span(first.End.Day.DayNumber - first.Start.Day.DayNumber, default))
        : start.With(start.Wall + (first.End.Wall - first.Start.Wall));

    private static DateTimeOffset Early(DateOnly day, int before) => day.DayNumber <= before ? DateTimeOffset.MinValue : new DateTimeOffset(day.AddDays(-before), TimeOnly.MinValue, TimeSpan.Zero);

    private static DateTimeOffset Late(DateOnly day) => day.DayNumber + 3 > DateOnly.MaxValue.DayNumber ? DateTimeOffset.MaxValue : new DateTimeOffset(day.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Nobody holds a festival every minute: what would fill a calendar's page is refused.</summary>
    private static string? WhyNotRule(string text)
    {
        if (!RecurrenceRule.TryParse(text, out var rule)) return RecurrenceRule.WhyNotParse(text);
        return rule.Count > MostCounted || rule.Frequency < RecurrenceFrequency.Daily || rule.Minutes.Count > 1 || rule.Seconds.Count > 1 ? ActivityRefusal.TooOften : null;
    }

    private static void WhyNotBounds(StatedTime said, List<(string, string)> wrong)
    {
        var (start, end) = (said.Start is null ? null : TimeOf(said.Start, null), said.End is null ? null : TimeOf(said.End, null));
        if (said.Start is not null && start is null) wrong.Add(("start", ActivityRefusal.TimeUnreadable));
        if (said.End is not null && end is null) wrong.Add(("end", ActivityRefusal.TimeUnreadable));
        if (said.End is not null && said.Start is null) wrong.Add(("end", ActivityRefusal.EndAlone));
        if (start is { IsDay: false } && said.Zone is null) wrong.Add(("zone", ActivityRefusal.ZoneMissing));
        if (start is not { } begins || end is not { } ends) return;
        if (begins.IsDay != ends.IsDay) wrong.Add(("end", ActivityRefusal.TimesMixed));
        else if (ends.Wall < begins.Wall) wrong.Add(("end", ActivityRefusal.EndBeforeStart));
        else if (ends.Day.DayNumber - begins.Day.DayNumber > MostDays) wrong.Add(("end", ActivityRefusal.TooLong));
    }
}
