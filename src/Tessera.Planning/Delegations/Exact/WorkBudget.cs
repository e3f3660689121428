namespace Tessera.Planning.Delegations.Exact;

/// <summary>How many nodes may still be looked at, so that the answer does not depend on the machine's speed; asked at each node whether to go on at all.</summary>
internal sealed class WorkBudget(long nodes, CancellationToken cancellation)
{
    private readonly WorkBudget? _of;

    private WorkBudget(WorkBudget of, long nodes, CancellationToken cancellation)
        : this(nodes, cancellation) => _of = of;

    public long Left { get; private set; } = nodes;

    public long Spent { get; private set; }

    /// <summary>A share of it for an attempt that need not succeed.</summary>
    public WorkBudget Share(int part) => new(this, Left / part, cancellation);

    /// <summary>Takes one node; false when there is none left.</summary>
    public bool Take()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Left <= 0 || _of?.Take() == false) return false;
        Left--;
        Spent++;
        return true;
    }
}
