using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Changes the terms of a delegation: body, days, seats with their source, rules, secretary.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class TermsModel(DeskServices services, DelegationQueries queries, DelegationService delegations, ActivityQueries activities) : KeepingDelegationModel(services, queries)
{
    public TermsForm Form { get; private set; } = null!;

    /// <summary>The version that the form was opened with; after somebody else's change the new one, so that saving again is a choice.</summary>
    public int Version { get; private set; }

    /// <summary>Has somebody else saved meanwhile?</summary>
    public bool IsOld { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = TermsForm.Of(Kept.Terms, await ChoicesAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version)
    {
        if (!await ReadAsync(key)) return NotFound();
        (Version, Form) = (version, TermsForm.Of(Request.Form, await ChoicesAsync()));
        var terms = Form.Read(Language);
        if (Errors.Any) return Refused();
        var result = await delegations.ChangeAsync(Office, key, version, terms, By, HttpContext.RequestAborted);
        if (result.Meanwhile is not { } meanwhile) return (IActionResult?)Say(result.Findings, Form.FieldOf) ?? await DoneAsync(Pages.Overview, Texts["form.saved"]);
        Show(meanwhile);
        (Version, IsOld) = (meanwhile.Version, true);
        Errors.Add("", Texts["desk.meanwhile"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key)
    {
        if (await OnGetAsync(key) is NotFoundResult missing) return missing;
        return (IActionResult?)Say(await delegations.RemoveAsync(Office, key, By, HttpContext.RequestAborted)) ?? await DoneAsync(Links.Delegations, Texts["delegation-desk.removed"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-desk.terms")) return false;
        Version = Kept.Version;
        return true;
    }

    private async Task<TermsChoices> ChoicesAsync()
    {
        var memberships = (await activities.ChoicesAsync(Office, null, HttpContext.RequestAborted)).Memberships;
        return new TermsChoices(
            Office.Languages, [.. memberships.Select(m => new Choice(m.Key, Display.Text(m.Names)?.Text ?? m.Key))], [.. Kept.Proposers.Select(p => new Choice(p.Key, Names.Proposer(p.Key)))], Texts, Display, Errors);
    }
}
