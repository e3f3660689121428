namespace Tessera.Domain.Calendar;

/// <summary>
/// Whether a day satisfies the BYMONTH, BYMONTHDAY, BYYEARDAY and BYDAY of a rule. As masks of bits, so that a day costs a few operations.
/// BYWEEKNO chooses weeks, not days, and is not asked here.
/// </summary>
internal readonly struct DayFilter
{
    private readonly uint _months;
    private readonly uint _monthDays;
    private readonly uint _monthDaysFromEnd;
    private readonly uint _weekdays;
    private readonly bool _isOfYear;
    private readonly WeekdayOf[] _nth;
    private readonly HashSet<int>? _yearDays;

    public DayFilter(RecurrenceRule rule, uint months, uint monthDays, uint weekdays)
    {
        _months = months;
        _monthDays = monthDays;
        foreach (var day in rule.MonthDays)
        {
            if (day > 0) _monthDays |= 1u << day;
            else _monthDaysFromEnd |= 1u << -day;
        }

        _weekdays = weekdays;
        foreach (var day in rule.Weekdays.Where(d => d.Ordinal == 0)) _weekdays |= 1u << (int)day.Day;
        _nth = [.. rule.Weekdays.Where(d => d.Ordinal != 0)];
        _isOfYear = rule.Frequency == RecurrenceFrequency.Yearly && rule.Months.Count == 0;
        _yearDays = rule.YearDays.Count > 0 ? [.. rule.YearDays] : null;
    }

    /// <summary>Bits 1 to 12; every one where the rule says nothing.</summary>
    public static uint MonthsOf(RecurrenceRule rule) => rule.Months.Count == 0 ? 0x1FFEu : rule.Months.Aggregate(0u, (mask, month) => mask | (1u << month));

    public bool HasMonth(int month) => (_months & (1u << month)) != 0;

    /// <summary>Asks everything but the month.</summary>
    public bool Matches(int year, int month, int day, int daysInMonth)
    {
        if ((_monthDays | _monthDaysFromEnd) != 0 && (_monthDays & (1u << day)) == 0 && (_monthDaysFromEnd & (1u << (daysInMonth - day + 1))) == 0)
            return false;
        if (_weekdays == 0 && _nth.Length == 0 && _yearDays is null) return true;
        var date = new DateOnly(year, month, day);
        if (_yearDays is not null && !_yearDays.Contains(date.DayOfYear) && !_yearDays.Contains(date.DayOfYear - DaysIn(year) - 1)) return false;
        return (_weekdays == 0 && _nth.Length == 0) || (_weekdays & (1u << (int)date.DayOfWeek)) != 0 || IsNth(date, daysInMonth);
    }

    private static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    private bool IsNth(DateOnly date, int daysInMonth)
    {
        if (_nth.Length == 0) return false;
        var (place, length) = _isOfYear ? (date.DayOfYear, DaysIn(date.Year)) : (date.Day, daysInMonth);
        var (first, last) = ((place + 6) / 7, -((length - place + 7) / 7));
        foreach (var nth in _nth)
        {
            if (nth.Day == date.DayOfWeek && (nth.Ordinal == first || nth.Ordinal == last)) return true;
        }

        return false;
    }
}
