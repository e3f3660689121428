using System.Collections.Frozen;
using System.Net;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>
/// The lines of an HTML page. Hidden things (scripts, forms' choices) are left out; navigation, footers and columns beside the content are kept and marked. Linear in the page.
/// </summary>
internal sealed class HtmlPage
{
    private const int DeepestTable = 8;
    private static readonly FrozenSet<string> WithinLine = FrozenSet.Create("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private static readonly FrozenSet<string> Aside = FrozenSet.Create("nav", "footer", "aside");
    private static readonly string[] Besides = ["navig", "navbar", "menu", "footer", "sidebar", "breadcrumb", "cookie", "share", "social", "search", "skip", "topbar", "related", "teaser", "language"];
    private readonly PageTextBuilder _text = new();
    private readonly Stack<TableGrid> _tables = new();
    private int _tableCount;
    private int _aside;
    private int _boxes;
    private readonly Stack<int> _besides = new();
    private int _lists;
    private int _strong;
    private bool _isHeader;

    private HtmlPage()
    {
    }

    /// <summary>Reads a page.</summary>
    public static PageText Read(string html)
    {
        var page = new HtmlPage();
        foreach (var piece in HtmlTokens.Of(html)) page.Take(piece);
        return page._text.Build();
    }

    private void Take(HtmlPiece piece)
    {
        if (piece.Name.Length == 0) _text.Append(WebUtility.HtmlDecode(piece.Inner.ToString()));
        else if (piece.IsEnd) Close(piece.Name);
        else Open(piece);
    }

    private void Open(HtmlPiece piece)
    {
        switch (piece.Name)
        {
            case "html":
                _text.Language = piece.Attribute("lang") is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null;
                break;
            case "title":
                _text.Begin(Layout(BlockKind.Title));
                break;
            case "br":
                _text.EndLine();
                break;
            case "a":
                _text.BeginLink(piece.Attribute("href") ?? "");
                break;
            case "b" or "strong":
                _text.IsStrong = ++_strong > 0;
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _text.Begin(Layout(BlockKind.Heading, piece.Name[1] - '0'));
                break;
            case "ul" or "ol":
                _lists++;
                _text.Begin(Layout(BlockKind.Text));
                break;
            case "li" or "dd":
                _text.Begin(Layout(BlockKind.Item, Math.Max(1, _lists)));
                break;
            case "table" or "tr" or "td" or "th":
                OpenTable(piece);
                break;
            default:
                OpenOther(piece);
                break;
        }
    }

    private void OpenOther(HtmlPiece piece)
    {
        var name = piece.Name;
        if (WithinLine.Contains(name)) return;
        if (Aside.Contains(name)) _aside++;
        if (name is "div" or "section" or "header" && ++_boxes is var depth && IsBeside(piece)) _besides.Push(depth);
        _text.Begin(Layout(BlockKind.Text));
    }

    /// <summary>Does the name or class of a box say that it stands beside the content?</summary>
    private static bool IsBeside(HtmlPiece piece)
    {
        var (name, classes) = (piece.Attribute("id") ?? "", piece.Attribute("class") ?? "");
        return (piece.Attribute("role") ?? "") is "navigation" or "banner" or "contentinfo" or "search" || Besides.Any(b => name.Contains(b, StringComparison.OrdinalIgnoreCase) || classes.Contains(b, StringComparison.OrdinalIgnoreCase));
    }

    private void OpenTable(HtmlPiece piece)
    {
        if (piece.Name == "table")
        {
            if (_tables.Count < DeepestTable) _tables.Push(new TableGrid(++_tableCount));
        }
        else if (_tables.TryPeek(out var table))
        {
            if (piece.Name == "tr") table.NextRow();
            else table.NextCell(piece.Attribute("colspan"), piece.Attribute("rowspan"));
            _isHeader = piece.Name == "th";
            _text.Begin(Layout(BlockKind.Cell));
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "a":
                _text.EndLink();
                break;
            case "b" or "strong":
                _text.IsStrong = --_strong > 0;
                break;
            case "ul" or "ol":
                _lists = Math.Max(0, _lists - 1);
                _text.Begin(Layout(BlockKind.Text));
                break;
            case "table":
                _tables.TryPop(out _);
                _text.Begin(Layout(BlockKind.Text));
                break;
            default:
                if (WithinLine.Contains(name)) break;
                if (Aside.Contains(name)) _aside = Math.Max(0, _aside - 1);
                if (name is "div" or "section" or "header") CloseBox();
                if (name is not ("td" or "th" or "tr")) _text.Begin(Layout(name is "li" or "p" or "div" && _lists > 0 ? BlockKind.Item : BlockKind.Text, _lists));
                break;
        }
    }

    private void CloseBox()
    {
        if (_besides.TryPeek(out var depth) && depth >= _boxes) _besides.Pop();
        _boxes = Math.Max(0, _boxes - 1);
    }

    /// <summary>What a line that begins here is; within a table's cell every line belongs to the cell.</summary>
    private Block Layout(BlockKind kind, int level = 0)
    {
        var layout = new Block(kind, 0, 0, level, 0, IsAside: _aside > 0 || _besides.Count > 0);
        if (!_tables.TryPeek(out var place) || place.Column < 0) return layout;
        return layout with { Kind = kind is BlockKind.Heading ? kind : BlockKind.Cell, Table = place.Table, Row = place.Row, Column = place.Column, IsHeader = _isHeader };
    }
}
