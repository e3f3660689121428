namespace Tessera.Features.Calendar;

/// <summary>A day on which there is something.</summary>
/// <param name="Times">The first of them, by the hour; of what is once and at most a month long without the names of authority and calendar.</param>
/// <param name="Count">How many there are.</param>
public sealed record CalendarDay(IReadOnlyList<ActivityOccurrence> Times, int Count)
{
    /// <summary>The days on which there is something. Linear in times and their days, but for the sorting of each day.</summary>
    /// <param name="counts">How many there are of what is once and on one day.</param>
    /// <param name="once">The first of these on each day.</param>
    /// <param name="others">All other times.</param>
    /// <param name="most">How many of a day are given.</param>
    internal static Dictionary<DateOnly, CalendarDay> Of(IReadOnlyDictionary<DateOnly, int> counts, IEnumerable<ActivityOccurrence> once, IReadOnlyList<ActivityOccurrence> others, DateOnly from, DateOnly to, int most)
    {
        var first = once.ToLookup(t => t.Dates.FirstDay);
        var rest = others.SelectMany(t => Within(t, from, to).Select(d => (Day: d, Time: t))).ToLookup(d => d.Day, d => d.Time);
        return counts.Keys.Concat(rest.Select(d => d.Key)).Distinct().ToDictionary(d => d, d => new CalendarDay(
            [.. first[d].Concat(rest[d]).OrderBy(t => t.Dates.Start.Wall).ThenBy(t => t.Activity.Key, StringComparer.Ordinal).Take(most)],
            counts.GetValueOrDefault(d) + rest[d].Count()));
    }

    private static IEnumerable<DateOnly> Within(ActivityOccurrence time, DateOnly from, DateOnly to)
    {
        var first = time.Dates.FirstDay > from ? time.Dates.FirstDay : from;
        for (var day = first; day <= time.Dates.LastDay && day <= to; day = day.AddDays(1)) yield return day;
    }
}

/// <summary>What is on some days, of each day as much as was asked for.</summary>
/// <param name="Days">Those on which there is something.</param>
/// <param name="Rough">What may be on these days, though its days are not known.</param>
/// <param name="Count">How many times there are.</param>
/// <param name="Nearest">The nearest days before and after them on which something begins; null where there is none.</param>
public sealed record CalendarDays(IReadOnlyDictionary<DateOnly, CalendarDay> Days, IReadOnlyList<ActivityBrief> Rough, int Count, (DateOnly? Before, DateOnly? After) Nearest);
