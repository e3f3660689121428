using Tessera.Features.History;

namespace Tessera.Web.Pages.Portal.Changes;

/// <summary>What changed in the register.</summary>
public sealed class ChangesModel(PortalServices services, ChangeQueries changes) : PortalPageModel(services)
{
    /// <summary>Changes on the page.</summary>
    public const int Shown = 200;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ChangeView> Newest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Newest = await changes.RecentAsync(Office, Shown, cancellation);
        ShowAs(Texts["nav.changes"], Texts["changes.lede"], HomeCrumb);
    }
}
