using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A calendar file against what is there: what is ticked of it is taken over, and that is undone as one.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ImportReviewModel(DeskServices services, CalendarImportService imports) : DeskPageModel(services)
{
    private const int MostNamed = 8;

    private IReadOnlyCollection<string>? _ticked;

    public CalendarImportView View { get; private set; } = null!;

    public string Kind { get; private set; } = Words<ActivityKind>.Write(ActivityKind.Event);

    public bool Public { get; private set; }

    /// <summary>Is there anything to be taken?</summary>
    public bool CanTake => View.Entries.Any(e => e.State is EntryState.New or EntryState.Changed);

    /// <summary>Is the entry ticked? At first what is new or differs is.</summary>
    public bool IsTicked(EntryPreview entry) => _ticked?.Contains(entry.Uid) ?? true;

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string[]? uids, [FromForm] string? kind, [FromForm(Name = "public")] bool isPublic)
    {
        if (!await ReadAsync(id)) return NotFound();
        (_ticked, Kind, Public) = (uids ?? [], kind ?? Kind, isPublic);
        if (_ticked.Count == 0) Errors.Add("uids", Texts["import.choose"]);
        if (!Words<ActivityKind>.TryParse(Kind, out var chosen)) Errors.Add("kind", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        if (await imports.TakeAsync(Office, id, new CalendarTake(_ticked, chosen, isPublic), Person.Author, HttpContext.RequestAborted) is not { } taken) return await DoneAsync(Links.CalendarImport(id));
        var notice = Texts.With("import.taken", ("came", Display.Number(taken.Came)), ("changed", Display.Number(taken.Changed)), ("went", Display.Number(taken.Went)));
        return await DoneAsync(Links.CalendarImport(id), taken.Refused.Count == 0 ? notice : $"{notice} {Texts.With("import.taken-not", ("titles", Named(taken.Refused.Select(r => $"{r.Title} ({Refusals.Sentence(r.WhyNot, Texts)})"))))}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        if (await imports.UndoAsync(Office, id, Person.Author, HttpContext.RequestAborted) is not { } undone) return await DoneAsync(Links.CalendarImport(id));
        var notice = Texts["import.undone", undone.Undone];
        return await DoneAsync(Links.CalendarImport(id), undone.Left.Count == 0 ? notice : $"{notice} {Texts.With("import.left", ("titles", Named(undone.Left.Select(t => Display.Text(t)?.Text))))}");
    }

    /// <summary>The first of them: what is told goes along in a cookie, which holds only so much.</summary>
    private static string Named(IEnumerable<string?> all) => string.Join("; ", all.Take(MostNamed + 1).Select((t, i) => i == MostNamed ? "…" : t));

    private async Task<bool> ReadAsync(Guid id)
    {
        if (await imports.FindAsync(Office, id, HttpContext.RequestAborted) is not { } view) return false;
        View = view;
        ShowAs(Texts.With("import.file-of", ("title", view.Card.Title)));
        return true;
    }
}
