using System.Globalization;
using System.Text;
using System.Xml;
using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>
/// The rows of an XLSX workbook (ECMA-376 part 1, clause 18), read as a stream. A merged cell's text stands in each of its rows in its first column, so that every row of a group names what it belongs to; a
/// day stands as a day, and not as the number that the workbook keeps. At most <see cref="MostCells"/> cells are read.
/// </summary>
internal static class WorkbookRows
{
    private const int MostCells = 2_000_000;
    private const int MostColumns = 200;
    private const int MostTexts = 1_000_000;

    public static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Read(ReadOnlyMemory<byte> content)
    {
        var directory = ZipDirectory.Read(content);
        var (texts, dates) = (Texts(directory), WorkbookDates.Read(directory));
        foreach (var sheet in directory.Members.Where(m => m.Name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && m.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).OrderBy(m => m.Name.Length).ThenBy(m => m.Name, StringComparer.Ordinal))
            yield return Sheet(sheet, texts, dates);
    }

    private static List<string> Texts(ZipDirectory directory)
    {
        var texts = new List<string>();
        if (directory.Find("xl/sharedStrings.xml") is not { } member) return texts;
        using var stream = Unpacking.Open(member);
        using var xml = PackageXml.Open(stream);
        var text = new StringBuilder();
        while (xml.Read() && texts.Count < MostTexts)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Skip();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true }) texts.Add("");
            else if (xml.NodeType == XmlNodeType.Text || xml.NodeType == XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                texts.Add(text.ToString());
                text.Clear();
            }
        }

        return texts;
    }

    private static List<List<string>> Sheet(ZipMember sheet, List<string> texts, WorkbookDates dates)
    {
        var rows = new List<List<string>>();
        var cells = 0;
        using var stream = Unpacking.Open(sheet);
        using var xml = PackageXml.Open(stream);
        var (type, style, column, row) = ("", (string?)null, -1, -1);
        while (xml.Read() && cells < MostCells)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") (row, column) = (Row(xml.GetAttribute("r"), row + 1), -1);
            else if (xml.LocalName == "c") (type, style, column, row) = (xml.GetAttribute("t") ?? "", xml.GetAttribute("s"), Column(xml.GetAttribute("r"), column + 1), Row(xml.GetAttribute("r"), row));
            else if (xml.LocalName is "v" or "t" && column < MostColumns)
            {
                cells++;
                Put(rows, row, column, xml.LocalName == "v" ? Value(Content(xml), type, style, texts, dates) : Content(xml));
            }
            else if (xml.LocalName == "mergeCell") Merge(rows, xml.GetAttribute("ref"));
        }

        return rows;
    }

    /// <summary>The text of the element, without going beyond its end.</summary>
    private static string Content(XmlReader xml) => !xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? xml.Value : "";

    /// <summary>What the cell shows: of a shared text, the text under its number.</summary>
    private static string Value(string written, string type, string? style, List<string> texts, WorkbookDates dates) =>
        type != "s" ? dates.Show(written, type, style) : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";

    private static void Put(List<List<string>> rows, int row, int column, string value)
    {
        if (row is < 0 or >= MostCells) return;
        while (rows.Count <= row) rows.Add([]);
        while (rows[row].Count <= column) rows[row].Add("");
        rows[row][column] += value;
    }

    private static void Merge(List<List<string>> rows, string? area)
    {
        var ends = (area ?? "").Split(':');
        if (ends.Length != 2) return;
        var (column, first, last) = (Column(ends[0], 0), Row(ends[0], 0), Math.Min(Row(ends[1], 0), rows.Count - 1));
        if (column >= MostColumns || first >= rows.Count || first < 0 || rows[first].Count <= column) return;
        for (var row = first + 1; row <= last; row++) Put(rows, row, column, rows[first][column]);
    }

    /// <summary>The column that a cell names; where it names none, the next.</summary>
    private static int Column(string? cell, int otherwise) => cell is null ? otherwise : cell.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (n, c) => Math.Min((n * 26) + (c - 'A' + 1), MostColumns + 1)) - 1;

    private static int Row(string? cell, int otherwise) => int.TryParse(cell?.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row - 1 : otherwise;
}
