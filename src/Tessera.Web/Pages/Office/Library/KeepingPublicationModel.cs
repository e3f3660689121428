using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Library;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>A page that changes a publication.</summary>
public abstract class KeepingPublicationModel(DeskServices services, PublicationService library) : KeepingItemModel<PublicationItem, KeptPublication>(services, OfficeDifference.Between)
{
    protected PublicationService Library => library;

    /// <summary>Takes the item out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string key) => Open(await library.FindAsync(Office, key, HttpContext.RequestAborted));

    /// <summary>Null when it is done, else the page again with what stands against it.</summary>
    protected IActionResult? Answer(PublicationResult result, Func<PublicationItem, PublicationItem> change) => Answer(result, change, path => PublicationForm.Field(path, Office.Languages[0]));
}
