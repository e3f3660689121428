using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Registrations;
using Tessera.Web.Caching;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>How a registration stands, for who has the secret address from its letter; and where it is cancelled.</summary>
[NeverCached]
public sealed class RegistrationModel(PortalServices services, ActivityQueries activities, RegistrationService registrations) : PortalPageModel(services)
{
    public RegistrationView Registration { get; private set; } = null!;

    public ActivityBrief Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation) => await ReadAsync(secret, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (!await ReadAsync(secret, cancellation)) return NotFound();
        await registrations.CancelAsync(Office, Registration.Id, byOffice: false, cancellation);
        return Redirect(Links.Registration(secret));
    }

    private async Task<bool> ReadAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await registrations.OpenAsync(Office, secret, cancellation) is not { } found || await activities.FindAsync(Office, found.ActivityKey, publicOnly: false, cancellation) is not { } activity) return false;
        (Registration, Row) = (found.Registration, activity.Row);
        ShowAs(Texts["registration.yours"], null, HomeCrumb);
        KeepAddressSecret();
        return true;
    }
}
