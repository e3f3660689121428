using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tessera.Features.Calendar.Others;
using Tessera.Web.Caching;
using Tessera.Web.Digests;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>
/// Confirms the weekly mail of what is coming, or ends it, for whoever holds the link in a mail. Opening it does nothing, since programs open links in mails; sending it does, without the form's own
/// token, as mail programs do at one click (RFC 8058).
/// </summary>
[NeverCached]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
public sealed class MailAnswerModel(PortalServices services, ActivityLetterService subscriptions, ActivityLetterTokens tokens) : PortalPageModel(services)
{
    private Guid _letter;

    /// <summary>Is it to begin, or to end?</summary>
    public bool IsConfirming { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string what, string token, CancellationToken cancellation) => await ReadAsync(what, token, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string what, string token, CancellationToken cancellation)
    {
        if (!await ReadAsync(what, token, cancellation)) return NotFound();
        if (IsConfirming) await subscriptions.ConfirmAsync(Office, _letter, cancellation);
        else await subscriptions.EndAsync(Office, _letter, cancellation);
        IsDone = true;
        return Page();
    }

    private async Task<bool> ReadAsync(string what, string token, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        KeepAddressSecret();
        IsConfirming = what == "confirm";
        ShowAs(Texts[IsConfirming ? "coming.confirm" : "coming.off"], null, HomeCrumb);
        if (what is not ("confirm" or "off")) return false;
        if ((IsConfirming ? tokens.Confirmed(token) : tokens.Left(token)) is not { } letter) return false;
        _letter = letter;
        return !IsConfirming || await subscriptions.FindAsync(Office, letter, cancellation) is not null;
    }
}
