using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>A text as it was found in the order of languages; a fallback is marked with its language, and one that there is not is said to be unknown.</summary>
/// <param name="spoken">Null when there is none.</param>
/// <param name="texts">The reader's.</param>
public sealed class LocalHtml(SpokenText? spoken, Texts texts) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (spoken is not { } known) WriteMarked(writer, encoder, "class", "unknown", texts["unknown"]);
        else if (known.IsIn(texts.Language)) encoder.Encode(writer, known.Text);
        else WriteMarked(writer, encoder, "lang", known.Language, known.Text);
    }

    private static void WriteMarked(TextWriter writer, HtmlEncoder encoder, string attribute, string value, string text)
    {
        writer.Write($"<span {attribute}=\"{encoder.Encode(value)}\">");
        encoder.Encode(writer, text);
        writer.Write("</span>");
    }
}
