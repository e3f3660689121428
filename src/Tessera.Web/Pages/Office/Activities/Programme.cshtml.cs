using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>An item of the programme as it stands in the form.</summary>
public sealed record ProgrammeLine(string Start, string End, LocalText What, LocalText Place, string Interpreter)
{
    /// <summary>A line in which nothing stands is left out.</summary>
    public bool IsEmpty => Start.Length + End.Length + Interpreter.Length == 0 && What.IsEmpty && Place.IsEmpty;
}

/// <summary>The programme by the hour.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ProgrammeModel(DeskServices services, ActivityService activities) : KeepingActivityModel(services, activities)
{
    private const int MoreLines = 3;

    public IReadOnlyList<ProgrammeLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Lines = WithMore(Kept.Item.Programme.Select(p => new ProgrammeLine(TimeInput.Of(p.Start), TimeInput.Of(p.End), p.What, p.Place, p.Interpreter ?? "")));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version)
    {
        if (!await ReadAsync(key)) return NotFound();
        var typed = FormTexts.Rows(Request.Form, "start").Select(i => new ProgrammeLine(
            Request.Form["start" + i].ToString(), Request.Form["end" + i].ToString(), FormTexts.Local(Request.Form, "what" + i), FormTexts.Local(Request.Form, "place" + i), Request.Form["interpreter" + i].ToString())).Where(l => !l.IsEmpty).ToList();
        Lines = WithMore(typed);
        List<ProgrammeItem> items = [.. typed.Select((line, i) => Item(line, i)).OrderBy(p => p.Start, StringComparer.Ordinal)];
        return await SaveAsync(version, a => a with { Programme = items }, null, Field) ?? await DoneAsync(Links.Activity(key), Texts["form.saved"]);
    }

    private ProgrammeItem Item(ProgrammeLine line, int at)
    {
        var start = TimeInput.Exact(line.Start, FormattableString.Invariant($"start-{at}"), Language, Texts, Errors);
        if (start is null && line.Start.Length == 0) Errors.Add(FormattableString.Invariant($"start-{at}"), Texts["refusal.activity.time-unreadable"]);
        return new ProgrammeItem
        {
            Start = start ?? "",
            End = TimeInput.Exact(line.End, FormattableString.Invariant($"end-{at}"), Language, Texts, Errors),
            What = line.What,
            Place = line.Place,
            Interpreter = FormTexts.OrNull(line.Interpreter),
        };
    }

    /// <summary>The line that a finding is about: items are in the order of their beginning.</summary>
    private string Field(string path)
    {
        if (!path.StartsWith("programme[", StringComparison.Ordinal)) return "";
        var (sorted, member) = (int.Parse(path["programme[".Length..path.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture), path[(path.IndexOf(']', StringComparison.Ordinal) + 2)..]);
        var order = Lines.Where(l => !l.IsEmpty).Select((l, i) => (Start: TimeInput.Exact(l.Start, "", Language, Texts, new FormErrors()) ?? "", i)).OrderBy(l => l.Start, StringComparer.Ordinal).Select(l => l.i).ToList();
        var parts = member.Split('.', 2);
        return FormattableString.Invariant($"{parts[0]}-{order[sorted]}") + (parts.Length > 1 ? "." + parts[1] : parts[0] == "what" ? "." + Office.Languages[0] : "");
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["activity.programme"]);
        return await OpenAsync(key);
    }

    private static List<ProgrammeLine> WithMore(IEnumerable<ProgrammeLine> lines) => [.. lines, .. Enumerable.Repeat(new ProgrammeLine("", "", LocalText.Empty, LocalText.Empty, ""), MoreLines)];
}
