namespace Tessera.Planning.Delegations;

/// <summary>What a broken rule means.</summary>
public enum Severity
{
    /// <summary>Not looked at.</summary>
    Off,

    /// <summary>A composition may break it; as few as possible are broken.</summary>
    Warning,

    /// <summary>No composition may break it.</summary>
    Blocking,
}

/// <summary>
/// A rule of a body or an office. Its numbers come from the caller, who keeps them as dated data with their source. Each rule says what it demands as sums over
/// persons and seats, and judges a composition by counting; tests hold the two against each other.
/// </summary>
/// <param name="Id">Distinct in a model; the caller's.</param>
public abstract record DelegationRule(string Id, Severity Severity)
{
    /// <summary>The kind of rule: a stable word that sentences are found by.</summary>
    public abstract string Code { get; }

    /// <summary>The delegation it is for; none means each by itself.</summary>
    public string? Delegation { get; init; }

    /// <summary>Persons whom it names.</summary>
    public virtual IEnumerable<string> Named => [];

    /// <summary>Judges a composition.</summary>
    internal RuleVerdict Judge(DelegationModel model, string delegation, IReadOnlyList<Seating> composition)
    {
        var judged = Count(model, delegation, [.. model.Seated(composition, delegation)]);
        return new RuleVerdict(Id, Code, delegation, Severity, judged.IsKept, judged.Has, judged.Needs, judged.IsMost, judged.Concerned);
    }

    /// <summary>Is it a rule of this delegation?</summary>
    internal virtual bool IsAbout(DelegationModel model, string delegation) => Delegation is null || Delegation == delegation;

    internal abstract IEnumerable<Demand> Demands(DelegationModel model, string delegation);

    private protected abstract Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated);

    private protected static int SeatsIn(DelegationModel model, string delegation, SeatScope scope) =>
        model.Blocks.Where(b => b.Delegation == delegation && scope.Covers(b.Kind, b.Chamber)).Sum(b => b.Seats);

    /// <param name="IsMost">Is what it needs the most allowed, not the least?</param>
    private protected readonly record struct Counted(bool IsKept, int Has, int Needs, bool IsMost, IReadOnlyList<string> Concerned);
}

/// <summary>Least ≤ the sum of the persons' factors on their seats and of the vacant seats' factors ≤ Most.</summary>
internal sealed record Demand(Func<Candidate, SeatBlock, int> Factor, long Least, long Most, Func<SeatBlock, int>? Vacant = null)
{
    public const long NoLimit = long.MinValue / 4;
}

/// <summary>How a composition stands to a rule.</summary>
/// <param name="Code">The kind of rule.</param>
/// <param name="Has">What there is: persons of the sex that has fewer, of the quota's value, without mandate …</param>
/// <param name="Needs">What there must be at least, or at most.</param>
/// <param name="IsMost">Is <paramref name="Needs"/> the most allowed?</param>
/// <param name="Concerned">Keys of the persons whom it is about: those too many, or those of whom there are too few.</param>
public sealed record RuleVerdict(string Rule, string Code, string Delegation, Severity Severity, bool IsKept, int Has, int Needs, bool IsMost, IReadOnlyList<string> Concerned);
