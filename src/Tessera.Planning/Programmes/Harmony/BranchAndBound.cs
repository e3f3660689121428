namespace Tessera.Planning.Programmes.Harmony;

/// <summary>One run of <see cref="ExactSolver"/>.</summary>
internal sealed class BranchAndBound
{
    private const double Rounding = 1e-9;

    private readonly HarmonyProblem _problem;
    private readonly int _mostNodes;
    private readonly int[] _order;
    private readonly double[,] _pairs;

    /// <summary>Of each option: what it costs at least with the variables after its own.</summary>
    private readonly double[] _after;

    /// <summary>By depth, of each option: cost, price and conflict with what is chosen so far.</summary>
    private readonly double[][] _cost;
    private readonly int[] _choice;
    private int[] _best;
    private double _bestObjective;
    private long _nodes;

    public BranchAndBound(HarmonyProblem problem, int mostNodes, IReadOnlyList<int> start)
    {
        (_problem, _mostNodes) = (problem, mostNodes);
        _pairs = new double[problem.Options, problem.Options];
        for (var o = 0; o < problem.Options; o++)
        {
            for (var e = problem.EdgeFirst[o]; e < problem.EdgeFirst[o + 1]; e++) _pairs[o, problem.EdgeTo[e]] += problem.EdgeWeight[e];
        }

        _order = [.. Enumerable.Range(0, problem.Variables).OrderByDescending(Weight)];
        _after = After();
        _cost = [.. Enumerable.Range(0, problem.Variables + 1).Select(_ => new double[problem.Options])];
        for (var o = 0; o < problem.Options; o++) _cost[0][o] = problem.Cost[o] + problem.Price[o];
        (_choice, _best, _bestObjective) = (problem.AsItIs(), [.. start], problem.Objective(start));
    }

    public HarmonySolution Run()
    {
        Visit(0, _problem.Constant, _problem.MostMoved);
        return new HarmonySolution(_best, _problem.Objective(_best), _nodes < _mostNodes, _nodes);
    }

    private void Visit(int depth, double sofar, int movesLeft)
    {
        if (_nodes >= _mostNodes) return;
        _nodes++;
        if (depth == _order.Length)
        {
            if (sofar >= _bestObjective - Rounding) return;
            (_best, _bestObjective) = ((int[])_choice.Clone(), sofar);
            return;
        }

        if (sofar + Bound(depth, movesLeft) >= _bestObjective - Rounding) return;
        var (variable, cost) = (_order[depth], _cost[depth]);
        foreach (var option in Options(variable).OrderBy(o => cost[o] + _after[o]))
        {
            var left = movesLeft - (_problem.Moved[option] != 0 ? 1 : 0);
            if (left < 0) continue;
            _choice[variable] = option;
            Forward(depth, option);
            Visit(depth + 1, sofar + cost[option], left);
        }
    }

    /// <summary>What the open variables cost at least: all stay, then the greatest savings of as many as may still move.</summary>
    private double Bound(int depth, int movesLeft)
    {
        Span<double> savings = stackalloc double[_order.Length - depth];
        var (bound, cost) = (0.0, _cost[depth]);
        for (var d = depth; d < _order.Length; d++)
        {
            var (stay, move) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var o = _problem.First[_order[d]]; o < _problem.First[_order[d] + 1]; o++)
            {
                var least = cost[o] + _after[o];
                if (_problem.Moved[o] == 0) stay = Math.Min(stay, least);
                else move = Math.Min(move, least);
            }

            // What cannot stay, since its organiser accepted another day, moves whatever is left.
            bound += double.IsPositiveInfinity(stay) ? move : stay;
            savings[d - depth] = double.IsPositiveInfinity(stay) ? 0 : Math.Max(0, stay - move);
        }

        savings.Sort();
        for (var i = 0; i < Math.Min(movesLeft, savings.Length); i++) bound -= savings[^(i + 1)];
        return bound;
    }

    private void Forward(int depth, int option)
    {
        var (from, to) = (_cost[depth], _cost[depth + 1]);
        for (var d = depth + 1; d < _order.Length; d++)
        {
            for (var o = _problem.First[_order[d]]; o < _problem.First[_order[d] + 1]; o++) to[o] = from[o] + _pairs[option, o];
        }
    }

    private double[] After()
    {
        var after = new double[_problem.Options];
        for (var d = 0; d < _order.Length; d++)
        {
            foreach (var option in Options(_order[d])) after[option] = _order.Skip(d + 1).Sum(later => Options(later).Min(o => _pairs[option, o]));
        }

        return after;
    }

    /// <summary>Conflict of an option on average: what weighs most is decided first.</summary>
    private double Weight(int variable) =>
        Options(variable).Average(o => Enumerable.Range(0, _problem.Options).Sum(other => _pairs[o, other]) + _problem.Cost[o]);

    private IEnumerable<int> Options(int variable) => Enumerable.Range(_problem.First[variable], _problem.First[variable + 1] - _problem.First[variable]);
}
