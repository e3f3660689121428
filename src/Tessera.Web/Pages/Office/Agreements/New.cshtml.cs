using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Agreements;

/// <summary>Adds an agreement to a partner.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, PartnerService partners, AgreementQueries queries) : KeepingModel(services, partners)
{
    public AgreementForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await OpenAsync(slug)) return NotFound();
        Form = AgreementForm.Of((AgreementItem?)null, Office, Language, Errors);
        ShowAs(Texts["desk.agreement-add"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] int version)
    {
        if (!await OpenAsync(slug)) return NotFound();
        Form = AgreementForm.Of(Request.Form, Office, Errors);
        ShowAs(Texts["desk.agreement-add"]);
        var taken = await queries.KeysAsync(Office, HttpContext.RequestAborted);
        var key = Keys.Of($"{slug} {Form.Kind}", "agreement", taken.Contains);
        var agreement = Form.On(new AgreementItem { Key = key, Kind = "", Source = Kept.Item.Source }, Language, Texts);
        return await SaveAsync(version, p => p with { Agreements = [.. p.Agreements, agreement] }, null, EditModel.Field) ?? await DoneAsync(Links.Agreement(key), Texts["desk.agreement-added"]);
    }
}
