using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Who is proposed for a delegation, without what only the rules need; who has read that stands below.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class PeopleModel(DeskServices services, DelegationQueries queries, DelegationPeople people) : KeepingDelegationModel(services, queries)
{
    /// <summary>More are found by the search.</summary>
    private const int MostShown = 200;

    /// <summary>What was searched for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>Whose people are shown; empty for all.</summary>
    public string Association { get; private set; } = "";

    public IReadOnlyList<DelegationPerson> People { get; private set; } = [];

    /// <summary>How many more there are.</summary>
    public int More { get; private set; }

    public IReadOnlyList<TraitsReading> Readings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, string? q, string? association)
    {
        if (!await OpenAsync(key, "delegation-desk.people")) return NotFound();
        (Asked, Association) = (q?.Trim() ?? "", association ?? "");
        var found = PeopleFilter.Of(Kept.People, Asked, Association, Display);
        (People, More) = ([.. found.Take(MostShown)], Math.Max(0, found.Count - MostShown));
        if (MayEdit) Readings = await people.ReadingsAsync(Office, key, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Which seat she has or is proposed for, or that she has withdrawn or left.</summary>
    public string Seat(DelegationPerson person)
    {
        if (Kept.Seatings.LastOrDefault(s => s.Person == person.Id) is not { } seating) return person.WithdrawnAt is null ? "–" : Texts["delegation-desk.withdrawn"];
        var seat = Names.Sentences.SeatHeading(seating.Kind, seating.Chamber);
        return seating switch
        {
            { IsDraft: true } => Texts.With("delegation-desk.seat-draft", ("seat", seat)),
            { To: { } left } => Texts.With("delegation-desk.seat-until", ("seat", seat), ("day", Date(left))),
            _ => seat,
        };
    }
}
