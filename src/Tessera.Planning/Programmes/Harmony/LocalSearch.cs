namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// Tabu search (Glover, ORSA J. Computing 1(3), 1989) from the season as it is: the best change of one entry's day in each step, even for the worse; an entry
/// that was just changed rests for some steps. Where the most allowed are moved, one goes back as another moves. After <see cref="Patience"/> steps without a
/// better plan it begins again near the best one (<see cref="Kick"/>). A step costs the number of options plus the conflicts of the one changed; memory the
/// size of the problem.
/// </summary>
/// <param name="steps">How many steps.</param>
/// <param name="seed">Of the choices by chance.</param>
public sealed class LocalSearch(int steps, int seed) : IHarmonySolver
{
    private const int Patience = 150;
    private const int LeastRest = 4;
    private const int MoreRest = 16;
    private const int LeastForced = 10;
    private const int MoreForced = 40;
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
                Kick(state, best, random, restUntil, step);
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

    /// <summary>
    /// Begins again near the best plan: either with about half of its moves taken back, or with one to three entries in conflict put on other days by chance,
    /// where they rest until the others have made room. The second finds what no single step does: two that must both move, each of which alone would only
    /// run into others.
    /// </summary>
    private static void Kick(SearchState state, int[] best, Random random, int[] restUntil, int step)
    {
        state.GoTo(best);
        if (best.Length == 0) return;
        if (random.Next(2) == 0) TakeHalfBack(state, random);
        else
        {
            for (var left = 1 + random.Next(3); left > 0; left--) Force(state, random, restUntil, step);
        }

        // Too many may be moved now: first those go back that were not just put there, then any.
        var (from, count) = (random.Next(best.Length), best.Length);
        for (var i = 0; i < 2 * count && state.MovedCount > state.Problem.MostMoved; i++)
        {
            var v = (from + i) % count;
            if (restUntil[v] <= step || i >= count) state.Take(state.Problem.StayOf(v));
        }
    }

    private static void TakeHalfBack(SearchState state, Random random)
    {
        for (var v = 0; v < state.Choice.Length; v++)
        {
            if (random.Next(2) == 0) state.Take(state.Problem.StayOf(v));
        }
    }

    /// <summary>Puts one entry on another day by chance; the more conflict it has, the likelier it is this one.</summary>
    private static void Force(SearchState state, Random random, int[] restUntil, int step)
    {
        var problem = state.Problem;
        var drawn = random.NextDouble() * state.Choice.Sum(o => state.Cost[o]);
        var v = 0;
        while (v < problem.Variables - 1 && (drawn -= state.Cost[state.Choice[v]]) > 0) v++;
        state.Take(problem.First[v] + random.Next(problem.First[v + 1] - problem.First[v]));
        restUntil[v] = step + LeastForced + random.Next(MoreForced);
    }
}
