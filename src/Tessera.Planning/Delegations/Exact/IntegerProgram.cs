namespace Tessera.Planning.Delegations.Exact;

/// <summary>A row of an <see cref="IntegerProgram"/>: least ≤ the sum of factor × column ≤ most.</summary>
/// <param name="Goal">The first goal that the row is about; 0 for a rule, which holds for all. Rows of later goals are left out until their goal's turn.</param>
public sealed record ProgramRow(int[] Columns, int[] Factors, long Least, long Most, int Goal = 0)
{
    /// <summary>Stands for no limit from below; from above it is the negative.</summary>
    public const long NoLimit = long.MinValue / 4;

    /// <summary>The sum for given columns.</summary>
    public long Activity(IReadOnlyList<int> values)
    {
        var sum = 0L;
        for (var i = 0; i < Columns.Length; i++) sum += (long)Factors[i] * values[Columns[i]];
        return sum;
    }
}

/// <summary>
/// Whole numbers within bounds, rows over them, and groups of which at most one column may be 1 (a person takes at most one seat). All numbers are whole, so
/// that feasibility and bounds are worked out without rounding. Columns of a group are 0 or 1.
/// </summary>
/// <param name="Lower">Of each column.</param>
/// <param name="Upper">Of each column, not below its lower bound.</param>
/// <param name="Group">Of each column its group, −1 for none; groups are numbered from 0.</param>
public sealed record IntegerProgram(int[] Lower, int[] Upper, int[] Group, IReadOnlyList<ProgramRow> Rows)
{
    public int Columns => Lower.Length;

    /// <summary>How many groups there are.</summary>
    public int Groups { get; } = Group.DefaultIfEmpty(-1).Max() + 1;

    /// <summary>Do the values keep bounds, groups and those rows that count for a goal?</summary>
    public bool IsFeasible(IReadOnlyList<int> values, int goal = int.MaxValue)
    {
        var taken = new bool[Groups];
        for (var j = 0; j < Columns; j++)
        {
            if (values[j] < Lower[j] || values[j] > Upper[j]) return false;
            if (Group[j] < 0 || values[j] == 0) continue;
            if (taken[Group[j]]) return false;
            taken[Group[j]] = true;
        }

        return Rows.All(r => r.Goal > goal || (r.Activity(values) >= r.Least && r.Activity(values) <= r.Most));
    }

    /// <summary>The same with further rows.</summary>
    public IntegerProgram With(params IEnumerable<ProgramRow> rows) => this with { Rows = [.. Rows, .. rows] };
}

/// <summary>One of several goals in the order of their weight: the sum of cost × column, to be made small.</summary>
/// <param name="Cost">Of each column.</param>
/// <param name="Floor">A value below which it is known not to go; NoLimit of <see cref="ProgramRow"/> where nothing is known.</param>
public sealed record ProgramGoal(string Name, int[] Cost, long Floor = ProgramRow.NoLimit)
{
    /// <summary>The goal's value.</summary>
    public long Value(IReadOnlyList<int> values)
    {
        var sum = 0L;
        for (var j = 0; j < Cost.Length; j++) sum += (long)Cost[j] * values[j];
        return sum;
    }

    /// <summary>The row that keeps the goal at most at a value.</summary>
    public ProgramRow AtMost(long value, int goal = 0)
    {
        var columns = Enumerable.Range(0, Cost.Length).Where(j => Cost[j] != 0).ToArray();
        return new ProgramRow(columns, [.. columns.Select(j => Cost[j])], ProgramRow.NoLimit, value, goal);
    }
}
