namespace Tessera.Domain.Calendar;

/// <summary>Weeks of a year: week 1 is the first that has four days in the year (ISO 8601 where weeks begin on Monday).</summary>
internal static class Weeks
{
    /// <summary>The year to which the week of the day belongs.</summary>
    public static int YearOf(DateOnly day, DayOfWeek weekStart) =>
        day.DayNumber < First(day.Year, weekStart) ? day.Year - 1
        : day.Year < 9999 && day.DayNumber >= First(day.Year + 1, weekStart) ? day.Year + 1
        : day.Year;

    /// <summary>The first days, as day numbers and ascending, of the weeks that the rule names.</summary>
    public static IEnumerable<int> Of(RecurrenceRule rule, int year)
    {
        if (year < 1) return [];
        var first = First(year, rule.WeekStart);
        var count = (First(year + 1, rule.WeekStart) - first) / 7;
        return rule.WeekNumbers.Select(n => n > 0 ? n : count + 1 + n).Where(n => n >= 1 && n <= count).Distinct().Order().Select(n => first + ((n - 1) * 7));
    }

    /// <summary>The week that holds 4 January.</summary>
    private static int First(int year, DayOfWeek weekStart)
    {
        var fourth = year > 9999 ? DateOnly.MaxValue.DayNumber + 4 : new DateOnly(year, 1, 4).DayNumber;
        return fourth - ((fourth + 1 - (int)weekStart + 7) % 7);
    }
}

/// <summary>BYSETPOS: which places, from 0 and ascending, of a period's matches are meant.</summary>
internal static class Places
{
    public static IEnumerable<int> Of(RecurrenceRule rule, int count) =>
        rule.Positions.Select(p => p > 0 ? p - 1 : count + p).Where(p => p >= 0 && p < count).Distinct().Order();
}
