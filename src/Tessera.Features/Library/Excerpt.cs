using System.Text;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Library;

/// <summary>A piece of an excerpt.</summary>
/// <param name="IsHit">Is it one of the words searched for?</param>
public sealed record ExcerptPart(string Text, bool IsHit);

/// <summary>A few words around what was searched for, as plain text: whoever shows it encodes each part.</summary>
public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts)
{
    private const int WordsBefore = 12;
    private const int WordsAfter = 24;

    /// <summary>The words around the first that begins with one of those searched for, whatever its accents. Linear in the text; only words that begin with the right letter are folded.</summary>
    /// <param name="folded">The words searched for and their stems, folded.</param>
    /// <returns>The beginning of the text where no word does.</returns>
    internal static Excerpt Around(string text, IReadOnlyList<string> folded)
    {
        var (from, to) = Span(text, FirstHit(text, folded));
        var (parts, plain) = (new List<ExcerptPart>(), new StringBuilder(from > 0 ? "… " : ""));
        for (var (at, length) = (from, 0); at < to; at += Math.Max(1, length))
        {
            length = WordLength(text, at);
            if (length == 0) Plain(plain, text[at]);
            else if (!IsHit(text.AsSpan(at, length), folded)) plain.Append(text, at, length);
            else
            {
                if (plain.Length > 0) parts.Add(new ExcerptPart(plain.ToString(), false));
                plain.Clear();
                parts.Add(new ExcerptPart(text.Substring(at, length), true));
            }
        }

        if (to < text.Length) plain.Append(" …");
        if (plain.Length > 0) parts.Add(new ExcerptPart(plain.ToString(), false));
        return new Excerpt(parts);
    }

    private static int FirstHit(string text, IReadOnlyList<string> folded)
    {
        for (var (at, length) = (0, 0); at < text.Length; at += Math.Max(1, length))
        {
            length = WordLength(text, at);
            if (length > 0 && IsHit(text.AsSpan(at, length), folded)) return at;
        }

        return 0;
    }

    /// <summary>From so many words before to so many after, or to the ends of the text.</summary>
    private static (int From, int To) Span(string text, int hit)
    {
        var (from, to) = (hit, hit);
        for (var words = 0; from > 0 && (words < WordsBefore || IsOfWord(text[from - 1])); from--) if (IsOfWord(text[from - 1]) && !(from < text.Length && IsOfWord(text[from]))) words++;
        for (var words = 0; to < text.Length && (words < WordsAfter || IsOfWord(text[to])); to++) if (IsOfWord(text[to]) && !(to > 0 && IsOfWord(text[to - 1]))) words++;
        return (from, to);
    }

    /// <summary>Line ends and runs of blanks are one blank.</summary>
    private static void Plain(StringBuilder plain, char sign)
    {
        if (!char.IsWhiteSpace(sign)) plain.Append(sign);
        else if (plain.Length == 0 || plain[^1] != ' ') plain.Append(' ');
    }

    private static bool IsHit(ReadOnlySpan<char> word, IReadOnlyList<string> folded)
    {
        var begins = char.ToLowerInvariant(word[0]);
        var mayBe = !char.IsAscii(begins);
        for (var i = 0; i < folded.Count && !mayBe; i++) mayBe = folded[i][0] == begins;
        return mayBe && Folding.Of(word.ToString()) is var own && folded.Any(f => own.StartsWith(f, StringComparison.Ordinal));
    }

    private static int WordLength(string text, int at)
    {
        var to = at;
        while (to < text.Length && IsOfWord(text[to])) to++;
        return to - at;
    }

    /// <summary>Accents may stand as signs of their own.</summary>
    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
