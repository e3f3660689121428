using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A day in the table of a month.</summary>
/// <param name="IsWithin">Does it belong to the month?</param>
/// <param name="Count">How many times there are, of which <paramref name="Times"/> are the first.</param>
public sealed record GridDay(DateOnly Day, bool IsWithin, IReadOnlyList<ActivityOccurrence> Times, int Count)
{
    /// <summary>A day of which all times are given.</summary>
    public GridDay(DateOnly day, IReadOnlyList<ActivityOccurrence> times)
        : this(day, true, times, times.Count)
    {
    }
}

/// <summary>A month as weeks from Monday on.</summary>
public sealed record MonthGrid(DateOnly First, IReadOnlyList<IReadOnlyList<GridDay>> Weeks)
{
    private const int DaysOfWeek = 7;

    /// <summary>The last day of the month.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>Puts the days of a month into its weeks.</summary>
    public static MonthGrid Of(DateOnly first, IReadOnlyDictionary<DateOnly, CalendarDay> days)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % DaysOfWeek));
        var weeks = new List<IReadOnlyList<GridDay>>();
        for (var week = monday; week <= last; week = week.AddDays(DaysOfWeek)) weeks.Add([.. Enumerable.Range(0, DaysOfWeek).Select(i => Cell(week.AddDays(i)))]);
        return new MonthGrid(first, weeks);

        GridDay Cell(DateOnly day) => day >= first && day <= last && days.TryGetValue(day, out var known) ? new GridDay(day, true, known.Times, known.Count) : new GridDay(day, day >= first && day <= last, [], 0);
    }

    /// <summary>The name of a month with its year.</summary>
    public static string Name(DateOnly month, Texts texts) => PartialDate.OfMonth(month.Year, month.Month).Print(texts.Language);

    /// <summary>The names of the days of the week, Monday first: whole and short.</summary>
    public static IEnumerable<(string Whole, string Short)> Weekdays(Texts texts) =>
        Enumerable.Range(1, DaysOfWeek).Select(i => (DayOfWeek)(i % DaysOfWeek)).Select(d => (texts.Culture.DateTimeFormat.GetDayName(d), texts.Culture.DateTimeFormat.GetShortestDayName(d)));

    /// <summary>The month that an address names; null when it names none.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && CalendarBounds.Has(month.Year) ? month : null;
}
