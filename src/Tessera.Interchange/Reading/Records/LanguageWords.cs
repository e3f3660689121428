using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells of which language a column's heading speaks: "Név (magyar)", "Nume (română)", "name_hu", as languages are called in Lexicons/languages.tsv. Linear in the heading.</summary>
internal static partial class LanguageWords
{
    private const string Resource = "Tessera.Interchange.Reading.Lexicons.languages.tsv";

    /// <summary>A word this long may have an ending: "magyarul", "norskt".</summary>
    private const int ShortestInflected = 5;
    private const int LongestEnding = 4;

    private static readonly Dictionary<string, string> ByName = Read();
    private static readonly HashSet<string> Codes = [.. ByName.Values];

    /// <summary>The two-letter code of the language that a heading names; null where it names none, or several.</summary>
    public static string? In(string heading)
    {
        var said = Folding.Of(heading).Split(' ').Select(Of).Concat(Code().Matches(heading).Select(m => m.Groups[1].Value.ToLowerInvariant()).Where(Codes.Contains)).OfType<string>().Distinct().ToList();
        return said is [var only] ? only : null;
    }

    private static string? Of(string word)
    {
        if (ByName.TryGetValue(word, out var code)) return code;
        for (var length = word.Length - 1; length >= Math.Max(ShortestInflected, word.Length - LongestEnding); length--)
        {
            if (ByName.TryGetValue(word[..length], out code)) return code;
        }

        return null;
    }

    private static Dictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>();
        using var file = new StreamReader(typeof(LanguageWords).Assembly.GetManifestResourceStream(Resource)!);
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            foreach (var name in cells.Skip(1).Select(Folding.Of).Where(n => n.Length > 2)) names.TryAdd(name, cells[0]);
        }

        return names;
    }

    [GeneratedRegex(@"(?:\(|_|[:\-] ?)([A-Za-z]{2})\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
