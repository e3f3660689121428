using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Plans a new activity.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, ActivityService activities, ActivityQueries queries) : DeskPageModel(services)
{
    public ActivityForm Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Form = ActivityForm.Of(null, Office, await queries.ChoicesAsync(Office, null, HttpContext.RequestAborted), Language, Errors);
        ShowAs(Texts["activity.new"]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form = ActivityForm.Of(Request.Form, Office, await queries.ChoicesAsync(Office, Request.Form["authority"], HttpContext.RequestAborted), Errors);
        ShowAs(Texts["activity.new"]);
        var item = Form.On(new ActivityItem { Key = "", Kind = "", Status = Words<ActivityStatus>.Write(ActivityStatus.Planned), Title = LocalText.Empty, Source = "" }, Language, Texts);
        if (Errors.Any) return Refused();
        var (result, key) = await activities.AddAsync(Office, item, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var finding in result.Findings) Errors.Add(TitleField(ActivityForm.Field(finding.Path)), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.Activity(key), Texts["activity.added"]);
    }

    /// <summary>A missing title is asked for in the office's first language.</summary>
    private string TitleField(string field) => field == "title" ? "title." + Office.Languages[0] : field;
}
