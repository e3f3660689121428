using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tessera.Interchange.Tables;
using Xunit;
using Table = Tessera.Interchange.Tables.Table;

namespace Tessera.Interchange.Tests.Tables;

public sealed class TablesTests
{
    private static readonly Table Sample = new(
        "Partnerek / [Zala]: 2026", [new("number", "Szám", ColumnKind.Number), new("name", "Név"), new("page", "Oldal", ColumnKind.Link)],
        [[1m, "Jász-Nagykun-Szolnok, \"megye\"", "https://example.org/a"], [2.5m, "=HYPERLINK(\"http://evil\")", null], [null, "két\nsor\u0001 宁夏", "@x"]], ["Forrás: …"]);

    [Fact]
    public void Csv_OfTexts_QuotesThemAndDisarmsFormulas()
    {
        var bytes = CsvTable.Write(Sample);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("number,name,page\r\n1,\"Jász-Nagykun-Szolnok, \"\"megye\"\"\",https://example.org/a\r\n2.5,", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("'@x", text, StringComparison.Ordinal);
        Assert.Contains("\"két\nsor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Xlsx_OfTheSame_IsValidAndSaysTheSame()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxTable.Write(Sample)), isEditable: false);
        var errors = new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        var workbook = document.WorkbookPart!;
        var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().First().Id!);
        var cells = sheet.Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => (c.InnerText, c.DataType!.Value));
        Assert.Equal(("Név", CellValues.InlineString), cells["B1"]);
        Assert.Equal(("2.5", CellValues.Number), cells["A3"]);
        Assert.Equal("=HYPERLINK(\"http://evil\")", cells["B3"].InnerText);
        Assert.Empty(sheet.Worksheet.Descendants<CellFormula>());
        Assert.Equal("két\nsor 宁夏", cells["B4"].InnerText);
    }

    [Fact]
    public void Xlsx_OfNoRows_IsStillValid()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxTable.Write(Sample with { Rows = [] })), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
    }
}
