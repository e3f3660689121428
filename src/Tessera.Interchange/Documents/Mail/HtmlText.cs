using System.Collections.Frozen;
using System.Net;

namespace Tessera.Interchange.Documents.Mail;

/// <summary>The words of an HTML mail, for the search alone: tags are dropped, what a browser hides is left out. The outcome is never shown as HTML. Linear.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "head", "title", "template");

    private static readonly FrozenSet<string> WithinLine = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "b", "code", "em", "font", "i", "img", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr");

    public static void Read(string html, BoundedText text)
    {
        var at = 0;
        while (at < html.Length && !text.IsFull)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            AppendWords(html[at..open], text);
            at = open < html.Length ? AfterTag(html, open, text) : open;
        }
    }

    private static int AfterTag(string html, int open, BoundedText text)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) return After(html, "-->", open + 4);
        var end = After(html, ">", open);
        var name = html[(open + 1)..end].TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit).Aggregate("", (s, c) => s.Length < 20 ? s + c : s);
        if (Hidden.Contains(name) && html[open + 1] != '/') return After(html, ">", After(html, "</" + name, end));
        if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase)) text.Space();
        else if (!WithinLine.Contains(name) && !text.IsAfterSpace) text.EndLine();
        return end;
    }

    private static void AppendWords(string words, BoundedText text)
    {
        foreach (var letter in WebUtility.HtmlDecode(words))
        {
            if (char.IsWhiteSpace(letter)) text.Space();
            else text.Append([letter]);
        }
    }

    private static int After(string html, string mark, int from) =>
        html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found + mark.Length : html.Length;
}
