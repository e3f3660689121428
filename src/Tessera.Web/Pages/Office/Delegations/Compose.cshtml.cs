using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Composes a delegation: who is on which seat, who could be, how that stands to every rule with the smallest exchange that mends it, and what would be best.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ComposeModel(DeskServices services, DelegationQueries queries, DelegationComposing composing) : KeepingDelegationModel(services, queries)
{
    /// <summary>More are found by the search.</summary>
    private const int MostShown = 100;

    private const int Alternatives = 3;

    /// <summary>The composition with the verdict of every rule.</summary>
    public ComposedView View { get; private set; } = null!;

    public SeatTable Seats { get; private set; } = null!;

    /// <summary>The best composition and the next best; null until they are asked for.</summary>
    public CompositionProposal? Proposal { get; private set; }

    /// <summary>Those not seated who could be.</summary>
    public IReadOnlyList<DelegationPerson> Candidates { get; private set; } = [];

    /// <summary>How many more there are.</summary>
    public int More { get; private set; }

    public string Asked { get; private set; } = "";

    public string Association { get; private set; } = "";

    /// <summary>The exchange after which all blocking rules hold, where it is more than what mends one of them.</summary>
    public Exchange? Repair => View.Check.Broken.Count(b => b.Verdict.Severity is Severity.Blocking) > 1 ? View.Check.Repair : null;

    public async Task<IActionResult> OnGetAsync(string key, string? q, string? association, bool best)
    {
        (Asked, Association) = (q?.Trim() ?? "", association ?? "");
        if (!await ReadAsync(key)) return NotFound();
        if (best && Kept.State is not DelegationState.Ended) Proposal = (await composing.ComposeAsync(Office, key, Person.Author, Alternatives, HttpContext.RequestAborted))?.Proposal;
        return Page();
    }

    /// <param name="seat">Person, kind and chamber.</param>
    public async Task<IActionResult> OnPostSeatAsync(string key, [FromForm] string? seat)
    {
        if (!await ReadAsync(key)) return NotFound();
        if (ComposedSeats.Read(seat) is not [var one]) return NotFound();
        var left = Kept.VacantOn(Day).FirstOrDefault(v => v.Kind == one.Kind && v.Chamber == one.Chamber && v.Proposed is null)?.After?.Id;
        return await AnswerAsync(await composing.SeatAsync(Office, key, Guid.ParseExact(one.Candidate, "N"), one.Kind, one.Chamber, left, By, HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostUnseatAsync(string key, [FromForm] Guid seating) =>
        await ReadAsync(key) ? await AnswerAsync(await composing.UnseatAsync(Office, key, seating, By, HttpContext.RequestAborted)) : NotFound();

    /// <param name="seats">The whole composition.</param>
    public async Task<IActionResult> OnPostApplyAsync(string key, [FromForm] string? seats)
    {
        if (!await ReadAsync(key)) return NotFound();
        if (ComposedSeats.Read(seats) is not { } composition) return NotFound();
        return await AnswerAsync(await composing.ApplyAsync(Office, key, composition, By, HttpContext.RequestAborted));
    }

    /// <summary>By whom she is proposed, and of which authority she is.</summary>
    public string About(DelegationPerson person) =>
        string.Join(", ", new[] { person.Authority, person.Region, Texts.Of(person.Level), person.Proposer is null ? Texts["delegation-desk.by-office"] : Names.Proposer(person.Proposer) }.Where(t => t.Length > 0));

    /// <summary>The seats that are free and that somebody is proposed for.</summary>
    public IEnumerable<SeatRow> FreeFor(DelegationPerson person) => Seats.Rows.Where(r => r.Vacant > 0 && (r.Kind is SeatKind.Representative ? person.RepresentativeRank : person.SubstituteRank) is not null);

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Interchange.Offices.Finding> findings) => (IActionResult?)Say(findings) ?? await DoneAsync(Pages.Compose, Texts["delegation-desk.composed"]);

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-desk.compose") || await composing.CheckAsync(Office, key, Person.Author, HttpContext.RequestAborted) is not { } view) return false;
        (View, Seats) = (view, SeatTable.Of(Kept, Day, Names, Texts));
        var seated = view.Composition.Select(s => s.Candidate).ToHashSet(StringComparer.Ordinal);
        var free = Kept.People.Where(p => view.Model.ByKey.ContainsKey(DelegationModels.KeyOf(p.Id)) && !seated.Contains(DelegationModels.KeyOf(p.Id)) && (p.RepresentativeRank ?? p.SubstituteRank) is not null);
        var found = PeopleFilter.Of(free, Asked, Association, Display).OrderBy(p => Math.Min(p.RepresentativeRank ?? int.MaxValue, p.SubstituteRank ?? int.MaxValue)).ToList();
        (Candidates, More) = ([.. found.Take(MostShown)], Math.Max(0, found.Count - MostShown));
        return true;
    }
}
