using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Places;

/// <summary>Authorities that are no more and what came after them, as Places/Data/successors.tsv has them, each with its source. A list of what is known for certain, far from all mergers.</summary>
internal static class Successors
{
    private const string Resource = "Tessera.Interchange.Places.Data.successors.tsv";
    private const string Town = "municipality";
    private static readonly Lazy<Dictionary<(string Country, bool IsTown, string Name), SuccessorAuthority>> Known = new(Read);

    /// <summary>The successor of an authority; null when it is none of the list.</summary>
    /// <param name="folded">Its name, with or without the word that says what it is.</param>
    public static SuccessorAuthority? Of(string country, bool isTown, string folded) => Known.Value.GetValueOrDefault((country, isTown, folded)) ?? Known.Value.GetValueOrDefault((country, isTown, isTown ? TownNames.Core(folded) : AreaNames.Core(folded)));

    private static Dictionary<(string Country, bool IsTown, string Name), SuccessorAuthority> Read()
    {
        using var file = new StreamReader(typeof(Successors).Assembly.GetManifestResourceStream(Resource)!);
        var known = new Dictionary<(string, bool, string), SuccessorAuthority>();
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            var successor = new SuccessorAuthority(row[3], row[4].Length == 0 ? null : row[4], row[5]);
            foreach (var name in row[2].Split(';')) known.Add((row[0], row[1] == Town, Folding.Of(name)), successor);
        }

        return known;
    }
}
