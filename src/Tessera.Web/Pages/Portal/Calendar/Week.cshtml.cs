using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A week of the calendar, by ISO 8601 from Monday on, day by day with hours.</summary>
public sealed class WeekModel(PortalServices services, ActivityQueries activities) : PortalPageModel(services)
{
    private const int DaysOfWeek = 7;
    private const int WeeksBack = 26;
    private const int WeeksAhead = 78;

    /// <summary>Its Monday.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The week in words: its days.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<GridDay> Days { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>The Monday to turn back to; null where there is nothing more.</summary>
    public DateOnly? Previous { get; private set; }

    /// <summary>The Monday to turn on to; null where there is nothing more.</summary>
    public DateOnly? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? week, CancellationToken cancellation)
    {
        if ((week is null ? MondayOf(Day) : Read(week)) is not { } first) return NotFound();
        var last = first.AddDays(DaysOfWeek - 1);
        var found = await activities.BetweenAsync(Office, first, last, new ActivityFilter(), publicOnly: true, cancellation);
        (First, Name, Count) = (first, NameOf(first, Texts), found.Dated.Count);
        Days = [.. Enumerable.Range(0, DaysOfWeek).Select(i => first.AddDays(i)).Select(d => new GridDay(d, [.. found.Dated.Where(t => t.Dates.FirstDay <= d && t.Dates.LastDay >= d)]))];
        var (runsFrom, runsOn) = (found.Dated.Any(t => t.Dates.FirstDay < first), found.Dated.Any(t => t.Dates.LastDay > last));
        (Previous, Next) = Turned(first, MondayOf(Day), await activities.NearestAsync(Office, first, last, publicOnly: true, cancellation));
        (Previous, Next) = (runsFrom ? first.AddDays(-DaysOfWeek) : Previous, runsOn ? first.AddDays(DaysOfWeek) : Next);
        ShowAs(Texts.With("calendar.title", ("time", Name)), Texts.With("calendar.description", ("time", Name)), HomeCrumb,
            new Crumb(Domain.Vocabulary.LocalText.Of(Language, MonthGrid.Name(new DateOnly(first.Year, first.Month, 1), Texts)), Links.Month(first)));
        return Page();
    }

    /// <summary>The days of the week that begins on a Monday.</summary>
    public static string NameOf(DateOnly monday, Texts texts) => $"{WhenText.Day(monday, texts)} – {WhenText.Day(monday.AddDays(DaysOfWeek - 1), texts)}";

    /// <summary>The name of a day with its date.</summary>
    public static string DayName(DateOnly day, Texts texts) => $"{texts.Culture.DateTimeFormat.GetDayName(day.DayOfWeek)}, {WhenText.Day(day, texts)}";

    /// <summary>When it is on that day: hours, or all day long.</summary>
    public static string Hours(Domain.Calendar.ActivityDates dates, DateOnly day, Texts texts)
    {
        if (dates.Start.IsDay) return texts["calendar.all-day"];
        var begins = dates.FirstDay == day ? WhenText.Hour(dates.Start) : "";
        var ends = dates.LastDay == day && dates.End.Wall > dates.Start.Wall ? WhenText.Hour(dates.End) : "";
        return begins.Length + ends.Length == 0 ? texts["calendar.all-day"] : ends.Length == 0 ? begins : $"{begins}–{ends}";
    }

    /// <summary>The Monday that an address such as 2027-W10 names; null when it names none.</summary>
    private static DateOnly? Read(string text)
    {
        if (text is not [_, _, _, _, '-', 'W', _, _] || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)) return null;
        if (!CalendarBounds.Has(year) || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    /// <summary>Near today every week, farther away only those with something in them, so that nobody turns for ever.</summary>
    private static (DateOnly? Previous, DateOnly? Next) Turned(DateOnly shown, DateOnly now, (DateOnly? Before, DateOnly? After) nearest)
    {
        static DateOnly? Of(DateOnly? day) => day is { } known ? MondayOf(known) : null;
        var (previous, next) = (shown.AddDays(-DaysOfWeek), shown.AddDays(DaysOfWeek));
        var back = previous >= now.AddDays(-WeeksBack * DaysOfWeek) && previous <= now.AddDays(WeeksAhead * DaysOfWeek) ? previous : Of(nearest.Before);
        var on = next >= now.AddDays(-WeeksBack * DaysOfWeek) && next <= now.AddDays(WeeksAhead * DaysOfWeek) ? next : Of(nearest.After);
        return (back is { } b && CalendarBounds.Has(b.Year) ? back : null, on is { } n && CalendarBounds.Has(n.Year) ? on : null);
    }
}
