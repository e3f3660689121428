using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Tests.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>The same three partners, in every kind of file that offices have.</summary>
public sealed class PageFormsTests
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] Expected = ["Hillerød DK 1946", "Horten NO 1946", "Loviisa FI 1947"];

    static PageFormsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Workbook_WithALateHeader_IsRead() => AssertRead(Workbook(
        ["Municipality of Karlskrona"], ["International office"], [], ["Twin town", "Country", "Since"], ["Hillerød", "Denmark", "1946"], ["Horten", "Norway", "1946"], ["Loviisa", "Finland", "1947"]));

    [Fact]
    public void Workbook_WithTheHeaderRepeated_IsReadOnce() => AssertRead(Workbook(
        ["Twin town", "Country", "Since"], ["Hillerød", "Denmark", "1946"], ["Twin town", "Country", "Since"], ["Horten", "Norway", "1946"], ["Loviisa", "Finland", "1947"]));

    [Fact]
    public void Workbook_WithAMergedCountry_NamesItInEachRow()
    {
        var page = PageSource.Read(Workbook("<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>", ["Country", "Twin town", "Since"], ["Norway", "Horten", "1946"], ["", "Bergen", "1950"], ["Finland", "Loviisa", "1947"]))!;
        Assert.Equal(["Norway", "Norway"], page.Blocks.Where(b => b is { Column: 0, Row: 1 or 2 }).Select(page.Of));
        Assert.Equal(["Horten NO 1946", "Bergen NO 1950", "Loviisa FI 1947"], Read(page));
    }

    [Fact]
    public void Workbook_OfFormulasAndDamage_IsNoError()
    {
        var cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"ZZZZ1\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c></row><row r=\"1048576\"><c r=\"A99999999999\"><v>x</v></c></row>";
        Assert.NotNull(PageSource.Read(Package(cells, "<mergeCells><mergeCell ref=\"A1\"/><mergeCell ref=\"B1:A1\"/><mergeCell ref=\"A1:ZZ1048576\"/></mergeCells>")));
    }

    [Fact]
    public void Document_WithATable_IsRead() => AssertRead(Word(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Our twin towns</w:t></w:r></w:p><w:tbl>" + string.Concat(Rows.Select(r => "<w:tr>" + string.Concat(r.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>")) + "</w:tr>")) + "</w:tbl>"));

    [Fact]
    public void Document_WithAList_IsRead() => AssertRead(Word(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Our twin towns</w:t></w:r></w:p>" + string.Concat(Rows.Skip(1).Select(r => $"<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{r[0]}, </w:t></w:r><w:r><w:t>{r[1]}, {r[2]}</w:t></w:r></w:p>"))));

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public void Xls_ThatIsReallyHtml_IsRead(string codePage) => AssertRead(Encoding.GetEncoding(codePage).GetBytes(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=Content-Type content=\"text/html; charset=" + codePage + "\"></head><body><table>" + string.Concat(Rows.Select(r => "<tr><td>" + string.Join("<td>", r) + "</tr>")) + "</table></body></html>"));

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Table_PartedByAnySign_IsRead(string delimiter) => AssertRead(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(r => string.Join(delimiter, r)))));

    [Theory]
    [InlineData("""{"partners":[{"name":"Hillerød","country":"Denmark","since":1946},{"name":"Horten","country":"Norway","since":1946},{"name":"Loviisa","country":"Finland","since":1947}],"version":2}""")]
    [InlineData("""[{"name":"Hillerød","country":"Denmark","agreement":{"since":"1946"}},{"name":"Horten","country":"Norway","agreement":{"since":"1946"}},{"name":"Loviisa","country":"Finland","agreement":{"since":"1947"}},]""")]
    public void Json_WithAListOfPartners_IsRead(string json) => AssertRead(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("[{}]")]
    [InlineData("{\"a\":[{\"b\":[]}]}")]
    public void Json_WithoutAListOfObjects_YieldsNothing(string json) => Assert.Empty(CorpusPages.Reader.Read(PageSource.Read(json), new ReadingOptions()).Proposals);

    [Fact]
    public void Picture_OrEmptyArchive_IsNoPage()
    {
        Assert.Null(PageSource.Read(Sample.Png(10, 10)));
        Assert.Null(PageSource.Read(Sample.Zip(("readme.txt", "x"))));
        Assert.Null(PageSource.Read([(byte)'P', (byte)'K', 3, 4, 0, 0]));
    }

    private static string[][] Rows => [["Twin town", "Country", "Since"], ["Hillerød", "Denmark", "1946"], ["Horten", "Norway", "1946"], ["Loviisa", "Finland", "1947"]];

    private static void AssertRead(byte[] content) => Assert.Equal(Expected, Read(PageSource.Read(content)!));

    private static List<string> Read(PageText page) =>
        [.. CorpusPages.Reader.Read(page, new ReadingOptions("en", "Karlskrona", "SE")).Proposals.Select(p => $"{p.Name} {p.Country} {(p.Agreements[0].Dates is [var first, ..] ? first.Date : null)}")];

    private static byte[] Word(string body) => Sample.Zip(
        ("[Content_Types].xml", Sample.DocxParts(Sample.DocxMain)[0].Content), ("word/document.xml", $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"));

    private static byte[] Workbook(params string[][] rows) => Workbook("", rows);

    private static byte[] Workbook(string after, params string[][] rows) => Package(string.Concat(rows.Select((row, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(row.Select((cell, c) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>")), after);

    private static byte[] Package(string rows, string after) => Sample.Zip(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"), ("xl/workbook.xml", $"<workbook xmlns='{Sheet}'/>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Sheet}'><sheetData>{rows}</sheetData>{after}</worksheet>"));
}
