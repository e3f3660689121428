namespace Tessera.Planning.Delegations.Exact;

/// <summary>How a search ended.</summary>
internal enum SearchEnd
{
    /// <summary>The best is found, or it is known that there is nothing better than what it began with.</summary>
    Proven,

    /// <summary>The work allowed is spent.</summary>
    Spent,

    /// <summary>So many columns were fixed that it is worth beginning anew without them.</summary>
    Smaller,
}

/// <summary>
/// Branch and bound over the linear relaxation (Land and Doig, Econometrica 28, 1960), best bound first with plunging. How many
/// of a kind there are is decided first, then whether a person sits, then where. Rows of groups enter the relaxation when it breaks them. Every pruning rests on <see cref="ExactBound"/>, every solution on exact sums: rounding
/// can cost time, not truth.
/// </summary>
internal sealed class BranchAndBound
{
    private const double Whole = 1e-6;
    private const double Perturbation = 5e-5;
    private const int SmallEnough = 120;

    /// <summary>Sums nearer to a whole number are left alone: both sides would be much like the whole.</summary>
    private const double LeastFraction = 0.1;

    private readonly IntegerProgram _program;
    private readonly int[] _cost;
    private readonly long _divisor;
    private readonly long _floor;
    private readonly WorkBudget _budget;
    private readonly DualSimplex _simplex;
    private readonly ExactBound _exact;
    private readonly NodeBounds _bounds;
    private readonly int[] _rowOfGroup;
    private readonly int[][] _columnsOfGroup;
    private readonly PriorityQueue<SearchNode, (long Bound, long Order)> _open = new();
    private long _order;

