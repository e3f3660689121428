using Tessera.Interchange.Documents;
using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>Makes a page's text of what was uploaded or pasted: HTML, plain text, CSV, TSV, JSON, XLSX or DOCX, told by its content and never by its name. An .xls that is really HTML is read as HTML.</summary>
public static class PageSource
{
    private const int Looked = 2_000;
    private static readonly string[] Tags = ["<html", "<!doctype", "<body", "<div", "<table", "<p>", "<ul", "<h1", "<h2", "<span", "<br"];

    /// <summary>Reads a file.</summary>
    /// <param name="contentType">What the host that sent it says it is, such as <c>text/html; charset=windows-1250</c>; null where nobody said anything.</param>
    /// <returns>Null when it is of no kind that can be read as lines, such as a picture.</returns>
    public static PageText? Read(byte[] content, string? contentType = null)
    {
        if (content is [(byte)'P', (byte)'K', 3, 4, ..]) return Package(content);
        if (content.AsSpan(0, Math.Min(content.Length, Looked)).Contains((byte)0) && content is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])) return null;
        return Read(Decoding.Read(content, contentType));
    }

    /// <summary>Reads a text.</summary>
    public static PageText Read(string text)
    {
        if (IsHtml(text)) return HtmlPage.Read(text);
        if (text.AsSpan().TrimStart() is ['{' or '[', ..] && JsonRows.Read(text) is { } rows) return SheetPage.Read([rows]);
        return DelimitedRows.Delimiter(text) is { } delimiter && (delimiter != ',' || IsCommaTable(text)) ? SheetPage.Read([DelimitedRows.Read(text, delimiter)]) : PlainPage.Read(text);
    }

    private static PageText? Package(byte[] content)
    {
        var directory = ZipDirectory.Read(content);
        if (directory.Refusal is not null || directory.Members.Sum(m => m.Unpacked) > DocumentLimits.Unpacked) return null;
        if (directory.Find("xl/workbook.xml") is not null) return SheetPage.Read(WorkbookRows.Read(content));
        return directory.Find("word/document.xml") is not null ? WordPage.Read(content) : null;
    }

    /// <summary>Lines of "Town, Country" have one comma each and are no table: one has at least three columns, or a heading that no line repeats in kind.</summary>
    private static bool IsCommaTable(string text) => text.AsSpan(0, Math.Min(text.Length, Looked)) is var head && head.IndexOf('\n') is var end and > 0 && head[..end].Count(',') >= 2;

    private static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Looked));
        foreach (var tag in Tags)
        {
            if (head.Contains(tag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
