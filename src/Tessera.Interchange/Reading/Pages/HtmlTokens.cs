namespace Tessera.Interchange.Reading.Pages;

/// <summary>A piece of HTML: words when it has no name, else a tag.</summary>
/// <param name="Name">The tag's name in small letters, without the slash; empty for words.</param>
/// <param name="IsEnd">Is it an end tag?</param>
/// <param name="Inner">The words, still with their entities; of a tag, its attributes as written.</param>
internal readonly record struct HtmlPiece(string Name, bool IsEnd, ReadOnlyMemory<char> Inner);

/// <summary>
/// Parts HTML into tags and words without building a tree, so that no nesting, however deep, costs more than its letters: time and memory are linear. Comments and the content of
/// scripts and styles are left out. What a browser would repair (tags not closed, wrongly nested) does not matter to lines of text.
/// </summary>
internal static class HtmlTokens
{
    private const int LongestName = 20;
    private const int LongestAttributes = 4_000;
    private static readonly string[] Raw = ["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select", "canvas", "video", "audio"];

    public static IEnumerable<HtmlPiece> Of(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (open > at) yield return new HtmlPiece("", false, html.AsMemory(at, open - at));
            if (open == html.Length) yield break;
            if (!IsTag(html, open))
            {
                yield return new HtmlPiece("", false, html.AsMemory(open, 1));
                at = open + 1;
                continue;
            }

            at = AfterTag(html, open, out var piece);
            if (piece.Name.Length == 0) continue;
            yield return piece;
            if (!piece.IsEnd && Raw.Contains(piece.Name) && !piece.Inner.Span.TrimEnd().EndsWith("/")) at = AfterRaw(html, at, piece.Name);
        }
    }

    /// <summary>The value of an attribute; null when it is not there.</summary>
    public static string? Attribute(this HtmlPiece piece, string name)
    {
        var attributes = piece.Inner.Span;
        for (var at = 0; at < attributes.Length;)
        {
            var found = attributes[at..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return null;
            found += at;
            at = found + name.Length;
            if (found > 0 && !char.IsWhiteSpace(attributes[found - 1]) && attributes[found - 1] is not ('"' or '\'')) continue;
            var value = attributes[at..].TrimStart();
            if (value.Length == 0 || value[0] != '=') continue;
            return Value(value[1..].TrimStart());
        }

        return null;
    }

    private static string Value(ReadOnlySpan<char> value)
    {
        if (value.Length == 0) return "";
        var end = value[0] is '"' or '\'' ? value[1..].IndexOf(value[0]) : value.IndexOfAny(' ', '\t', '\n');
        var inner = value[0] is '"' or '\'' ? value[1..] : value;
        return System.Net.WebUtility.HtmlDecode((end < 0 ? inner : inner[..end]).ToString()).Trim();
    }

    private static bool IsTag(string html, int open) =>
        open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?');

    private static int AfterTag(string html, int open, out HtmlPiece piece)
    {
        piece = new HtmlPiece("", false, default);
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) return After(html, "-->", open + 4);
        var isEnd = html[open + 1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var nameEnd = start;
        while (nameEnd < html.Length && nameEnd - start < LongestName && char.IsAsciiLetterOrDigit(html[nameEnd])) nameEnd++;
        var close = CloseOf(html, nameEnd);
        piece = new HtmlPiece(html[start..nameEnd].ToLowerInvariant(), isEnd, html.AsMemory(nameEnd, Math.Min(close - nameEnd, LongestAttributes)));
        return Math.Min(close + 1, html.Length);
    }

    /// <summary>The sign that closes the tag; one within quotes does not, unless the quotes are never closed nearby.</summary>
    private static int CloseOf(string html, int from)
    {
        var end = html.IndexOf('>', from);
        if (end < 0) return html.Length;
        var quote = '\0';
        for (var at = from; at < html.Length && at - from < LongestAttributes; at++)
        {
            if (quote != '\0' ? html[at] == quote : html[at] is '"' or '\'') quote = quote == '\0' ? html[at] : '\0';
            else if (quote == '\0' && html[at] == '>') return at;
        }

        return end;
    }

    private static int AfterRaw(string html, int from, string name) => After(html, ">", IndexOrEnd(html, "</" + name, from));

    private static int After(string html, string mark, int from) => from >= html.Length ? html.Length : Math.Min(IndexOrEnd(html, mark, from) + mark.Length, html.Length);

    private static int IndexOrEnd(string html, string mark, int from) => html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found : html.Length;
}
