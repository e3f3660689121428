using Microsoft.AspNetCore.Mvc;
using Tessera.Features;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office;

/// <summary>A page that changes a record which others may be changing too.</summary>
/// <param name="differences">What the second state changes of the first.</param>
public abstract class KeepingItemModel<TItem, TKept>(DeskServices services, Func<TItem, TItem, IReadOnlyList<OfficeChange>> differences) : DeskPageModel(services)
    where TKept : class, IKept<TItem>
{
    /// <summary>The record as it is kept.</summary>
    public TKept Kept { get; private set; } = null!;

    /// <summary>The version that the form was opened with; after somebody else's change the new one, so that saving again is a choice.</summary>
    public int Version { get; private set; }

    /// <summary>What somebody else has saved meanwhile, against what was typed here.</summary>
    public IReadOnlyList<OfficeChange> Meanwhile { get; private set; } = [];

    /// <summary>Has the page a table of what differs? Else it says in a sentence that somebody has saved meanwhile.</summary>
    protected virtual bool ShowsDifferences => true;

    /// <summary>Takes the record out; false when there is none.</summary>
    protected bool Open(TKept? kept)
    {
        if (kept is null) return false;
        (Kept, Version) = (kept, kept.Version);
        return true;
    }

    /// <summary>Null when it is done, else the page again with what stands against it.</summary>
    protected IActionResult? Answer(KeepingResult<TKept> result, Func<TItem, TItem> change, Func<string, string> fieldOf)
    {
        if (result.IsDone) return null;
        if (result.Meanwhile is { } meanwhile)
        {
            Open(meanwhile);
            Meanwhile = differences(meanwhile.Item, change(meanwhile.Item));
            if (!ShowsDifferences || Meanwhile.Count == 0) Errors.Add("", Texts["desk.meanwhile"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var finding in result.Findings) Errors.Add(fieldOf(finding.Path), Refusals.Sentence(finding, Texts));
        return Refused();
    }
}
