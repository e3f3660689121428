using Tessera.Planning.Programmes;

namespace Tessera.Features.Programmes;

/// <summary>A season's conflicts added up.</summary>
/// <param name="Weight">Visitors lost, each counted as much as its kind of conflict weighs.</param>
public sealed record SeasonTotals(int Conflicts, double Weight, double VisitorsLost)
{
    /// <summary>Of what was found.</summary>
    public static SeasonTotals Of(ConflictTotals totals) => new(totals.Count, totals.Weight, totals.VisitorsLost);
}

/// <summary>What a plan promises.</summary>
/// <param name="Movable">How many programmes could be moved.</param>
/// <param name="MostMoved">How many of them a plan may move.</param>
/// <param name="Moved">How many it moves.</param>
/// <param name="IsProven">Is it known that no plan is better?</param>
public sealed record PlanFigures(SeasonTotals Before, SeasonTotals After, int Programmes, int Movable, int MostMoved, int Moved, double Price, bool IsProven)
{
    /// <summary>Of nothing.</summary>
    public static PlanFigures None { get; } = new(new SeasonTotals(0, 0, 0), new SeasonTotals(0, 0, 0), 0, 0, 0, 0, 0, false);

    /// <summary>The part of the weight that goes away, 0 to 1.</summary>
    public double Fall => Before.Weight > 0 ? 1 - (After.Weight / Before.Weight) : 0;
}

/// <summary>What speaks for a move and against it, the heaviest first; other programmes stand under the keys they have in their season.</summary>
public sealed record MoveReasons
{
    /// <summary>Nothing.</summary>
    public static MoveReasons None { get; } = new();

    /// <summary>Conflicts of today that it would not have.</summary>
    public IReadOnlyList<ConflictReason> Vanish { get; init; } = [];

    /// <summary>Conflicts that stay.</summary>
    public IReadOnlyList<ConflictReason> Remain { get; init; } = [];

    /// <summary>Conflicts of the new day.</summary>
    public IReadOnlyList<ConflictReason> Arise { get; init; } = [];
}
