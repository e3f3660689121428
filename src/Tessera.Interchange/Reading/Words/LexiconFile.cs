namespace Tessera.Interchange.Reading.Words;

/// <summary>
/// The lines of a lexicon: <c>key = term; term</c>, comments after <c>#</c> at the beginning of a line. A key may come again; its terms add up. The files stand in Reading/Lexicons, one per
/// language, and docs/lexicons.md says what each key means.
/// </summary>
internal static class LexiconFile
{
    /// <summary>Key and terms of each line.</summary>
    /// <exception cref="FormatException">A line has no key or no equals sign.</exception>
    public static IEnumerable<(string Key, string Term)> Read(TextReader file)
    {
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line)) continue;
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new FormatException($"A line of a lexicon is \"key = term; term\", not: {line}");
            foreach (var term in line[(at + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return (line[..at].Trim(), term);
        }
    }
}
