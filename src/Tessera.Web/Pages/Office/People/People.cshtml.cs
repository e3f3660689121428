using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.People;

/// <summary>Who works in the office, as what, in which unit; and who is invited.</summary>
[OfficeAccess(OfficeRole.Administrator)]
public sealed class PeopleModel(DeskServices services, MemberService members, InvitationService invitations, Letters letters, PublicAddress address) : DeskPageModel(services)
{
    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public IReadOnlyList<UnitView> Units { get; private set; } = [];

    public IReadOnlyList<InvitationView> Invitations { get; private set; } = [];

    /// <summary>The address typed for an invitation.</summary>
    public string Email { get; private set; } = "";

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostRoleAsync([FromForm] Guid account, [FromForm] string? role)
    {
        OfficeRole? wanted = Words<OfficeRole>.TryParse(role, out var known) ? known : null;
        if (wanted is null && !string.IsNullOrEmpty(role))
        {
            Errors.Add("", Texts["desk.choose"]);
            return await AgainAsync();
        }

        if (await members.SetRoleAsync(Office, account, wanted, HttpContext.RequestAborted)) return Saved("people.saved");
        Errors.Add("", Texts["people.last"]);
        return await AgainAsync();
    }

    public async Task<IActionResult> OnPostInviteAsync([FromForm] string? email, [FromForm] string? role)
    {
        Email = email?.Trim() ?? "";
        if (!new EmailAddressAttribute().IsValid(Email) || Email.Length > Features.Accounts.Account.LongestEmail) Errors.Add("email", Texts["account.email-wrong"]);
        if (Errors.Any || !Words<OfficeRole>.TryParse(role, out var given)) return await AgainAsync();
        var path = Links.Join(await invitations.InviteAsync(Office, Email, given, Person.Name, HttpContext.RequestAborted));
        var isMailed = await letters.InviteAsync(Office, Email, given, Person.Name, path, Texts, HttpContext.RequestAborted);
        return await DoneAsync(Links.People, isMailed ? Texts.With("people.invited", ("email", Email)) : Texts.With("people.invited-by-hand", ("email", Email), ("link", address.Of(path))));
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid id)
    {
        await invitations.WithdrawAsync(Office, id, HttpContext.RequestAborted);
        return Saved("people.withdrawn");
    }

    public async Task<IActionResult> OnPostAddUnitAsync()
    {
        var names = FormTexts.Local(Request.Form, "unit");
        if (names.IsEmpty || Keys.Of(names.First().Text).Length == 0)
        {
            Errors.Add("unit." + Office.Languages[0], Texts["people.unit-missing"]);
            return await AgainAsync();
        }

        await members.PutUnitAsync(Office, Keys.Of(names.First().Text), names, HttpContext.RequestAborted);
        return Saved("people.unit-saved");
    }

    public async Task<IActionResult> OnPostRemoveUnitAsync([FromForm] string? key)
    {
        await members.RemoveUnitAsync(Office, key ?? "", HttpContext.RequestAborted);
        return Saved("people.unit-saved");
    }

    public async Task<IActionResult> OnPostUnitsAsync([FromForm] Guid account, [FromForm] string[]? units)
    {
        await members.SetUnitsAsync(Office, account, units ?? [], HttpContext.RequestAborted);
        return Saved("people.unit-saved");
    }

    private RedirectResult Saved(string key)
    {
        return Told(Texts[key], Links.People);
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ReadAsync();
        return Refused();
    }

    private async Task ReadAsync()
    {
        Members = await members.MembersAsync(Office, HttpContext.RequestAborted);
        Units = await members.UnitsAsync(Office, HttpContext.RequestAborted);
        Invitations = await invitations.OpenAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["people.heading"]);
    }
}
