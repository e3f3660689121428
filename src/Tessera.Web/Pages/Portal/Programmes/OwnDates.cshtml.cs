using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Programmes;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>An organiser asks for the best dates of a programme, and takes one.</summary>
public sealed class OwnDatesModel(PortalServices services, OrganiserService organisers, BestDates dates, ActivityService activities) : OwnPageModel(services, organisers)
{
    public DatesForm Form { get; private set; } = null!;

    /// <summary>The answer; null before anything was asked.</summary>
    public RankedLook? Ranked { get; private set; }

    public void OnGet()
    {
        ShowOwn(Texts["board.dates"], HomeCrumb, OwnCrumb);
        Form = DatesForm.Empty([], Errors);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ShowOwn(Texts["board.dates"], HomeCrumb, OwnCrumb);
        Form = DatesForm.Of(Request.Form, [], Errors);
        var (key, ranked) = await new DatesDesk(dates, activities).AskAsync(Office, Form, Organiser, Organiser.Key, Edit, Texts, Display, cancellation);
        Ranked = ranked;
        if (key is not null) return Told(Texts["own.taken"], Links.OwnProgramme(Secret, key));
        return Errors.Any ? Refused() : Page();
    }
}
