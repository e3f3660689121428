using CsvHelper;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>The rows of a CSV or TSV text, whatever sign parts its cells.</summary>
internal static class DelimitedRows
{
    private const int Looked = 30;
    private const int LongestRow = 1_000_000;
    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    /// <summary>Is it a table? At least two lines, most of them with the same number of one delimiter.</summary>
    public static char? Delimiter(string text)
    {
        var lines = text.Split('\n', Looked + 1).Take(Looked).Where(l => l.Trim().Length > 0).ToList();
        if (lines.Count < 2) return null;
        foreach (var delimiter in Delimiters)
        {
            var counts = lines.Select(l => l.Count(c => c == delimiter)).Where(c => c > 0).ToList();
            if (counts.Count * 10 < lines.Count * 8) continue;
            var usual = counts.GroupBy(c => c).MaxBy(g => g.Count())!;
            if (usual.Count() * 10 >= lines.Count * 7) return delimiter;
        }

        return null;
    }

    /// <summary>The rows, one by one.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string text, char delimiter)
    {
        var options = new CsvReaderOptions { Separator = delimiter, HasHeader = false, FieldCountMismatch = CsvFieldCountHandling.Allow, MaxRecordSize = LongestRow, SkipEmptyLines = true };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read()) yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}
