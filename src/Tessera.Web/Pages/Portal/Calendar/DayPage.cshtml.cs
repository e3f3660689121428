using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>A day of the calendar.</summary>
public sealed class DayPageModel(PortalServices services, ActivityQueries activities) : PortalPageModel(services)
{
    public DateOnly Shown { get; private set; }

    public IReadOnlyList<ActivityOccurrence> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancellation)
    {
        if (ActivityTime.DayOf(day) is not { } shown || !CalendarBounds.Has(shown.Year)) return NotFound();
        Shown = shown;
        Times = (await activities.BetweenAsync(Office, shown, shown, new ActivityFilter(), publicOnly: true, cancellation)).Dated;
        var name = WhenText.Day(shown, Texts);
        var month = new DateOnly(shown.Year, shown.Month, 1);
        ShowAs(Texts.With("calendar.title", ("time", name)), Texts.With("calendar.description", ("time", name)), HomeCrumb,
            new Crumb(Domain.Vocabulary.LocalText.Of(Language, MonthGrid.Name(month, Texts)), Links.Month(month)));
        return Page();
    }
}
