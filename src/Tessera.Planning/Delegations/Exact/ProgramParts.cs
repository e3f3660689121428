namespace Tessera.Planning.Delegations.Exact;

/// <summary>A part of a program that shares no row and no group with the rest.</summary>
internal sealed class ProgramParts
{
    private readonly int[] _columns;

    private ProgramParts(int[] columns, IntegerProgram program) => (_columns, Program) = (columns, program);

    public IntegerProgram Program { get; }

    /// <summary>The parts; null where a row without columns cannot hold.</summary>
    public static IReadOnlyList<ProgramParts>? Of(IntegerProgram program)
    {
        if (program.Rows.Any(r => r.Columns.Length == 0 && (r.Least > 0 || r.Most < 0))) return null;
        var root = Roots(program);
        var parts = Enumerable.Range(0, program.Columns).GroupBy(j => root[j]).Select(g => g.ToArray()).ToList();
        if (parts.Count == 1) return [new ProgramParts(parts[0], program)];
        var rows = program.Rows.Where(r => r.Columns.Length > 0).ToLookup(r => root[r.Columns[0]]);
        var place = new int[program.Columns];
        return [.. parts.Select(p => Part(program, p, rows[root[p[0]]], place))];
    }

    public IReadOnlyList<ProgramGoal> Goals(IReadOnlyList<ProgramGoal> goals) =>
        goals.Count > 0 && goals[0].Cost.Length == Program.Columns ? goals : [.. goals.Select(Own)];

    /// <summary>The completion of all columns as one of these.</summary>
    public Func<int[], int[]> Complete(Func<int[], int[]>? complete, int columns) => complete is null ? own => own : own =>
    {
        var all = new int[columns];
        Write(own, all);
        var done = complete(all);
        return [.. _columns.Select(j => done[j])];
    };

    public void Write(int[] own, int[] all)
    {
        for (var k = 0; k < _columns.Length; k++) all[_columns[k]] = own[k];
    }

    /// <summary>The goal as far as it is about this part; its floor is what the part's own bounds say, where the whole had one.</summary>
    private ProgramGoal Own(ProgramGoal goal)
    {
        int[] cost = [.. _columns.Select(j => goal.Cost[j])];
        if (goal.Floor == ProgramRow.NoLimit) return goal with { Cost = cost };
        return goal with { Cost = cost, Floor = LeastOf(cost) };
    }

    private long LeastOf(int[] cost)
    {
        var least = 0L;
        for (var j = 0; j < cost.Length; j++) least += (long)cost[j] * (cost[j] > 0 ? Program.Lower[j] : Program.Upper[j]);
        return least;
    }

    private static ProgramParts Part(IntegerProgram program, int[] columns, IEnumerable<ProgramRow> rows, int[] place)
    {
        for (var k = 0; k < columns.Length; k++) place[columns[k]] = k;
        var groups = new Dictionary<int, int>();
        int[] group = [.. columns.Select(j => program.Group[j] < 0 ? -1 : groups.TryGetValue(program.Group[j], out var number) ? number : groups[program.Group[j]] = groups.Count)];
        var own = rows.Select(r => r with { Columns = [.. r.Columns.Select(j => place[j])] }).ToList();
        return new ProgramParts(columns, new IntegerProgram([.. columns.Select(j => program.Lower[j])], [.. columns.Select(j => program.Upper[j])], group, own));
    }

    private static int[] Roots(IntegerProgram program)
    {
        var root = Enumerable.Range(0, program.Columns).ToArray();
        int Find(int j)
        {
            while (root[j] != j) j = root[j] = root[root[j]];
            return j;
        }

        void Join(int a, int b)
        {
            var (x, y) = (Find(a), Find(b));
            root[Math.Max(x, y)] = Math.Min(x, y);
        }

        foreach (var row in program.Rows)
        {
            foreach (var j in row.Columns) Join(row.Columns[0], j);
        }

        var first = new Dictionary<int, int>();
        for (var j = 0; j < root.Length; j++)
        {
            if (program.Group[j] >= 0) Join(first.TryGetValue(program.Group[j], out var other) ? other : first[program.Group[j]] = j, j);
        }

        return [.. root.Select(Find)];
    }
}
