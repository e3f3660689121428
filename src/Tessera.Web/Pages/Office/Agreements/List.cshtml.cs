using Tessera.Domain.Offices;
using Tessera.Features.Agreements;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>Every agreement, at the desk.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, AgreementQueries queries) : DeskPageModel(services)
{
    public IReadOnlyList<AgreementRow> Agreements { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Agreements = await queries.AllAsync(Office, Day, HttpContext.RequestAborted);
        ShowAs(Texts["nav.agreements"]);
    }
}
