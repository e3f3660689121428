namespace Tessera.Domain.Calendar;

/// <summary>
/// Expands DAILY, WEEKLY, MONTHLY and YEARLY: of each period the days, of each day the times. What the rule leaves open comes from the
/// start (3.3.10). A year of week numbers is the year of its weeks (ISO 8601 with the rule's first day), so week 1 may begin in December.
/// </summary>
internal sealed class DayPeriods
{
    private readonly RecurrenceRule _rule;
    private readonly DateTime _start;
    private readonly DayFilter _filter;
    private readonly int[] _times;
    private readonly List<int> _days = [];
    private readonly List<int> _places = [];
    private readonly int _nearest;

    public DayPeriods(RecurrenceRule rule, DateTime start)
    {
        (_rule, _start) = (rule, start);
        _times = Times(rule, start);
        _filter = Filter(rule, start);
        _nearest = rule.Positions.Select(Math.Abs).DefaultIfEmpty().Min();
    }

    /// <summary>Those from the period of <paramref name="from"/> to that of <paramref name="to"/>, ascending.</summary>
    public IEnumerable<DateTime> Matches(DateTime from, DateTime to)
    {
        var (empty, last) = (0, Period(to));
        for (var period = First(from); period <= last && Fill(period); period += _rule.Interval)
        {
            var places = Chosen();
            empty = places == 0 ? empty + 1 : 0;
            if (empty > RecurrenceRule.MostEmptyPeriods) yield break;
            for (var i = 0; i < places; i++)
            {
                var place = _rule.Positions.Count == 0 ? i : _places[i];
                yield return At(_days[place / _times.Length], _times[place % _times.Length]);
            }
        }
    }

    /// <summary>How many of the period's matches count; which ones, where BYSETPOS chooses, stands in the list of places.</summary>
    private int Chosen()
    {
        var all = _days.Count * _times.Length;
        if (_rule.Positions.Count == 0 || all == 0) return all;
        _places.Clear();
        if (_nearest <= all) _places.AddRange(Places.Of(_rule, all));
        return _places.Count;
    }

    private static DateTime At(int day, int second) => new((day * TimeSpan.TicksPerDay) + (second * TimeSpan.TicksPerSecond));

    /// <summary>Seconds of the day, ascending.</summary>
    private static int[] Times(RecurrenceRule rule, DateTime start)
    {
        IReadOnlyList<int> hours = rule.Hours.Count > 0 ? rule.Hours : [start.Hour];
        IReadOnlyList<int> minutes = rule.Minutes.Count > 0 ? rule.Minutes : [start.Minute];
        var seconds = ClockPeriods.SecondsOf(rule, start);
        return [.. from hour in hours from minute in minutes from second in seconds select (hour * 3600) + (minute * 60) + second];
    }

    private static DayFilter Filter(RecurrenceRule rule, DateTime start)
    {
        var months = DayFilter.MonthsOf(rule);
        var hasDays = rule.Weekdays.Count + rule.MonthDays.Count + rule.YearDays.Count > 0;
        if (hasDays || rule.Frequency == RecurrenceFrequency.Daily) return new(rule, months, 0, 0);
        if (rule.Frequency == RecurrenceFrequency.Weekly || rule.WeekNumbers.Count > 0) return new(rule, months, 0, 1u << (int)start.DayOfWeek);
        if (rule.Frequency == RecurrenceFrequency.Yearly && rule.Months.Count == 0) months = 1u << start.Month;
        return new(rule, months, 1u << start.Day, 0);
    }

    /// <summary>The number of the period to begin with: of the start, plus as many whole intervals as lie before <paramref name="from"/>.</summary>
    private int First(DateTime from)
    {
        var first = Period(_start);
        var wanted = from <= _start ? first : Period(from);
        return first + ((wanted - first) / _rule.Interval * _rule.Interval);
    }

    /// <summary>Days and weeks since the year 1, months since then, years.</summary>
    private int Period(DateTime time)
    {
        var day = DateOnly.FromDateTime(time);
        return _rule.Frequency switch
        {
            RecurrenceFrequency.Daily => day.DayNumber,
            RecurrenceFrequency.Weekly => (day.DayNumber + 7 - WeekOffset) / 7,
            RecurrenceFrequency.Monthly => (day.Year * 12) + day.Month - 1,
            _ => _rule.WeekNumbers.Count > 0 ? Weeks.YearOf(day, _rule.WeekStart) : day.Year,
        };
    }

    /// <summary>The number of the first day, from 0, on which a week begins; 1 January of the year 1 was a Monday.</summary>
    private int WeekOffset => ((int)_rule.WeekStart + 6) % 7;

    /// <summary>Puts the matching days of the period into the list; false when the period lies behind the last year.</summary>
    private bool Fill(int period)
    {
        _days.Clear();
        switch (_rule.Frequency)
        {
            case RecurrenceFrequency.Daily:
                if (period > DateOnly.MaxValue.DayNumber || period < 0) return false;
                Add(period);
                return true;
            case RecurrenceFrequency.Weekly:
                return AddWeek(((period - 1) * 7L) + WeekOffset);
            case RecurrenceFrequency.Monthly:
                if (period / 12 > 9999 || period < 0) return false;
                AddMonth(period / 12, (period % 12) + 1);
                return true;
            default:
                return period is >= 0 and <= 9999 && AddYear(period);
        }
    }

    private bool AddYear(int year)
    {
        if (_rule.WeekNumbers.Count > 0)
        {
            foreach (var first in Weeks.Of(_rule, year)) AddWeek(first);
            return true;
        }

        for (var month = 1; month <= 12; month++) AddMonth(year, month);
        return true;
    }

    private void AddMonth(int year, int month)
    {
        if (!_filter.HasMonth(month)) return;
        var length = DateTime.DaysInMonth(year, month);
        var before = new DateOnly(year, month, 1).DayNumber - 1;
        for (var day = 1; day <= length; day++)
        {
            if (_filter.Matches(year, month, day, length)) _days.Add(before + day);
        }
    }

    private bool AddWeek(long first)
    {
        if (first > DateOnly.MaxValue.DayNumber) return false;
        for (var day = Math.Max(first, 0); day < first + 7 && day <= DateOnly.MaxValue.DayNumber; day++) Add((int)day);
        return true;
    }

    private void Add(int number)
    {
        var (year, month, day) = DateOnly.FromDayNumber(number);
        if (_filter.HasMonth(month) && _filter.Matches(year, month, day, DateTime.DaysInMonth(year, month))) _days.Add(number);
    }
}
