using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Programmes;
using Tessera.Planning.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>Makes an activity a programme of the region's season, or takes it out of it.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class CoordinationModel(DeskServices services, ActivityService activities, SeasonQueries seasons) : KeepingActivityModel(services, activities)
{
    public CoordinationForm Form { get; private set; } = null!;

    /// <summary>What stands in its way as it is kept, the heaviest first, with what others it concerns.</summary>
    public IReadOnlyList<ConflictReason> Conflicts { get; private set; } = [];

    public BoardSentences Say { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = CoordinationForm.Of(Kept.Item.Coordination, Office.Languages, await seasons.OrganisersAsync(Office, HttpContext.RequestAborted), Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = CoordinationForm.Of(Request.Form, Office.Languages, await seasons.OrganisersAsync(Office, HttpContext.RequestAborted), Errors);
        var said = FormTexts.OrNull(Form.Organiser) is { } organiser ? Form.Item(organiser, Language, Texts) : null;
        return await SaveAsync(version, a => a with { Coordination = said }, null, p => CoordinationForm.Field(p) ?? "") ?? await DoneAsync(Links.Activity(key), Texts["form.saved"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["fields.coordination"]);
        if (!await OpenAsync(key)) return false;
        if (Kept.Item.Coordination is null || ActivityTime.Read(Kept.Item.StatedTime())?.First is not { } dates) return true;
        var season = await seasons.ReadAsync(Office, new SeasonSpan(dates.FirstDay.AddDays(-1), dates.LastDay.AddDays(1)), HttpContext.RequestAborted);
        Say = new BoardSentences(season, null, Texts, Display);
        Conflicts = [.. season.Conflicts.OrderByDescending(c => c.Weight).Select(season.Reason).Where(r => r.First == key || r.Second == key)];
        return true;
    }
}
