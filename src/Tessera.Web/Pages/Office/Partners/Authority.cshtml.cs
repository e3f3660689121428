using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Authorities;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>The authority behind a partner: mergers, splits, renames, transfers, its end; and which agreements that touches.</summary>
[OfficeAccess(OfficeRole.Approver)]
public sealed class AuthorityModel(DeskServices services, OfficeService offices, PartnerQueries queries, AuthorityEventService events) : OfficeFileModel(services, offices)
{
    public string Slug { get; private set; } = "";

    public AuthorityItem Authority { get; private set; } = null!;

    public IReadOnlyList<AuthorityEventItem> Events { get; private set; } = [];

    /// <summary>The agreements with this partner, as they stand.</summary>
    public IReadOnlyList<AgreementBrief> Touched { get; private set; } = [];

    /// <summary>Events of it that this office has proposed to the host.</summary>
    public IReadOnlyList<AuthorityProposal> Proposals { get; private set; } = [];

    public string? Kind { get; private set; }

    public string DateTyped { get; private set; } = "";

    public string? To { get; private set; }

    public LocalText Successor { get; private set; } = LocalText.Empty;

    public LocalText Note { get; private set; } = LocalText.Empty;

    /// <summary>Authorities of the same country that may be the successor.</summary>
    public IEnumerable<Choice> Successors => Whole.Authorities.Where(a => a.Country == Authority.Country && a.Key != Authority.Key && a.Until is null)
        .Select(a => new Choice(a.Key, Display.Text(a.Names)?.Text ?? a.Key)).OrderBy(c => c.Label, Display.Alphabet);

    public IEnumerable<LocalText> NamesOf(IEnumerable<string> keys) => keys.Select(k => Whole.Authorities.FirstOrDefault(a => a.Key == k)?.Names ?? LocalText.Of("en", k));

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        await OpenAsync();
        if (Whole.Partners.FirstOrDefault(p => p.Key == slug) is not { } partner) return NotFound();
        (Slug, Authority) = (slug, Whole.Authorities.Single(a => a.Key == partner.Authority));
        Events = [.. Whole.AuthorityEvents.Where(e => e.From.Contains(Authority.Key) || e.To.Contains(Authority.Key)).OrderBy(e => e.Date)];
        Touched = (await queries.FindAsync(Office, slug, Day, HttpContext.RequestAborted))?.Row.Agreements ?? [];
        Proposals = await events.OfOfficeAsync(Office, Authority.Key, HttpContext.RequestAborted);
        State = OfficeService.StateOf(Events);
        ShowAs(Texts["authority.heading"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? state)
    {
        if (await OnGetAsync(slug) is NotFoundResult missing) return missing;
        var (now, form) = (State, Request.Form);
        (State, Kind, DateTyped, To) = (state ?? "", form["kind"].ToString(), form["date"].ToString(), FormTexts.OrNull(form["to"]));
        (Successor, Note) = (FormTexts.Local(form, "successor"), FormTexts.Local(form, "note"));
        var date = DateInput.Read(DateTyped, "date", Language, Texts, Errors);
        if (date is null && !Errors.Any) Errors.Add("date", Texts["step.day-missing"]);
        if (!Words<AuthorityEventKind>.TryParse(Kind, out var kind)) Errors.Add("kind", Texts["desk.choose"]);
        if (kind is not AuthorityEventKind.Abolition && To is null && Successor.IsEmpty) Errors.Add("successor." + Office.Languages[0], Texts["authority.successor-missing"]);
        if (Errors.Any) return Refused();
        var happening = new NewAuthorityEvent(Authority.Key, kind, date!, To, Successor, Note);
        if (await events.WaitsForHostAsync(Office, happening, HttpContext.RequestAborted)) return await ProposeAsync(state, now, happening);
        var key = To is not null || Successor.IsEmpty ? null : await Keeper.FreeAuthorityKeyAsync(Successor.First().Text, "authority", HttpContext.RequestAborted);
        return await SaveAsync(state, now, f => happening.RecordedIn(f, key), FieldOf) ?? await DoneAsync(Links.Partner(slug), Texts["authority.recorded"]);
    }

    private async Task<IActionResult> ProposeAsync(string? state, string now, NewAuthorityEvent happening)
    {
        if (await SaveAsync(state, now, f => f, FieldOf) is { } stale) return stale;
        foreach (var finding in await events.ProposeAsync(Office, Slug, happening, new Edit(Person.Author), HttpContext.RequestAborted)) Errors.Add(FieldOf(finding.Path), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.Authority(Slug), Texts["authority.proposed"]);
    }

    private static string FieldOf(string path) => path.Contains(".date", StringComparison.Ordinal) ? "date" : "";
}
