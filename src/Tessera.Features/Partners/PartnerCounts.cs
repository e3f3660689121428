namespace Tessera.Features.Partners;

/// <summary>Counts partners by a property.</summary>
internal static class PartnerCounts
{
    /// <summary>The most frequent value first, then in the order in which values first occur.</summary>
    public static List<Count<T>> Of<T>(IEnumerable<PartnerRow> rows, Func<PartnerRow, IEnumerable<T>> values) where T : notnull =>
        [.. rows.SelectMany(values).GroupBy(v => v).Select(g => new Count<T>(g.Key, g.Count())).OrderByDescending(c => c.Partners)];
}
