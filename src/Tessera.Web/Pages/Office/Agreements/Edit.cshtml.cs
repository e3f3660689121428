using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>Changes what the register says of an agreement; its life is told by steps.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class EditModel(DeskServices services, PartnerService partners) : KeepingModel(services, partners)
{
    public AgreementForm Form { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>The field of the form that a finding is about.</summary>
    public static string Field(string path) => path.Split('.') switch
    {
        [_, "dates", ..] or [_, var _, "dates", ..] => "date",
        [_, "theirs", var field, ..] => "their" + char.ToUpperInvariant(field[0]) + field[1..],
        [_, var field, ..] => field.Split('[')[0] == "dates" ? "date" : field.Split('[')[0],
        _ => path,
    };

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = AgreementForm.Of(Kept.Item.Agreements.Single(a => a.Key == key), Office, Language, Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version, [FromForm] string? reason)
    {
        if (!await ReadAsync(key)) return NotFound();
        (Form, Reason) = (AgreementForm.Of(Request.Form, Office, Errors), reason);
        _ = Form.On(Kept.Item.Agreements.Single(a => a.Key == key), Language, Texts);
        return await SaveAsync(version, p => p with { Agreements = [.. p.Agreements.Select(a => a.Key == key ? Form.On(a, Language, Texts) : a)] }, reason, Field)
            ?? await DoneAsync(Links.Agreement(key), Texts["form.saved"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        Key = key;
        ShowAs(Texts["desk.agreement-edit"]);
        return await Partners.PartnerOfAsync(Office, key, HttpContext.RequestAborted) is { } slug && await OpenAsync(slug);
    }
}
