using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>The office's delegations: to which body, for which term, how far they have come, and what is due next.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ListModel(DeskServices services, DelegationQueries queries) : DeskPageModel(services)
{
    /// <summary>Each with what is due, the latest term first.</summary>
    public IReadOnlyList<(DelegationCard Card, IReadOnlyList<DelegationDue> Due)> Delegations { get; private set; } = [];

    public bool MayEdit => Person.Is(OfficeRole.Editor);

    public async Task OnGetAsync()
    {
        ShowAs(Texts["delegation-desk.heading"]);
        var lines = new List<(DelegationCard, IReadOnlyList<DelegationDue>)>();
        foreach (var card in await queries.ListAsync(Office, publicOnly: false, HttpContext.RequestAborted))
        {
            var whole = card.State is DelegationState.Ended ? null : await queries.FindAsync(Office, card.Key, publicOnly: false, HttpContext.RequestAborted);
            lines.Add((card, whole is null ? [] : DelegationDue.Of(whole, Day, Texts, Display)));
        }

        Delegations = lines;
    }
}
