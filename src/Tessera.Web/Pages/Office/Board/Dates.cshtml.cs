using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>Asks for the best dates of a programme that is not planned yet, and takes one.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class DatesModel(DeskServices services, SeasonQueries seasons, BestDates dates, ActivityService activities) : DeskPageModel(services)
{
    public DatesForm Form { get; private set; } = null!;

    /// <summary>The answer; null before anything was asked.</summary>
    public RankedLook? Ranked { get; private set; }

    public async Task OnGetAsync()
    {
        ShowAs(Texts["board.dates"]);
        Form = DatesForm.Empty(await seasons.OrganisersAsync(Office, HttpContext.RequestAborted), Errors);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        ShowAs(Texts["board.dates"]);
        Form = DatesForm.Of(Request.Form, await seasons.OrganisersAsync(Office, HttpContext.RequestAborted), Errors);
        var organiser = Form.Organisers.FirstOrDefault(o => o.Key == Form.Organiser);
        var (key, ranked) = await new DatesDesk(dates, activities).AskAsync(Office, Form, organiser, null, new Edit(Person.Author), Texts, Display, HttpContext.RequestAborted);
        Ranked = ranked;
        if (key is not null) return await DoneAsync(Links.Coordination(key), Texts["dates.taken"]);
        return Errors.Any ? Refused() : Page();
    }
}
