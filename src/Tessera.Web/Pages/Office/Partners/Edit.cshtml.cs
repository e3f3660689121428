using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>Changes what the register says of a partner.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class EditModel(DeskServices services, PartnerService partners) : KeepingModel(services, partners)
{
    public PartnerForm Form { get; private set; } = null!;

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await OpenAsync(slug)) return NotFound();
        Form = PartnerForm.Of(Kept.Item, Office, Errors);
        ShowAs(Texts["desk.edit-title"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] int version, [FromForm] string? reason)
    {
        if (!await OpenAsync(slug)) return NotFound();
        Form = PartnerForm.Of(Request.Form, Office, Errors);
        Reason = reason;
        ShowAs(Texts["desk.edit-title"]);
        return await SaveAsync(version, Form.On, reason, path => path.StartsWith("names", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal) ? "names." + Office.Languages[0] : path.Split('[')[0])
            ?? await DoneAsync(Links.Partner(slug), Texts["form.saved"]);
    }
}
