using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Interchange.Tables;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.History;

/// <summary>A line of the extract: number, moment, from whom, short description.</summary>
public sealed record JournalLine(string Number, DateTimeOffset At, string Who, string What);

/// <summary>An extract of the register's history for a period, as a public register of documents asks for it (OSL 5:2): to be read, printed, downloaded.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class JournalModel(DeskServices services, HistoryService history) : DeskPageModel(services)
{
    private const int Most = 20_000;

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    /// <summary>The same period as a table.</summary>
    public string Csv => string.Create(CultureInfo.InvariantCulture, $"{Links.Journal}?handler=Csv&from={From:yyyy-MM-dd}&until={Until:yyyy-MM-dd}");

    public Task OnGetAsync(DateOnly? from, DateOnly? until) => ReadAsync(from, until);

    public async Task<IActionResult> OnGetCsvAsync(DateOnly? from, DateOnly? until)
    {
        await ReadAsync(from, until);
        TableColumn[] columns = [new("number", Texts["journal.number"]), new("date", Texts["journal.date"]), new("from", Texts["journal.who"]), new("description", Texts["journal.what"])];
        var table = new Table(Texts["journal.heading"], columns, [.. Lines.Select(l => (IReadOnlyList<object?>)[l.Number, Display.Time(l.At), l.Who, l.What])], []);
        return File(CsvTable.Write(table), "text/csv; charset=utf-8", $"{Office.Slug}-journal.csv");
    }

    private async Task ReadAsync(DateOnly? from, DateOnly? until)
    {
        (From, Until) = (from is { Year: >= PartialDate.FirstYear } begun ? begun : new DateOnly(Day.Year, 1, 1), until is { Year: >= PartialDate.FirstYear } ended ? ended : Day);
        var entries = await history.ReadAsync(Office, new HistoryFilter(From: From, Until: Until), Most, HttpContext.RequestAborted);
        Lines = [.. entries.Reverse().Select((e, i) => new JournalLine(string.Create(CultureInfo.InvariantCulture, $"{e.At.Year}-{i + 1}"), e.At, e.Author, What(e)))];
        ShowAs(Texts["journal.heading"]);
    }

    private string What(HistoryEntry entry)
    {
        var name = entry.Names.IsEmpty ? entry.Key : Display.Text(entry.Names)?.Text;
        var fields = entry.Fields.Count == 0 ? "" : ": " + string.Join(", ", entry.Fields.Select(f => FieldNames.Of(f.Field, Texts)));
        return $"{Texts.Heading("changes.subject-" + entry.Subject)} {name} – {Texts["history.kind-" + Interchange.Offices.Words<ChangeKind>.Write(entry.Kind)]}{fields}";
    }
}
