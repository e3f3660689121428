using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Library;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>A publication at the desk, as readers see it or would see it.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ItemModel(DeskServices services, PublicationService library, PublicationQueries queries) : KeepingPublicationModel(services, library)
{
    public PublicationPage Whole { get; private set; } = null!;

    protected override bool ShowsDifferences => false;

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] int version)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        return Answer(await Library.RemoveAsync(Office, key, version, new Edit(Person.Author), HttpContext.RequestAborted), p => p) ?? await DoneAsync(Links.Library, Texts["library.removed"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key) || await queries.FindAsync(Office, key, publicOnly: false, HttpContext.RequestAborted) is not { } whole) return false;
        Whole = whole;
        ShowAs(Display.Text(whole.Row.Title)?.Text ?? key);
        return true;
    }
}
