using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Readings;

/// <summary>The tables of a reading as its page and the page of its columns show them.</summary>
/// <param name="CanChange">May the reader say something else, and read again?</param>
public sealed record TablesShown(OfficeView Office, Guid Reading, IReadOnlyList<TableMapping> Tables, bool CanChange, Func<Guid> NewFormId)
{
    /// <summary>Tables that are shown; a page may have hundreds.</summary>
    private const int Most = 12;

    /// <summary>Those that are shown, the widest of a page with very many.</summary>
    public IReadOnlyList<TableMapping> Shown => Tables.Count <= Most ? Tables : [.. Tables.OrderByDescending(t => t.Columns.Count).ThenBy(t => t.Table).Take(Most).OrderBy(t => t.Table)];

    /// <summary>The name of a column's field in the form.</summary>
    public static string Field(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");

    /// <summary>Why a column was matched, in words.</summary>
    public static string Why(ColumnMatch column, TableMapping table, Texts texts, Display display) => column.Reason switch
    {
        ColumnReason.Told => texts.With("read.column-told", ("date", table.ToldAt is { } at ? display.Moment(at) : "–")),
        ColumnReason.Exact or ColumnReason.Inflected or ColumnReason.Part when column.Language is null => texts["read.column-international"],
        var reason => texts.With("read.column-" + Interchange.Offices.Words<ColumnReason>.Write(reason), ("language", column.Language is { } language ? display.Language(language) : "")),
    };
}

/// <summary>Says what the columns of a table hold, has the file read again, and is remembered for the next one; or forgets it.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ColumnsModel(DeskServices services, ReadingService readings) : DeskPageModel(services)
{
    public ReadingPage Reading { get; private set; } = null!;

    public TablesShown Tables => new(Office, Reading.Card.Id, Reading.Tables, Reading.Card.UndoneAt is null, () => Guid.CreateVersion7(Services.Time.GetUtcNow()));

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] int table)
    {
        if (!await OpenAsync(id)) return NotFound();
        var columns = Reading.Tables.FirstOrDefault(t => t.Table == table)?.Columns ?? [];
        var fields = columns.ToDictionary(c => c.Column, c => Request.Form[TablesShown.Field(c.Column)].ToString());
        foreach (var (column, field) in fields.Where(f => f.Value.Length > 0 && !ColumnFields.Has(f.Value))) Errors.Add(TablesShown.Field(column), Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        var read = await readings.ReadAgainAsync(Office, id, table, fields, Person.Author, HttpContext.RequestAborted);
        if (read.Id is { } again) return await DoneAsync(Links.Reading(again), Texts["read.columns-done"]);
        Errors.Add("", Texts[read.Refusal!]);
        return Refused();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, [FromQuery] string key)
    {
        await readings.ForgetAsync(Office, key, HttpContext.RequestAborted);
        return await DoneAsync(id == Guid.Empty ? Links.Readings : Links.Reading(id), Texts["read.columns-forgotten"]);
    }

    private async Task<bool> OpenAsync(Guid id)
    {
        if (await readings.FindAsync(Office, id, HttpContext.RequestAborted) is not { } reading) return false;
        Reading = reading;
        ShowAs(reading.Card.Title);
        return true;
    }
}
