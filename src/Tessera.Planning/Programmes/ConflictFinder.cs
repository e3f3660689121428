using Tessera.Planning.Programmes.Sweep;

namespace Tessera.Planning.Programmes;

/// <summary>
/// Finds what is in whose way. A sweep over time (Bentley and Ottmann's idea, IEEE Trans. Comput. C-28, 1979) with a grid over space: n log n for n entries,
/// plus the pairs that meet in time and whose catchments meet, plus the facts of the days taken. All pairs would be n². Deterministic: the same season gives
/// the same conflicts in the same order.
/// </summary>
public static class ConflictFinder
{
    /// <summary>All conflicts of the season. Refused by ArgumentException: two entries with one key, one that ends before it begins or has no catchment.</summary>
    public static IReadOnlyList<Conflict> Find(Season season, ConflictSettings settings)
    {
        var compiled = new CompiledSeason(season, settings);
        var found = PlacementSweep.Run(compiled.Subjects, compiled.Placements, settings);
        for (var i = 0; i < compiled.Placements.Length; i++)
            compiled.Days.Assess(season.Entries[i], compiled.Subjects[i], compiled.Placements[i], i, settings, found);
        return found;
    }
}
