using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A delegation at a glance: what it is, who sits, what is due.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class OverviewModel(DeskServices services, DelegationQueries queries) : KeepingDelegationModel(services, queries)
{
    public IReadOnlyList<DelegationDue> Due { get; private set; } = [];

    /// <summary>The seats with who has them.</summary>
    public SeatTable Seats { get; private set; } = null!;

    /// <summary>Has nobody been appointed yet?</summary>
    public bool IsDraft => Kept.State is not (DelegationState.Appointed or DelegationState.Ended);

    /// <summary>How many seats there are of which kind.</summary>
    public string SeatsInWords => string.Join("; ", Kept.Terms.Seats.Select(s => $"{Names.Sentences.SeatHeading(s.Kind, s.Chamber)}: {Display.Number(s.Seats)}"));

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await OpenAsync(key, null)) return NotFound();
        Due = DelegationDue.Of(Kept, Day, Texts, Display);
        Seats = SeatTable.Of(Kept, Day, Names, Texts);
        return Page();
    }
}
