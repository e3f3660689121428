using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Somebody who is proposed: mandate, public office, ranks, and what only the rules need, whose reading is written down.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class PersonModel(DeskServices services, DelegationQueries queries, DelegationPeople people) : KeepingDelegationModel(services, queries)
{
    private const string Purpose = "form";

    /// <summary>As she is kept; null of somebody new.</summary>
    public DelegationPerson? Known { get; private set; }

    public PersonForm Form { get; private set; } = null!;

    /// <summary>Does she sit, or has she sat?</summary>
    public bool HasSat => Kept.Seatings.Any(s => s.Person == Known?.Id && !s.IsDraft);

    public async Task<IActionResult> OnGetAsync(string key, string id)
    {
        if (!await ReadAsync(key, id)) return NotFound();
        var traits = Known is null ? null : (await people.TraitsAsync(Office, key, Person.Author, Purpose, HttpContext.RequestAborted)).GetValueOrDefault(Known.Id);
        Form = PersonForm.Of(Known, traits ?? DelegationTraits.Unsaid);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string id)
    {
        if (!await ReadAsync(key, id)) return NotFound();
        Form = PersonForm.Of(Request.Form);
        var draft = Form.Read(Known?.Id ?? Guid.CreateVersion7(Services.Time.GetUtcNow()), Language, Texts, Errors);
        if (Errors.Any) return Refused();
        var findings = await people.PutAsync(Office, key, draft, Person.Author, byAssociation: false, HttpContext.RequestAborted);
        return (IActionResult?)Say(findings, p => p == "publicOffice" ? "publicOffice." + Office.Languages[0] : p) ?? await DoneAsync(Pages.People, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string key, string id)
    {
        if (await OnGetAsync(key, id) is NotFoundResult || Known is null) return NotFound();
        return (IActionResult?)Say(await people.WithdrawAsync(Office, key, Known.Id, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.People, Texts["delegation-desk.withdrawn-now"]);
    }

    public async Task<IActionResult> OnPostEraseAsync(string key, string id)
    {
        if (await OnGetAsync(key, id) is NotFoundResult || Known is null) return NotFound();
        return (IActionResult?)Say(await people.EraseAsync(Office, key, Known.Id, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.People, Texts["delegation-desk.erased"]);
    }

    private async Task<bool> ReadAsync(string key, string id)
    {
        if (!await OpenAsync(key, id == "new" ? "delegation-desk.person-add" : "delegation-desk.person")) return false;
        Known = Guid.TryParse(id, out var known) ? Kept.People.FirstOrDefault(p => p.Id == known) : null;
        return Known is not null || id == "new";
    }
}
