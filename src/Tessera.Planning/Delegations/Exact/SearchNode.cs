namespace Tessera.Planning.Delegations.Exact;

/// <summary>New bounds of a column, of a group (lower 1 needs one of its columns, upper 0 takes none), or of a row's sum.</summary>
/// <param name="Index">The column; from the number of columns on the group; from the number of both on the row.</param>
internal readonly record struct BoundChange(int Index, long Lower, long Upper);

/// <summary>A node of the search: its parent's bounds with changes.</summary>
internal sealed class SearchNode(SearchNode? parent, BoundChange[] changes, long bound, long order)
{
    public SearchNode? Parent => parent;

    /// <summary>The later in the list count.</summary>
    public BoundChange[] Changes { get; set; } = changes;

    /// <summary>Nothing below it has a smaller objective.</summary>
    public long Bound { get; set; } = bound;

    /// <summary>Among equal bounds the smallest, which is the latest made, comes first.</summary>
    public long Order => order;
}

/// <summary>The bounds at a node.</summary>
internal sealed class NodeBounds(IntegerProgram program)
{
    private readonly int[] _beforeLower = new int[program.Columns];
    private readonly int[] _beforeUpper = new int[program.Columns];
    private readonly Stack<SearchNode> _path = new();

    public int[] Lower { get; } = (int[])program.Lower.Clone();

    public int[] Upper { get; } = (int[])program.Upper.Clone();

    /// <summary>Of each group: is one of its columns needed?</summary>
    public bool[] Must { get; } = new bool[program.Groups];

    /// <summary>Limits of the rows' sums.</summary>
    public long[] Least { get; } = [.. program.Rows.Select(r => r.Least)];

    public long[] Most { get; } = [.. program.Rows.Select(r => r.Most)];

    public void GoTo(SearchNode node)
    {
        program.Lower.CopyTo(Lower, 0);
        program.Upper.CopyTo(Upper, 0);
        Array.Clear(Must);
        for (var i = 0; i < Least.Length; i++) (Least[i], Most[i]) = (program.Rows[i].Least, program.Rows[i].Most);
        for (var n = node; n is not null; n = n.Parent) _path.Push(n);
        while (_path.TryPop(out var step))
        {
            foreach (var change in step.Changes) Apply(change);
        }

        Lower.CopyTo(_beforeLower, 0);
        Upper.CopyTo(_beforeUpper, 0);
    }

    /// <summary>The node's changes with what was narrowed since it was gone to.</summary>
    public BoundChange[] Since(SearchNode node)
    {
        var changes = new List<BoundChange>(node.Changes);
        for (var j = 0; j < Lower.Length; j++)
        {
            if (Lower[j] != _beforeLower[j] || Upper[j] != _beforeUpper[j]) changes.Add(new(j, Lower[j], Upper[j]));
        }

        return [.. changes];
    }

    /// <summary>Has a column no value left?</summary>
    public bool AreEmpty()
    {
        for (var j = 0; j < Lower.Length; j++)
        {
            if (Lower[j] > Upper[j]) return true;
        }

        return false;
    }

    /// <summary>Do values keep the present bounds?</summary>
    public bool Holds(int[] values)
    {
        for (var j = 0; j < values.Length; j++)
        {
            if (values[j] < Lower[j] || values[j] > Upper[j]) return false;
        }

        return true;
    }

    private void Apply(BoundChange change)
    {
        if (change.Index < program.Columns)
        {
            (Lower[change.Index], Upper[change.Index]) = (Math.Max(Lower[change.Index], (int)change.Lower), Math.Min(Upper[change.Index], (int)change.Upper));
            if (change.Lower > 0 && program.Group[change.Index] is var taken and >= 0) Close(taken, change.Index);
            return;
        }

        var group = change.Index - program.Columns;
        if (group >= program.Groups)
        {
            var row = group - program.Groups;
            (Least[row], Most[row]) = (Math.Max(Least[row], change.Lower), Math.Min(Most[row], change.Upper));
            return;
        }

        if (change.Lower > 0) Must[group] = true;
        else Close(group, -1);
    }

    private void Close(int group, int but)
    {
        for (var j = 0; j < Upper.Length; j++)
        {
            if (program.Group[j] == group && j != but) Upper[j] = 0;
        }
    }
}
