using Tessera.Planning.Delegations.Exact;

namespace Tessera.Planning.Delegations.Composing;

/// <summary>
/// A model as an integer program: a column for each person on each block of seats that the person can have, vacant seats of each block, whether each warning is
/// broken, and for balance the second, third … member of each value of a trait, which cost 1, 2 … so that they add up to the pairs. Goals stand in the order of
/// <see cref="DelegationModel"/>.
/// </summary>
public sealed class DelegationProgram
{
    private readonly List<(int Person, int Block)> _seats = [];
    private readonly List<int> _upper = [];
    private readonly List<ProgramRow> _rows = [];
    private readonly int[] _vacant;
    private readonly List<(int[] Members, int[] Further)> _alike = [];
    private readonly List<int> _broken = [];
    private readonly List<(ProgramRow Row, int Broken)> _warnings = [];
    private readonly List<int> _changed = [];
    private readonly bool _isRepair;

    private DelegationProgram(DelegationModel model, IReadOnlyList<RuleInstance> holding, IReadOnlyList<RuleInstance> warnings, IReadOnlyList<Seating>? changing, bool balances)
    {
        (Model, _isRepair) = (model, changing is not null);
        for (var p = 0; p < model.Candidates.Count; p++)
        {
            for (var b = 0; b < model.Blocks.Count; b++)
            {
                if (!DelegationModel.CanSit(model.Candidates[p], model.Blocks[b])) continue;
                _seats.Add((p, b));
                _upper.Add(1);
            }
        }

        _vacant = [.. model.Blocks.Select(b => Column(b.Seats))];
        ByBlock = [.. model.Blocks.Select((_, b) => Enumerable.Range(0, _seats.Count).Where(j => _seats[j].Block == b).ToArray())];
        for (var b = 0; b < model.Blocks.Count; b++) _rows.Add(new ProgramRow([.. ByBlock[b], _vacant[b]], Ones(ByBlock[b].Length + 1), model.Blocks[b].Seats, model.Blocks[b].Seats));
        foreach (var instance in holding) AddRule(instance, null);
        foreach (var instance in warnings)
        {
            _broken.Add(Column(1));
            AddRule(instance, _broken[^1]);
        }

        if (changing is not null) AddChanges(changing);
        if (balances) AddBalance();
        Program = new IntegerProgram(new int[_upper.Count], [.. _upper], [.. _seats.Select(s => s.Person), .. Enumerable.Repeat(-1, _upper.Count - _seats.Count)], _rows);
        Goals = [.. MadeGoals()];
    }

    public DelegationModel Model { get; }

    public IntegerProgram Program { get; }

    /// <summary>Vacant seats, broken warnings, points (negative), pairs alike; for a repair the changed seats before all.</summary>
    public IReadOnlyList<ProgramGoal> Goals { get; }

    private int[][] ByBlock { get; }

    /// <summary>The number of the goal about warnings; points and balance come after it.</summary>
    private int WarningsGoal => _isRepair ? 2 : 1;

    /// <summary>The program of composing anew.</summary>
    public static DelegationProgram Composing(DelegationModel model) =>
        new(model, RuleInstance.Of(model, Severity.Blocking), RuleInstance.Of(model, Severity.Warning), null, model.Balance.Count > 0);

    /// <summary>Only whether some rules can hold together.</summary>
    internal static DelegationProgram Holding(DelegationModel model, IReadOnlyList<RuleInstance> rules) => new(model, rules, [], null, false);

    /// <summary>Changing as few seats of a composition as possible so that some rules hold.</summary>
    internal static DelegationProgram Changing(DelegationModel model, IReadOnlyList<RuleInstance> holding, IReadOnlyList<RuleInstance> warnings, IReadOnlyList<Seating> composition) =>
        new(model, holding, warnings, composition, model.Balance.Count > 0);

