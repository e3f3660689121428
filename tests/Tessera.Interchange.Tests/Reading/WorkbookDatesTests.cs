using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Days in workbooks as the Open XML SDK writes them: a number with a style.</summary>
public sealed class WorkbookDatesTests
{
    [Theory]
    [InlineData("34466", 14, "1994-05-12")]
    [InlineData("34466", 15, "1994-05-12")]
    [InlineData("34466.75", 22, "1994-05-12")]
    [InlineData("34455", 17, "1994-05")]
    [InlineData("1", 14, "1900-01-01")]
    [InlineData("59", 14, "1900-02-28")]
    [InlineData("61", 14, "1900-03-01")]
    [InlineData("0.5", 20, "12:00")]
    [InlineData("0.75", 22, "18:00")]
    [InlineData("0.5001157407", 21, "12:00:10")]
    [InlineData("1.25", 46, "30:00")]
    [InlineData("34466", 27, "1994-05-12")]
    public void Number_WithABuiltInStyleOfADayOrATime_IsThatDayOrTime(string number, int style, string shown) => Assert.Equal(shown, Shown(Workbook(number, new CellFormat { NumberFormatId = (uint)style })));

    [Theory]
    [InlineData("34466", 0)]
    [InlineData("34466", 1)]
    [InlineData("34466", 4)]
    [InlineData("34466", 11)]
    [InlineData("34466", 49)]
    [InlineData("60", 14)]
    [InlineData("0", 14)]
    [InlineData("-3", 14)]
    [InlineData("2958466", 14)]
    [InlineData("1E+300", 14)]
    [InlineData("twelve", 14)]
    public void Number_WithoutSuchAStyle_OrOfNoDay_StaysAsItIs(string number, int style) => Assert.Equal(number, Shown(Workbook(number, new CellFormat { NumberFormatId = (uint)style })));

    [Theory]
    [InlineData("yyyy\\.mm\\.dd\\.", "1994-05-12")]
    [InlineData("[$-40E]yyyy/\\ mmmm\\ d\\.;@", "1994-05-12")]
    [InlineData("[$-418]d\\ mmmm\\ yyyy", "1994-05-12")]
    [InlineData("\"den\" d mmmm yyyy", "1994-05-12")]
    [InlineData("mmmm yyyy", "1994-05")]
    [InlineData("yyyy", "1994")]
    [InlineData("dd/mm/yyyy hh:mm", "1994-05-12")]
    [InlineData("hh:mm", "00:00")]
    [InlineData("[h]:mm", "827184:00")]
    [InlineData("#,##0 \"days\"", "34466")]
    [InlineData("[Red]0.00;[Blue]-d", "34466")]
    [InlineData("0.00E+00", "34466")]
    [InlineData("[Red]General", "34466")]
    [InlineData("@", "34466")]
    [InlineData("\"unclosed", "34466")]
    [InlineData("[$-40E", "34466")]
    public void Number_WithAStyleOfItsOwn_IsReadByWhatItShows(string format, string shown) => Assert.Equal(shown, Shown(Workbook("34466", new CellFormat { NumberFormatId = 170 }, format)));

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("33004", "1994-05-12")]
    public void Number_InTheCalendarOf1904_IsCountedFromThere(string number, string day) => Assert.Equal(day, Shown(Workbook(number, new CellFormat { NumberFormatId = 14 }, is1904: true)));

    [Fact]
    public void Day_WrittenAsText_IsThatDay() => Assert.Equal("1994-05-12", Shown(Workbook("1994-05-12T00:00:00", new CellFormat { NumberFormatId = 14 }, type: CellValues.Date)));

    [Fact]
    public void Days_OfEightThousandYears_AreReadAsTheFrameworkCountsThem()
    {
        for (var serial = 61; serial < 2_958_466; serial += 29_347)
            Assert.Equal(DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Shown(Workbook(serial.ToString(CultureInfo.InvariantCulture), new CellFormat { NumberFormatId = 14 })));
    }

    [Fact]
    public void Table_WithDatedCells_GivesThePartnersTheirDays()
    {
        var content = Workbook("34466", new CellFormat { NumberFormatId = 14 }, heading: ["Testvérváros", "Ország", "Aláírva"], partner: ["Zalaegerszeg", "Magyarország"]);
        var proposal = Assert.Single(new PageReader(new NoTowns()).Read(PageSource.Read(content)!, new ReadingOptions("hu")).Proposals);
        Assert.Equal("1994-05-12", proposal.Agreements.Single().Dates.Single().Date.ToString());
    }

    private static string Shown(byte[] workbook) => WorkbookRows.Read(workbook).Single()[1][^1];

    /// <summary>A sheet with a row of headings and one of a partner, the last of whose cells has the value and the style.</summary>
    private static byte[] Workbook(string value, CellFormat style, string? format = null, bool is1904 = false, CellValues type = CellValues.Number, string[]? heading = null, string[]? partner = null)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            var dated = new Cell { CellValue = new CellValue(value), DataType = type, StyleIndex = 1 };
            sheet.Worksheet = new Worksheet(new SheetData(new Row((heading ?? ["Since"]).Select(Text)), new Row((partner ?? []).Select(Text).Append(dated))));
            var styles = book.AddNewPart<WorkbookStylesPart>();
            var formats = new NumberingFormats();
            if (format is not null) formats.Append(new NumberingFormat { NumberFormatId = style.NumberFormatId, FormatCode = format });
            styles.Stylesheet = new Stylesheet(formats, new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat { NumberFormatId = 0 }, style));
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = is1904 }, new Sheets(new Sheet { Name = "A", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        return bytes.ToArray();
    }

    private static Cell Text(string text) => new() { CellValue = new CellValue(text), DataType = CellValues.String };

    private sealed class NoTowns : IPlaces
    {
        public IReadOnlyList<Place> Named(string folded) => [];

        public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
    }
}
