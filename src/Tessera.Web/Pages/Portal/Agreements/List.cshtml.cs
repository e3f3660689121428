using Tessera.Features.Agreements;

namespace Tessera.Web.Pages.Portal.Agreements;

/// <summary>All agreements of the office.</summary>
public sealed class ListModel(PortalServices services, AgreementQueries agreements) : PortalPageModel(services)
{
    /// <summary>In the order of the register.</summary>
    public IReadOnlyList<AgreementRow> Agreements { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agreements = await agreements.AllAsync(Office, Day, cancellation);
        ShowAs(Texts["nav.agreements"], Texts["agreements.lede"], HomeCrumb);
    }
}
