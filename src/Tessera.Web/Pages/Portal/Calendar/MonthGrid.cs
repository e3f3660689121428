using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A day in the table of a month.</summary>
/// <param name="IsWithin">Does it belong to the month?</param>
public sealed record GridDay(DateOnly Day, bool IsWithin, IReadOnlyList<ActivityOccurrence> Times);

/// <summary>A month as weeks from Monday on.</summary>
public sealed record MonthGrid(DateOnly First, IReadOnlyList<IReadOnlyList<GridDay>> Weeks)
{
    private const int DaysOfWeek = 7;

    /// <summary>The last day of the month.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>Puts each time on every day of the month on which it is. Linear in days and times.</summary>
    public static MonthGrid Of(DateOnly first, IReadOnlyList<ActivityOccurrence> times)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var byDay = new Dictionary<DateOnly, List<ActivityOccurrence>>();
        foreach (var time in times)
        {
            for (var day = Later(time.Dates.FirstDay, first); day <= time.Dates.LastDay && day <= last; day = day.AddDays(1))
            {
                if (!byDay.TryGetValue(day, out var list)) byDay[day] = list = [];
                list.Add(time);
            }
        }

        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % DaysOfWeek));
        var weeks = new List<IReadOnlyList<GridDay>>();
        for (var week = monday; week <= last; week = week.AddDays(DaysOfWeek))
            weeks.Add([.. Enumerable.Range(0, DaysOfWeek).Select(i => week.AddDays(i)).Select(d => new GridDay(d, d >= first && d <= last, byDay.GetValueOrDefault(d) ?? []))]);
        return new MonthGrid(first, weeks);
    }

    /// <summary>The name of a month with its year.</summary>
    public static string Name(DateOnly month, Texts texts) => PartialDate.OfMonth(month.Year, month.Month).Print(texts.Language);

    /// <summary>The names of the days of the week, Monday first: whole and short.</summary>
    public static IEnumerable<(string Whole, string Short)> Weekdays(Texts texts) =>
        Enumerable.Range(1, DaysOfWeek).Select(i => (DayOfWeek)(i % DaysOfWeek)).Select(d => (texts.Culture.DateTimeFormat.GetDayName(d), texts.Culture.DateTimeFormat.GetShortestDayName(d)));

    /// <summary>The month that an address names; null when it names none.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && CalendarBounds.Has(month.Year) ? month : null;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
