using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>A stretch of a line that belongs to a record.</summary>
/// <param name="IsProse">Is it running text, in which much stands that is not about the agreement?</param>
internal sealed record Stretch(Line Line, int Start, int End, bool IsProse)
{
    public IEnumerable<Mention> Mentions => Line.Mentions.Where(m => m.Start >= Start && m.End <= End);

    public static Stretch Of(Line line, bool isProse = false) => new(line, line.Start, line.End, isProse);
}

/// <summary>What was found of one partner before its fields are read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country that stands with it; null when only its heading or the directory tells.</param>
/// <param name="HeadingCountry">The country of the heading it stands under.</param>
/// <param name="HeadingDate">The date it stands under.</param>
/// <param name="Section">The section.</param>
/// <param name="Stretches">Its words, in order.</param>
/// <param name="Rule">How it was parted from its neighbours.</param>
/// <param name="Trust">0 to 1: how sure this way of parting is.</param>
internal sealed record RawRecord(NameSpan Name, Mention? Country, Mention? HeadingCountry, Mention? HeadingDate, Section Section, IReadOnlyList<Stretch> Stretches, string Rule, double Trust)
{
    /// <summary>The rule of a row of a table of which somebody said what its columns hold.</summary>
    public const string Told = "told";

    /// <summary>Its names by language, where columns of a table say in which each is.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
