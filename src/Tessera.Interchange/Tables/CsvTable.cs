using System.Globalization;
using System.Text;
using CsvHelper;

namespace Tessera.Interchange.Tables;

/// <summary>
/// Writes a list as CSV (RFC 4180): UTF-8 with byte order mark, so that spreadsheets read the letters; the columns' machine names on top; lines end with CR LF.
/// A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it.
/// </summary>
public static class CsvTable
{
    /// <summary>Writes the whole list.</summary>
    public static byte[] Write(Table table)
    {
        using var target = new MemoryStream();
        using (var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\r\n" }, false))
        {
            csv.WriteRecord([.. table.Columns.Select(c => c.Key)]);
            foreach (var row in table.Rows) csv.WriteRecord([.. row.Select(Text)]);
        }

        return target.ToArray();
    }

    /// <summary>A value as it stands in the file.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => Harmless(value.ToString()!),
    };

    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n') ? "'" + text : text;
}
