using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Tours;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>How an authority's application stands, for who has the secret address from its letter; where it is confirmed and withdrawn.</summary>
[NeverCached]
public sealed class ApplicationModel(PortalServices services, ActivityQueries activities, TourService tours) : PortalPageModel(services), IHasErrors
{
    public TourApplicationView Application { get; private set; } = null!;

    public ActivityBrief Row { get; private set; } = null!;

    /// <summary>Why it is in, or waits; null before the places are given.</summary>
    public string? Why { get; private set; }

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation) => await ReadAsync(secret, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(string secret, CancellationToken cancellation)
    {
        if (!await ReadAsync(secret, cancellation)) return NotFound();
        foreach (var finding in await tours.ConfirmAsync(Office, secret, cancellation)) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        if (!Errors.Any) return Redirect(Links.Application(secret));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string secret, CancellationToken cancellation)
    {
        if (!await ReadAsync(secret, cancellation)) return NotFound();
        await tours.WithdrawAsync(Office, Application.Id, byOffice: false, cancellation);
        return Redirect(Links.Application(secret));
    }

    private async Task<bool> ReadAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (secret.Contains('\0', StringComparison.Ordinal) || await tours.OpenAsync(Office, secret, cancellation) is not { } found || await activities.FindAsync(Office, found.ActivityKey, publicOnly: false, cancellation) is not { } activity) return false;
        (Application, Row) = (found.Application, activity.Row);
        if (await tours.DeskAsync(Office, found.ActivityKey, cancellation) is { DecidedAt: not null } desk
            && (await tours.ProposalAsync(Office, found.ActivityKey, cancellation)).Answers.FirstOrDefault(a => a.Application.Id == Application.Id) is { } answer) Why = TourSentences.Why(answer, desk.Settings.Rules, Texts, Display);
        ShowAs(Texts["tour.yours"], null, HomeCrumb);
        KeepAddressSecret();
        return true;
    }
}
