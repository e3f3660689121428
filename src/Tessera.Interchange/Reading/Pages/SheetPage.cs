namespace Tessera.Interchange.Reading.Pages;

/// <summary>The cells of a spreadsheet as a page: each sheet a table, each cell a block. Linear.</summary>
internal static class SheetPage
{
    /// <summary>Reads the rows of some sheets; empty cells are left out, but keep their place.</summary>
    public static PageText Read(IEnumerable<IEnumerable<IReadOnlyList<string>>> sheets)
    {
        var page = new PageTextBuilder();
        var table = 0;
        foreach (var sheet in sheets)
        {
            var row = 0;
            table++;
            foreach (var cells in sheet)
            {
                for (var column = 0; column < cells.Count; column++) Add(page, cells[column], new Block(BlockKind.Cell, 0, 0, 0, 0, table, row, column));
                row++;
            }
        }

        return page.Build();
    }

    private static void Add(PageTextBuilder page, string cell, Block place)
    {
        page.Begin(place);
        foreach (var line in cell.Split('\n'))
        {
            page.Append(line);
            page.EndLine();
        }
    }
}
