using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>What activities were expected to bring beside what came of them, as a table and as files.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class FiguresModel(DeskServices services, FigureQueries figures, PublicAddress address) : DeskPageModel(services)
{
    public IReadOnlyList<(ActivityBrief Activity, IReadOnlyList<ComparedFigure> Figures)> Activities { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Activities = await figures.AllAsync(Office, HttpContext.RequestAborted);
        ShowAs(Texts["figures.heading"]);
    }

    /// <summary>The table as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? ending)
    {
        await OnGetAsync();
        return TableFile.Of(Table(), ending, $"{Office.Slug}-figures", "figures", Office.Name) is { } file ? file : NotFound();
    }

    private Table Table()
    {
        TableColumn[] columns =
        [
            new("title", Texts["calendar.what"]), new("kind", Texts["fields.kind"]), new("status", Texts["fields.status"]), new("start", Texts["fields.start"]), new("when", Texts["calendar.when"]),
            new("figure", Texts["figures.figure"]), new("unit", Texts["fields.unit"]), new("expected", Texts["fields.expected"], ColumnKind.Number), new("counted", Texts["figures.counted"], ColumnKind.Number),
            new("share", Texts["figures.share"], ColumnKind.Number), new("page", Texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = Activities.SelectMany(a => a.Figures.Select(f => (IReadOnlyList<object?>)
        [
            Display.Text(a.Activity.Title)?.Text, Words<ActivityKind>.Write(a.Activity.Kind), Words<ActivityStatus>.Write(a.Activity.Status), a.Activity.Time.Stated.Start ?? a.Activity.Time.Stated.When?.ToString(),
            WhenText.Of(a.Activity.Time, Texts), Words<FigureKind>.Write(f.Kind), Words<FigureUnit>.Write(f.Unit), f.Expected, f.Counted, f.Share is { } share ? Math.Round(share, 3) : null, address.Of(Links.Activity(a.Activity.Key)),
        ]));
        return new Table(Texts["figures.heading"], columns, [.. rows.Take(ActivityQueries.MostOccurrences)], [Display.Text(Office.Name)?.Text ?? Office.Slug, address.Of(Links.Figures), Texts.With("site.last-updated", ("date", Display.Moment(Office.UpdatedAt)))]);
    }
}
