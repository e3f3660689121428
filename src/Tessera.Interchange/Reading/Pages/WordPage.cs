using System.Xml;
using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>The lines of a DOCX document (ECMA-376 part 1, clause 17) with its headings, lists and tables, read as a stream.</summary>
internal static class WordPage
{
    public static PageText Read(ReadOnlyMemory<byte> content)
    {
        var page = new PageTextBuilder();
        foreach (var part in WordParts.Types(ZipDirectory.Read(content)).Where(p => p.Type == WordParts.Main)) Read(part.Part, page);
        return page.Build();
    }

    private static void Read(ZipMember part, PageTextBuilder page)
    {
        using var stream = Unpacking.Open(part);
        using var xml = PackageXml.Open(stream);
        var place = new WordPlace();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text || xml.NodeType == XmlNodeType.SignificantWhitespace)
            {
                if (place.IsText) page.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element) place.Open(xml, page);
            else if (xml.NodeType == XmlNodeType.EndElement) place.Close(xml.LocalName, page);
        }
    }

    /// <summary>Where in the document's tables and paragraphs the reader stands.</summary>
    private sealed class WordPlace
    {
        private readonly Stack<(int Table, int Row, int Column)> _tables = new();
        private int _tableCount;

        public bool IsText { get; private set; }

        public void Open(XmlReader xml, PageTextBuilder page)
        {
            switch (xml.LocalName)
            {
                case "t":
                    IsText = !xml.IsEmptyElement;
                    break;
                case "p":
                    page.Begin(Layout(BlockKind.Text, 0));
                    break;
                case "pStyle" when Level(Attribute(xml, "val")) is var level and > 0:
                    page.Begin(Layout(BlockKind.Heading, level));
                    break;
                case "numPr":
                    page.Begin(Layout(BlockKind.Item, 1));
                    break;
                case "b" when Attribute(xml, "val") is not ("0" or "false"):
                    page.IsStrong = true;
                    break;
                case "r":
                    page.IsStrong = false;
                    break;
                case "br" or "cr":
                    page.EndLine();
                    break;
                case "tab":
                    page.Append(" ");
                    break;
                case "tbl":
                    _tables.Push((++_tableCount, -1, -1));
                    break;
                case "tr" or "tc" when _tables.TryPop(out var at):
                    _tables.Push(xml.LocalName == "tr" ? (at.Table, at.Row + 1, -1) : (at.Table, at.Row, at.Column + 1));
                    break;
                default:
                    break;
            }
        }

        public void Close(string name, PageTextBuilder page)
        {
            if (name == "t") IsText = false;
            else if (name == "p") page.EndLine();
            else if (name == "tbl") _tables.TryPop(out _);
        }

        private Block Layout(BlockKind kind, int level)
        {
            var layout = new Block(kind, 0, 0, level, 0);
            return _tables.TryPeek(out var at) && at.Column >= 0 ? layout with { Kind = BlockKind.Cell, Table = at.Table, Row = at.Row, Column = at.Column } : layout;
        }

        private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute("w:" + name) ?? xml.GetAttribute(name);

        /// <summary>Styles are named Heading1, heading 2, Cmsor3, Rubrik1, Titlu2 ... in their author's language: the figure at the end tells.</summary>
        private static int Level(string? style)
        {
            if (string.IsNullOrEmpty(style)) return 0;
            if (style.Equals("Title", StringComparison.OrdinalIgnoreCase)) return 1;
            return char.IsAsciiDigit(style[^1]) && style.Length > 4 && !style.Contains("List", StringComparison.OrdinalIgnoreCase) && !style.Contains("toc", StringComparison.OrdinalIgnoreCase) ? Math.Clamp(style[^1] - '0', 1, 6) : 0;
        }
    }
}
