using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Library;

/// <summary>A piece of an excerpt.</summary>
/// <param name="IsHit">Is it one of the words searched for?</param>
public sealed record ExcerptPart(string Text, bool IsHit);

/// <summary>A few words around what was searched for, as plain text: whoever shows it encodes each part.</summary>
public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts)
{
    /// <summary>Signs that no text has, around a hit as PostgreSQL marks it.</summary>
    internal const char Begin = '\u0002';

    /// <summary>The sign after a hit.</summary>
    internal const char End = '\u0003';

    private const int WordsBefore = 12;
    private const int WordsAfter = 24;

    /// <summary>Is anything marked?</summary>
    public bool HasHit => Parts.Any(p => p.IsHit);

    /// <summary>Reads what PostgreSQL has marked; marks that the text itself may have are no more than ends of parts.</summary>
    internal static Excerpt Read(string marked)
    {
        var parts = new List<ExcerptPart>();
        var (from, isHit) = (0, false);
        for (var at = 0; at <= marked.Length; at++)
        {
            if (at < marked.Length && marked[at] is not (Begin or End)) continue;
            if (at > from) parts.Add(new ExcerptPart(marked[from..at], isHit));
            if (at < marked.Length) isHit = marked[at] == Begin;
            from = at + 1;
        }

        return new Excerpt(parts);
    }

    /// <summary>The words around the first that begins with one of those searched for, whatever its accents. Linear in the text.</summary>
    /// <param name="folded">The words searched for, folded.</param>
    /// <returns>The beginning of the text where no word does.</returns>
    internal static Excerpt Around(string text, IReadOnlyList<string> folded)
    {
        var words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        bool IsHit(string word) => Folding.Of(word) is { Length: > 0 } f && folded.Any(q => f.StartsWith(q, StringComparison.Ordinal));
        var first = Math.Max(0, Array.FindIndex(words, IsHit));
        var from = Math.Max(0, first - WordsBefore);
        var parts = new List<ExcerptPart>();
        if (from > 0) parts.Add(new ExcerptPart("… ", false));
        foreach (var word in words.Skip(from).Take(WordsBefore + WordsAfter))
        {
            parts.Add(new ExcerptPart(word, IsHit(word)));
            parts.Add(new ExcerptPart(" ", false));
        }

        if (from + WordsBefore + WordsAfter < words.Length) parts.Add(new ExcerptPart("…", false));
        return new Excerpt(parts);
    }
}
