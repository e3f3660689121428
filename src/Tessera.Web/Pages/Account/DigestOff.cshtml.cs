using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tessera.Features.Digests;
using Tessera.Web.Digests;

namespace Tessera.Web.Pages.Account;

/// <summary>
/// Ends the weekly mail for whoever holds the link in it. Opening it does nothing, since programs open links in mails; sending it does, without a session and without the
/// form's own token, as mail programs do at one click (RFC 8058). They follow no redirect, and many send from one address.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
public sealed class DigestOffModel(DeskServices services, DigestTokens tokens, DigestService digests) : PersonalPageModel(services)
{
    /// <summary>Has the mail just been ended?</summary>
    public bool IsDone { get; private set; }

    public IActionResult OnGet(string token)
    {
        ShowAs(Texts["digest.off"]);
        return tokens.Read(token) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        ShowAs(Texts["digest.off"]);
        if (tokens.Read(token) is not { } account) return NotFound();
        await digests.EndAsync(account, HttpContext.RequestAborted);
        IsDone = true;
        return Page();
    }
}
