namespace Tessera.Planning.Delegations;

/// <summary>A person on a seat.</summary>
public sealed record Seating(string Candidate, SeatKind Kind, Chamber Chamber);

/// <summary>
/// One delegation to be composed, or several at once: seats, persons, rules, and by what the delegation should be balanced. Rules hold in each delegation by
/// itself. The goals of a composition in the order of their weight: fewest vacant seats, fewest broken warnings, most points, fewest pairs of members who are
/// alike in a trait of <see cref="Balance"/>; what these leave open is settled by the order of the keys and the same each time.
/// </summary>
public sealed record DelegationModel
{
    /// <summary>The most points a person can have.</summary>
    public const int MostPoints = 1_000_000;

    /// <summary>Refused by ArgumentException: two persons of one key, two blocks of one place, two rules of one id, points or seats below 0 or too many, a rule about an unknown person.</summary>
    public DelegationModel(IEnumerable<SeatBlock> blocks, IEnumerable<Candidate> candidates, IEnumerable<DelegationRule> rules, params IEnumerable<Trait> balance)
    {
        Blocks = [.. blocks.OrderBy(b => b.Delegation, StringComparer.Ordinal).ThenBy(b => b.Kind).ThenBy(b => b.Chamber)];
        Candidates = [.. candidates.OrderBy(c => c.Key, StringComparer.Ordinal)];
        Rules = [.. rules];
        Balance = [.. balance.Distinct()];
        Delegations = [.. Blocks.Select(b => b.Delegation).Distinct()];
        ByKey = Candidates.GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Require(ByKey.Count == Candidates.Count, "Two persons have the same key.");
        Require(Blocks.DistinctBy(b => (b.Delegation, b.Kind, b.Chamber)).Count() == Blocks.Count, "Two blocks of seats are the same.");
        Require(Rules.DistinctBy(r => r.Id, StringComparer.Ordinal).Count() == Rules.Count, "Two rules have the same id.");
        Require(Blocks.All(b => b.Seats is >= 0 and <= 10_000), "A number of seats is out of bounds.");
        Require(Candidates.All(c => c.RepresentativePoints is null or (>= 0 and <= MostPoints) && c.SubstitutePoints is null or (>= 0 and <= MostPoints)), "Points are out of bounds.");
        foreach (var key in Rules.SelectMany(r => r.Named)) Require(ByKey.ContainsKey(key), $"A rule names {key}, who is no candidate.");
    }

    public IReadOnlyList<SeatBlock> Blocks { get; }

    /// <summary>By key.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    public IReadOnlyList<DelegationRule> Rules { get; init; }

    public IReadOnlyList<Trait> Balance { get; }

    public IReadOnlyList<string> Delegations { get; }

    /// <summary>The persons by their keys.</summary>
    public IReadOnlyDictionary<string, Candidate> ByKey { get; }

    /// <summary>Can the person have a seat of the block, leaving aside all rules?</summary>
    public static bool CanSit(Candidate candidate, SeatBlock block) => candidate.Delegation == block.Delegation && candidate.PointsAs(block.Kind) is not null;

    /// <summary>The seatings of a delegation with their persons.</summary>
    internal IEnumerable<(Candidate Person, Seating Seat)> Seated(IEnumerable<Seating> composition, string delegation) =>
        composition.Select(s => (Person: ByKey[s.Candidate], Seat: s)).Where(s => s.Person.Delegation == delegation);

    private static void Require(bool holds, string sentence)
    {
        if (!holds) throw new ArgumentException(sentence);
    }
}
