using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Tessera.Interchange.Reading.Words;

/// <summary>The lexicons' files, which the program carries within itself.</summary>
internal static class LexiconSource
{
    /// <summary>The lexicon of what belongs to no language.</summary>
    public const string International = "int";

    private const string Folder = "Tessera.Interchange.Reading.Lexicons.";
    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Key, string Term)>> Read = new();

    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<(string Code, string Name)>>> CountryNames = new(ReadCountries);

    /// <summary>The languages that have a lexicon, as two-letter codes.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. typeof(LexiconSource).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".lex", StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^4]).Where(n => n != International).Order(StringComparer.Ordinal)];

    /// <summary>Key and term of every entry of a language; none for a language without a lexicon.</summary>
    public static IReadOnlyList<(string Key, string Term)> Entries(string language) => Read.GetOrAdd(language, ReadEntries);

    /// <summary>Code and name of every country in a language.</summary>
    public static IReadOnlyList<(string Code, string Name)> Countries(string language) => CountryNames.Value.GetValueOrDefault(language, []);

    private static IReadOnlyList<(string Key, string Term)> ReadEntries(string language)
    {
        using var file = Open(language + ".lex");
        return file is null ? [] : [.. LexiconFile.Read(file)];
    }

    private static FrozenDictionary<string, IReadOnlyList<(string Code, string Name)>> ReadCountries()
    {
        using var file = Open("countries.tsv")!;
        var languages = new Dictionary<string, IReadOnlyList<(string, string)>>();
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var row = line.Split('\t');
            var language = row[0].Split('-')[0];
            var names = row.Skip(1).Select(n => (n[..n.IndexOf('=', StringComparison.Ordinal)], n[(n.IndexOf('=', StringComparison.Ordinal) + 1)..]));
            languages[language] = [.. languages.GetValueOrDefault(language, []), .. names];
        }

        return languages.ToFrozenDictionary();
    }

    private static StreamReader? Open(string name) =>
        typeof(LexiconSource).Assembly.GetManifestResourceStream(Folder + name) is { } stream ? new StreamReader(stream) : null;
}
