using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>The associations that propose people for a delegation, and what they say of its composition.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ProposersModel(DeskServices services, DelegationQueries queries) : KeepingDelegationModel(services, queries)
{
    public async Task<IActionResult> OnGetAsync(string key) => await OpenAsync(key, "delegation-desk.proposers") ? Page() : NotFound();

    /// <summary>How many people an association proposes.</summary>
    public int Count(DelegationProposer proposer) => Kept.People.Count(p => p.Proposer == proposer.Key && p.WithdrawnAt is null);
}
