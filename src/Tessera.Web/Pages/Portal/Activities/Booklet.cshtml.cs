using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>The booklet that guests carry, in their language: opened without an account by whom the secret address was given.</summary>
[NeverCached]
public sealed class BookletModel(PortalServices services, ActivityService activities, ActivityQueries queries) : PortalPageModel(services)
{
    /// <summary>How many days after its end a visit's booklet can be opened.</summary>
    private const int OpenAfter = 90;

    public ActivityItem Item { get; private set; } = null!;

    public ActivityBrief Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await activities.OpenAsync(Office, secret, cancellation) is not { } kept || await queries.FindAsync(Office, kept.Item.Key, publicOnly: false, cancellation) is not { } page) return NotFound();
        if (page.Row.Time.LastDay is { } last && last.AddDays(OpenAfter) < Day) return NotFound();
        (Item, Row) = (kept.Item, page.Row);
        ShowAs(Display.Text(Row.Title)?.Text ?? Row.Key, null, HomeCrumb);
        KeepAddressSecret();
        return Page();
    }
}
