using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>The office's places in organisations.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, OfficeQueries offices) : DeskPageModel(services)
{
    public IReadOnlyList<MembershipView> Memberships { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Memberships = await offices.MembershipsAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["nav.memberships"]);
    }
}
