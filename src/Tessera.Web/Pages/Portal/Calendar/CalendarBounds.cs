namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>The years that the calendar has pages for, and which leaf is turned to: near today every one, farther away only those with something on them, so that nobody turns for ever.</summary>
public static class CalendarBounds
{
    public const int FirstYear = 1900;

    public const int LastYear = 2100;

    private const int MonthsBack = 6;
    private const int MonthsAhead = 18;

    /// <summary>Has the calendar a page for this year?</summary>
    public static bool Has(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>The months to turn to from one; null where there is nothing more.</summary>
    /// <param name="nearest">The nearest days with something on them before and after it.</param>
    public static (DateOnly? Previous, DateOnly? Next) Months(DateOnly shown, DateOnly today, (DateOnly? Before, DateOnly? After) nearest)
    {
        var now = First(today);
        return Turned(shown.AddMonths(-1), shown.AddMonths(1), now.AddMonths(-MonthsBack), now.AddMonths(MonthsAhead), First(nearest.Before), First(nearest.After));
    }

    /// <summary>The same of years.</summary>
    public static (int? Previous, int? Next) Years(int shown, DateOnly today, (DateOnly? Before, DateOnly? After) nearest)
    {
        static DateOnly Year(int year) => new(year, 1, 1);
        var (previous, next) = Turned(Year(shown - 1), Year(shown + 1), Year(today.Year), Year(today.Year + 1), nearest.Before is { } before ? Year(before.Year) : null, nearest.After is { } after ? Year(after.Year) : null);
        return (previous?.Year, next?.Year);
    }

    private static (DateOnly? Previous, DateOnly? Next) Turned(DateOnly previous, DateOnly next, DateOnly first, DateOnly last, DateOnly? before, DateOnly? after)
    {
        var back = previous > last ? Later(before, last) : previous < first ? before : previous;
        var on = next < first ? (after < first ? after : first) : next > last ? after : next;
        return (back is { } b && Has(b.Year) ? back : null, on is { } n && Has(n.Year) ? on : null);
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? First(DateOnly? day) => day is { } known ? First(known) : null;

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;
}
