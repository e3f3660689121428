namespace Tessera.Planning.Delegations.Exact;

/// <summary>What was found for a program with several goals.</summary>
/// <param name="Values">Null where nothing feasible was found.</param>
/// <param name="Goals">The value of each goal.</param>
/// <param name="Bounds">Of each goal what it cannot go below, the goals before it being as they are; equal to the value where that is proven.</param>
/// <param name="IsProven">Is it proven that nothing is better (or feasible at all)?</param>
/// <param name="Nodes">How many nodes were looked at.</param>
public sealed record LexicographicFound(int[]? Values, long[] Goals, long[] Bounds, bool IsProven, long Nodes = 0);

/// <summary>
/// The best values by goals in the order of their weight: each is made small in turn and then kept there, so that numbers stay small and each bound is rounded to
/// what the goal can be. Parts of the program that have no row in common are solved by themselves. A goal whose floor is known is first taken to be there; only
/// where that cannot be is it worked out.
/// </summary>
public static class LexicographicSolver
{
    /// <param name="complete">Sets the columns that only later goals use, by the others; none where there are no such columns.</param>
    /// <param name="mostNodes">After so many nodes it gives the best it has, with bounds.</param>
    public static LexicographicFound Solve(
        IntegerProgram program, IReadOnlyList<ProgramGoal> goals, long mostNodes, Func<int[], int[]>? complete = null, CancellationToken cancellation = default)
    {
        var budget = new WorkBudget(mostNodes, cancellation);
        var parts = ProgramParts.Of(program);
        if (parts is null) return new LexicographicFound(null, [], [], true);
        var values = (int[])program.Lower.Clone();
        var (bounds, isProven) = (new long[goals.Count], true);
        foreach (var part in parts)
        {
            var found = new LexicographicRun(part.Program, part.Goals(goals), part.Complete(complete, program.Columns), budget).Solve();
            if (found.Values is null) return found with { Goals = [], Bounds = [], Nodes = budget.Spent };
            part.Write(found.Values, values);
            for (var g = 0; g < goals.Count; g++) bounds[g] += found.Bounds[g];
            isProven &= found.IsProven;
        }

        return new LexicographicFound(values, [.. goals.Select(g => g.Value(values))], bounds, isProven, budget.Spent);
    }
}

/// <summary>One part of a program, solved goal by goal.</summary>
internal sealed class LexicographicRun(IntegerProgram whole, IReadOnlyList<ProgramGoal> goals, Func<int[], int[]> complete, WorkBudget budget)
{
    private const int ShareOfAttempt = 8;
    private static readonly ProgramGoal None = new("none", [], 0);

    private readonly long[] _bounds = new long[goals.Count];

    public LexicographicFound Solve()
    {
        var (values, isProven) = goals.Count == 0 ? Any() : From(0, whole, null, budget);
        return new LexicographicFound(values, values is null ? [] : [.. goals.Select(g => g.Value(values))], _bounds, isProven);
    }

    private (int[]? Values, bool IsProven) Any()
    {
        var found = GoalSearch.Find(whole, None with { Cost = new int[whole.Columns] }, 0, null, budget);
        return (found.Values, found.IsProven);
    }

    private (int[]? Values, bool IsProven) From(int goal, IntegerProgram program, int[]? start, WorkBudget work)
    {
        if (goal == goals.Count) return (start, true);
        var (of, isLast, tried) = (goals[goal], goal == goals.Count - 1, (int[]?)null);
        if (of.Floor > ProgramRow.NoLimit && start is null && !isLast)
        {
            // Taken to be at its floor, which needs no proof if it can be.
            var atFloor = From(goal + 1, program.With(of.AtMost(of.Floor, goal)), null, work.Share(ShareOfAttempt));
            (_bounds[goal], tried) = (of.Floor, atFloor.Values);
            if (atFloor is { Values: not null, IsProven: true }) return atFloor;
        }

        var found = GoalSearch.Find(program, of, goal, start ?? tried, work);
        _bounds[goal] = found.Bound;
        if (found.Values is null) return (null, found.IsProven);
        var values = complete(found.Values);
        if (found.IsProven) return From(goal + 1, (program with { Lower = found.Lower, Upper = found.Upper }).With(of.AtMost(found.Value, goal)), values, work);
        for (var later = goal + 1; later < goals.Count; later++) _bounds[later] = goals[later].Floor;
        return (values, false);
    }
}
