using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tessera.Interchange.Tables;

/// <summary>
/// Writes a list as an Office Open XML workbook: headings in the reader's language, bold, frozen and with filters; numbers as numbers; a second sheet that
/// says where the list comes from. Texts are inline strings, never formulas.
/// </summary>
public static class XlsxTable
{
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const int WidestColumn = 60;

    /// <summary>Writes the whole list.</summary>
    public static byte[] Write(Table table)
    {
        using var target = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            Add(workbook, 1, SheetName(table.Title), ListSheet(table));
            Add(workbook, 2, "Info", AboutSheet(table.About));
            workbook.Workbook.Save();
        }

        return target.ToArray();
    }

    private static void Add(WorkbookPart workbook, uint number, string name, Worksheet content)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
        workbook.AddNewPart<WorksheetPart>(id).Worksheet = content;
        workbook.Workbook.Sheets!.Append(new Sheet { Id = id, SheetId = number, Name = name });
    }

    private static Worksheet ListSheet(Table table)
    {
        var rows = new SheetData(Row(1, table.Columns.Select(c => (object?)c.Heading), Bold));
        var number = 1u;
        foreach (var row in table.Rows) rows.Append(Row(++number, row, Plain));
        var area = string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName(table.Columns.Count - 1)}{table.Rows.Count + 1}");
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        return new Worksheet(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }), Widths(table), rows, new AutoFilter { Reference = area });
    }

    private static Worksheet AboutSheet(IReadOnlyList<string> lines) =>
        new(new SheetData(lines.Select((line, i) => Row((uint)i + 1, [line], Plain))));

    private static Columns Widths(Table table) => new(table.Columns.Select((column, i) => new Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        CustomWidth = true,
        Width = Math.Min(WidestColumn, 3 + table.Rows.Select(r => CsvTable.Text(r[i]).Length).Append(column.Heading.Length).Max()),
    }));

    private static Row Row(uint number, IEnumerable<object?> values, uint style) => new(values.Select((value, i) => Cell(value, i, number, style)).Where(c => c is not null).Select(c => c!)) { RowIndex = number };

    private static Cell? Cell(object? value, int column, uint row, uint style)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");
        return value switch
        {
            null or "" => null,
            decimal number => new Cell(new CellValue(number)) { CellReference = reference, StyleIndex = style, DataType = CellValues.Number },
            _ => new Cell(new InlineString(new Text(Allowed(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = reference, StyleIndex = style, DataType = CellValues.InlineString },
        };
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat { FontId = 0 }, new CellFormat { FontId = 1, ApplyFont = true }));

    /// <summary>A sheet's name: at most 31 letters, none of those that Excel keeps for itself.</summary>
    private static string SheetName(string title)
    {
        var name = new string([.. title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))]);
        return name.Length switch { 0 => "1", > 31 => name[..31], _ => name };
    }

    private static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>XML 1.0 has no place for control characters and broken surrogates.</summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not 0xFFFE and not 0xFFFF)) allowed.Append(rune.ToString());
        }

        return allowed.ToString();
    }
}
