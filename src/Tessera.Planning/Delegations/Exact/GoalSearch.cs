namespace Tessera.Planning.Delegations.Exact;

/// <summary>What is known of one goal of a program.</summary>
/// <param name="Values">The best found; null where nothing feasible was.</param>
/// <param name="Bound">No feasible values have a smaller objective.</param>
/// <param name="IsProven">Is the objective the least, or is it known that nothing is feasible?</param>
/// <param name="Lower">Bounds that everything as good keeps.</param>
internal sealed record GoalFound(int[]? Values, long Value, long Bound, bool IsProven, int[] Lower, int[] Upper);

/// <summary>Finds the least value of one goal: reduces the program, searches, and begins anew with fewer columns once the best known excludes most of them.</summary>
internal static class GoalSearch
{
    /// <param name="goal">The goal's number: rows of later goals are left out.</param>
    /// <param name="start">Feasible values to beat.</param>
    public static GoalFound Find(IntegerProgram program, ProgramGoal of, int goal, int[]? start, WorkBudget budget)
    {
        var (values, lower, upper) = (start, program.Lower, program.Upper);
        Lasting? lasting = null;
        while (true)
        {
            long? best = values is null ? null : of.Value(values);
            if (best <= of.Floor) return Found(program, values, best!.Value, best.Value, true, lasting);
            if (Reduction.Of(program, lower, upper, of.Cost, goal) is not { } reduction) return Ended(program, of, values, lasting);
            var (cost, constant) = (reduction.Of(of.Cost), reduction.Constant(of.Cost));
            var search = new BranchAndBound(reduction.Program, cost, best - constant, of.Floor - constant, budget);
            var end = search.Run();
            if (search.Values is { } found) values = reduction.Expand(found);
            lasting ??= search.RootDuals is { } duals ? new Lasting(reduction, cost, constant, duals) : null;
            if (end == SearchEnd.Proven) return Ended(program, of, values, lasting);
            if (end == SearchEnd.Spent) return Found(program, values, values is null ? 0 : of.Value(values), search.Bound == long.MinValue ? of.Floor : search.Bound + constant, false, lasting);
            (lower, upper) = reduction.Expand(search.Narrowed.Lower, search.Narrowed.Upper);
        }
    }

    private static GoalFound Ended(IntegerProgram program, ProgramGoal of, int[]? values, Lasting? lasting)
    {
        var value = values is null ? 0 : of.Value(values);
        return Found(program, values, value, value, true, lasting);
    }

    private static GoalFound Found(IntegerProgram program, int[]? values, long value, long bound, bool isProven, Lasting? lasting)
    {
        var (lower, upper) = values is not null && isProven && lasting is not null ? lasting.Narrowed(value) : (program.Lower, program.Upper);
        return new GoalFound(values, value, bound, isProven, lower, upper);
    }

    /// <summary>The first root's multipliers: with the final value they tell which columns nothing as good can have.</summary>
    private sealed record Lasting(Reduction Reduction, int[] Cost, long Constant, double[] Duals)
    {
        public (int[] Lower, int[] Upper) Narrowed(long value)
        {
            var program = Reduction.Program;
            var root = new NodeBounds(program);
            new ExactBound(program).Of(Cost, Duals, root, ExactBound.Divisor(Cost), value - Constant);
            return Reduction.Expand(root.Lower, root.Upper);
        }
    }
}
