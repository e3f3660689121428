using System.Buffers;
using System.Globalization;
using System.Xml;

namespace Tessera.Interchange.Documents.Archives;

/// <summary>The text of DOCX (ECMA-376 part 1, clause 17) and ODT (OASIS OpenDocument 1.3 part 3), read as a stream of XML: constant memory beside the text.</summary>
internal static class PackageText
{
    private const int MostSpaces = 100;
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWordNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string TextNamespace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public static void ReadDocx(ReadOnlyMemory<byte> content, BoundedText text)
    {
        var unpacking = new Unpacking(DocumentLimits.Unpacked);
        foreach (var part in WordParts.WithText(ZipDirectory.Read(content)).TakeWhile(p => Fits(p, unpacking)))
        {
            using var stream = Unpacking.Open(part);
            using var xml = PackageXml.Open(stream);
            xml.Read();
            while (!text.IsFull && !xml.EOF) WordNode(xml, text);
        }
    }

    public static void ReadOdt(ReadOnlyMemory<byte> content, BoundedText text)
    {
        if (ZipDirectory.Read(content).Find("content.xml") is not { } member) return;
        using var stream = Unpacking.Open(member);
        using var xml = PackageXml.Open(stream);
        xml.Read();
        var depth = 0;
        while (!text.IsFull && !xml.EOF) OpenDocumentNode(xml, text, ref depth);
    }

    /// <summary>Thousands of parts, each within its own limit, would still be too much.</summary>
    private static bool Fits(ZipMember part, Unpacking unpacking)
    {
        using var stream = Unpacking.Open(part);
        unpacking.Count(stream);
        return !unpacking.IsExhausted;
    }

    /// <summary>Takes in one node and goes on to the next.</summary>
    private static void WordNode(XmlReader xml, BoundedText text)
    {
        // The second version of the same drawing, for older programs.
        if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" })
        {
            xml.Skip();
            return;
        }

        var isWord = xml.NamespaceURI is WordNamespace or StrictWordNamespace;
        switch (xml.NodeType, isWord ? xml.LocalName : "")
        {
            case (XmlNodeType.Element, "t") when !xml.IsEmptyElement: AppendContent(xml, text); break;
            case (XmlNodeType.Element, "tab"): text.Append("\t"); break;
            case (XmlNodeType.Element, "noBreakHyphen"): text.Append("-"); break;
            case (XmlNodeType.Element, "br" or "cr"): text.EndLine(); break;
            case (XmlNodeType.EndElement, "p"): text.EndLine(); break;
            default: break;
        }

        xml.Read();
    }

    private static void AppendContent(XmlReader xml, BoundedText text)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth && !text.IsFull) AppendValue(xml, text);
    }

    private static void OpenDocumentNode(XmlReader xml, BoundedText text, ref int depth)
    {
        var isText = xml.NamespaceURI == TextNamespace;
        if (xml.NodeType == XmlNodeType.Element && (xml.LocalName is "annotation" || (isText && xml.LocalName is "tracked-changes")))
        {
            xml.Skip();
            return;
        }

        switch (xml.NodeType, isText ? xml.LocalName : "")
        {
            case (XmlNodeType.Element, "p" or "h"): depth += xml.IsEmptyElement ? 0 : 1; break;
            case (XmlNodeType.EndElement, "p" or "h"):
                depth--;
                text.EndLine();
                break;
            case (XmlNodeType.Element, "s"): text.Append(new string(' ', Spaces(xml.GetAttribute("c", TextNamespace)))); break;
            case (XmlNodeType.Element, "tab"): text.Append("\t"); break;
            case (XmlNodeType.Element, "line-break"): text.EndLine(); break;
            default:
                if (depth > 0) AppendValue(xml, text);
                break;
        }

        xml.Read();
    }

    private static int Spaces(string? count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var spaces) ? Math.Clamp(spaces, 1, MostSpaces) : 1;

    /// <summary>In pieces: one text node may be as long as the whole document.</summary>
    private static void AppendValue(XmlReader xml, BoundedText text)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) return;
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        while (!text.IsFull && xml.ReadValueChunk(buffer, 0, buffer.Length) is var read and > 0) text.Append(buffer.AsSpan(0, read));
        ArrayPool<char>.Shared.Return(buffer);
    }
}
