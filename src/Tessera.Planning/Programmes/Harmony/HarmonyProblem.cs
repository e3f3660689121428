namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// A season as numbers: each movable entry is a variable with its possible days as options, numbered through. The objective is Constant + the sum of Cost and
/// Price of the chosen options + the sum of the weights of edges between chosen options, to be made small while at most <see cref="MostMoved"/> variables
/// leave their day.
/// </summary>
public sealed class HarmonyProblem
{
    /// <param name="days">For each variable its options as days moved; 0 stays.</param>
    /// <param name="edges">Between options of different variables, with weights of 0 or more; several between two options add up.</param>
    public HarmonyProblem(
        IReadOnlyList<int[]> days, double constant, double[] cost, double[] price, IReadOnlyCollection<(int A, int B, double Weight)> edges, int mostMoved)
    {
        (Constant, Cost, Price, MostMoved) = (constant, cost, price, mostMoved);
        First = new int[days.Count + 1];
        for (var v = 0; v < days.Count; v++) First[v + 1] = First[v] + days[v].Length;
        Moved = [.. days.SelectMany(d => d)];
        VariableOf = [.. days.SelectMany((d, v) => Enumerable.Repeat(v, d.Length))];
        (EdgeFirst, EdgeTo, EdgeWeight) = Adjacency(edges, Moved.Length);
    }

    public int Variables => First.Length - 1;

    public int Options => Moved.Length;

    /// <summary>Conflict among entries that nothing moves.</summary>
    public double Constant { get; }

    /// <summary>How many variables may leave their day.</summary>
    public int MostMoved { get; }

    /// <summary>The options of v are those from First[v] to before First[v + 1].</summary>
    internal int[] First { get; }

    /// <summary>Days moved by each option.</summary>
    internal int[] Moved { get; }

    internal int[] VariableOf { get; }

    /// <summary>Conflict of each option with days and with entries that nothing moves.</summary>
    internal double[] Cost { get; }

    internal double[] Price { get; }

    internal int[] EdgeFirst { get; }

    internal int[] EdgeTo { get; }

    internal double[] EdgeWeight { get; }

    /// <summary>How many variables a choice moves.</summary>
    public int MovedBy(IReadOnlyList<int> choice) => choice.Count(o => Moved[o] != 0);

    /// <summary>Is there one option of each variable, and not too many moved?</summary>
    public bool IsValid(IReadOnlyList<int> choice) =>
        choice.Count == Variables && Enumerable.Range(0, Variables).All(v => choice[v] >= First[v] && choice[v] < First[v + 1]) && MovedBy(choice) <= MostMoved;

    /// <summary>The objective of a choice: one option for each variable.</summary>
    public double Objective(IReadOnlyList<int> choice) => Constant + choice.Select((o, v) => Price[o] + ConflictOf(choice, v, o, true)).Sum();

    /// <summary>
    /// The conflict of a variable at one of its options, the others as chosen; with the half of the others only, where the sum over all is wanted.
    /// </summary>
    internal double ConflictOf(IReadOnlyList<int> choice, int variable, int option, bool onlyEarlier = false)
    {
        var conflict = Cost[option];
        for (var e = EdgeFirst[option]; e < EdgeFirst[option + 1]; e++)
        {
            var other = VariableOf[EdgeTo[e]];
            if (choice[other] == EdgeTo[e] && (!onlyEarlier || other < variable)) conflict += EdgeWeight[e];
        }

        return conflict;
    }

    /// <summary>Every variable on its own day, or on the day to which it is bound.</summary>
    internal int[] AsItIs() => [.. Enumerable.Range(0, Variables).Select(StayOf)];

    /// <summary>The option that stays; the only one of a variable that is bound to another day.</summary>
    internal int StayOf(int variable)
    {
        for (var o = First[variable]; o < First[variable + 1]; o++)
        {
            if (Moved[o] == 0) return o;
        }

        return First[variable];
    }

    private static (int[] First, int[] To, double[] Weight) Adjacency(IReadOnlyCollection<(int A, int B, double Weight)> edges, int options)
    {
        var first = new int[options + 1];
        foreach (var (a, b, _) in edges) (first[a + 1], first[b + 1]) = (first[a + 1] + 1, first[b + 1] + 1);
        for (var o = 0; o < options; o++) first[o + 1] += first[o];
        var (next, to, weight) = ((int[])first.Clone(), new int[2 * edges.Count], new double[2 * edges.Count]);
        foreach (var (a, b, w) in edges)
        {
            (to[next[a]], weight[next[a]++]) = (b, w);
            (to[next[b]], weight[next[b]++]) = (a, w);
        }

        return (first, to, weight);
    }
}

/// <summary>One option for each variable.</summary>
/// <param name="Objective">As <see cref="HarmonyProblem.Objective"/> gives it.</param>
/// <param name="IsProven">Is it known that none is better?</param>
/// <param name="Steps">Nodes looked at, or steps taken.</param>
public sealed record HarmonySolution(IReadOnlyList<int> Choice, double Objective, bool IsProven, long Steps);

/// <summary>Solves a season; deterministic.</summary>
public interface IHarmonySolver
{
    /// <summary>exact or search, as it is said of a plan.</summary>
    string Name { get; }

    HarmonySolution Solve(HarmonyProblem problem);
}
