using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A year of the calendar: its months side by side, and what has no known days.</summary>
public sealed class YearModel(PortalServices services, ActivityQueries activities, ActivityDayQueries days) : PortalPageModel(services)
{
    public int Shown { get; private set; }

    public IReadOnlyList<MonthGrid> Months { get; private set; } = [];

    /// <summary>What may be in this year, though its days are not known.</summary>
    public IReadOnlyList<ActivityBrief> Rough { get; private set; } = [];

    /// <summary>What comes again on days that are not known.</summary>
    public IReadOnlyList<ActivityBrief> Again { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>The year to turn back to; null where there is nothing more.</summary>
    public int? Previous { get; private set; }

    /// <summary>The year to turn on to; null where there is nothing more.</summary>
    public int? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation)
    {
        if (!CalendarBounds.Has(year)) return NotFound();
        Shown = year;
        var found = await days.BetweenAsync(Office, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), most: 0, cancellation);
        Months = [.. Enumerable.Range(1, 12).Select(m => MonthGrid.Of(new DateOnly(year, m, 1), found.Days))];
        (Rough, Count) = (found.Rough, found.Count);
        Again = await activities.AgainAsync(Office, publicOnly: true, cancellation);
        (Previous, Next) = CalendarBounds.Years(year, Day, found.Nearest);
        var name = year.ToString(CultureInfo.InvariantCulture);
        ShowAs(Texts.With("calendar.title", ("time", name)), Texts.With("calendar.description", ("time", name)), HomeCrumb);
        return Page();
    }
}
