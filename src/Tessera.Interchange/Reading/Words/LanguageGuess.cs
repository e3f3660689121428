using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Words;

/// <summary>
/// Tells a text's languages by how often their most frequent words and their names of countries stand in it, each word counting the less the more languages share it. A page in two languages gives both. Linear.
/// </summary>
internal static class LanguageGuess
{
    private const int MostTokens = 20_000;
    private const double SecondAtLeast = 0.35;
    private const double DeclaredCountsFor = 1.5;
    private static readonly Lazy<FrozenDictionary<string, string[]>> Common = new(ReadCommon);

    /// <summary>The languages of a text, the likeliest first, at most two; none when nothing tells.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Token> tokens, string? declared)
    {
        var scores = new Dictionary<string, double>();
        foreach (var token in tokens.Take(MostTokens))
        {
            if (!token.IsWord || !Common.Value.TryGetValue(token.Folded, out var languages)) continue;
            foreach (var language in languages) scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Length);
        }

        if (declared is not null && LexiconSource.Languages.Contains(declared)) scores[declared] = (scores.GetValueOrDefault(declared) * DeclaredCountsFor) + 1;
        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(2).ToList();
        return [.. best.Where((s, i) => i == 0 || s.Value >= best[0].Value * SecondAtLeast).Select(s => s.Key)];
    }

    private static FrozenDictionary<string, string[]> ReadCommon() =>
        LexiconSource.Languages.SelectMany(l => LexiconSource.Entries(l).Where(e => e.Key == "common").Select(e => e.Term).Concat(LexiconSource.Countries(l).Select(c => c.Name)).Select(w => (Word: Folding.Of(w), Language: l)))
            .GroupBy(e => e.Word).ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Language).Distinct().ToArray());
}
