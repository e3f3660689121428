using System.Text;

namespace Tessera.Interchange.Tables;

/// <summary>A line of a table that was read.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Values)
{
    /// <summary>A value without the apostrophe that keeps spreadsheets from running it; null where the row or the table has none.</summary>
    public string? At(int column)
    {
        if (column < 0 || column >= Values.Count) return null;
        var value = Values[column];
        return value.Length > 1 && value[0] == '\'' && value[1] is ('=' or '+' or '-' or '@') ? value[1..] : value;
    }
}

/// <summary>Reads CSV (RFC 4180; commas, semicolons or tabs, as the first line has them). Linear in the text.</summary>
internal static class CsvRows
{
    /// <summary>The rows with the lines they begin at, empty ones left out, and the line of a quote that is never closed.</summary>
    public static (List<CsvRow> Rows, int? OpenedAt) Read(string text)
    {
        var separator = Separator(text);
        var (rows, values, value) = (new List<CsvRow>(), new List<string>(), new StringBuilder());
        var (line, begun, quoted, isQuoted) = (1, 1, 1, false);
        void EndRow()
        {
            values.Add(value.ToString());
            value.Clear();
            if (values.Count > 1 || values[0].Length > 0 || rows.Count == 0) rows.Add(new CsvRow(begun, values));
            values = [];
            begun = line;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign == '\n') line++;
            if (isQuoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"') value.Append(text[at++]);
            else if (sign == '"' && (isQuoted || value.Length == 0)) (isQuoted, quoted) = (!isQuoted, line);
            else if (isQuoted || (sign != separator && sign is not ('\r' or '\n'))) value.Append(sign);
            else if (sign == '\n') EndRow();
            else if (sign == separator)
            {
                values.Add(value.ToString());
                value.Clear();
            }
        }

        EndRow();
        return (rows, isQuoted ? quoted : null);
    }

    private static char Separator(string text)
    {
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return head.Contains(';') ? ';' : head.Contains('\t') ? '\t' : ',';
    }
}
