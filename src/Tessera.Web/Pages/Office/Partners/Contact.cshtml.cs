using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Contacts;
using Tessera.Features.Partners;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>A person at a partner: who she is, why her data are held, until when.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ContactModel(DeskServices services, PartnerService partners, ContactService contacts) : KeepingModel(services, partners)
{
    /// <summary>Is it a new contact?</summary>
    public bool IsNew { get; private set; }

    /// <summary>What is kept, or what was typed.</summary>
    public Contact Typed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string id) => await ReadAsync(slug, id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, string id, [FromForm] DateOnly? keepUntil)
    {
        if (!await ReadAsync(slug, id)) return NotFound();
        var form = Request.Form;
        Typed = Typed with
        {
            Name = form["name"].ToString().Trim(),
            Role = form["role"].ToString().Trim(),
            Email = FormTexts.OrNull(form["email"]),
            Phone = FormTexts.OrNull(form["phone"]),
            Language = FormTexts.OrNull(form["language"]),
            Purpose = form["purpose"].ToString().Trim(),
            Source = form["source"].ToString().Trim(),
            KeepUntil = keepUntil ?? Typed.KeepUntil,
        };
        Check(keepUntil);
        if (Errors.Any) return Refused();
        await contacts.PutAsync(Office, Typed, new Edit(Person.Author), HttpContext.RequestAborted);
        return await DoneAsync(Links.Partner(slug), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostEraseAsync(string slug, string id)
    {
        if (!await ReadAsync(slug, id)) return NotFound();
        await contacts.EraseAsync(Office, Typed.Id, new Edit(Person.Author), HttpContext.RequestAborted);
        return await DoneAsync(Links.Partner(slug), Texts["contact.erased"]);
    }

    private void Check(DateOnly? keepUntil)
    {
        if (Typed.Name.Length is 0 or > 200) Errors.Add("name", Texts["contact.name-missing"]);
        if (Typed.Email is { } email && (!new EmailAddressAttribute().IsValid(email) || email.Length > 200)) Errors.Add("email", Texts["account.email-wrong"]);
        if (Typed.Role.Length > 200) Errors.Add("role", Texts["contact.too-long"]);
        if (Typed.Phone?.Length > 60) Errors.Add("phone", Texts["contact.too-long"]);
        if (Typed.Purpose.Length is 0 or > 500) Errors.Add("purpose", Texts["contact.purpose-missing"]);
        if (Typed.Source.Length is 0 or > 500) Errors.Add("source", Texts["contact.source-missing"]);
        if (keepUntil is not { } until || until <= Day || until > Day.AddYears(10)) Errors.Add("keepUntil", Texts["contact.keep-wrong"]);
    }

    private async Task<bool> ReadAsync(string slug, string id)
    {
        if (!await OpenAsync(slug)) return false;
        IsNew = id == "new";
        ShowAs(Texts[IsNew ? "contact.add" : "contact.edit"]);
        var known = (await contacts.OfPartnerAsync(Office, slug, HttpContext.RequestAborted)).FirstOrDefault(c => c.Id.ToString() == id);
        if (known is null && !IsNew) return false;
        Typed = known ?? new Contact(Guid.CreateVersion7(Services.Time.GetUtcNow()), slug, "", "", null, null, null, "", "", Day.AddYears(ContactService.UsualYears));
        return true;
    }
}
