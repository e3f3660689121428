namespace Tessera.Planning.Delegations;

/// <summary>A person sits, such as one who sits already and stays.</summary>
/// <param name="Scope">On which seats.</param>
public sealed record MustSitRule(string Id, Severity Severity, string Candidate, SeatScope Scope) : DelegationRule(Id, Severity)
{
    public override string Code => "must-sit";

    public override IEnumerable<string> Named => [Candidate];

    internal override bool IsAbout(DelegationModel model, string delegation) => model.ByKey[Candidate].Delegation == delegation;

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) =>
        [new Demand((c, b) => c.Key == Candidate && Scope.Covers(b.Kind, b.Chamber) ? 1 : 0, 1, -Demand.NoLimit)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var has = seated.Count(s => s.Person.Key == Candidate && Scope.Covers(s.Seat.Kind, s.Seat.Chamber));
        return new Counted(has > 0, has, 1, false, [Candidate]);
    }
}

/// <summary>A person does not sit.</summary>
public sealed record MustNotSitRule(string Id, Severity Severity, string Candidate) : DelegationRule(Id, Severity)
{
    public override string Code => "must-not-sit";

    public override IEnumerable<string> Named => [Candidate];

    internal override bool IsAbout(DelegationModel model, string delegation) => model.ByKey[Candidate].Delegation == delegation;

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((c, _) => c.Key == Candidate ? 1 : 0, Demand.NoLimit, 0)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var has = seated.Count(s => s.Person.Key == Candidate);
        return new Counted(has == 0, has, 0, true, [Candidate]);
    }
}

/// <summary>Of two persons at most one sits, such as two of one council.</summary>
public sealed record ExclusionRule(string Id, Severity Severity, string First, string Second) : DelegationRule(Id, Severity)
{
    public override string Code => "exclusion";

    public override IEnumerable<string> Named => [First, Second];

    internal override bool IsAbout(DelegationModel model, string delegation) => model.ByKey[First].Delegation == delegation && model.ByKey[Second].Delegation == delegation;

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((c, _) => c.Key == First || c.Key == Second ? 1 : 0, Demand.NoLimit, 1)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        string[] both = [.. seated.Select(s => s.Person.Key).Where(k => k == First || k == Second)];
        return new Counted(both.Length < 2, both.Length, 1, true, both);
    }
}