    /// <param name="best">The objective to beat; null where nothing is known.</param>
    /// <param name="floor">An objective that need not be gone below: reaching it ends the search.</param>
    public BranchAndBound(IntegerProgram program, int[] cost, long? best, long floor, WorkBudget budget)
    {
        (_program, _cost, Best, _floor, _budget) = (program, cost, best, floor, budget);
        (_divisor, _exact, _bounds) = (ExactBound.Divisor(cost), new ExactBound(program), new NodeBounds(program));
        _columnsOfGroup = [.. Enumerable.Range(0, program.Columns).Where(j => program.Group[j] >= 0).GroupBy(j => program.Group[j]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        _rowOfGroup = new int[program.Groups];
        Array.Fill(_rowOfGroup, -1);
        _simplex = Relaxation();
    }

    /// <summary>The best objective known.</summary>
    public long? Best { get; private set; }

    /// <summary>What has the best objective, where it was found here.</summary>
    public int[]? Values { get; private set; }

    /// <summary>No solution is below this, unless it is what the search began with.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>The multipliers at the root, for fixing columns.</summary>
    public double[]? RootDuals { get; private set; }

    /// <summary>Bounds that any better solution keeps; of use after <see cref="SearchEnd.Smaller"/>.</summary>
    public (int[] Lower, int[] Upper) Narrowed { get; private set; }

    public SearchEnd Run()
    {
        var node = new SearchNode(null, [], long.MinValue, 0);
        while (true)
        {
            if (!_budget.Take()) return Spend(node);
            var found = Values;
            var next = Visit(node);
            if (Best <= _floor) return Prove();
            if (!ReferenceEquals(found, Values) && IsWorthBeginningAnew()) return SearchEnd.Smaller;
            if (next is null && !_open.TryDequeue(out next, out _)) return Prove();
            if (next.Bound > Cutoff) return Prove();
            node = next;
        }
    }

    private long Cutoff => Best is { } best ? best - _divisor : long.MaxValue;

    private SearchEnd Prove()
    {
        Bound = Best ?? long.MaxValue;
        return SearchEnd.Proven;
    }

    private SearchEnd Spend(SearchNode node)
    {
        Bound = node.Bound;
        foreach (var (open, _) in _open.UnorderedItems) Bound = Math.Min(Bound, open.Bound);
        if (Best is { } best) Bound = Math.Min(Bound, best);
        return SearchEnd.Spent;
    }

    /// <summary>Solves a node; the child to go on with, or null where nothing better lies below it.</summary>
    private SearchNode? Visit(SearchNode node)
    {
        _bounds.GoTo(node);
        if (!Relax(node)) return null;
        var values = Rounded();
        if (_bounds.Holds(values) && _program.IsFeasible(values))
        {
            Take(values);
            if (node.Bound > Cutoff) return null;
        }

        if (Branching() is not { } branching) return null;
        node.Changes = _bounds.Since(node);
        var (up, down) = (Child(node, branching.Index, branching.Split + 1, branching.Upper), Child(node, branching.Index, branching.Lower, branching.Split));
        var (first, second) = branching.UpFirst ? (up, down) : (down, up);
        _open.Enqueue(second, (second.Bound, second.Order));
        return first;
    }

    private SearchNode Child(SearchNode node, int index, long lower, long upper) => new(node, [new(index, lower, upper)], node.Bound, --_order);

    private void Take(int[] values)
    {
        var objective = new ProgramGoal("", _cost).Value(values);
        if (Best <= objective) return;
        (Best, Values) = (objective, values);
    }

    /// <summary>Solves the relaxation within the present bounds, narrows them; false where nothing better is in them.</summary>
    private bool Relax(SearchNode node)
    {
        while (true)
        {
            if (_bounds.AreEmpty()) return false;
            Synchronise();
            var cutoff = Cutoff == long.MaxValue ? double.PositiveInfinity : Cutoff + (0.01 * _divisor);
            var end = _simplex.Run(cutoff, 20_000);
            if (end == SimplexEnd.AboveCutoff)
            {
                if (Price(node) > Cutoff) return false;
                end = _simplex.Run(double.PositiveInfinity, 20_000);
            }

            if (end == SimplexEnd.Stuck) return true;
            if (end == SimplexEnd.Infeasible) return !(_exact.Of(null, _simplex.Duals, _bounds, 1, null) > 0);
            if (Price(node) > Cutoff) return false;
            if (!AddBrokenGroups()) break;
        }

        if (node.Parent is null) RootDuals ??= _simplex.Duals;
        return true;
    }

    private long Price(SearchNode node)
    {
        var bound = _exact.Of(_cost, _simplex.Duals, _bounds, _divisor, Best is null ? null : Cutoff) ?? long.MinValue;
        return node.Bound = Math.Max(node.Bound, bound);
    }

    private DualSimplex Relaxation()
    {
        var cost = new double[_program.Columns];
        for (var j = 0; j < cost.Length; j++) cost[j] = _cost[j] + (_program.Group[j] >= 0 ? Perturbation * _divisor * ((((j + 1) * 2654435761L) & 0xFFFF) / 65536.0) : 0);
        var simplex = new DualSimplex(cost, [.. _program.Lower.Select(v => (double)v)], [.. _program.Upper.Select(v => (double)v)]);
        foreach (var row in _program.Rows) simplex.AddRow(row.Columns, [.. row.Factors.Select(f => (double)f)], row.Least, row.Most);
        return simplex;
    }

    private void Synchronise()
    {
        for (var j = 0; j < _program.Columns; j++) _simplex.SetBounds(j, _bounds.Lower[j], _bounds.Upper[j]);
        for (var i = 0; i < _program.Rows.Count; i++) _simplex.SetRow(i, _bounds.Least[i], _bounds.Most[i]);
        for (var g = 0; g < _rowOfGroup.Length; g++)
        {
            if (_bounds.Must[g] && _rowOfGroup[g] < 0) AddGroup(g);
            if (_rowOfGroup[g] >= 0) _simplex.SetRow(_rowOfGroup[g], _bounds.Must[g] ? 1 : 0, 1);
        }
    }

    private void AddGroup(int group)
    {
        var factors = new double[_columnsOfGroup[group].Length];
        Array.Fill(factors, 1);
        _rowOfGroup[group] = _simplex.AddRow(_columnsOfGroup[group], factors, 0, 1);
    }

    private bool AddBrokenGroups()
    {
        var added = false;
        for (var g = 0; g < _rowOfGroup.Length; g++)
        {
            if (_rowOfGroup[g] >= 0 || Sum(g) <= 1 + Whole) continue;
            AddGroup(g);
            added = true;
        }

        return added;
    }

    private double Sum(int group)
    {
        var sum = 0.0;
        foreach (var j in _columnsOfGroup[group]) sum += _simplex.Value(j);
        return sum;
    }

    private int[] Rounded()
    {
        var values = new int[_program.Columns];
        for (var j = 0; j < values.Length; j++) values[j] = (int)Math.Round(_simplex.Value(j));
        return values;
    }

    private readonly record struct Choice(int Index, long Lower, long Split, long Upper, bool UpFirst);

    /// <summary>What to decide next: a column outside the groups, then whether a person sits, then where; last anything that is open. Null where all is fixed.</summary>
    private Choice? Branching()
    {
        var (best, distance, open) = ((Choice?)null, Whole, (Choice?)null);
        for (var j = 0; j < _program.Columns; j++)
        {
            if (_bounds.Lower[j] == _bounds.Upper[j]) continue;
            var value = Math.Clamp(_simplex.Value(j), _bounds.Lower[j], _bounds.Upper[j]);
            var split = Math.Min((int)Math.Floor(value + Whole), _bounds.Upper[j] - 1);
            var choice = new Choice(j, _bounds.Lower[j], split, _bounds.Upper[j], value - split > 0.4);
            open ??= choice;
            var fraction = Math.Abs(value - Math.Round(value)) + (_program.Group[j] < 0 && Math.Abs(value - Math.Round(value)) > Whole ? 1 : 0);
            if (fraction > distance) (best, distance) = (choice, fraction);
        }

        // A column outside the groups has distance above 1.
        return distance > 1 ? best : Counted() ?? Sitting() ?? best ?? open;
    }

    /// <summary>A row whose sum is not whole: deciding how many women, or members of a region, there are settles more than deciding about one person.</summary>
    private Choice? Counted()
    {
        var (best, distance) = ((Choice?)null, LeastFraction);
        for (var i = 0; i < _program.Rows.Count; i++)
        {
            if (_bounds.Least[i] == _bounds.Most[i]) continue;
            var (row, sum) = (_program.Rows[i], 0.0);
            for (var k = 0; k < row.Columns.Length; k++) sum += row.Factors[k] * _simplex.Value(row.Columns[k]);
            var fraction = Math.Abs(sum - Math.Round(sum));
            if (fraction <= distance) continue;
            (best, distance) = (new Choice(_program.Columns + _program.Groups + i, _bounds.Least[i], (long)Math.Floor(sum), _bounds.Most[i], sum - Math.Floor(sum) > 0.5), fraction);
        }

        return best;
    }

    private Choice? Sitting()
    {
        var (best, distance) = ((Choice?)null, Whole);
        for (var g = 0; g < _columnsOfGroup.Length; g++)
        {
            if (_bounds.Must[g] || _columnsOfGroup[g].All(j => _bounds.Upper[j] == 0)) continue;
            var sum = Sum(g);
            var fraction = Math.Abs(sum - Math.Round(sum));
            if (fraction > distance) (best, distance) = (new Choice(_program.Columns + g, 0, 0, 1, sum > 0.4), fraction);
        }

        return best;
    }

    private bool IsWorthBeginningAnew()
    {
        if (RootDuals is null || _program.Columns <= SmallEnough) return false;
        var root = new NodeBounds(_program);
        if (_exact.Of(_cost, RootDuals, root, _divisor, Cutoff) is not { } bound || bound > Cutoff) return false;
        Narrowed = (root.Lower, root.Upper);
        return Enumerable.Range(0, _program.Columns).Count(j => root.Lower[j] < root.Upper[j]) * 2 < _program.Columns;
    }
}
