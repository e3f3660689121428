namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// Proposes the fewest moves of movable entries that remove the most conflict: the remaining conflict, plus a price for each move and each day of it, is made
/// as small as possible while at most a share of the movable entries moves. What organisers refused is never proposed again, what they accepted stays. Small
/// seasons are solved exactly, large ones by local search; the cost is that of the sweep over all possible days, plus the solver's.
/// </summary>
public static class Harmoniser
{
    /// <summary>
    /// A plan for the season. Refused by ArgumentException: entries as in <see cref="ConflictFinder"/>, an accepted move without a day, more options than the
    /// given solver takes.
    /// </summary>
    /// <param name="answers">What organisers said so far; the latest acceptance of an entry counts.</param>
    /// <param name="solver">None chooses by the season's size.</param>
    public static HarmonyPlan Plan(
        Season season, ConflictSettings conflicts, HarmonySettings settings, IReadOnlyCollection<MoveAnswer> answers, IHarmonySolver? solver = null)
    {
        var made = HarmonySeason.Of(season, conflicts, settings, answers);
        solver ??= SolverFor(made.Problem, settings);
        var solution = solver.Solve(made.Problem);
        return new PlanExplanation(made, conflicts, solution).Plan(solver.Name);
    }

    /// <summary>The exact solver where there is hope that it ends, beginning with the search's plan; otherwise the search.</summary>
    public static IHarmonySolver SolverFor(HarmonyProblem problem, HarmonySettings settings)
    {
        var search = new LocalSearch(settings.SearchSteps, settings.Seed);
        return problem.Variables <= settings.ExactUpTo && problem.Options <= ExactSolver.MostOptions ? new ExactSolver(settings.MostNodes, search) : search;
    }
}
