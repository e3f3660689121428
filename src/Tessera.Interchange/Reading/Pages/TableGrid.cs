namespace Tessera.Interchange.Reading.Pages;

/// <summary>Counts the rows and columns of a table that is being read, with cells that reach over several of them.</summary>
internal sealed class TableGrid(int table)
{
    private const int WidestCell = 50;
    private const int TallestCell = 1_000;

    /// <summary>Columns from here on are not watched for cells that reach down: so wide a table is no list of partners.</summary>
    private const int MostWatched = 64;

    /// <summary>The last row that the cell above reaches, by column.</summary>
    private readonly int[] _heldTo = [.. Enumerable.Repeat(-1, MostWatched)];
    private int _next;

    /// <summary>The table's number.</summary>
    public int Table { get; } = table;

    /// <summary>The row, from 0; before the first one -1.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>The first column of the cell, from 0; before a row's first cell -1.</summary>
    public int Column { get; private set; } = -1;

    public void NextRow() => (Row, Column, _next) = (Row + 1, -1, 0);

    /// <summary>The next cell, with how many columns and rows it reaches over, as the page writes them.</summary>
    public void NextCell(string? columns, string? rows)
    {
        Row = Math.Max(Row, 0);
        while (_next < MostWatched && _heldTo[_next] >= Row) _next++;
        Column = _next;
        _next += Span(columns, WidestCell);
        for (var held = Column; held < Math.Min(_next, MostWatched); held++) _heldTo[held] = Row + Span(rows, TallestCell) - 1;
    }

    private static int Span(string? written, int most) => int.TryParse(written, out var span) ? Math.Clamp(span, 1, most) : 1;
}
