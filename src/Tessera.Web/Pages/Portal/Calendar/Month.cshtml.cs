using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A month of the calendar.</summary>
public sealed class MonthModel(PortalServices services, ActivityDayQueries days) : PortalPageModel(services)
{
    /// <summary>The most that one day of the table shows; the day's own page shows all.</summary>
    public const int MostADay = 4;

    public MonthGrid Grid { get; private set; } = null!;

    /// <summary>What may be in this month, though its days are not known.</summary>
    public IReadOnlyList<ActivityBrief> Rough { get; private set; } = [];

    /// <summary>How many times there are in the month.</summary>
    public int Count { get; private set; }

    /// <summary>The week of this month to look at: that in which we are, or its first.</summary>
    public string Week => Links.Week(Grid.First.Year == Day.Year && Grid.First.Month == Day.Month ? Day : Grid.First);

    /// <summary>The month to turn back to; null where there is nothing more.</summary>
    public DateOnly? Previous { get; private set; }

    /// <summary>The month to turn on to; null where there is nothing more.</summary>
    public DateOnly? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellation)
    {
        if ((month is null ? new DateOnly(Day.Year, Day.Month, 1) : MonthGrid.Read(month)) is not { } first) return NotFound();
        var found = await days.BetweenAsync(Office, first, first.AddMonths(1).AddDays(-1), MostADay, cancellation);
        (Grid, Rough, Count) = (MonthGrid.Of(first, found.Days), found.Rough, found.Count);
        (Previous, Next) = CalendarBounds.Months(first, Day, found.Nearest);
        var name = MonthGrid.Name(first, Texts);
        ShowAs(Texts.With("calendar.title", ("time", name)), Texts.With("calendar.description", ("time", name)), HomeCrumb);
        return Page();
    }
}
