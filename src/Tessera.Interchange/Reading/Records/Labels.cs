using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Sheets of labels and values: a line that holds only a label says what the next line is.</summary>
internal static class Labels
{
    private const int LongestLabel = 5;
    private const string FirstContact = "first-contact";

    /// <summary>The lines, each value with its label as if it stood in it.</summary>
    public static List<Line> Join(IEnumerable<Line> lines)
    {
        var joined = new List<Line>();
        Mention? open = null;
        foreach (var line in lines)
        {
            var label = line.Words <= LongestLabel ? line.First(Says.Label) : null;
            var isLabel = label is not null && line.Outside(Says.Label, Says.Kind, Says.Role, "since", "inhabitants", "in", "and", "title") == 0;
            joined.Add(open is null || isLabel ? line : With(line, open));
            open = !isLabel ? null : line.Has(Says.Role, FirstContact) ? label! with { Value = FirstContact } : label;
        }

        return joined;
    }

    /// <summary>A line with a label, and with the figure that the label makes of its number.</summary>
    public static Line With(Line line, Mention label)
    {
        var own = label with { Start = line.Start, End = line.Start };
        var figures = label.Value is "population" or "area" && !line.Has(Says.Population) && !line.Has(Says.Area) ? NumberScanner.Find(line.Tokens, [own], [.. line.All(Says.Date)]) : [];
        var kinds = label.Value == "kind" && !line.Has(Says.Kind) ? line.All("kindword").Select(k => k with { Key = Says.Kind }) : [];
        return line with { Mentions = [own, .. figures, .. kinds, .. line.Mentions] };
    }
}
