using Tessera.Domain.Offices;
using Tessera.Features.Programmes;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>Who brings programmes to the region's season.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class OrganisersModel(DeskServices services, SeasonQueries seasons) : DeskPageModel(services)
{
    public IReadOnlyList<OrganiserView> Organisers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Organisers = await seasons.OrganisersAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["fields.organisers"]);
    }
}
