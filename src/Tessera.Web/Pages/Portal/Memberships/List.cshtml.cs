using Tessera.Domain.Memberships;
using Tessera.Features.Documents;
using Tessera.Features.Offices;

namespace Tessera.Web.Pages.Portal.Memberships;

/// <summary>What the office belongs to, and the relations of its settlements.</summary>
public sealed class ListModel(PortalServices services, OfficeQueries offices, DocumentService documents) : PortalPageModel(services)
{
    public IReadOnlyList<MembershipView> Memberships { get; private set; } = [];

    public IReadOnlyList<SettlementRelationView> Relations { get; private set; } = [];

    /// <summary>The public documents by the key of their membership.</summary>
    public ILookup<string, DocumentView> Documents { get; private set; } = Array.Empty<DocumentView>().ToLookup(d => d.Owner.Key);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Memberships = await offices.MembershipsAsync(Office, cancellation);
        Relations = await offices.SettlementRelationsAsync(Office, cancellation);
        Documents = await documents.OfMembershipsAsync(Office, cancellation);
        ShowAs(Texts["nav.memberships"], Texts["memberships.lede"], HomeCrumb);
    }

    /// <summary>Was joining begun, without a word on how it ended?</summary>
    public bool IsOpen(MembershipView membership) =>
        membership.Dates.Any(d => d.Role is MembershipDateRole.JoiningBegun) && membership.Dates.All(d => d.Role is not MembershipDateRole.Since);
}
