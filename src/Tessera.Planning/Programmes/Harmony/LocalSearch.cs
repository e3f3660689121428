namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// Tabu search (Glover, ORSA J. Computing 1(3), 1989) from the season as it is: the best change of one entry's day in each step, even for the worse; an entry that was
/// just changed rests for some steps. Where the most allowed are moved, one goes back as another moves. After <see cref="Patience"/> steps without a better plan about half of the best one's moves
/// are taken back by chance. A step costs the number of options plus the conflicts of the one changed; memory the size of the problem.
/// </summary>
/// <param name="steps">How many steps.</param>
/// <param name="seed">Of the choices by chance.</param>
public sealed class LocalSearch(int steps, int seed) : IHarmonySolver
{
    private const int Patience = 150;
    private const int LeastRest = 4;
    private const int MoreRest = 16;
    private const double Rounding = 1e-7;

    public string Name => "search";

    public HarmonySolution Solve(HarmonyProblem problem)
    {
        var random = new Random(seed);
        var state = new SearchState(problem);
        var (best, bestObjective, since) = ((int[])state.Choice.Clone(), state.Objective, 0);
        var restUntil = new int[problem.Variables];
        var step = 0;
        for (; step < steps; step++)
        {
            var change = Best(state, restUntil, step, bestObjective);
            if (change.Option < 0 || ++since > Patience)
            {
                Kick(state, best, random);
                since = 0;
                continue;
            }

            foreach (var option in new[] { change.Back, change.Option })
            {
                if (option < 0) continue;
                state.Take(option);
                restUntil[problem.VariableOf[option]] = step + LeastRest + random.Next(MoreRest);
            }

            if (state.Objective >= bestObjective - Rounding) continue;
            (best, bestObjective, since) = ((int[])state.Choice.Clone(), state.Objective, 0);
        }

        return new HarmonySolution(best, problem.Objective(best), false, step);
    }

    /// <summary>The change that makes the objective smallest: an option to take, and one to take before where another must go back for it.</summary>
    private static (int Option, int Back, double Delta) Best(SearchState state, int[] restUntil, int step, double bestObjective)
    {
        var problem = state.Problem;
        var isFull = state.MovedCount >= problem.MostMoved;
        var (single, outward, back) = ((Option: -1, Delta: double.MaxValue), (Option: -1, Delta: double.MaxValue), (Option: -1, Delta: double.MaxValue));
        for (var v = 0; v < problem.Variables; v++)
        {
            var current = state.Choice[v];
            for (var o = problem.First[v]; o < problem.First[v + 1]; o++)
            {
                if (o == current) continue;
                var delta = state.Cost[o] - state.Cost[current];
                if (restUntil[v] > step && state.Objective + delta >= bestObjective - Rounding) continue;
                var isOutward = isFull && problem.Moved[current] == 0;
                if (isOutward && delta < outward.Delta) outward = (o, delta);
                if (!isOutward && delta < single.Delta) single = (o, delta);
                if (problem.Moved[o] == 0 && delta < back.Delta) back = (o, delta);
            }
        }

        if (outward.Option < 0 || back.Option < 0) return (single.Option, -1, single.Delta);
        var both = outward.Delta + back.Delta - state.Between(outward.Option, back.Option);
        return both < single.Delta ? (outward.Option, back.Option, both) : (single.Option, -1, single.Delta);
    }

    /// <summary>The best plan with about half of its moves taken back.</summary>
    private static void Kick(SearchState state, int[] best, Random random)
    {
        state.GoTo(best);
        for (var v = 0; v < best.Length; v++)
        {
            if (random.Next(2) == 0) state.Take(state.Problem.StayOf(v));
        }
    }
}
