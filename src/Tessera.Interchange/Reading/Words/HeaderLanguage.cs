using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Pages;

namespace Tessera.Interchange.Reading.Words;

/// <summary>
/// Tells in which language the columns of a page's tables are headed: a table of names and years has hardly a word but those of its header row. Linear in the tables' cells that are looked at.
/// </summary>
internal static class HeaderLanguage
{
    private const int MostRows = 60;
    private const int Least = 2;
    private const int LongestHeading = 60;
    private const int Most = 2;
    private static readonly Lazy<FrozenDictionary<string, string[]>> Known = new(ReadKnown);

    /// <summary>The languages of which a row has the most headings, if at least two; none of them when the page's own languages and English know as many.</summary>
    public static IReadOnlyList<string> Of(PageText page, IReadOnlyList<string> own)
    {
        var rows = page.Blocks.Where(b => b.Table > 0 && b.Row < MostRows).GroupBy(b => (b.Table, b.Row)).Select(r => r.Select(b => Languages(page, b)).ToList()).ToList();
        var (best, most) = ((IReadOnlyList<string>)[], Least - 1);
        foreach (var row in rows)
        {
            var counts = row.SelectMany(l => l).CountBy(l => l).ToList();
            if (counts.Count == 0 || counts.Max(c => c.Value) is var count && count <= most) continue;
            var already = row.Count(cell => cell.Any(l => l == "en" || own.Contains(l)));
            (best, most) = (already >= count ? [] : [.. counts.Where(c => c.Value == count).Select(c => c.Key).Order(StringComparer.Ordinal).Take(Most)], count);
        }

        return best;
    }

    private static string[] Languages(PageText page, Block cell) =>
        cell.Length <= LongestHeading ? Known.Value.GetValueOrDefault(Folding.Of(page.Of(cell)), []) : [];

    private static FrozenDictionary<string, string[]> ReadKnown() =>
        LexiconSource.Languages.SelectMany(l => LexiconSource.Entries(l).Where(e => e.Key.StartsWith("label.", StringComparison.Ordinal)).Select(e => (Word: Folding.Of(e.Term.TrimEnd('*')), Language: l)))
            .GroupBy(e => e.Word).ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Language).Distinct().ToArray());
}
