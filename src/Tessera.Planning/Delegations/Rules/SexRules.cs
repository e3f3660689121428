namespace Tessera.Planning.Delegations;

/// <summary>
/// The share of the under-represented sex: of women and of men there are each at least so many in a thousand of those seated, rounded up. Whom neither word fits
/// counts among those seated. With nobody seated it holds.
/// </summary>
/// <param name="PerThousand">0 to 500; 300 in the Congress of the Council of Europe, 400 in CEMR's Policy Committee.</param>
public sealed record SexShareRule(string Id, Severity Severity, SeatScope Scope, int PerThousand) : DelegationRule(Id, Severity)
{
    public override string Code => "sex-share";

    /// <summary>How many of each sex so many members need.</summary>
    public int NeededOf(int members) => ((members * PerThousand) + 999) / 1000;

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation)
    {
        var seats = SeatsIn(model, delegation, Scope);
        foreach (var sex in new[] { Sex.Female, Sex.Male })
        {
            var divisor = Divisor(1000, PerThousand);
            var (one, share) = (1000 / divisor, PerThousand / divisor);
            yield return new Demand((c, b) => Scope.Covers(b.Kind, b.Chamber) ? (c.Sex == sex ? one : 0) - share : 0, 0, -Demand.NoLimit);
            // The same said sharper for whole numbers: one vacant seat lowers the need by one at most.
            yield return new Demand((c, b) => c.Sex == sex && Scope.Covers(b.Kind, b.Chamber) ? 1 : 0, NeededOf(seats), -Demand.NoLimit, b => Scope.Covers(b.Kind, b.Chamber) ? 1 : 0);
        }
    }

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var members = seated.Where(s => Scope.Covers(s.Seat.Kind, s.Seat.Chamber)).Select(s => s.Person).ToList();
        var (women, men) = (members.Count(c => c.Sex == Sex.Female), members.Count(c => c.Sex == Sex.Male));
        var (fewer, needs) = (women <= men ? Sex.Female : Sex.Male, NeededOf(members.Count));
        return new Counted(Math.Min(women, men) >= needs, Math.Min(women, men), needs, false, [.. members.Where(c => c.Sex == fewer).Select(c => c.Key)]);
    }

    private static int Divisor(int a, int b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}

/// <summary>Both sexes are present: at least one woman and one man.</summary>
public sealed record BothSexesRule(string Id, Severity Severity, SeatScope Scope) : DelegationRule(Id, Severity)
{
    public override string Code => "both-sexes";

    internal override IEnumerable<Demand> Demands(DelegationModel model, string delegation) =>
        new[] { Sex.Female, Sex.Male }.Select(sex => new Demand((c, b) => c.Sex == sex && Scope.Covers(b.Kind, b.Chamber) ? 1 : 0, 1, -Demand.NoLimit));

    private protected override Counted Count(DelegationModel model, string delegation, IReadOnlyList<(Candidate Person, Seating Seat)> seated)
    {
        var members = seated.Where(s => Scope.Covers(s.Seat.Kind, s.Seat.Chamber)).Select(s => s.Person).ToList();
        var fewer = Math.Min(members.Count(c => c.Sex == Sex.Female), members.Count(c => c.Sex == Sex.Male));
        return new Counted(fewer >= 1, fewer, 1, false, []);
    }
}
