namespace Tessera.Interchange.Reading.Pages;

/// <summary>The lines of a plain text, as pasted from a browser or a word processor. Bullets make items, lines between empty lines one group; lines parted by tabs make a table's cells. Linear.</summary>
internal static class PlainPage
{
    private const string Bullets = "•·▪◦‣●○■□▶►*–-—";

    /// <summary>Reads a text.</summary>
    public static PageText Read(string text)
    {
        var page = new PageTextBuilder();
        var (table, row, isNew) = (0, 0, true);
        foreach (var line in text.Split('\n'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 2 || cells.Count(c => c.Trim().Length > 0) < 2)
            {
                row = 0;
                Line(page, line.Trim(), isNew);
                isNew = string.IsNullOrWhiteSpace(line);
                continue;
            }

            if (row == 0) table++;
            for (var column = 0; column < cells.Length; column++)
            {
                page.Begin(new Block(BlockKind.Cell, 0, 0, 0, 0, table, row, column));
                page.Append(cells[column]);
            }

            row++;
            isNew = true;
        }

        return page.Build();
    }

    private static void Line(PageTextBuilder page, string words, bool isNew)
    {
        var isItem = words.Length > 1 && Bullets.Contains(words[0], StringComparison.Ordinal) && !char.IsDigit(words[1]);
        if (isItem || isNew) page.Begin(new Block(isItem ? BlockKind.Item : BlockKind.Text, 0, 0, isItem ? 1 : 0, 0));
        page.Append(isItem ? words[1..] : words);
        page.EndLine();
    }
}
