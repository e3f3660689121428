using System.Globalization;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>
/// Writes a VTIMEZONE. The changes of clock are found by asking the zone, ten days apart and then by halving, so every kind of zone can be
/// written. Those that fall on the same weekday of the same month, year after year, become one part with a yearly rule, which is what
/// Outlook and phones understand; a rule that still holds at the end goes on. It begins a year early, so that every time of the entries
/// has a change of clock before it.
/// </summary>
internal static class ZoneWriter
{
    /// <summary>Years behind the last that are looked at, so that the 4th and the last Sunday of a month can be told apart.</summary>
    private const int YearsBehind = 7;

    public static void Write(LineWriter lines, Zone zone, int first, int last)
    {
        (first, last) = (Math.Clamp(first - 1, 1, 9980), Math.Clamp(last + YearsBehind, 1, 9990));
        var begin = new DateTime(first, 1, 1);
        lines.Raw("BEGIN:VTIMEZONE"u8).End();
        lines.Raw("TZID:"u8).Text(zone.Name).End();
        var offset = zone.OffsetAt(begin);
        var all = YearlySeries.Of(Changes(zone, begin, new DateTime(last, 12, 31)));
        if (all.Count == 0 || all[0].First.Wall.Year > first) Part(lines, new(begin, offset, offset), null);
        foreach (var series in all) Part(lines, series.First, series.Rule(last));
        lines.Raw("END:VTIMEZONE"u8).End();
    }

    private static IEnumerable<ClockChange> Changes(Zone zone, DateTime from, DateTime to)
    {
        var before = zone.OffsetAt(from);
        for (var (at, next) = (from, from); at < to; at = next)
        {
            next = at.AddDays(10);
            var after = zone.OffsetAt(next);
            if (after == before) continue;
            var change = Between(zone, at, next, before);
            after = zone.OffsetAt(change);
            yield return new(change + before, before, after);
            (before, next) = (after, change);
        }
    }

    /// <summary>The first second with another offset.</summary>
    private static DateTime Between(Zone zone, DateTime low, DateTime high, TimeSpan before)
    {
        while ((high - low).Ticks > TimeSpan.TicksPerSecond)
        {
            var middle = low.AddSeconds((long)(high - low).TotalSeconds / 2);
            if (zone.OffsetAt(middle) == before) low = middle;
            else high = middle;
        }

        return high;
    }

    private static void Part(LineWriter lines, ClockChange change, string? rule)
    {
        var isForward = change.To > change.From;
        lines.Raw(isForward ? "BEGIN:DAYLIGHT"u8 : "BEGIN:STANDARD"u8).End();
        lines.Raw("DTSTART:"u8).Time(change.Wall).End();
        Offset(lines.Raw("TZOFFSETFROM:"u8), change.From);
        Offset(lines.Raw("TZOFFSETTO:"u8), change.To);
        if (rule is not null) lines.Raw("RRULE:"u8).Plain(rule).End();
        lines.Raw(isForward ? "END:DAYLIGHT"u8 : "END:STANDARD"u8).End();
    }

    private static void Offset(LineWriter lines, TimeSpan offset) =>
        lines.Plain((offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture)).End();
}

/// <summary>A change of clock.</summary>
/// <param name="Wall">When, by the clock before it.</param>
internal readonly record struct ClockChange(DateTime Wall, TimeSpan From, TimeSpan To);

/// <summary>Changes of clock that come every year on the same weekday of a month.</summary>
internal sealed class YearlySeries
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private ClockChange _last;
    private int _nth;
    private bool _isLast;
    private int _count = 1;

    private YearlySeries(ClockChange first)
    {
        First = _last = first;
        (_nth, _isLast) = Place(first.Wall);
    }

    public ClockChange First { get; }

    public static IReadOnlyList<YearlySeries> Of(IEnumerable<ClockChange> changes)
    {
        var all = new List<YearlySeries>();
        foreach (var change in changes)
        {
            if (!all.Exists(s => s.TryTake(change))) all.Add(new(change));
        }

        return all;
    }

    /// <summary>Null of a single change; without UNTIL where it holds in the last year that was looked at.</summary>
    public string? Rule(int lastYear)
    {
        if (_count == 1) return null;
        var until = _last.Wall.Year >= lastYear ? "" : (_last.Wall - _last.From).ToString("';UNTIL='yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY{until};BYMONTH={First.Wall.Month};BYDAY={(_isLast ? -1 : _nth)}{Weekdays[(int)First.Wall.DayOfWeek]}");
    }

    private static (int Nth, bool IsLast) Place(DateTime wall) => (((wall.Day - 1) / 7) + 1, wall.Day + 7 > DateTime.DaysInMonth(wall.Year, wall.Month));

    private bool TryTake(ClockChange change)
    {
        var (wall, last) = (change.Wall, _last.Wall);
        var isAlike = wall.Year == last.Year + 1 && wall.Month == last.Month && wall.DayOfWeek == last.DayOfWeek && wall.TimeOfDay == last.TimeOfDay
            && (change.From, change.To) == (_last.From, _last.To);
        if (!isAlike) return false;
        var (nth, isLast) = Place(wall);
        var (stays, staysLast) = (_nth == nth ? nth : 0, _isLast && isLast);
        if (stays == 0 && !staysLast) return false;
        (_nth, _isLast, _last) = (stays, staysLast, change);
        _count++;
        return true;
    }
}
