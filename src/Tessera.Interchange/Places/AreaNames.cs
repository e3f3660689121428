using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Places;

/// <summary>
/// The names of areas without the words that say what they are: "Județul Covasna", "Kovászna megye" and "Kreis Covasna" become covasna, kovaszna and covasna. Words of all languages fall away at both ends, so that
/// the names of the directory and those of a page are shortened alike.
/// </summary>
internal static class AreaNames
{
    private const int ShortestStem = 4;

    /// <summary>Province, prefecture, county, district, city: in Chinese and Japanese the last sign of the name itself.</summary>
    private const string Signs = "省県县縣府州市郡區区";
    private const char FirstSign = '一';
    private const string Resource = "Tessera.Interchange.Places.Data.area-words.tsv";
    private static readonly string[] Levels = ["level.county", "level.province", "level.region", "level.district"];
    private static readonly Lazy<(FrozenSet<string> Whole, FrozenSet<string> Stems, int[] Lengths)> Words = new(Read);

    /// <summary>The name without such words; as it was when nothing else is left.</summary>
    /// <param name="folded">As <see cref="Folding.Of"/> writes it.</param>
    public static string Core(string folded)
    {
        var words = folded.Split(' ');
        var (first, end) = (0, words.Length);
        while (first < end && IsGeneric(words[first])) first++;
        while (end > first && IsGeneric(words[end - 1])) end--;
        return first == end ? folded : WithoutSign(string.Join(' ', words[first..end]));
    }

    /// <summary>Is the name written in Chinese or Japanese signs, of which two are a whole name?</summary>
    public static bool IsOfSigns(string name) => name.Length > 1 && name[0] >= FirstSign;

    private static string WithoutSign(string name) => name.Length > 2 && IsOfSigns(name) && Signs.Contains(name[^1], StringComparison.Ordinal) ? name[..^1] : name;

    private static bool IsGeneric(string word)
    {
        var (whole, stems, lengths) = Words.Value;
        if (whole.Contains(word)) return true;
        foreach (var length in lengths)
        {
            if (length <= word.Length && stems.Contains(word[..length])) return true;
        }

        return false;
    }

    private static (FrozenSet<string> Whole, FrozenSet<string> Stems, int[] Lengths) Read()
    {
        using var file = new StreamReader(typeof(AreaNames).Assembly.GetManifestResourceStream(Resource)!);
        var more = file.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var terms = LexiconSource.Languages.SelectMany(LexiconSource.Entries).Where(e => Levels.Contains(e.Key)).Select(e => e.Term).Concat(more).ToList();
        var whole = terms.Where(t => !t.EndsWith('*')).Select(Folding.Of).Where(t => t.Length > 0 && !t.Contains(' ', StringComparison.Ordinal)).ToFrozenSet();
        var stems = terms.Where(t => t.EndsWith('*')).Select(Folding.Of).Where(t => t.Length >= ShortestStem && !t.Contains(' ', StringComparison.Ordinal)).ToFrozenSet();
        return (whole, stems, [.. stems.Select(s => s.Length).Distinct().Order()]);
    }
}
