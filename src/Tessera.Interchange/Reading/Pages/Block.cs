namespace Tessera.Interchange.Reading.Pages;

/// <summary>What a block of a page is.</summary>
public enum BlockKind
{
    /// <summary>A line or paragraph.</summary>
    Text,

    /// <summary>The title of the page's window.</summary>
    Title,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A cell of a table.</summary>
    Cell,
}

/// <summary>A link within a page: the words it lies on and where it leads.</summary>
public sealed record PageLink(int Start, int End, string Address);

/// <summary>One line of a page, as a reader sees it.</summary>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Level">Of a heading 1 to 6; of an item its depth from 1; else 0.</param>
/// <param name="Group">Lines of one paragraph, item or cell bear one number; it grows.</param>
/// <param name="Table">Number of the table, from 1; 0 outside one.</param>
/// <param name="Row">Row in the table, from 0.</param>
/// <param name="Column">Column in the table, from 0; a spanned column counts.</param>
/// <param name="IsAside">Does it stand in navigation, a footer or beside the content?</param>
/// <param name="IsStrong">Does the line begin in bold?</param>
/// <param name="IsHeader">Is it a table's header cell?</param>
public sealed record Block(BlockKind Kind, int Start, int End, int Level, int Group, int Table = 0, int Row = 0, int Column = 0, bool IsAside = false, bool IsStrong = false, bool IsHeader = false)
{
    /// <summary>The number of signs.</summary>
    public int Length => End - Start;
}

/// <summary>
/// A page as plain text with what is known of its layout. Every later stage points into <see cref="Text"/>, so that each thing read can be shown where it stands.
/// </summary>
/// <param name="Text">The whole text; lines are parted by line ends.</param>
/// <param name="Blocks">The lines in order, none empty.</param>
/// <param name="Links">The links in order.</param>
/// <param name="Language">The language that the page declares, as a two-letter code; null when it declares none.</param>
public sealed record PageText(string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<PageLink> Links, string? Language)
{
    /// <summary>The links that begin within a stretch, in order; found by halving, since every record asks.</summary>
    public IEnumerable<PageLink> LinksFrom(int start, int end)
    {
        var (low, high) = (0, Links.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Links[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        for (; low < Links.Count && Links[low].Start <= end; low++) yield return Links[low];
    }

    /// <summary>The words of a block.</summary>
    public string Of(Block block) => Text[block.Start..block.End];
}
