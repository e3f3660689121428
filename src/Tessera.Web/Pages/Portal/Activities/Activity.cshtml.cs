using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Library;
using Tessera.Features.Registrations;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Activities;

/// <summary>An activity's page.</summary>
public sealed class ActivityModel(PortalServices services, ActivityQueries activities, RegistrationService registrations, PublicationQueries library, TourService tours, DelegationQueries delegations) : PortalPageModel(services)
{
    private const int NextTimes = 5;

    public ActivityPage Activity { get; private set; } = null!;

    /// <summary>The next times of a series.</summary>
    public IReadOnlyList<ActivityDates> Coming { get; private set; } = [];

    /// <summary>What was counted; what was only expected is the office's own.</summary>
    public IReadOnlyList<FigureItem> Figures { get; private set; } = [];

    /// <summary>The places that are offered to authorities; null when none are.</summary>
    public TourDesk? Tour { get; private set; }

    /// <summary>What it brought or cites.</summary>
    public IReadOnlyList<PublicationBrief> Publications { get; private set; } = [];

    /// <summary>The delegations to the body that meets.</summary>
    public IReadOnlyList<DelegationBrief> Delegations { get; private set; } = [];

    /// <summary>Until when one may register; null when one may not.</summary>
    public DateOnly? RegisterUntil { get; private set; }

    /// <summary>The activity as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await activities.FindAsync(Office, key, publicOnly: true, cancellation) is not { } found) return NotFound();
        Activity = found;
        Coming = found.Row.Time.IsSeries ? [.. found.Row.Time.On(Day, DateOnly.MaxValue).Take(NextTimes)] : [];
        RegisterUntil = await registrations.DeskAsync(Office, key, cancellation) is { IsOpen: true } desk ? desk.Rules.Until : null;
        Tour = TourService.IsStudy(found.Item) && await tours.DeskAsync(Office, key, cancellation) is { } tour && (tour.IsOpen || tour.DecidedAt is not null) ? tour : null;
        Publications = await library.OfActivityAsync(Office, key, publicOnly: true, cancellation);
        Delegations = await delegations.OfActivityAsync(Office, key, publicOnly: true, cancellation);
        Figures = [.. found.Item.Figures.Where(f => !f.Expected)];
        var title = Display.Text(found.Row.Title)?.Text ?? found.Row.Key;
        ShowAs(title, $"{Texts.Of(found.Row.Kind)}, {WhenText.Of(found.Row.Time, Texts)}", found.Row.UpdatedAt, HomeCrumb,
            new Crumb(Domain.Vocabulary.LocalText.Of(Language, Texts["nav.calendar"]), Links.Calendar), new Crumb(Domain.Vocabulary.LocalText.Of(Language, Texts["calendar.list"]), Links.Activities()));
        LinkedData = LinkedActivity.Of(Office, found, Frame, Display);
        return Page();
    }
}
