using System.Globalization;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>A part of a series that one activity can hold.</summary>
/// <param name="Name">Tells it from the other parts of the series; empty of the first. It stays the same in a newer file.</param>
/// <param name="Said">The entry that describes it.</param>
internal sealed record SeriesPart(string Name, CalendarEntry Said, Moment Start, RecurrenceRule? Rule, IReadOnlyList<DateOnly> Except, Span? Length = null);

/// <summary>
/// Cuts a series into parts, each of which comes once, or by one rule without some days. What was changed in a single occurrence is a part of its own, and its day is left out of
/// the series; from a change of all that follow (THISANDFUTURE) on it is a second series; each added date is a part. The parts have the same times as the series as far as rules can say it: whoever
/// takes them asks <see cref="AreSame"/>. Cost: the occurrences up to the last cut or, of a series that ends, to its end.
/// </summary>
internal sealed class SeriesParts
{
    /// <summary>The most times of a series that are counted; and of parts that a series may have.</summary>
    private const int MostCounted = 5_000;

    private const int MostParts = 400;
    private const int Compared = 300;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366 * 12);

    private readonly CalendarSeries _series;
    private readonly Zone _local;
    private readonly List<SeriesPart> _parts = [];

    private SeriesParts(CalendarSeries series, Zone local) => (_series, _local) = (series, local);

    /// <summary>The parts; none when there are too many, or a part has too many times to be counted.</summary>
    public static IReadOnlyList<SeriesPart> Of(CalendarSeries series, Zone local)
    {
        var cutting = new SeriesParts(series, local);
        return cutting.Cut() && cutting._parts.Count <= MostParts ? cutting._parts : [];
    }

    /// <summary>Have the parts, as they would be kept, the times of the series? Asked of its first 300 times within twelve years, to the minute.</summary>
    public static bool AreSame(CalendarSeries series, IReadOnlyList<ActivityTime> parts, Zone local)
    {
        var first = parts.Select(p => p.First!.Value.Start.ToInstant(local)).Concat(series.Whole?.Start is { } start ? [start.ToInstant(local)] : []).Min() - TimeSpan.FromDays(1);
        var said = series.Between(first, first + Ahead, local).Where(d => d.Entry.RecurrenceId is null || d.Entry.Status is not EntryStatus.Cancelled).Select(d => Minute(d.Occurrence.Instant)).Take(Compared).ToList();
        var (from, to) = (DateOnly.FromDateTime(first.UtcDateTime), DateOnly.FromDateTime((first + Ahead).UtcDateTime));
        var kept = parts.SelectMany(p => p.On(from, to).Take(Compared + 1)).Select(d => Minute(d.Start.ToInstant(local))).Order().Where(i => said.Count > 0 && i <= said[^1]);
        return said.Order().SequenceEqual(kept);
    }

    private static long Minute(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMinute;

    private bool Cut()
    {
        var changes = _series.Changes.Where(c => c.RecurrenceId is not null).ToList();
        if (_series.Whole is not { Start: { } start } whole)
        {
            foreach (var change in changes.Where(c => c.Status is not EntryStatus.Cancelled)) Single(change, change.RecurrenceId!.Value);
            return _parts.Count > 0;
        }

        if (start.Zone is null && !start.IsDay) start = Moment.In(_local, start.Wall);
        var cuts = changes.Where(c => c.IsAndFuture).OrderBy(c => start.WallOf(c.RecurrenceId!.Value)).ToList();
        var left = changes.Select(c => start.WallOf(c.RecurrenceId!.Value)).Concat(Excepted(whole, start)).ToHashSet();
        if (whole.Rules.Count > 1 && cuts.Count > 0) return false;
        if (!Stretches(whole, start, cuts, left)) return false;
        for (var i = 1; i < whole.Rules.Count; i++)
        {
            if (!Further(whole, start, whole.Rules[i], i, left)) return false;
        }

        foreach (var change in changes.Where(c => !c.IsAndFuture && c.Status is not EntryStatus.Cancelled)) Single(change, change.RecurrenceId!.Value);
        foreach (var added in whole.Added.Where(a => IsOwn(whole, start, a.Start, left)).DistinctBy(a => start.WallOf(a.Start)))
            _parts.Add(new SeriesPart(Name("added-", added.Start), whole, added.Start, null, [], added.Length));
        return true;
    }

    /// <summary>The times that exceptions name; a day takes away every time on it.</summary>
    private static IEnumerable<DateTime> Excepted(CalendarEntry whole, Moment start) => whole.Excepted.SelectMany(e => e.IsDay && !start.IsDay
        ? whole.Rules.SelectMany(r => r.Occurrences(start.Wall, start.Zone, e.Wall, e.Wall.AddDays(1)).TakeWhile(w => w < e.Wall.AddDays(1))).Append(e.Wall.Date + start.Wall.TimeOfDay)
        : [start.IsDay ? e.Wall.Date : start.WallOf(e)]);

    private static bool IsOwn(CalendarEntry whole, Moment start, Moment added, HashSet<DateTime> left)
    {
        var wall = start.WallOf(added);
        return wall != start.Wall && !left.Contains(wall) && !whole.Rules.Any(r => r.Occurrences(start.Wall, start.Zone, wall, wall).Take(1).Contains(wall));
    }

    private bool Stretches(CalendarEntry whole, Moment start, List<CalendarEntry> cuts, HashSet<DateTime> left)
    {
        for (var i = -1; i < cuts.Count; i++)
        {
            var change = i < 0 ? null : cuts[i];
            var begin = change is null ? start.Wall : start.WallOf(change.RecurrenceId!.Value);
            var end = i + 1 < cuts.Count ? start.WallOf(cuts[i + 1].RecurrenceId!.Value) : DateTime.MaxValue;
            if (change?.Status is EntryStatus.Cancelled) continue;
            var said = change is null ? whole : change with { Start = change.Start ?? change.RecurrenceId };
            if (change is not null) left.Remove(begin);
            if (!Stretch(change is null ? "" : Name("from-", change.RecurrenceId!.Value), said, start, (begin, end), whole.Rules is [var rule, ..] ? rule : null, left)) return false;
        }

        return true;
    }

    /// <summary>What lies from one cut to the next, moved as its first is.</summary>
    private bool Stretch(string name, CalendarEntry said, Moment start, (DateTime Begin, DateTime End) bounds, RecurrenceRule? rule, HashSet<DateTime> left)
    {
        var first = name.Length == 0 ? start : said.Start!.Value;
        if (first.Zone is null && !first.IsDay) first = Moment.In(_local, first.Wall);
        if (rule is null)
        {
            if (!left.Contains(bounds.Begin)) _parts.Add(new SeriesPart(name, said, first, null, []));
            return true;
        }

        var moved = first.Wall - bounds.Begin;
        var ends = bounds.End < DateTime.MaxValue || (name.Length > 0 && (rule.Count is not null || rule.Until is not null));
        var count = ends ? rule.Occurrences(start.Wall, start.Zone, bounds.Begin, bounds.End).TakeWhile(w => w < bounds.End).Take(MostCounted + 1).Count() : 2;
        if (count > MostCounted) return false;
        if (count == 0) return true;
        if (count == 1 && left.Contains(bounds.Begin)) return true;
        var own = count == 1 ? null : (ends ? rule.Ending(count) : rule).MovedBy((first.Wall.Date - bounds.Begin.Date).Days);
        var gone = left.Where(w => w >= bounds.Begin && w < bounds.End).ToList();
        var except = gone.Select(w => DateOnly.FromDateTime(w + moved)).Distinct().Order().ToList();
        _parts.Add(new SeriesPart(name, said, first, own, own is null ? [] : except));
        foreach (var wall in gone.Select(w => w.Date).Distinct().SelectMany(day => OfDay(rule, start, day)).Where(w => !left.Contains(w) && w >= bounds.Begin && w < bounds.End))
            _parts.Add(new SeriesPart(Name("day-", start.With(wall)), said, first.With(wall + moved), null, []));
        return true;
    }

    /// <summary>Where one time of a day is left out, the others of that day are parts of their own.</summary>
    private static IEnumerable<DateTime> OfDay(RecurrenceRule rule, Moment start, DateTime day) =>
        rule.Hours.Count > 1 || rule.Minutes.Count > 1 ? rule.Occurrences(start.Wall, start.Zone, day, day.AddDays(1)).TakeWhile(w => w < day.AddDays(1)) : [];

    /// <summary>Of a second rule what comes after the first time, which the first rule has already.</summary>
    private bool Further(CalendarEntry whole, Moment start, RecurrenceRule rule, int number, HashSet<DateTime> left)
    {
        var next = rule.Occurrences(start.Wall, start.Zone).Skip(1).Select(w => (DateTime?)w).FirstOrDefault();
        if (next is not { } first) return true;
        var own = rule.Count is { } count ? rule.Ending(count - 1) : rule;
        var except = left.Where(w => w >= first).Select(DateOnly.FromDateTime).Distinct().Order().ToList();
        _parts.Add(new SeriesPart(string.Create(CultureInfo.InvariantCulture, $"rule-{number + 1}"), whole, start.With(first), own, except));
        return true;
    }

    private void Single(CalendarEntry change, Moment of) => _parts.Add(new SeriesPart(Name("at-", of), change, change.Start ?? of, null, []));

    private static string Name(string what, Moment moment) => what + moment.Wall.ToString(moment.IsDay ? "yyyyMMdd" : "yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
}
