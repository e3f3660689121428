using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>The country that a word of a table means, in any language that has a lexicon. English goes first where two languages mean different countries by one word.</summary>
internal static class CountryWords
{
    private const string Key = "country.";
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Read);

    /// <summary>ISO 3166-1, two letters; null for a word that names no country.</summary>
    public static string? CodeOf(string name) => Codes.Value.GetValueOrDefault(Folding.Of(name));

    private static FrozenDictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>();
        foreach (var language in LexiconSource.Languages.OrderBy(l => l == "en" ? 0 : 1).ThenBy(l => l, StringComparer.Ordinal))
        {
            foreach (var (code, name) in LexiconSource.Countries(language)) codes.TryAdd(Folding.Of(name), code);
            foreach (var (key, term) in LexiconSource.Entries(language).Where(e => e.Key.StartsWith(Key, StringComparison.Ordinal) && !e.Term.Contains('*', StringComparison.Ordinal))) codes.TryAdd(Folding.Of(term), key[Key.Length..]);
        }

        return codes.ToFrozenDictionary();
    }
}
