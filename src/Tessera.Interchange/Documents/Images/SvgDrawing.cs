using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Tessera.Interchange.Documents.Images;

/// <summary>
/// Writes an SVG 1.1 drawing anew, with shapes, paints and texts only. A drawing that would run something or fetch something is refused with the line where it says so;
/// what editors put in for themselves, comments and the document type are left out. What was written here is written the same again. Linear in the drawing.
/// </summary>
internal static class SvgDrawing
{
    private const string Space = "http://www.w3.org/2000/svg";
    private const string Links = "http://www.w3.org/1999/xlink";
    private const int Deepest = 64;

    private static readonly FrozenSet<string> Drawn = FrozenSet.Create(StringComparer.Ordinal,
        "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset");

    private static readonly FrozenSet<string> Active = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "foreignObject", "handler", "listener", "animate", "animateColor", "animateMotion", "animateTransform", "set", "discard", "iframe", "object", "embed", "audio", "video", "canvas");

    private static readonly FrozenSet<string> Fetching = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "image", "feImage", "a", "link", "cursor", "font-face-uri", "tref", "mpath", "color-profile");

    private static readonly FrozenSet<string> Worded = FrozenSet.Create(StringComparer.Ordinal, "title", "desc", "style", "text", "tspan");

    /// <summary>The drawing as it may be shown, or why it may not.</summary>
    public static (ReadOnlyMemory<byte> Content, DocumentRefusal? Refusal) Clean(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            using var target = new MemoryStream();
            DocumentRefusal? refusal;
            using (var writer = XmlWriter.Create(target, new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize })) refusal = Copy(reader, writer);
            return refusal is null ? (target.ToArray(), null) : (default, refusal);
        }
        catch (Exception broken) when (broken is XmlException or InvalidOperationException or ArgumentException or DecoderFallbackException)
        {
            return (default, DocumentRefusal.Of(DocumentCodes.Damaged));
        }
    }

    private static DocumentRefusal? Copy(XmlReader reader, XmlWriter writer)
    {
        var open = new Stack<string>();
        reader.MoveToContent();
        if (reader is not { LocalName: "svg", NamespaceURI: Space }) return DocumentRefusal.Of(DocumentCodes.Damaged);
        while (!reader.EOF)
        {
            if (reader.NodeType is XmlNodeType.Element && !IsDrawn(reader))
            {
                if (Forbidden(reader) is { } forbidden) return forbidden;
                reader.Skip();
                continue;
            }

            if (CopyNode(reader, writer, open) is { } refusal) return refusal;
            reader.Read();
        }

        return null;
    }

    private static DocumentRefusal? CopyNode(XmlReader reader, XmlWriter writer, Stack<string> open)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return CopyElement(reader, writer, open);
            case XmlNodeType.EndElement:
                open.Pop();
                writer.WriteEndElement();
                return null;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.TryPeek(out var name) && Worded.Contains(name):
                if (name == "style" && Outside(reader.Value, isStyle: true) is { } found) return At(reader, DocumentCodes.SvgOutside, found);
                writer.WriteString(reader.Value);
                return null;
            default:
                return null;
        }
    }

    private static DocumentRefusal? CopyElement(XmlReader reader, XmlWriter writer, Stack<string> open)
    {
        if (open.Count >= Deepest) return DocumentRefusal.Of(DocumentCodes.Damaged);
        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        writer.WriteStartElement(name, Space);
        while (reader.MoveToNextAttribute())
        {
            if (CopyAttribute(reader, writer) is { } refusal) return refusal;
        }

        reader.MoveToElement();
        if (isEmpty) writer.WriteEndElement();
        else open.Push(name);
        return null;
    }

    private static DocumentRefusal? CopyAttribute(XmlReader reader, XmlWriter writer)
    {
        var name = reader.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return At(reader, DocumentCodes.SvgActive, name);
        var isLink = name == "href" && reader.NamespaceURI is "" or Links;
        if (isLink && name != "href") return null;
        if (!isLink && (reader.NamespaceURI.Length > 0 || name is "xmlns")) return null;
        if (isLink && !reader.Value.StartsWith('#')) return At(reader, DocumentCodes.SvgOutside, Short(reader.Value));
        if (!isLink && Outside(reader.Value, name == "style") is { } found) return At(reader, DocumentCodes.SvgOutside, found);
        writer.WriteAttributeString(name, reader.Value);
        return null;
    }

    private static bool IsDrawn(XmlReader reader) => reader.NamespaceURI == Space && Drawn.Contains(reader.LocalName);

    /// <summary>Scripts and foreign pages in any namespace; pictures and links in that of drawings.</summary>
    private static DocumentRefusal? Forbidden(XmlReader reader)
    {
        if (Active.Contains(reader.LocalName)) return At(reader, DocumentCodes.SvgActive, reader.LocalName);
        return reader.NamespaceURI == Space && Fetching.Contains(reader.LocalName) ? At(reader, DocumentCodes.SvgOutside, reader.LocalName) : null;
    }

    /// <summary>What in a value or a style would fetch something: an address that is not within the drawing, or a word that could hide one.</summary>
    private static string? Outside(string value, bool isStyle)
    {
        if (isStyle && value.AsSpan().IndexOfAny('@', '\\') is >= 0 and var at) return Short(value[at..]);
        foreach (var word in (string[])["javascript:", "image(", "image-set(", "src(", "expression("])
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase)) return word;
        }

        for (var from = Next(value, 0); from >= 0; from = Next(value, from + 4))
        {
            if (!value.AsSpan(from + 4).TrimStart(" \t\r\n\"'").StartsWith("#")) return Short(value[from..]);
        }

        // Outside of a style sheet an escape could still spell "url".
        return value.Contains('\\', StringComparison.Ordinal) ? "\\" : null;
        static int Next(string value, int from) => value.IndexOf("url(", from, StringComparison.OrdinalIgnoreCase);
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static DocumentRefusal At(XmlReader reader, string code, string found) =>
        DocumentRefusal.Of(code, ("found", found), ("line", ((IXmlLineInfo)reader).LineNumber.ToString(CultureInfo.InvariantCulture)));
}
