using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The activities at the desk, the internal ones too.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, ActivityQueries activities) : DeskPageModel(services)
{
    public ActivityFilter Filter { get; private set; } = new();

    public ActivityList List { get; private set; } = new([], 0);

    public async Task OnGetAsync()
    {
        Filter = ActivityFilterBinding.From(Request.Query);
        List = await activities.ListAsync(Office, Filter, Day, publicOnly: false, HttpContext.RequestAborted);
        ShowAs(Texts["calendar.list"]);
    }
}