    /// <summary>The row by which a composition is left out, and those that differ from it by fewer seatings than asked for.</summary>
    public ProgramRow Unlike(IReadOnlyList<Seating> composition, int seatings)
    {
        var columns = Columns(composition);
        return new ProgramRow(columns, Ones(columns.Length), ProgramRow.NoLimit, columns.Length - seatings);
    }

    /// <summary>The composition of values, in the order of blocks and keys.</summary>
    public IReadOnlyList<Seating> Composition(IReadOnlyList<int> values) =>
    [
        .. Enumerable.Range(0, _seats.Count).Where(j => values[j] == 1).OrderBy(j => _seats[j].Block).ThenBy(j => _seats[j].Person)
            .Select(j => new Seating(Model.Candidates[_seats[j].Person].Key, Model.Blocks[_seats[j].Block].Kind, Model.Blocks[_seats[j].Block].Chamber)),
    ];

    /// <summary>Sets the columns of warnings and of balance by the persons seated.</summary>
    public int[] Complete(int[] values)
    {
        var done = (int[])values.Clone();
        foreach (var column in _broken) done[column] = 0;
        foreach (var (row, column) in _warnings)
        {
            if (done[column] == 0 && row.Activity(done) is var activity && (activity < row.Least || activity > row.Most)) done[column] = 1;
        }

        foreach (var (members, further) in _alike)
        {
            var count = members.Sum(j => values[j]);
            for (var k = 0; k < further.Length; k++) done[further[k]] = k < count - 1 ? 1 : 0;
        }

        return done;
    }

    /// <summary>What to call a column in a file.</summary>
    public string NameOf(int column) => column < _seats.Count ? $"x{_seats[column].Person}_{_seats[column].Block}" : $"y{column}";

    /// <summary>Is the column one that the file need not ask to be whole, since it is whole by itself?</summary>
    public bool IsWholeByItself(int column) => column >= _seats.Count && !_broken.Contains(column);

    private int Column(int upper)
    {
        _upper.Add(upper);
        return _upper.Count - 1;
    }

    private void AddRule(RuleInstance instance, int? broken)
    {
        foreach (var demand in instance.Rule.Demands(Model, instance.Delegation))
        {
            var (columns, factors) = Entries(demand, instance.Delegation);
            if (demand.Least != Demand.NoLimit && demand.Most != -Demand.NoLimit && broken is not null)
            {
                AddRow(columns, factors, demand.Least, -Demand.NoLimit, broken);
                AddRow(columns, factors, Demand.NoLimit, demand.Most, broken);
            }
            else AddRow(columns, factors, demand.Least, demand.Most, broken);
        }
    }

    private void AddRow(List<int> columns, List<int> factors, long least, long most, int? broken)
    {
        if (broken is { } column)
        {
            var slack = least != Demand.NoLimit ? least - Extreme(columns, factors, 1) : most + Extreme(columns, factors, -1);
            var isNeeded = least != Demand.NoLimit ? slack > 0 : slack < 0;
            if (!isNeeded) return;
            (columns, factors) = ([.. columns, column], [.. factors, (int)slack]);
        }

        var goal = broken is null ? 0 : WarningsGoal;
        _rows.Add(new ProgramRow([.. columns], [.. factors], least == Demand.NoLimit ? ProgramRow.NoLimit : least, most == -Demand.NoLimit ? -ProgramRow.NoLimit : most, goal));
        if (broken is not null) _warnings.Add((_rows[^1], broken.Value));
    }

    private (List<int> Columns, List<int> Factors) Entries(Demand demand, string delegation)
    {
        var (columns, factors) = (new List<int>(), new List<int>());
        for (var b = 0; b < Model.Blocks.Count; b++)
        {
            if (Model.Blocks[b].Delegation != delegation) continue;
            foreach (var j in ByBlock[b]) Add(j, demand.Factor(Model.Candidates[_seats[j].Person], Model.Blocks[b]));
            Add(_vacant[b], demand.Vacant?.Invoke(Model.Blocks[b]) ?? 0);
        }

        return (columns, factors);

        void Add(int column, int factor)
        {
            if (factor == 0) return;
            columns.Add(column);
            factors.Add(factor);
        }
    }

