namespace Tessera.Planning.Programmes.Harmony;

/// <summary>A proposal for one organiser, with all that speaks for and against it. Reasons are the heaviest first.</summary>
/// <param name="From">The day it stands on.</param>
/// <param name="Price">What the move costs, in visitors.</param>
/// <param name="Saves">How much the season's conflict would rise if this one move were refused and all others made.</param>
/// <param name="Vanish">Its conflicts today that it would not have.</param>
/// <param name="Remain">Its conflicts that stay.</param>
/// <param name="Arise">Conflicts on the new day that it does not have today.</param>
public sealed record PlannedMove(
    string Key, DateOnly From, DateOnly To, double Price, double Saves,
    IReadOnlyList<ConflictReason> Vanish, IReadOnlyList<ConflictReason> Remain, IReadOnlyList<ConflictReason> Arise)
{
    /// <summary>Positive is later.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>What is proposed for a season.</summary>
/// <param name="Moves">What saves most first.</param>
/// <param name="Price">Of all moves.</param>
/// <param name="Movable">How many entries could be moved.</param>
/// <param name="MostMoved">How many were allowed to.</param>
/// <param name="Solver">exact or search.</param>
/// <param name="IsProven">Is it known that no plan has a smaller remaining conflict plus price?</param>
/// <param name="After">The season with all moves made.</param>
public sealed record HarmonyPlan(
    IReadOnlyList<PlannedMove> Moves, ConflictTotals Before, ConflictTotals Afterwards, double Price, int Movable, int MostMoved, string Solver, bool IsProven, Season After)
{
    /// <summary>Remaining conflict and price: what was made as small as possible.</summary>
    public double Objective => Afterwards.Weight + Price;

    /// <summary>The part of the conflict's weight that is gone, 0 to 1; 0 where there was none.</summary>
    public double Fall => Before.Weight > 0 ? 1 - (Afterwards.Weight / Before.Weight) : 0;
}
