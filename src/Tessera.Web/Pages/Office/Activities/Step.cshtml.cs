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

/// <summary>Takes an activity a step further: confirms it, records what came of it, puts it off, calls it off, plans it again.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class StepModel(DeskServices services, ActivityService activities) : KeepingActivityModel(services, activities)
{
    public ActivityStep Step { get; private set; }

    public LocalText Why { get; private set; } = LocalText.Empty;

    public LocalText Outcome { get; private set; } = LocalText.Empty;

    public IReadOnlyList<FigureLine> Figures { get; private set; } = [];

    /// <summary>Why the step may not be taken, before anything was typed.</summary>
    public string? WhyNot { get; private set; }

    protected override bool ShowsDifferences => false;

    public async Task<IActionResult> OnGetAsync(string key, string? step)
    {
        if (!await OpenAsync(key)) return NotFound();
        Step = Words<ActivityStep>.TryParse(step, out var asked) ? asked : ActivityLife.From(Words<ActivityStatus>.Parse(Kept.Item.Status))[0];
        Outcome = Kept.Item.Outcome;
        Figures = FigureLines.ToCount(Kept.Item.Figures, Texts, Display);
        WhyNot = Activities.WhyNot(Kept.Item, Step);
        ShowAs(Texts.Of(Step));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version, [FromForm(Name = "step")] string taken)
    {
        if (!await OpenAsync(key) || !Words<ActivityStep>.TryParse(taken, out var step)) return NotFound();
        Step = step;
        ShowAs(Texts.Of(Step));
        (Why, Outcome) = (FormTexts.Local(Request.Form, "reason"), FormTexts.Local(Request.Form, "outcome"));
        var asked = FigureLines.ToCount(Kept.Item.Figures, Texts, Display);
        Figures = [.. FigureLines.Of(Request.Form).Select((line, i) => line with { Expected = asked.ElementAtOrDefault(i)?.Expected })];
        var counted = FigureLines.Read(Figures, expected: false, Texts, Errors);
        if (Errors.Any) return Refused();
        var stepping = new ActivityStepping(Step, Why, Outcome, counted);
        var result = await Activities.StepAsync(Office, key, version, stepping, new Edit(Person.Author), HttpContext.RequestAborted);
        return Answer(result, a => a, p => p is "outcome" or "reason" ? $"{p}.{Office.Languages[0]}" : p.StartsWith("figures", StringComparison.Ordinal) ? "value-0" : "") ?? await DoneAsync(Links.Activity(key), Texts["step.recorded"]);
    }
}
