namespace Tessera.Planning.Programmes.Harmony;

/// <summary>A choice with what every option would cost beside it, kept right as options are taken: a change touches only the conflicts of the two options.</summary>
internal sealed class SearchState
{
    public SearchState(HarmonyProblem problem)
    {
        Problem = problem;
        Choice = problem.AsItIs();
        Cost = [.. problem.Cost.Zip(problem.Price, (cost, price) => cost + price)];
        foreach (var option in Choice) Count(option, 1);
        MovedCount = problem.MovedBy(Choice);
        Objective = problem.Objective(Choice);
    }

    public HarmonyProblem Problem { get; }

    public int[] Choice { get; }

    /// <summary>Of each option: price and conflict with all that is chosen.</summary>
    public double[] Cost { get; }

    public int MovedCount { get; private set; }

    public double Objective { get; private set; }

    /// <summary>Chooses an option for its variable.</summary>
    public void Take(int option)
    {
        var variable = Problem.VariableOf[option];
        var current = Choice[variable];
        if (option == current) return;
        Objective += Cost[option] - Cost[current];
        MovedCount += (Problem.Moved[option] != 0 ? 1 : 0) - (Problem.Moved[current] != 0 ? 1 : 0);
        Choice[variable] = option;
        Count(current, -1);
        Count(option, 1);
    }

    public void GoTo(int[] choice)
    {
        foreach (var option in choice) Take(option);
    }

    /// <summary>
    /// What two changes together cost less than each alone: the conflict between what one takes and what the other leaves counts once too often, that between
    /// the two options taken or left not at all.
    /// </summary>
    public double Between(int option, int other)
    {
        var (left, otherLeft) = (Choice[Problem.VariableOf[option]], Choice[Problem.VariableOf[other]]);
        return Weight(option, otherLeft) + Weight(left, other) - Weight(option, other) - Weight(left, otherLeft);
    }

    private double Weight(int a, int b)
    {
        var weight = 0.0;
        for (var e = Problem.EdgeFirst[a]; e < Problem.EdgeFirst[a + 1]; e++)
        {
            if (Problem.EdgeTo[e] == b) weight += Problem.EdgeWeight[e];
        }

        return weight;
    }

    private void Count(int option, int sign)
    {
        for (var e = Problem.EdgeFirst[option]; e < Problem.EdgeFirst[option + 1]; e++) Cost[Problem.EdgeTo[e]] += sign * Problem.EdgeWeight[e];
    }
}
