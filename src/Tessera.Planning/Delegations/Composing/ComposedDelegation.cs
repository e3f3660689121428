namespace Tessera.Planning.Delegations.Composing;

/// <summary>A composition with what it is worth.</summary>
/// <param name="VacantSeats">The first goal.</param>
/// <param name="BrokenWarnings">The second, counted in each delegation.</param>
/// <param name="Points">The third, as many as possible.</param>
/// <param name="PairsAlike">The fourth: pairs of members alike in a trait of the balance.</param>
/// <param name="Verdicts">Every rule in every delegation that it is about.</param>
/// <param name="IsProven">Is no composition better (of the alternatives: none but those before it)?</param>
/// <param name="Bound">What no composition can be better than; equal to the four where that is proven.</param>
public sealed record ComposedDelegation(
    IReadOnlyList<Seating> Seats, int VacantSeats, int BrokenWarnings, long Points, long PairsAlike, IReadOnlyList<RuleVerdict> Verdicts, bool IsProven, CompositionBound Bound);

/// <summary>The least vacant seats, broken warnings and pairs alike and the most points that the work done leaves possible; a goal counts as long as those before it are reached.</summary>
/// <param name="PairsAlike">Counts for compositions with the points of the one found.</param>
public sealed record CompositionBound(long VacantSeats, long BrokenWarnings, long Points, long PairsAlike);

/// <summary>Rules that cannot hold together.</summary>
/// <param name="Rules">Each with its delegation.</param>
/// <param name="IsSmallest">Is there no smaller set of such rules? Otherwise none can be left out of this one, but another might be smaller.</param>
public sealed record RuleConflict(IReadOnlyList<(string Rule, string Code, string Delegation)> Rules, bool IsSmallest);

/// <summary>What composing came to.</summary>
/// <param name="Best">Null where no composition keeps the blocking rules, or none was found with the work allowed.</param>
/// <param name="Alternatives">The next best, distinct, the better first.</param>
/// <param name="Conflict">Where no composition keeps the blocking rules: why.</param>
/// <param name="Nodes">How many nodes the search looked at.</param>
public sealed record CompositionProposal(ComposedDelegation? Best, IReadOnlyList<ComposedDelegation> Alternatives, RuleConflict? Conflict, long Nodes);

/// <summary>How much is asked of the composer.</summary>
public sealed record ComposerSettings
{
    public static ComposerSettings Default { get; } = new();

    /// <summary>How many alternatives beside the best.</summary>
    public int Alternatives { get; init; } = 3;

    /// <summary>By how many seatings an alternative must differ from each one before it, 1 or more.</summary>
    public int AlternativesDifferBy { get; init; } = 1;

    /// <summary>Nodes that each search may look at: most need less than a hundred, and ten thousand take some seconds.</summary>
    public long MostNodes { get; init; } = 20_000;
}
