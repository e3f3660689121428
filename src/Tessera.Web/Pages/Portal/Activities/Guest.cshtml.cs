using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>Where a guest says what she needs, by the secret address from her letter. What she has said is not shown again, so that the address gives nothing away.</summary>
[NeverCached]
public sealed class GuestModel(PortalServices services, ActivityQueries activities, GuestNeedService needs) : PortalPageModel(services), IHasErrors
{
    public GuestView Guest { get; private set; } = null!;

    public ActivityBrief Row { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    public GuestNeeds Typed { get; private set; } = new("", "", "");

    /// <summary>Has she just sent it?</summary>
    public bool IsDone { get; private set; }

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync(string secret, bool done, CancellationToken cancellation)
    {
        IsDone = done;
        return await ReadAsync(secret, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string secret, [FromForm] string? diet, [FromForm] string? mobility, [FromForm] string? passport, CancellationToken cancellation)
    {
        if (!await ReadAsync(secret, cancellation)) return NotFound();
        Typed = new GuestNeeds(diet?.Trim() ?? "", mobility?.Trim() ?? "", passport?.Trim() ?? "");
        foreach (var finding in await needs.SayAsync(Office, Guest.Id, Typed, cancellation)) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        if (!Errors.Any) return Redirect(Links.Guest(secret) + "?done=true");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> ReadAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await needs.OpenAsync(Office, secret, cancellation) is not { } found || await activities.FindAsync(Office, found.ActivityKey, publicOnly: false, cancellation) is not { } activity) return false;
        (Guest, Row) = (found.Guest, activity.Row);
        ShowAs(Texts["guest-needs.yours"], null, HomeCrumb);
        KeepAddressSecret();
        return true;
    }
}
