using System.Text;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Halves;

/// <summary>
/// A table of agreements as CSV (RFC 4180; commas, semicolons or tabs), as the program's own download writes it: one agreement a line, the columns named on top, in any order.
/// </summary>
internal static class TheirTable
{
    private static readonly string[] Names = ["partner", "name", "partner_name"], Kinds = ["kind"], Decisions = ["decision"], Dates = ["date"], Roles = ["date_role"], Pages = ["url", "page"];

    /// <summary>Reads the whole table.</summary>
    public static TheirDataReading Read(string text, string name, OurSelves us)
    {
        var (rows, openedAt) = Rows(text);
        if (openedAt is { } line) return TheirDataReader.Refused(name, line, TheirDataCodes.OpenQuote);
        var head = rows[0].Values.Select(v => v.Trim().ToLowerInvariant()).ToList();
        int Column(string[] names) => head.FindIndex(names.Contains);
        var missing = new[] { Names, Kinds, Dates }.Where(n => Column(n) < 0).Select(n => TheirDataReader.Finding(name, 1, TheirDataCodes.NoColumn, ("wanted", string.Join(", ", n)))).ToList();
        if (missing.Count > 0) return new TheirDataReading(null, missing);
        var (partner, kind, decision, date, role, page) = (Column(Names), Column(Kinds), Column(Decisions), Column(Dates), Column(Roles), Column(Pages));
        var findings = new List<Finding>();
        var entries = rows.Skip(1).Where(r => us.Are([r.At(partner)]))
            .Select(r => TheirValues.Entry(new TheirValues(r.At(kind), r.At(decision), r.At(date), r.At(role), r.At(page)), name, r.Line, findings)).ToList();
        return findings.Count > 0 ? new TheirDataReading(null, findings) : TheirDataReader.Found(name, new TheirData(name, null, entries), rows.Count - 1);
    }

    /// <summary>The rows with the lines they begin at, and the line of a quote that is never closed.</summary>
    private static (List<Row> Rows, int? OpenedAt) Rows(string text)
    {
        var separator = Separator(text);
        var (rows, values, value) = (new List<Row>(), new List<string>(), new StringBuilder());
        var (line, begun, quoted, isQuoted) = (1, 1, 1, false);
        void EndRow()
        {
            values.Add(value.ToString());
            value.Clear();
            if (values.Count > 1 || values[0].Length > 0 || rows.Count == 0) rows.Add(new Row(begun, values));
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

    private sealed record Row(int Line, IReadOnlyList<string> Values)
    {
        /// <summary>A value without the apostrophe that keeps spreadsheets from running it; null where the row or the table has none.</summary>
        public string? At(int column)
        {
            if (column < 0 || column >= Values.Count) return null;
            var value = Values[column];
            return value.Length > 1 && value[0] == '\'' && value[1] is ('=' or '+' or '-' or '@') ? value[1..] : value;
        }
    }
}
