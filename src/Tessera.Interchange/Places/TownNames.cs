using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Places;

/// <summary>The names of towns without the words that say what they are, such as "Municipiul", "vald" and "kommun": those of all lexicons.</summary>
internal static class TownNames
{
    private static readonly Lazy<FrozenSet<string>> Words = new(() => LexiconSource.Languages.SelectMany(LexiconSource.Entries).Where(e => e.Key == "level.municipality").Select(e => Folding.Of(e.Term)).Where(t => t.Length > 2 && !t.Contains(' ', StringComparison.Ordinal)).ToFrozenSet());

    /// <summary>The name without such words at its beginning and its end; as it was when nothing else is left.</summary>
    public static string Core(string folded)
    {
        var words = folded.Split(' ');
        var (first, end) = (0, words.Length);
        while (first < end && Words.Value.Contains(words[first])) first++;
        while (end > first && Words.Value.Contains(words[end - 1])) end--;
        return first == end ? folded : string.Join(' ', words[first..end]);
    }
}
