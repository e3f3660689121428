using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A page that changes an activity.</summary>
public abstract class KeepingActivityModel(DeskServices services, ActivityService activities) : DeskPageModel(services)
{
    /// <summary>The activity as it is kept.</summary>
    public KeptActivity Kept { get; private set; } = null!;

    /// <summary>The version that the form was opened with; after somebody else's change the new one, so that saving again is a choice.</summary>
    public int Version { get; private set; }

    /// <summary>What somebody else has saved meanwhile, against what was typed here.</summary>
    public IReadOnlyList<OfficeChange> Meanwhile { get; private set; } = [];

    protected ActivityService Activities => activities;

    /// <summary>Takes the activity out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string key)
    {
        if (await activities.FindAsync(Office, key, HttpContext.RequestAborted) is not { } kept) return false;
        (Kept, Version) = (kept, kept.Version);
        return true;
    }

    /// <summary>Saves; null when it is done, else the page again with what stands against it.</summary>
    protected async Task<IActionResult?> SaveAsync(int version, Func<ActivityItem, ActivityItem> change, string? reason, Func<string, string> fieldOf)
    {
        if (Errors.Any) return Refused();
        return Answer(await activities.ChangeAsync(Office, Kept.Item.Key, version, change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted), change, fieldOf);
    }

    /// <summary>Null when it is done, else the page again with what stands against it.</summary>
    protected IActionResult? Answer(ActivityResult result, Func<ActivityItem, ActivityItem> change, Func<string, string> fieldOf)
    {
        if (result.IsDone) return null;
        if (result.Meanwhile is { } meanwhile)
        {
            (Kept, Version) = (meanwhile, meanwhile.Version);
            Meanwhile = OfficeDifference.Between(meanwhile.Item, change(meanwhile.Item));
            Errors.Add("", Texts["desk.meanwhile"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var finding in result.Findings) Errors.Add(fieldOf(finding.Path), Refusals.Sentence(finding, Texts));
        return Refused();
    }
}
