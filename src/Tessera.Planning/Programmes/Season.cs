namespace Tessera.Planning.Programmes;

/// <summary>The programmes of a region and what is known of its days. Conflicts name both by their place in these lists.</summary>
public sealed record Season(IReadOnlyList<ProgrammeEntry> Entries, IReadOnlyList<DayFact> Facts)
{
    /// <summary>The season with some of its entries on other days.</summary>
    public Season With(IReadOnlyDictionary<string, DateOnly> days) =>
        this with { Entries = [.. Entries.Select(e => days.TryGetValue(e.Key, out var day) ? e.On(day) : e)] };
}
