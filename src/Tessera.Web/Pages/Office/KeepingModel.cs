using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office;

/// <summary>A page that changes a partner or something of it.</summary>
public abstract class KeepingModel(DeskServices services, PartnerService partners) : DeskPageModel(services)
{
    /// <summary>The partner as it is kept.</summary>
    public KeptPartner Kept { get; private set; } = null!;

    /// <summary>The version that the form was opened with; after somebody else's change the new one, so that saving again is a choice.</summary>
    public int Version { get; private set; }

    /// <summary>What somebody else has saved meanwhile, against what was typed here.</summary>
    public IReadOnlyList<OfficeChange> Meanwhile { get; private set; } = [];

    protected PartnerService Partners => partners;

    /// <summary>Takes the partner out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string slug)
    {
        if (await partners.FindAsync(Office, slug, HttpContext.RequestAborted) is not { } kept) return false;
        (Kept, Version) = (kept, kept.Version);
        return true;
    }

    /// <summary>Saves; null when it is done, else the page again with what stands against it.</summary>
    protected async Task<IActionResult?> SaveAsync(int version, Func<PartnerItem, PartnerItem> change, string? reason, Func<string, string>? fieldOf = null)
    {
        if (Errors.Any) return Refused();
        var result = await partners.ChangeAsync(Office, Kept.Item.Key, version, change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted);
        if (result.IsDone) return null;
        if (result.Meanwhile is { } meanwhile)
        {
            (Kept, Version) = (meanwhile, meanwhile.Version);
            Meanwhile = OfficeDifference.Between(meanwhile.Item, change(meanwhile.Item));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var finding in result.Findings) Errors.Add(fieldOf?.Invoke(finding.Path) ?? finding.Path.Split('[')[0], Refusals.Sentence(finding, Texts));
        return Refused();
    }
}
