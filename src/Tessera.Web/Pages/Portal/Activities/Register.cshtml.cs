using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Registrations;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>Where everybody registers for an activity, without an account.</summary>
[NeverCached]
public sealed class RegisterModel(PortalServices services, ActivityQueries activities, RegistrationService registrations, NetworkShares shares) : PortalPageModel(services), IHasErrors
{
    public ActivityPage Activity { get; private set; } = null!;

    public RegistrationDesk Desk { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    public NewRegistration Typed { get; private set; } = new("", null, 1, "", "", "en");

    /// <summary>What was typed as the number of people.</summary>
    public string People { get; private set; } = "1";

    /// <summary>Has somebody just registered?</summary>
    public bool IsDone { get; private set; }

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync(string key, bool done, CancellationToken cancellation)
    {
        IsDone = done;
        return await ReadAsync(key, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? name, [FromForm] string? email, [FromForm] string? people, [FromForm] string? phone, [FromForm] string? reply, [FromForm] string? website, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, cancellation)) return NotFound();
        People = people?.Trim() ?? "";
        var count = int.TryParse(People, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        Typed = new NewRegistration(name?.Trim() ?? "", email?.Trim() ?? "", count, phone?.Trim() ?? "", reply?.Trim() ?? "", Language);
        // What no person sees, only a machine fills in.
        if (!string.IsNullOrEmpty(website)) return Redirect(Links.Register(key) + "?done=true");
        foreach (var finding in await TryAsync(key, cancellation)) Errors.Add(finding.Path, Refusals.Sentence(finding, Texts));
        if (!Errors.Any) return Redirect(Links.Register(key) + "?done=true");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Registers, unless her network has registered its share.</summary>
    private async Task<IReadOnlyList<Finding>> TryAsync(string key, CancellationToken cancellation)
    {
        var (network, people) = (Senders.Of(HttpContext.Connection.RemoteIpAddress), Math.Clamp(Typed.People, 0, Keeping.MostPeople));
        if (!shares.TryCount(Office, key, network, people)) return [Finding.About("people", GuestRefusal.TooManyFromOne, ("most", Display.Number(NetworkShares.MostPeople)))];
        var wrong = await registrations.RegisterAsync(Office, key, Typed, byOffice: false, cancellation);
        if (wrong.Count > 0) shares.TryCount(Office, key, network, -people);
        return wrong;
    }

    private async Task<bool> ReadAsync(string key, CancellationToken cancellation)
    {
        if (await activities.FindAsync(Office, key, publicOnly: true, cancellation) is not { } found || await registrations.DeskAsync(Office, key, cancellation) is not { } desk) return false;
        (Activity, Desk) = (found, desk);
        ShowAs(Texts["registration.register"], null, HomeCrumb, new Crumb(LocalText.Of(Language, Texts["nav.calendar"]), Links.Calendar), new Crumb(found.Row.Title, Links.Activity(key)));
        return true;
    }
}