    /// <summary>The least that sign × the sum can be: of each block at most as many persons as it has seats.</summary>
    private long Extreme(List<int> columns, List<int> factors, int sign) => Enumerable.Range(0, columns.Count)
        .Where(i => columns[i] < _seats.Count && sign * factors[i] < 0)
        .GroupBy(i => _seats[columns[i]].Block)
        .Sum(g => g.Select(i => (long)sign * factors[i]).Order().Take(Model.Blocks[g.Key].Seats).Sum());

    /// <summary>A changed seat of a block is one that somebody leaves or somebody comes to: the larger of the two numbers.</summary>
    private void AddChanges(IReadOnlyList<Seating> composition)
    {
        var held = Columns(composition).ToHashSet();
        for (var b = 0; b < Model.Blocks.Count; b++)
        {
            var (changed, sitting) = (Column(Model.Blocks[b].Seats), ByBlock[b].Where(held.Contains).ToArray());
            _changed.Add(changed);
            int[] coming = [.. ByBlock[b].Where(j => !held.Contains(j))];
            _rows.Add(new ProgramRow([.. sitting, changed], Ones(sitting.Length + 1), sitting.Length, -ProgramRow.NoLimit));
            _rows.Add(new ProgramRow([.. coming, changed], [.. Ones(coming.Length), -1], ProgramRow.NoLimit, 0));
        }
    }

    private int[] Columns(IReadOnlyList<Seating> composition)
    {
        var seatings = composition.Select(s => (s.Candidate, s.Kind, s.Chamber)).ToHashSet();
        return [.. Enumerable.Range(0, _seats.Count).Where(j => seatings.Contains((Model.Candidates[_seats[j].Person].Key, Model.Blocks[_seats[j].Block].Kind, Model.Blocks[_seats[j].Block].Chamber)))];
    }

    private void AddBalance()
    {
        var goal = WarningsGoal + 2;
        foreach (var trait in Model.Balance)
        {
            var values = Enumerable.Range(0, _seats.Count).Where(j => Model.Candidates[_seats[j].Person].Of(trait) is not null)
                .GroupBy(j => (Model.Candidates[_seats[j].Person].Delegation, Value: Model.Candidates[_seats[j].Person].Of(trait)!));
            foreach (var alike in values)
            {
                var seats = Model.Blocks.Where(b => b.Delegation == alike.Key.Delegation).Sum(b => b.Seats);
                int[] members = [.. alike];
                int[] further = [.. Enumerable.Range(0, Math.Max(0, Math.Min(seats, members.Select(j => _seats[j].Person).Distinct().Count()) - 1)).Select(_ => Column(1))];
                if (further.Length == 0) continue;
                _alike.Add((members, further));
                _rows.Add(new ProgramRow([.. members, .. further], [.. Ones(members.Length), .. further.Select(_ => -1)], ProgramRow.NoLimit, 1, goal));
            }
        }
    }

    private IEnumerable<ProgramGoal> MadeGoals()
    {
        if (_isRepair) yield return new ProgramGoal("changes", Cost(_changed.Select(j => (j, 1))), 0);
        yield return new ProgramGoal("vacancies", Cost(_vacant.Select(j => (j, 1))), 0);
        yield return new ProgramGoal("warnings", Cost(_broken.Select(j => (j, 1))), 0);
        yield return new ProgramGoal("points", Cost(_seats.Select((s, j) => (j, -Model.Candidates[s.Person].PointsAs(Model.Blocks[s.Block].Kind)!.Value))));
        yield return new ProgramGoal("balance", Cost(_alike.SelectMany(a => a.Further.Select((j, k) => (j, k + 1)))), 0);
    }

    private int[] Cost(IEnumerable<(int Column, int Cost)> costs)
    {
        var all = new int[_upper.Count];
        foreach (var (column, cost) in costs) all[column] = cost;
        return all;
    }

    private static int[] Ones(int count)
    {
        var ones = new int[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
