using Tessera.Features.Calendar;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>Visits that came and went.</summary>
/// <param name="Label">Of the partner or the field.</param>
public sealed record BalanceLine(string Label, int In, int Out);

/// <summary>The balance of visits in and out, by year, partner and field.</summary>
public sealed class BalanceModel(PortalServices services, ActivityQueries activities) : PortalPageModel(services)
{
    public VisitBalance Balance { get; private set; } = null!;

    /// <summary>By the office's fields; a visit in several fields counts in each.</summary>
    public IReadOnlyList<BalanceLine> ByField { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Balance = await activities.BalanceAsync(Office, publicOnly: true, cancellation);
        ByField = [.. Office.Fields.Where(f => Balance.Fields.ContainsKey(f.Key)).Select(f => new BalanceLine(Display.Text(f.Text)?.Text ?? f.Key, Balance.Fields[f.Key].In, Balance.Fields[f.Key].Out))];
        ShowAs(Texts["balance.heading"], Texts["balance.lede"], HomeCrumb);
    }
}
