namespace Tessera.Planning.Delegations.Exact;

/// <summary>
/// What is left of a program after what the rows force: bounds are tightened until nothing changes, fixed columns and rows that always hold are dropped, and
/// every row's limits become finite. Cost: the entries of the rows for each round.
/// </summary>
internal sealed class Reduction
{
    private const int MostRounds = 20;

    private readonly int[] _kept;
    private readonly int[] _lower;
    private readonly (int[] Lower, int[] Upper) _forced;

    private Reduction(IntegerProgram program, int[] kept, int[] lower, (int[] Lower, int[] Upper) forced) => (Program, _kept, _lower, _forced) = (program, kept, lower, forced);

    /// <summary>The smaller program.</summary>
    public IntegerProgram Program { get; }

    /// <summary>Reduces; null where the rows cannot hold together within these bounds.</summary>
    /// <param name="cost">What is to be made small: columns that stand in no row take their cheaper bound.</param>
    /// <param name="goal">Rows of later goals are left out.</param>
    public static Reduction? Of(IntegerProgram program, int[] lower, int[] upper, int[] cost, int goal)
    {
        var rows = program.Rows.Where(r => r.Goal <= goal).ToList();
        var (low, high) = ((int[])lower.Clone(), (int[])upper.Clone());
        for (var round = 0; round < MostRounds; round++)
        {
            var changed = Groups(program, low, high);
            foreach (var row in rows)
            {
                if (Tighten(row, low, high) is not { } tightened) return null;
                changed |= tightened;
            }

            for (var j = 0; j < low.Length; j++)
            {
                if (low[j] > high[j]) return null;
            }

            if (!changed) break;
        }

        var forced = ((int[])low.Clone(), (int[])high.Clone());
        Settle(program, rows, cost, low, high);
        return Smaller(program, rows, low, high, forced);
    }

    /// <summary>The values of all columns from those of the kept ones.</summary>
    public int[] Expand(IReadOnlyList<int> values)
    {
        var all = (int[])_lower.Clone();
        for (var k = 0; k < _kept.Length; k++) all[_kept[k]] = values[k];
        return all;
    }

    /// <summary>Of the kept columns.</summary>
    public int[] Of(IReadOnlyList<int> all) => [.. _kept.Select(j => all[j])];

    /// <summary>What the fixed columns cost.</summary>
    public long Constant(int[] cost)
    {
        var sum = 0L;
        for (var j = 0; j < cost.Length; j++) sum += (long)cost[j] * _lower[j];
        foreach (var j in _kept) sum -= (long)cost[j] * _lower[j];
        return sum;
    }

    /// <summary>Bounds of all columns: those of the kept ones as given, of the others what the rows force.</summary>
    public (int[] Lower, int[] Upper) Expand(int[] lower, int[] upper)
    {
        var (low, high) = ((int[])_forced.Lower.Clone(), (int[])_forced.Upper.Clone());
        for (var k = 0; k < _kept.Length; k++) (low[_kept[k]], high[_kept[k]]) = (lower[k], upper[k]);
        return (low, high);
    }

    private static void Settle(IntegerProgram program, List<ProgramRow> rows, int[] cost, int[] low, int[] high)
    {
        var used = new bool[low.Length];
        foreach (var row in rows)
        {
            foreach (var j in row.Columns) used[j] = true;
        }

        for (var j = 0; j < low.Length; j++)
        {
            if (used[j] || program.Group[j] >= 0) continue;
            if (cost[j] < 0) low[j] = high[j];
            else high[j] = low[j];
        }
    }

    private static bool Groups(IntegerProgram program, int[] low, int[] high)
    {
        var taken = new int[program.Groups];
        for (var j = 0; j < low.Length; j++)
        {
            if (program.Group[j] >= 0 && low[j] > 0) taken[program.Group[j]] = j + 1;
        }

        var changed = false;
        for (var j = 0; j < low.Length; j++)
        {
            if (program.Group[j] < 0 || taken[program.Group[j]] == 0 || taken[program.Group[j]] == j + 1 || high[j] == 0) continue;
            (high[j], changed) = (0, true);
        }

        return changed;
    }

    private static bool? Tighten(ProgramRow row, int[] low, int[] high)
    {
        var (least, most) = Activity(row, low, high);
        if (least > row.Most || most < row.Least) return null;
        if (least >= row.Least && most <= row.Most) return false;
        var (above, below, changed) = (row.Most - least, most - row.Least, false);
        for (var i = 0; i < row.Columns.Length; i++)
        {
            var (j, size) = (row.Columns[i], Math.Abs((long)row.Factors[i]));
            var (bottom, range) = (low[j], (long)high[j] - low[j]);
            if (range == 0 || size == 0) continue;
            // How far it may rise from below and fall from above, the others at their best for the row.
            var (rise, fall) = row.Factors[i] > 0 ? (above / size, below / size) : (below / size, above / size);
            if (rise < range) (high[j], changed) = ((int)(bottom + rise), true);
            if (fall < range) (low[j], changed) = ((int)(bottom + range - fall), true);
            if (low[j] > high[j]) return null;
        }

        return changed;
    }

    private static (long Least, long Most) Activity(ProgramRow row, int[] low, int[] high)
    {
        var (least, most) = (0L, 0L);
        for (var i = 0; i < row.Columns.Length; i++)
        {
            var (j, factor) = (row.Columns[i], (long)row.Factors[i]);
            least += factor * (factor > 0 ? low[j] : high[j]);
            most += factor * (factor > 0 ? high[j] : low[j]);
        }

        return (least, most);
    }

    private static Reduction Smaller(IntegerProgram program, List<ProgramRow> rows, int[] low, int[] high, (int[], int[]) forced)
    {
        var place = new int[low.Length];
        Array.Fill(place, -1);
        var kept = Enumerable.Range(0, low.Length).Where(j => low[j] < high[j]).ToArray();
        for (var k = 0; k < kept.Length; k++) place[kept[k]] = k;
        var left = new List<ProgramRow>();
        foreach (var row in rows)
        {
            var (least, most) = Activity(row, low, high);
            if (least >= row.Least && most <= row.Most) continue;
            var entries = Enumerable.Range(0, row.Columns.Length).Where(i => place[row.Columns[i]] >= 0).ToArray();
            var gone = 0L;
            for (var i = 0; i < row.Columns.Length; i++) gone += place[row.Columns[i]] < 0 ? (long)row.Factors[i] * low[row.Columns[i]] : 0;
            left.Add(new ProgramRow(
                [.. entries.Select(i => place[row.Columns[i]])], [.. entries.Select(i => row.Factors[i])], Math.Max(row.Least, least) - gone, Math.Min(row.Most, most) - gone, row.Goal));
        }

        var small = new IntegerProgram([.. kept.Select(j => low[j])], [.. kept.Select(j => high[j])], Renumbered(program, kept), left);
        return new Reduction(small, kept, low, forced);
    }

    private static int[] Renumbered(IntegerProgram program, int[] kept)
    {
        var numbers = new Dictionary<int, int>();
        return [.. kept.Select(j => program.Group[j] < 0 ? -1 : numbers.TryGetValue(program.Group[j], out var number) ? number : numbers[program.Group[j]] = numbers.Count)];
    }
}
