using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>A cell of a row that may hold the partner's name in a language.</summary>
/// <param name="Names">What was found in it as names.</param>
/// <param name="Language">Of its column's heading.</param>
/// <param name="IsHeadedName">Does the heading say that it is a name?</param>
internal sealed record NamedCell(Line Cell, IReadOnlyList<NameSpan> Names, string Language, bool IsHeadedName);

/// <summary>
/// Names by language from the columns of a row whose headings say in which language they are. A register of pairs has such columns too ("Svensk kommun", "Norsk vänort"), so that a cell of a place that the
/// partner is not says nothing.
/// </summary>
internal static class ColumnNames
{
    private const int MostWords = 6;

    /// <summary>By two-letter code; empty where fewer than two languages are told.</summary>
    /// <param name="main">The cell in which the partner is named; null where its heading tells no language.</param>
    public static IReadOnlyDictionary<string, string> Of(NamedCell? main, IEnumerable<NamedCell> others)
    {
        var names = new Dictionary<string, string>();
        if (main is null) return names;
        names.Add(main.Language, TextOf(main));
        foreach (var other in others.Where(o => IsOne(main, o))) names.TryAdd(other.Language, TextOf(other));
        return names.Count > 1 ? names : new Dictionary<string, string>();
    }

    private static bool IsOne(NamedCell main, NamedCell other)
    {
        if (other.Cell.Words is 0 or > MostWords || other.Cell.Tokens.Any(t => t.IsNumber)) return false;
        var (ours, theirs) = (Places(main), Places(other));
        return ours.Count > 0 && theirs.Count > 0 ? ours.Overlaps(theirs) : other.IsHeadedName;
    }

    private static HashSet<int> Places(NamedCell cell) => [.. cell.Names.SelectMany(n => n.Places).Select(p => p.Id)];

    private static string TextOf(NamedCell cell) => cell.Names is [var only] ? only.Text : cell.Cell.Text.Trim();
}
