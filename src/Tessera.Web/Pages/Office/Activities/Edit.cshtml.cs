using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Changes what is said of an activity; how far it has come is told by steps.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class EditModel(DeskServices services, ActivityService activities, ActivityQueries queries) : KeepingActivityModel(services, activities)
{
    public ActivityForm Form { get; private set; } = null!;

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = ActivityForm.Of(Kept.Item, Office, await queries.ChoicesAsync(Office, Kept.Item.Place?.Authority, HttpContext.RequestAborted), Language, Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version, [FromForm] string? reason)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = ActivityForm.Of(Request.Form, Office, await queries.ChoicesAsync(Office, Kept.Item.Place?.Authority, HttpContext.RequestAborted), Errors);
        Reason = reason;
        _ = Form.On(Kept.Item, Language, Texts);
        return await SaveAsync(version, a => Form.On(a, Language, Texts), reason, p => ActivityForm.Field(p) is "title" ? "title." + Office.Languages[0] : ActivityForm.Field(p)) ?? await DoneAsync(Links.Activity(key), Texts["form.saved"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["activity.edit"]);
        return await OpenAsync(key);
    }
}
