using System.Globalization;
using Tessera.Domain.Calendar;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>Recurrence by the letter of RFC 5545 and without any haste: every day is asked everything.</summary>
internal static class Plain
{
    public static IEnumerable<DateTime> Occurrences(RecurrenceRule rule, DateTime start, DateTime end)
    {
        var days = Enumerable.Range(0, (end - start).Days + 800).Select(i => DateOnly.FromDateTime(start).AddDays(i - 400));
        var times = from hour in rule.Hours.DefaultIfEmpty(start.Hour) from minute in rule.Minutes.DefaultIfEmpty(start.Minute) select new TimeOnly(hour, minute, start.Second);
        return days.Where(d => Matches(rule, start, d))
            .SelectMany(d => times.Select(t => d.ToDateTime(t)))
            .GroupBy(t => Period(rule, DateOnly.FromDateTime(t)))
            .Where(g => (g.Key - Period(rule, DateOnly.FromDateTime(start))) % rule.Interval == 0)
            .SelectMany(g => Positions(rule, [.. g.Order()]))
            .Append(start).Distinct().Where(t => t >= start && t < end).Order();
    }

    private static IEnumerable<DateTime> Positions(RecurrenceRule rule, List<DateTime> all) => rule.Positions.Count == 0
        ? all
        : all.Where((_, i) => rule.Positions.Contains(i + 1) || rule.Positions.Contains(i - all.Count));

    /// <summary>A number that is the same for the days of one period and one more for the next.</summary>
    private static int Period(RecurrenceRule rule, DateOnly day) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => day.DayNumber,
        RecurrenceFrequency.Weekly => (int)Math.Floor((day.DayNumber - Enumerable.Range(0, 7).First(n => DateOnly.FromDayNumber(n).DayOfWeek == rule.WeekStart)) / 7.0),
        RecurrenceFrequency.Monthly => (day.Year * 12) + day.Month,
        _ => rule.WeekNumbers.Count > 0 ? ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)) : day.Year,
    };

    private static bool Matches(RecurrenceRule rule, DateTime start, DateOnly day)
    {
        var (monthDays, yearDays) = (DateTime.DaysInMonth(day.Year, day.Month), DateTime.IsLeapYear(day.Year) ? 366 : 365);
        return Any(rule.Months, day.Month) && Any(rule.MonthDays, day.Day, day.Day - monthDays - 1) && Any(rule.YearDays, day.DayOfYear, day.DayOfYear - yearDays - 1)
            && Any(rule.WeekNumbers, Week(day), Week(day) - ISOWeek.GetWeeksInYear(ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue))) - 1)
            && (rule.Weekdays.Count == 0 || rule.Weekdays.Any(w => Matches(rule, w, day)))
            && IsLikeTheStart(rule, DateOnly.FromDateTime(start), day);
    }

    /// <summary>What is not said is as it was at the start.</summary>
    private static bool IsLikeTheStart(RecurrenceRule rule, DateOnly start, DateOnly day)
    {
        if (rule.Frequency == RecurrenceFrequency.Daily || rule.Weekdays.Count + rule.MonthDays.Count + rule.YearDays.Count > 0) return true;
        if (rule.Frequency == RecurrenceFrequency.Weekly || rule.WeekNumbers.Count > 0) return day.DayOfWeek == start.DayOfWeek;
        return day.Day == start.Day && (rule.Frequency == RecurrenceFrequency.Monthly || rule.Months.Count > 0 || day.Month == start.Month);
    }

    /// <summary>The nth is counted by going back or on a week at a time until the month or year ends.</summary>
    private static bool Matches(RecurrenceRule rule, WeekdayOf weekday, DateOnly day)
    {
        if (weekday.Day != day.DayOfWeek) return false;
        if (weekday.Ordinal == 0) return true;
        bool Within(DateOnly other) => other.Year == day.Year && ((rule.Frequency == RecurrenceFrequency.Yearly && rule.Months.Count == 0) || other.Month == day.Month);
        var count = 0;
        for (var other = day; Within(other); other = other.AddDays(weekday.Ordinal > 0 ? -7 : 7)) count++;
        return count == Math.Abs(weekday.Ordinal);
    }

    private static bool Any(IReadOnlyList<int> wanted, params int[] values) => wanted.Count == 0 || values.Any(wanted.Contains);

    private static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));
}
