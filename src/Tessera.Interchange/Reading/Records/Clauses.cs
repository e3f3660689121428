using System.Text.RegularExpressions;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>What stands between two things that a stretch says, and whether they belong to one clause.</summary>
internal static partial class Clauses
{
    /// <summary>The number of signs between two mentions; below zero where they overlap.</summary>
    public static int Gap(Mention one, Mention other) => Math.Max(one.Start - other.End, other.Start - one.End);

    /// <summary>The text from one place of the page to another; none when they are the wrong way round.</summary>
    public static ReadOnlySpan<char> Between(this Stretch stretch, int from, int to) => to <= from ? "" : stretch.Line.Text.AsSpan((from - stretch.Line.Start)..(to - stretch.Line.Start));

    /// <summary>The text between two mentions, whichever comes first.</summary>
    public static ReadOnlySpan<char> Between(this Stretch stretch, Mention one, Mention other) => stretch.Between(Math.Min(one.End, other.End), Math.Max(one.Start, other.Start));

    /// <summary>Does a sign, the end of a sentence or another date part two places?</summary>
    public static bool IsParted(this Stretch stretch, int from, int to)
    {
        if (to <= from) return false;
        var text = stretch.Between(from, to);
        return text.ContainsAny(";()") || EndsSentence(text) || stretch.Mentions.Any(m => m.Key == Says.Date && m.Start >= from && m.End <= to);
    }

    /// <summary>Are two mentions parted?</summary>
    public static bool IsParted(this Stretch stretch, Mention one, Mention other) => stretch.IsParted(Math.Min(one.End, other.End), Math.Max(one.Start, other.Start));

    /// <summary>Do two mentions stand in one sentence?</summary>
    public static bool IsOneSentence(this Stretch stretch, Mention one, Mention other) => !stretch.Between(one, other).Contains(". ", StringComparison.Ordinal);

    /// <summary>Does a sentence end between two places?</summary>
    public static bool EndsSentence(this Stretch stretch, int from, int to) => EndsSentence(stretch.Between(from, to));

    /// <summary>Does a sentence end within a text?</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text) => Sentence().IsMatch(text);

    /// <summary>The end of a sentence, and not the full stop of a short word such as "r." or "m.".</summary>
    [GeneratedRegex(@"(?:[\p{L}\d]{3}|\p{P})\.\s|\.\s\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();
}
