using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office;

/// <summary>A page that changes a partner or something of it.</summary>
public abstract class KeepingModel(DeskServices services, PartnerService partners) : KeepingItemModel<PartnerItem, KeptPartner>(services, OfficeDifference.Between)
{
    protected PartnerService Partners => partners;

    /// <summary>Takes the partner out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string slug) => Open(await partners.FindAsync(Office, slug, HttpContext.RequestAborted));

    /// <summary>Saves; null when it is done, else the page again with what stands against it.</summary>
    protected async Task<IActionResult?> SaveAsync(int version, Func<PartnerItem, PartnerItem> change, string? reason, Func<string, string>? fieldOf = null)
    {
        if (Errors.Any) return Refused();
        var result = await partners.ChangeAsync(Office, Kept.Item.Key, version, change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted);
        return Answer(result, change, fieldOf ?? (path => path.Split('[')[0]));
    }
}
