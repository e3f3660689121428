using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Registrations;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>Where a member authority applies for the places of a study tour, without an account; and, when the places are given, who has them and why.</summary>
[NeverCached]
public sealed class ApplyModel(PortalServices services, ActivityQueries activities, TourService tours, NetworkShares shares) : PortalPageModel(services), IHasErrors
{
    public ActivityPage Activity { get; private set; } = null!;

    public TourDesk Desk { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    public TourApplicationForm Typed { get; private set; } = TourApplicationForm.Empty("en");

    /// <summary>The answers, once they are given: authorities, not people.</summary>
    public IReadOnlyList<TourAnswer> Answers { get; private set; } = [];

    /// <summary>Has somebody just applied?</summary>
    public bool IsDone { get; private set; }

    /// <summary>Can one apply, or has somebody just done so? Else the page says how the places are given and to whom.</summary>
    public bool IsAboutApplying => IsDone || Desk.IsOpen;

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync(string key, bool done, CancellationToken cancellation)
    {
        IsDone = done;
        return await ReadAsync(key, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? website, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, cancellation)) return NotFound();
        Typed = TourApplicationForm.Of(Request.Form, Language) with { Language = Language };
        // What no person sees, only a machine fills in.
        if (!string.IsNullOrEmpty(website)) return Redirect(Links.Apply(key) + "?done=true");
        var application = Typed.Read(Texts, Errors);
        if (!Errors.Any) foreach (var finding in await TryAsync(key, application, cancellation)) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        if (!Errors.Any) return Redirect(Links.Apply(key) + "?done=true");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Applies, unless her network has sent its share.</summary>
    private async Task<IReadOnlyList<Finding>> TryAsync(string key, NewTourApplication application, CancellationToken cancellation)
    {
        var (network, people) = (Senders.Of(HttpContext.Connection.RemoteIpAddress), Math.Clamp(application.Participants.Count, 0, Keeping.MostPeople));
        if (!shares.TryCount(Office, key, network, people)) return [Finding.About("participants", GuestRefusal.TooManyFromOne, ("most", Display.Number(NetworkShares.MostPeople)))];
        var wrong = await tours.ApplyAsync(Office, key, application, byOffice: false, cancellation);
        if (wrong.Count > 0) shares.TryCount(Office, key, network, -people);
        return wrong;
    }

    private async Task<bool> ReadAsync(string key, CancellationToken cancellation)
    {
        if (await activities.FindAsync(Office, key, publicOnly: true, cancellation) is not { } found || await tours.DeskAsync(Office, key, cancellation) is not { } desk) return false;
        (Activity, Desk) = (found, desk);
        if (desk.DecidedAt is not null) Answers = (await tours.ProposalAsync(Office, key, cancellation)).Answers;
        ShowAs(Texts[IsAboutApplying ? "tour.apply" : "tour.heading"], null, HomeCrumb, new Crumb(LocalText.Of(Language, Texts["nav.calendar"]), Links.Calendar), new Crumb(found.Row.Title, Links.Activity(key)));
        return true;
    }
}
