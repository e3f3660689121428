namespace Tessera.Planning.Delegations;

/// <summary>Members have a mandate on a day, usually the first of the term, of a kind that the body accepts.</summary>
/// <param name="AcceptsAccountable">Does accountability to an elected assembly suffice?</param>
public sealed record MandateRule(string Id, Severity Severity, DateOnly Day, bool AcceptsAccountable = true) : DelegationRule(Id, Severity)
{
    public override string Code => "mandate";

    /// <summary>May the person sit?</summary>
    public bool Accepts(Candidate candidate) => candidate.Mandate.HoldsOn(Day) && (AcceptsAccountable || candidate.Mandate.Kind == MandateKind.Elected);

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((c, _) => Accepts(c) ? 0 : 1, Demand.NoLimit, 0)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        string[] without = [.. seated.Where(s => !Accepts(s.Person)).Select(s => s.Person.Key)];
        return new Counted(without.Length == 0, without.Length, 0, true, without);
    }
}

/// <summary>In the chamber of regions sit members of regional authorities, in the local chamber those of local ones.</summary>
public sealed record ChamberRule(string Id, Severity Severity) : DelegationRule(Id, Severity)
{
    public override string Code => "chamber";

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((c, b) => Fits(c, b.Chamber) ? 0 : 1, Demand.NoLimit, 0)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        string[] misplaced = [.. seated.Where(s => !Fits(s.Person, s.Seat.Chamber)).Select(s => s.Person.Key)];
        return new Counted(misplaced.Length == 0, misplaced.Length, 0, true, misplaced);
    }

    private static bool Fits(Candidate candidate, Chamber chamber) => chamber switch
    {
        Chamber.Regions => candidate.Authority == AuthorityLevel.Regional,
        Chamber.Local => candidate.Authority == AuthorityLevel.Local,
        _ => true,
    };
}

/// <summary>There are as many substitutes as representatives.</summary>
public sealed record EqualSubstitutesRule(string Id, Severity Severity) : DelegationRule(Id, Severity)
{
    public override string Code => "equal-substitutes";

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((_, b) => b.Kind == SeatKind.Substitute ? 1 : -1, 0, 0)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var substitutes = seated.Count(s => s.Seat.Kind == SeatKind.Substitute);
        return new Counted(2 * substitutes == seated.Count, substitutes, seated.Count - substitutes, false, []);
    }
}

/// <summary>Every seat is filled for which there is a person at all: vacant seats only where candidates lack.</summary>
public sealed record SeatsFilledRule(string Id, Severity Severity) : DelegationRule(Id, Severity)
{
    public override string Code => "seats-filled";

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) => [new Demand((_, _) => 1, Fillable(model, delegation), -Demand.NoLimit)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var needs = Fillable(model, delegation);
        return new Counted(seated.Count >= needs, seated.Count, needs, false, []);
    }

    /// <summary>Most seats that persons can take, by kind alone: those who can be one of both fill up either (Hall's condition for two kinds).</summary>
    private static int Fillable(DelegationModel model, string delegation)
    {
        var (seats, substitutes) = (SeatsIn(model, delegation, SeatScope.Representatives), SeatsIn(model, delegation, SeatScope.Substitutes));
        var people = model.Candidates.Where(c => c.Delegation == delegation).ToList();
        var (first, second) = (people.Count(c => c.RepresentativePoints is not null), people.Count(c => c.SubstitutePoints is not null));
        var any = people.Count(c => c.RepresentativePoints is not null || c.SubstitutePoints is not null);
        return Math.Min(Math.Min(seats, first) + Math.Min(substitutes, second), Math.Min(any, seats + substitutes));
    }
}

/// <summary>At least and at most so many members of an association, region, political group or kind of authority.</summary>
/// <param name="Values">Members of any of these count together.</param>
/// <param name="Least">None means no limit.</param>
/// <param name="Most">None means no limit.</param>
public sealed record QuotaRule(string Id, Severity Severity, SeatScope Scope, Trait Trait, IReadOnlyList<string> Values, int? Least, int? Most) : DelegationRule(Id, Severity)
{
    public override string Code => "quota";

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) =>
        [new Demand((c, b) => Counts(c) && Scope.Covers(b.Kind, b.Chamber) ? 1 : 0, Least ?? Demand.NoLimit, Most ?? -Demand.NoLimit)];

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        string[] members = [.. seated.Where(s => Counts(s.Person) && Scope.Covers(s.Seat.Kind, s.Seat.Chamber)).Select(s => s.Person.Key)];
        var isMost = members.Length > Most || (Least is null && Most is not null);
        return new Counted(!(members.Length < Least) && !(members.Length > Most), members.Length, isMost ? Most!.Value : Least ?? 0, isMost, members);
    }

    private bool Counts(Candidate candidate) => candidate.Of(Trait) is { } value && Values.Contains(value, StringComparer.Ordinal);
}
