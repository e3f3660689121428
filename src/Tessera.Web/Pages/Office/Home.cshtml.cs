using Tessera.Domain.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office;

/// <summary>What needs the person who opens the desk.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class HomeModel(DeskServices services) : DeskPageModel(services)
{
    public void OnGet() => ShowAs(Texts["desk.home"]);
}
