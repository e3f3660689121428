using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Library;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>Changes a publication, and whether everybody sees it.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class EditModel(DeskServices services, PublicationService library, PublicationQueries queries) : KeepingPublicationModel(services, library)
{
    public PublicationForm Form { get; private set; } = null!;

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = PublicationForm.Of(Kept.Item, Office, await ChoicesAsync(), Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version, [FromForm] string? reason)
    {
        if (!await ReadAsync(key)) return NotFound();
        (Form, Reason) = (PublicationForm.Of(Request.Form, Office, await ChoicesAsync(), Errors), reason);
        var said = Form.On(Kept.Item, Texts);
        if (Errors.Any) return Refused();
        PublicationItem Change(PublicationItem item) => said with { Key = item.Key, Source = item.Source };
        var result = await Library.ChangeAsync(Office, key, version, Change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted);
        return Answer(result, Change) ?? await DoneAsync(Links.Publication(key), Texts["form.saved"]);
    }

    private Task<IReadOnlyList<CitingActivity>> ChoicesAsync() => queries.ActivitiesAsync(Office, Kept.Item.Activities, HttpContext.RequestAborted);

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["library.edit"]);
        return await OpenAsync(key);
    }
}
