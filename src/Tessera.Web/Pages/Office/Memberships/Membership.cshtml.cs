using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Authorities;
using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Memberships;

/// <summary>The office's place in an organisation.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class MembershipModel(DeskServices services, OfficeService offices) : OfficeFileModel(services, offices)
{
    /// <summary>Is it a new membership?</summary>
    public bool IsNew { get; private set; }

    public LocalText Organisation { get; private set; } = LocalText.Empty;

    public MembershipItem Item { get; private set; } = null!;

    public IReadOnlyList<DateLine> Dates { get; private set; } = [];

    public LocalText DecisionBody { get; private set; } = LocalText.Empty;

    public LocalText Contributor { get; private set; } = LocalText.Empty;

    /// <summary>The decision, the fee, what was asked for and who sits there, as they stand in the fields.</summary>
    public MembershipForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        await OpenAsync();
        IsNew = key == "new";
        var kept = Whole.Memberships.FirstOrDefault(m => m.Key == key);
        if (kept is null && !IsNew) return NotFound();
        Item = kept ?? new MembershipItem { Key = "", Organisation = "", Kind = Words<MembershipKind>.Write(MembershipKind.Full), Source = Whole.Office.Source };
        Organisation = Whole.Authorities.FirstOrDefault(a => a.Key == Item.Organisation)?.Names ?? LocalText.Empty;
        Dates = DateLine.Of(Item.Dates.Select(d => (d.Role, d.Date)), "", Language);
        (DecisionBody, Contributor, Form) = (Item.Decision?.Body ?? LocalText.Empty, Item.Fee?.Contributor ?? LocalText.Empty, MembershipForm.Of(Item, Language));
        State = OfficeService.StateOf(Item);
        ShowAs(Texts["nav.memberships"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        var (now, form) = (State, Request.Form);
        State = state ?? "";
        Dates = DateLine.Of(form);
        (DecisionBody, Contributor, Form) = (FormTexts.Local(form, "decision-body"), FormTexts.Local(form, "fee-contributor"), MembershipForm.Of(form));
        Item = Form.Read(Item, DecisionBody, Contributor, Language, Texts, Errors) with
        {
            Kind = form["kind"].ToString(),
            Dates = DateLine.Read(Dates, (role, date) => new MembershipDateItem(role, date), Language, Texts, Errors),
            Seats = FormTexts.Number(form["seats"], "seats", Texts, Errors),
            Substitutes = FormTexts.Number(form["substitutes"], "substitutes", Texts, Errors),
            Note = FormTexts.Local(form, "note"),
            Links = FormTexts.Lines(form["links"]),
        };
        var authorities = IsNew ? await NewOrganisationAsync(form) : Whole.Authorities;
        return await SaveAsync(state, now, f => f with { Authorities = authorities, Memberships = IsNew ? [.. f.Memberships, Item] : [.. f.Memberships.Select(m => m.Key == key ? Item : m)] }, Form.FieldOf)
            ?? await DoneAsync(Links.Memberships, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] string? state)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        return await SaveAsync(state, State, f => f with { Memberships = [.. f.Memberships.Where(m => m.Key != key)] }, _ => "") ?? await DoneAsync(Links.Memberships, Texts["settings.membership-removed"]);
    }

    private async Task<IReadOnlyList<AuthorityItem>> NewOrganisationAsync(IFormCollection form)
    {
        Organisation = FormTexts.Local(form, "organisation");
        if (Organisation.IsEmpty)
        {
            Errors.Add("organisation." + Office.Languages[0], Texts["settings.organisation-missing"]);
            return Whole.Authorities;
        }

        var organisation = await Keeper.FreeAuthorityKeyAsync(Organisation.First().Text, "organisation", HttpContext.RequestAborted);
        Item = Item with { Key = Keys.Of(organisation, "membership", k => Whole.Memberships.Any(m => m.Key == k)), Organisation = organisation };
        return [.. Whole.Authorities, new AuthorityItem { Key = organisation, Kind = Words<AuthorityKind>.Write(AuthorityKind.Network), Names = Organisation, Source = Whole.Office.Source }];
    }
}
