using System.Text;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>Writes a <see cref="PageText"/> line by line.</summary>
internal sealed class PageTextBuilder
{
    private const int MostLinesOfCell = 12;

    /// <summary>A line is ended at the next space from here on, and at the next sign from <see cref="LongestLine"/>: no paragraph is so long, and what is sought within a line stays bounded.</summary>
    private const int LongLine = 2_000;
    private const int LongestLine = 2_400;
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<PageLink> _links = [];
    private Block _now = new(BlockKind.Text, 0, 0, 0, 0);
    private int _group;
    private int _lineStart;
    private bool _isStrong;
    private (int Start, string Address)? _link;

    /// <summary>The language that the page declares.</summary>
    public string? Language { get; set; }

    /// <summary>Is what is written now set in bold?</summary>
    public bool IsStrong { get; set; }

    /// <summary>What the lines from here on are.</summary>
    public void Begin(Block layout)
    {
        EndLine();
        _now = layout;
        _group++;
    }

    /// <summary>Adds words; runs of white space become one space.</summary>
    public void Append(string words)
    {
        foreach (var sign in words)
        {
            if (sign is '\u00AD' or '\u200B' or '\uFEFF') continue;
            if (_text.Length - _lineStart >= (char.IsWhiteSpace(sign) ? LongLine : LongestLine)) EndLine();
            if (!char.IsWhiteSpace(sign)) Append(sign);
            else if (_text.Length > _lineStart && _text[^1] != ' ') _text.Append(' ');
        }
    }

    /// <summary>Ends the line; an empty one leaves nothing.</summary>
    public void EndLine()
    {
        var link = _link;
        EndLink();
        var end = _text.Length;
        while (end > _lineStart && _text[end - 1] == ' ') end--;
        if (end > _lineStart)
        {
            _blocks.Add(_now with { Start = _lineStart, End = end, Group = _group, IsStrong = _isStrong });
            _text.Append('\n');
        }
        else _text.Length = _lineStart;

        _lineStart = _text.Length;
        _isStrong = false;
        if (link is { } open) BeginLink(open.Address);
    }

    public void BeginLink(string address) => _link = (_text.Length, address);

    public void EndLink()
    {
        if (_link is { } link && _text.Length > link.Start) _links.Add(new PageLink(link.Start, _text.Length, link.Address));
        _link = null;
    }

    public PageText Build()
    {
        EndLine();
        return new PageText(_text.ToString(), [.. Unlaid()], _links, Language);
    }

    /// <summary>Tables of one row, and those whose cells hold whole pages, lay out a page and list nothing: their lines stand by themselves.</summary>
    private IEnumerable<Block> Unlaid()
    {
        var layouts = _blocks.Where(b => b.Table > 0).GroupBy(b => b.Table)
            .Where(t => t.Select(b => b.Row).Distinct().Count() == 1 || t.GroupBy(b => (b.Row, b.Column)).Any(c => c.Count() > MostLinesOfCell)).Select(t => t.Key).ToHashSet();
        return _blocks.Select(b => layouts.Contains(b.Table) ? b with { Kind = b.Kind == BlockKind.Cell ? BlockKind.Text : b.Kind, Table = 0, Row = 0, Column = 0 } : b);
    }

    private void Append(char sign)
    {
        if (_text.Length == _lineStart) _isStrong = IsStrong;
        _text.Append(sign);
    }
}
