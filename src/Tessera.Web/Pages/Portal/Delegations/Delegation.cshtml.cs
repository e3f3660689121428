using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>A delegation's page: who sits, what is vacant, by what they were appointed, what they did.</summary>
public sealed class DelegationPageModel(PortalServices services, DelegationQueries delegations) : PortalPageModel(services)
{
    public DelegationView Delegation { get; private set; } = null!;

    public DelegationLook Look { get; private set; } = null!;

    /// <summary>The body's name.</summary>
    public string Body => DelegationNames.Body(Delegation.Terms.Body, Delegation.Terms.BodyNames, Texts, Display);

    /// <summary>The youth delegate, who has no seat.</summary>
    public IEnumerable<DelegationPerson> Youth => Delegation.People.Where(p => p.IsYouth && p.Name.Length > 0);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await delegations.FindAsync(Office, key, publicOnly: true, cancellation) is not { } found) return NotFound();
        Delegation = found;
        Look = DelegationLook.Of(found, await delegations.PublicTraitsAsync(Office, key, cancellation), Day, Texts);
        ShowAs(Display.Text(found.Terms.Names)?.Text ?? key, $"{Body}, {Days(found.Terms.First, found.Terms.Last)}", HomeCrumb, new Crumb(LocalText.Of(Language, Texts["delegations.heading"]), Links.Delegations));
        return Page();
    }

    /// <summary>A day in words.</summary>
    public string Date(DateOnly? day) => Display.Date(day is { } known ? PartialDate.OfDay(known) : null);

    /// <summary>From when until when, as far as it is known.</summary>
    public string Days(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => "",
        ({ } begin, null) => Texts.With("delegation-page.since", ("day", Date(begin))),
        (null, { } end) => Texts.With("delegation-page.until", ("day", Date(end))),
        _ => $"{Date(from)} – {Date(until)}",
    };

    /// <summary>At which session something was done; null outside of one, or where the session is not public.</summary>
    public DelegationSession? SessionOf(DelegationContribution contribution) => Delegation.Sessions.FirstOrDefault(s => s.Id == contribution.Session);
}
