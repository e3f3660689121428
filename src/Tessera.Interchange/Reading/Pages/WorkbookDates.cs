using System.Globalization;
using System.Xml;
using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>
/// The days of an XLSX workbook, which keeps them as numbers (ECMA-376 part 1, clauses 18.17.4 and 18.8): a cell is a day by its style alone. Both calendars are read, that of 1900, which counts a 29 February
/// that there was not, and that of 1904.
/// </summary>
internal sealed class WorkbookDates
{
    private const int MostStyles = 65_536;
    private const int DayThatWasNot = 60;
    private const int LastDay = 2_958_465;
    private static readonly DateOnly First1904 = new(1904, 1, 1);
    private static readonly DateOnly Before1900 = new(1899, 12, 31);
    private readonly List<DateStyle?> _styles = [];
    private bool _is1904;

    /// <summary>Reads the styles and the calendar of a workbook.</summary>
    public static WorkbookDates Read(ZipDirectory directory)
    {
        var dates = new WorkbookDates();
        if (directory.Find("xl/workbook.xml") is { } workbook) dates.ReadCalendar(workbook);
        if (directory.Find("xl/styles.xml") is { } styles) dates.ReadStyles(styles);
        return dates;
    }

    /// <summary>What a cell shows whose value is a number or a day: the day or the time by its style, else what is written.</summary>
    /// <param name="type">The cell's type; <c>d</c> for a day as text.</param>
    /// <param name="style">The number of its style; null for the first.</param>
    public string Show(string written, string type, string? style)
    {
        if (type == "d") return written.Split('T')[0];
        if (type is not ("" or "n") || StyleOf(style) is not { } shown) return written;
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial >= 0 && serial < LastDay + 1 && shown.Show(serial, Day((int)serial)) is { } text ? text : written;
    }

    private DateStyle? StyleOf(string? style) =>
        int.TryParse(style ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _styles.Count ? _styles[at] : null;

    private DateOnly? Day(int serial) => _is1904
        ? First1904.AddDays(Math.Min(serial, DateOnly.MaxValue.DayNumber - First1904.DayNumber))
        : serial is 0 or DayThatWasNot ? null : Before1900.AddDays(serial > DayThatWasNot ? serial - 1 : serial);

    private void ReadCalendar(ZipMember workbook)
    {
        using var stream = Unpacking.Open(workbook);
        using var xml = PackageXml.Open(stream);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" }) _is1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
        }
    }

    private void ReadStyles(ZipMember styles)
    {
        using var stream = Unpacking.Open(styles);
        using var xml = PackageXml.Open(stream);
        var (formats, list) = (new Dictionary<int, DateStyle?>(), "");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 1) list = xml.LocalName;
            else if (xml.Depth == 2 && Number(xml) is { } number && _styles.Count < MostStyles && formats.Count < MostStyles)
            {
                if (list == "numFmts") formats[number] = DateStyle.Of(xml.GetAttribute("formatCode") ?? "");
                else if (list == "cellXfs") _styles.Add(formats.TryGetValue(number, out var own) ? own : DateStyle.Of(number));
            }
        }
    }

    /// <summary>The number of the element's format; nought, for no format, where it says none.</summary>
    private static int? Number(XmlReader xml) => xml.LocalName is not ("numFmt" or "xf") ? null : int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
