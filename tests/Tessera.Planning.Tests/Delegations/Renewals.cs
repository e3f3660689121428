using Tessera.Planning.Delegations;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Renewals of delegations to the Congress as they could be, of any size; persons are made up. The same for the same seed.</summary>
internal static class Renewals
{
    public static readonly DateOnly Day = new(2026, 10, 1);

    /// <summary>One delegation: as many representatives as substitutes, two thirds of them in the local chamber.</summary>
    public static DelegationModel Random(int candidates, int representatives, int substitutes, int seed, string delegation = "HU")
    {
        var random = new Random(seed);
        return new DelegationModel(Blocks(delegation, representatives, substitutes), People(random, candidates, delegation), Rules(delegation, representatives + substitutes), Trait.Region, Trait.PoliticalGroup);
    }

    /// <summary>All delegations at once, each with so many candidates for a seat, forty at least.</summary>
    public static DelegationModel All(IEnumerable<(string Delegation, int Representatives)> seats, int candidatesForSeat, int seed)
    {
        var random = new Random(seed);
        var all = seats.ToList();
        return new DelegationModel(
            all.SelectMany(d => Blocks(d.Delegation, d.Representatives, d.Representatives)), all.SelectMany(d => People(random, Math.Max(40, 2 * candidatesForSeat * d.Representatives), d.Delegation)),
            all.SelectMany(d => Rules(d.Delegation, 2 * d.Representatives)), Trait.Region, Trait.PoliticalGroup);
    }

    private static IEnumerable<SeatBlock> Blocks(string delegation, int representatives, int substitutes)
    {
        foreach (var (kind, seats) in new[] { (SeatKind.Representative, representatives), (SeatKind.Substitute, substitutes) })
        {
            var regions = seats / 3;
            yield return new SeatBlock(delegation, kind, Chamber.Local, seats - regions);
            if (regions > 0) yield return new SeatBlock(delegation, kind, Chamber.Regions, regions);
        }
    }

    private static IEnumerable<Candidate> People(Random random, int count, string delegation) => Enumerable.Range(0, count).Select(i =>
    {
        var points = random.Next(1, 101);
        return new Candidate(
            $"{delegation}-{i:0000}", random.Next(20) == 0 ? Sex.Unstated : random.Next(4) == 0 ? Sex.Female : Sex.Male,
            new Mandate(random.Next(30) == 0 ? MandateKind.None : random.Next(5) == 0 ? MandateKind.Accountable : MandateKind.Elected, new(2024, 10, 1), random.Next(25) == 0 ? new(2026, 6, 30) : null),
            random.Next(5) < 2 ? AuthorityLevel.Regional : AuthorityLevel.Local, delegation)
        {
            Association = $"association-{random.Next(4)}",
            Region = $"region-{random.Next(8)}",
            PoliticalGroup = $"group-{random.Next(5)}",
            RepresentativePoints = random.Next(10) == 0 ? null : points,
            SubstitutePoints = random.Next(10) == 0 ? null : Math.Max(1, points - random.Next(30)),
        };
    });

    private static IEnumerable<DelegationRule> Rules(string delegation, int seats)
    {
        DelegationRule Own(DelegationRule rule) => rule with { Id = $"{delegation}:{rule.Id}", Delegation = delegation };
        yield return Own(new SexShareRule("share", Severity.Blocking, SeatScope.Whole, 300));
        yield return Own(new SexShareRule("share-representatives", Severity.Warning, SeatScope.Representatives, 300));
        yield return Own(new SexShareRule("share-substitutes", Severity.Warning, SeatScope.Substitutes, 300));
        yield return Own(new BothSexesRule("both", Severity.Blocking, SeatScope.Whole));
        yield return Own(new MandateRule("mandate", Severity.Blocking, Day));
        yield return Own(new ChamberRule("chamber", Severity.Blocking));
        yield return Own(new EqualSubstitutesRule("equal", Severity.Blocking));
        if (seats < 6) yield break;
        for (var a = 0; a < 4; a++) yield return Own(new QuotaRule($"association-{a}", Severity.Blocking, SeatScope.Whole, Trait.Association, [$"association-{a}"], seats / 8, (seats / 2) - 1));
        for (var r = 0; r < 8; r++) yield return Own(new QuotaRule($"region-{r}", Severity.Warning, SeatScope.Whole, Trait.Region, [$"region-{r}"], seats >= 14 ? 1 : null, Math.Max(2, seats / 5)));
        for (var g = 0; g < 5; g++) yield return Own(new QuotaRule($"group-{g}", Severity.Blocking, SeatScope.Whole, Trait.PoliticalGroup, [$"group-{g}"], null, Math.Max(2, seats / 3)));
    }
}
