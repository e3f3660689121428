namespace Tessera.Domain.Calendar;

/// <summary>
/// What the two kinds of expansion have in common: the start first, then what the periods hold, in order, until COUNT, UNTIL, the year
/// 9999 or too many empty periods end it. Periods of days and longer are <see cref="DayPeriods"/>, shorter ones <see cref="ClockPeriods"/>.
/// </summary>
internal static class RecurrenceExpansion
{
    public static IEnumerable<DateTime> Of(RecurrenceRule rule, DateTime start, Zone? zone, DateTime from, DateTime to)
    {
        var end = new RecurrenceEnd(rule, zone);
        if (end.IsPast(start)) yield break;
        if (start >= from) yield return start;
        var left = (rule.Count ?? int.MaxValue) - 1;
        if (left == 0) yield break;
        var matches = rule.Frequency < RecurrenceFrequency.Daily
            ? new ClockPeriods(rule, start).Matches(rule.Count is null ? from : start, end.Before(to))
            : new DayPeriods(rule, start).Matches(rule.Count is null ? from : start, end.Before(to));
        foreach (var match in matches)
        {
            if (match <= start) continue;
            if (end.IsPast(match)) yield break;
            if (match >= from) yield return match;
            if (rule.Count is not null && --left == 0) yield break;
        }
    }
}

/// <summary>Where UNTIL ends a rule. A day ends with its last second; an instant is compared as one where the zone is known.</summary>
internal readonly struct RecurrenceEnd
{
    private readonly DateTime _wall;
    private readonly DateTime _instant;
    private readonly Zone? _zone;

    public RecurrenceEnd(RecurrenceRule rule, Zone? zone)
    {
        if (rule.Until is not { } until)
        {
            _wall = DateTime.MaxValue;
            return;
        }

        _wall = until.IsDay ? until.Wall.AddTicks(TimeSpan.TicksPerDay - 1) : until.Wall;
        if (until.Zone is null || zone is null) return;
        (_zone, _instant) = (zone, DateTime.SpecifyKind(until.Wall, DateTimeKind.Utc));
        _wall = zone.ToWall(_instant);
    }

    /// <summary>The earlier of a bound and of the end, with a day more for its zone.</summary>
    public DateTime Before(DateTime bound) => bound - TimeSpan.FromDays(1) > _wall ? _wall.AddDays(1) : bound;

    /// <summary>Near the end the instants decide, for a wall time may stand twice on the clock.</summary>
    public bool IsPast(DateTime wall)
    {
        var late = wall - _wall;
        return _zone is not null && Math.Abs(late.Ticks) < TimeSpan.TicksPerDay ? _zone.ToUtc(wall) > _instant : late.Ticks > 0;
    }
}
