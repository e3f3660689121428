using Tessera.Features.Calendar;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>Visits that came and went.</summary>
/// <param name="Label">Of the partner or the field.</param>
public sealed record BalanceLine(string Label, string? Href, int In, int Out);

/// <summary>The balance of visits in and out, by year, partner and field.</summary>
public sealed class BalanceModel(PortalServices services, ActivityQueries activities) : PortalPageModel(services)
{
    public IReadOnlyList<VisitCount> Counts { get; private set; } = [];

    /// <summary>By the office's fields; a visit in several fields counts in each.</summary>
    public IReadOnlyList<BalanceLine> ByField { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Counts = await activities.BalanceAsync(Office, publicOnly: true, cancellation);
        ByField = [.. Office.Fields.Select(f => (Field: f, Counts: Counts.Where(c => c.Fields.Contains(f.Key)).ToList())).Where(f => f.Counts.Count > 0)
            .Select(f => new BalanceLine(Display.Text(f.Field.Text)?.Text ?? f.Field.Key, null, f.Counts.Sum(c => c.In), f.Counts.Sum(c => c.Out)))];
        ShowAs(Texts["balance.heading"], Texts["balance.lede"], HomeCrumb);
    }
}
