using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;

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
        var (rows, openedAt) = CsvRows.Read(text);
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
}
