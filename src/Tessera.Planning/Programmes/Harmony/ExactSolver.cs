namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// Branch and bound for weighted constraints, with forward costs and directed arc counts (PFC-DAC: Larrosa, Meseguer and Schiex, Artificial Intelligence 107,
/// 1999), made sharper by the limit on moves: the bound lets every open entry stay and then takes only as many of the greatest savings as moves are left.
/// Begins with a local search's plan. Exponential; for small seasons. The table of pairs takes options² memory; more than <see cref="MostOptions"/> are
/// refused by ArgumentException.
/// </summary>
/// <param name="mostNodes">After so many nodes it gives the best it has, unproven.</param>
/// <param name="start">Finds the plan to beat; none begins with the season as it is.</param>
public sealed class ExactSolver(int mostNodes, IHarmonySolver? start = null) : IHarmonySolver
{
    /// <summary>Options of all variables together.</summary>
    public const int MostOptions = 3000;

    public string Name => "exact";

    public HarmonySolution Solve(HarmonyProblem problem)
    {
        if (problem.Options > MostOptions) throw new ArgumentException($"{problem.Options} options are too many for an exact solution.", nameof(problem));
        return new BranchAndBound(problem, mostNodes, start?.Solve(problem).Choice ?? problem.AsItIs()).Run();
    }
}
