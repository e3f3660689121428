namespace Tessera.Domain.Calendar;

/// <summary>
/// Expands SECONDLY, MINUTELY and HOURLY by the clock on the wall. A day, hour or minute that a BY part leaves out is passed over in one
/// step; a rule whose step never meets a wanted time of day is known to be empty before it begins, since times of day come round again.
/// </summary>
internal sealed class ClockPeriods
{
    private const int Day = 86_400;

    private readonly RecurrenceRule _rule;
    private readonly DayFilter _filter;
    private readonly int _unit;
    private readonly long _first;
    private readonly long _step;
    private readonly bool[]? _hours;
    private readonly bool[]? _minutes;
    private readonly bool[]? _seconds;
    private readonly int[] _within;

    public ClockPeriods(RecurrenceRule rule, DateTime start)
    {
        _rule = rule;
        _filter = new DayFilter(rule, DayFilter.MonthsOf(rule), 0, 0);
        _unit = rule.Frequency switch { RecurrenceFrequency.Secondly => 1, RecurrenceFrequency.Minutely => 60, _ => 3600 };
        _step = (long)_unit * rule.Interval;
        _first = start.Ticks / TimeSpan.TicksPerSecond / _unit * _unit;
        _hours = Wanted(rule.Hours, 24);
        _minutes = _unit <= 60 ? Wanted(rule.Minutes, 60) : null;
        _seconds = _unit == 1 && rule.Seconds.Count > 0 ? Wanted(SecondsOf(rule, start), 60) : null;
        _within = Within(rule, start, _unit);
    }

    /// <summary>The seconds wanted, those of the start where the rule is silent; a leap second is the one before it.</summary>
    public static IReadOnlyList<int> SecondsOf(RecurrenceRule rule, DateTime start) =>
        rule.Seconds.Count > 0 ? [.. rule.Seconds.Select(s => Math.Min(s, 59)).Distinct()] : [start.Second];

    /// <summary>Those from <paramref name="from"/> on and perhaps a few before, ascending, in periods that begin no later than <paramref name="to"/>.</summary>
    public IEnumerable<DateTime> Matches(DateTime from, DateTime to)
    {
        if (_within.Length == 0 || !IsPossible()) yield break;
        var last = to.Ticks / TimeSpan.TicksPerSecond;
        var empty = 0;
        var at = Reach((from.Ticks / TimeSpan.TicksPerSecond) - _unit + 1);
        while (at <= last)
        {
            var next = Passed(at);
            empty = next == at ? 0 : empty + 1;
            if (empty > RecurrenceRule.MostEmptyPeriods) yield break;
            for (var i = 0; next == at && i < _within.Length; i++) yield return At(at + _within[i]);
            at = Reach(Math.Max(next, at + 1));
        }
    }

    private static bool[]? Wanted(IReadOnlyList<int> values, int size)
    {
        if (values.Count == 0) return null;
        var wanted = new bool[size];
        foreach (var value in values) wanted[value] = true;
        return wanted;
    }

    /// <summary>The seconds of a period that it is expanded to and that BYSETPOS chooses.</summary>
    private static int[] Within(RecurrenceRule rule, DateTime start, int unit)
    {
        IReadOnlyList<int> minutes = unit < 3600 ? [0] : rule.Minutes.Count > 0 ? rule.Minutes : [start.Minute];
        var seconds = unit < 60 ? [0] : SecondsOf(rule, start);
        int[] all = [.. from minute in minutes from second in seconds select (minute * 60) + second];
        return rule.Positions.Count == 0 ? all : [.. Places.Of(rule, all.Length).Select(place => all[place])];
    }

    private static DateTime At(long second) => new(second * TimeSpan.TicksPerSecond);

    /// <summary>The first period that does not begin before <paramref name="second"/>.</summary>
    private long Reach(long second) => second <= _first ? _first : _first + ((second - _first + _step - 1) / _step * _step);

    /// <summary>The period itself when its beginning is wanted; else the second at which the next wanted month, day, hour, minute or second may begin.</summary>
    private long Passed(long at)
    {
        var (year, month, day) = DateOnly.FromDayNumber((int)(at / Day));
        if (!_filter.HasMonth(month)) return year == 9999 && month == 12 ? long.MaxValue / 2 : ((month == 12 ? new DateOnly(year + 1, 1, 1) : new DateOnly(year, month + 1, 1)).DayNumber * (long)Day);
        if (!_filter.Matches(year, month, day, DateTime.DaysInMonth(year, month))) return ((at / Day) + 1) * Day;
        if (_hours is not null && !_hours[at % Day / 3600]) return ((at / 3600) + 1) * 3600;
        if (_minutes is not null && !_minutes[at % 3600 / 60]) return ((at / 60) + 1) * 60;
        return _seconds is not null && !_seconds[at % 60] ? at + 1 : at;
    }

    /// <summary>Whether any of the times of day that the step can ever reach is wanted: those that differ from the first by multiples of the greatest common divisor.</summary>
    private bool IsPossible()
    {
        var apart = GreatestCommonDivisor(_step, Day);
        for (var time = _first % apart; time < Day; time += apart)
        {
            var isWanted = (_hours is null || _hours[time / 3600]) && (_minutes is null || _minutes[time % 3600 / 60]) && (_seconds is null || _seconds[time % 60]);
            if (isWanted) return true;
        }

        return false;
    }

    private static long GreatestCommonDivisor(long one, long other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);
}
