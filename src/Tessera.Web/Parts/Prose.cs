using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Tessera.Web.Parts;

/// <summary>Plain text of an office as HTML: an empty line parts paragraphs, lines that begin with "- " are a list, web addresses are links.</summary>
public static partial class Prose
{
    /// <summary>Everything but what is said here is encoded.</summary>
    public static string ToHtml(string text, HtmlEncoder encoder)
    {
        var html = new StringBuilder();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Append(html, block, encoder);
        return html.ToString();
    }

    private static void Append(StringBuilder html, string block, HtmlEncoder encoder)
    {
        var inList = false;
        foreach (var line in block.Split('\n', StringSplitOptions.TrimEntries))
        {
            var isEntry = line.StartsWith("- ", StringComparison.Ordinal);
            if (isEntry != inList) html.Append(isEntry ? "<ul>" : "</ul>");
            inList = isEntry;
            html.Append(isEntry ? "<li>" : "<p>").Append(WithLinks(isEntry ? line[2..] : line, encoder)).Append(isEntry ? "</li>" : "</p>");
        }

        if (inList) html.Append("</ul>");
    }

    private static string WithLinks(string line, HtmlEncoder encoder)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (Match found in WebAddress().Matches(line))
        {
            var address = found.Value.TrimEnd('.', ',', ';', ')');
            html.Append(encoder.Encode(line[done..found.Index]));
            var encoded = encoder.Encode(address);
            html.Append("<a class=\"external\" rel=\"noopener external\" href=\"").Append(encoded).Append("\">").Append(encoded).Append("</a>");
            done = found.Index + address.Length;
        }

        return html.Append(encoder.Encode(line[done..])).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex WebAddress();
}
