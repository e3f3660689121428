using System.Collections.Concurrent;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Records;

namespace Tessera.Interchange.Reading.Words;

/// <summary>
/// The words of some languages together, ready to be found in a page. Names of countries stand in it in the nominative and with the endings that the language's lexicon gives.
/// A lexicon is made once for each set of languages and kept.
/// </summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> Made = new();
    private const int ShortestForeignMonth = 4;
    private readonly Dictionary<string, List<string>> _lists = [];

    private Lexicon(IReadOnlyList<string> languages)
    {
        Languages = languages;
        foreach (var language in languages.Append(LexiconSource.International)) Add(language);
        AddForeignMonths();
        Endings = _lists.GetValueOrDefault("ending", []).Select(Folding.Of).Where(e => e.Length > 0).Distinct().OrderByDescending(e => e.Length).ToList();
        Swaps = [.. WrittenSwaps().Select(s => (Folding.Of(s.Old), Folding.Of(s.New))).Distinct()];
    }

    /// <summary>The languages, the page's own first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Every term.</summary>
    public TermTree Terms { get; } = new();

    /// <summary>Case endings of names, folded, the longest first.</summary>
    public IReadOnlyList<string> Endings { get; }

    /// <summary>Endings that take the place of another: (as in the nominative, as in the case), folded.</summary>
    public IReadOnlyList<(string Old, string New)> Swaps { get; }

    /// <summary>Case endings that say where something happened, as they are written: the Latvian one is a long vowel and nothing else.</summary>
    public IReadOnlyList<string> Locatives => List("ending.at");

    /// <summary>Stems of words for authorities above towns, folded, to be found within compounds.</summary>
    public IReadOnlyList<(string Stem, string Level)> WideLevels => field ??=
        [.. Levels.Wide.SelectMany(level => List("level." + level).Select(w => (Stem: Folding.Of(w), level))).Where(w => w.Stem.Length >= 4 && !w.Stem.Contains(' ', StringComparison.Ordinal))];

    /// <summary>The lexicon of some languages; unknown ones add nothing.</summary>
    public static Lexicon Of(params IReadOnlyList<string> languages) => Made.GetOrAdd(string.Join(',', languages), _ => new Lexicon(languages));

    /// <summary>What stands under a key in the chosen languages.</summary>
    public IReadOnlyList<string> List(string key) => _lists.GetValueOrDefault(key, []);

    /// <summary>The nominatives that a case form may come from, itself first; folded.</summary>
    public IEnumerable<string> Nominatives(string folded)
    {
        yield return folded;
        foreach (var (old, now) in Swaps)
        {
            if (folded.Length > now.Length + 2 && folded.EndsWith(now, StringComparison.Ordinal)) yield return folded[..^now.Length] + old;
        }

        foreach (var ending in Endings)
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal)) yield return folded[..^ending.Length].TrimEnd(' ');
        }
    }

    private void Add(string language)
    {
        foreach (var (key, written) in LexiconSource.Entries(language))
        {
            var (word, value) = Split(key);
            if (!_lists.TryGetValue(key, out var list)) _lists.Add(key, list = []);
            list.Add(written);
            if (word is not ("ending" or "ending.at" or "common" or "count")) Terms.Add(written, new Term(word, value, language));
        }

        AddCountries(language);
    }

    /// <summary>The months of the other languages: a page cites a partner's deed in the partner's own words. A word that is a month here already keeps its meaning.</summary>
    private void AddForeignMonths()
    {
        var known = _lists.Where(l => l.Key.StartsWith("month.", StringComparison.Ordinal)).SelectMany(l => l.Value).Select(Folding.Of).ToHashSet();
        foreach (var language in LexiconSource.Languages.Where(l => !Languages.Contains(l)))
        {
            foreach (var (key, written) in LexiconSource.Entries(language).Where(e => e.Key.StartsWith("month.", StringComparison.Ordinal)))
            {
                if (written.Length >= ShortestForeignMonth && known.Add(Folding.Of(written))) Terms.Add(written, new Term("month", Split(key).Value, language));
            }
        }
    }

    private void AddCountries(string language)
    {
        var endings = _lists.GetValueOrDefault("ending", []);
        var swaps = WrittenSwaps().Where(s => s.Old.Length > 0).ToList();
        foreach (var (code, name) in LexiconSource.Countries(language))
        {
            var term = new Term(char.IsAsciiDigit(code[0]) ? "continent" : "country", code, language);
            Terms.Add(name, term);
            foreach (var ending in endings) Terms.Add(name + Folding.Of(ending), term);
            foreach (var swap in swaps.Where(s => name.EndsWith(s.Old, StringComparison.Ordinal))) Terms.Add(name[..^swap.Old.Length] + swap.New, term);
        }
    }

    private IEnumerable<(string Old, string New)> WrittenSwaps() => List("ending.swap").Select(s => s.Split('>')).Where(s => s.Length == 2).Select(s => (s[0], s[1]));

    private static (string Word, string Value) Split(string key) => key.IndexOf('.', StringComparison.Ordinal) is var at and > 0 && !key.StartsWith("ending", StringComparison.Ordinal) ? (key[..at], key[(at + 1)..]) : (key, "");
}
