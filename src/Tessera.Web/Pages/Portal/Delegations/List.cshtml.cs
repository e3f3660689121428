using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>The delegations that are on the portal, those in office before those of the past.</summary>
public sealed class ListModel(PortalServices services, DelegationQueries delegations) : PortalPageModel(services)
{
    public IReadOnlyList<DelegationCard> Current { get; private set; } = [];

    public IReadOnlyList<DelegationCard> Former { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await delegations.ListAsync(Office, publicOnly: true, cancellation);
        Current = [.. all.Where(d => d.State is not DelegationState.Ended)];
        Former = [.. all.Where(d => d.State is DelegationState.Ended)];
        ShowAs(Texts["delegations.heading"], Texts["delegations.lede"], HomeCrumb);
    }
}
