using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>The plans that move programmes out of each other's way, and the order for a new one.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class PlansModel(DeskServices services, SeasonQueries seasons, PlanService plans, PlanQueries queries) : DeskPageModel(services)
{
    public IReadOnlyList<PlanBrief> Plans { get; private set; } = [];

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var span = await seasons.ComingAsync(Office, Day, HttpContext.RequestAborted);
        (From, To) = (BoardFilter.Text(span.First)!, BoardFilter.Text(span.Last)!);
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? from, [FromForm] string? to)
    {
        (From, To) = (from ?? "", to ?? "");
        await ReadAsync();
        if (ActivityTime.DayOf(From) is not { } first) Errors.Add("from", Texts["refusal." + ActivityRefusal.TimeUnreadable]);
        else if (ActivityTime.DayOf(To) is not { } last || !new SeasonSpan(first, last).IsFit) Errors.Add("to", Texts["refusal." + CoordinationRefusal.WindowWrong]);
        else
        {
            var result = await plans.MakeAsync(Office, new SeasonSpan(first, last), Person.Author, HttpContext.RequestAborted);
            if (result.Plan is { } id) return await DoneAsync(Links.Plan(id));
            foreach (var finding in result.Findings) Errors.Add("to", Refusals.Sentence(finding, Texts));
        }

        return Refused();
    }

    private async Task ReadAsync()
    {
        Plans = await queries.ListAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["board.harmonise"]);
    }
}
