using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A page that changes an activity.</summary>
public abstract class KeepingActivityModel(DeskServices services, ActivityService activities) : KeepingItemModel<ActivityItem, KeptActivity>(services, OfficeDifference.Between)
{
    protected ActivityService Activities => activities;

    /// <summary>Takes the activity out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string key) => Open(await activities.FindAsync(Office, key, HttpContext.RequestAborted));

    /// <summary>Saves; null when it is done, else the page again with what stands against it.</summary>
    protected async Task<IActionResult?> SaveAsync(int version, Func<ActivityItem, ActivityItem> change, string? reason, Func<string, string> fieldOf)
    {
        if (Errors.Any) return Refused();
        return Answer(await activities.ChangeAsync(Office, Kept.Item.Key, version, change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted), change, fieldOf);
    }
}
