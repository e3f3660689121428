using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;
using Xunit;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Renewals as they come up, with answers that can be counted on the fingers.</summary>
public sealed class NamedRenewalTests
{
    private static readonly Mandate Elected = new(MandateKind.Elected, new(2024, 10, 1));
    private static readonly SexShareRule Share = new("share", Severity.Blocking, SeatScope.Whole, 300);
    private static readonly SeatsFilledRule Filled = new("filled", Severity.Blocking);
    private static readonly EqualSubstitutesRule Equal = new("equal", Severity.Blocking);

    [Theory]
    [InlineData(14, 300, 5)]
    [InlineData(12, 300, 4)]
    [InlineData(20, 300, 6)]
    [InlineData(36, 300, 11)]
    [InlineData(4, 300, 2)]
    [InlineData(8, 400, 4)]
    [InlineData(0, 300, 0)]
    public void NeededOf_Members_IsTheShareRoundedUp(int members, int perThousand, int needed) => Assert.Equal(needed, (Share with { PerThousand = perThousand }).NeededOf(members));

    [Fact]
    public void Compose_HungarysFourteenWhereMenHaveMorePoints_SeatsFiveWomen()
    {
        var model = Hungary([.. People("man", Sex.Male, 20, 50), .. People("woman", Sex.Female, 8, 10)], Share, Equal, Filled);
        var best = DelegationComposer.Compose(model, ComposerSettings.Default).Best!;
        Assert.Equal(14, best.Seats.Count);
        Assert.Equal(5, best.Seats.Count(s => s.Candidate.StartsWith("woman", StringComparison.Ordinal)));
        Assert.True(best.IsProven && best.Verdicts.All(v => v.IsKept));
        // The nine most wished for men and the five most wished for women.
        Assert.Equal(Enumerable.Range(42, 9).Sum() + Enumerable.Range(6, 5).Sum(), best.Points);
    }

    [Fact]
    public void Check_FourWomenOfFourteen_NamesThemAndMendsItByOneExchange()
    {
        var model = Hungary([.. People("man", Sex.Male, 12, 50), .. People("woman", Sex.Female, 8, 10)], Share, Equal, Filled);
        var seats = Seats([.. Enumerable.Range(0, 10).Select(i => $"man-{i:00}"), .. Enumerable.Range(0, 4).Select(i => $"woman-{i:00}")]);
        var check = DelegationChecker.Check(model, seats, ComposerSettings.Default);
        Assert.False(check.IsAllowed);
        var broken = Assert.Single(check.Broken);
        Assert.Equal(("share", "sex-share", 4, 5), (broken.Verdict.Rule, broken.Verdict.Code, broken.Verdict.Has, broken.Verdict.Needs));
        Assert.Equal(["woman-00", "woman-01", "woman-02", "woman-03"], broken.Verdict.Concerned.Order());
        // The last man of the two kinds of seats has the fewest points, the fifth woman the most of those left.
        var change = Assert.Single(broken.Exchange!.Changes);
        Assert.Equal(("man-09", "woman-04"), (change.Out, change.In));
        Assert.Equal(broken.Exchange.Changes, check.Repair!.Changes);
        Assert.True(DelegationChecker.Check(model, broken.Exchange.Afterwards, ComposerSettings.Default).IsAllowed);
    }

    [Fact]
    public void Check_OneWomanOfFour_OnlyWarnsWhereTheRuleWarns()
    {
        var rule = new SexShareRule("representatives", Severity.Warning, SeatScope.Representatives, 400);
        var model = new DelegationModel([new SeatBlock("", SeatKind.Representative, Chamber.None, 4)], [.. People("man", Sex.Male, 3, 5), .. People("woman", Sex.Female, 2, 5)], [rule, Filled]);
        var check = DelegationChecker.Check(model, [Representative("man-00"), Representative("man-01"), Representative("man-02"), Representative("woman-00")], ComposerSettings.Default);
        Assert.True(check.IsAllowed);
        Assert.Null(check.Repair);
        Assert.Equal("man-02", Assert.Single(Assert.Single(check.Broken).Exchange!.Changes).Out);
    }

    [Fact]
    public void Compose_WithoutAWoman_NamesTheShareAndTheFillingOfSeats()
    {
        var model = Hungary(People("man", Sex.Male, 20, 50), Share, Equal, Filled);
        var proposal = DelegationComposer.Compose(model, ComposerSettings.Default);
        Assert.Null(proposal.Best);
        Assert.Equal(["filled", "share"], proposal.Conflict!.Rules.Select(r => r.Rule).Order());
        Assert.True(proposal.Conflict.IsSmallest);
    }

    [Fact]
    public void Compose_WithoutAWomanWhereBothSexesMustBePresent_NamesThatRuleAlone()
    {
        var model = Hungary(People("man", Sex.Male, 20, 50), Share, new BothSexesRule("both", Severity.Blocking, SeatScope.Whole), Equal, Filled);
        Assert.Equal("both", Assert.Single(DelegationComposer.Compose(model, ComposerSettings.Default).Conflict!.Rules).Rule);
    }

    [Fact]
    public void Compose_WhereCandidatesLack_LeavesSeatsVacantAndKeepsTheShare()
    {
        var model = Hungary([.. People("man", Sex.Male, 8, 50), .. People("woman", Sex.Female, 3, 10)], Share, new SeatsFilledRule("filled", Severity.Warning));
        var best = DelegationComposer.Compose(model, ComposerSettings.Default).Best!;
        // Three women carry ten members.
        Assert.Equal((4, 10, 1), (best.VacantSeats, best.Seats.Count, best.BrokenWarnings));
    }

    [Fact]
    public void Compose_AssociationsQuotaAgainstTheChamber_NamesBoth()
    {
        SeatBlock[] blocks = [new("", SeatKind.Representative, Chamber.Local, 4), new("", SeatKind.Representative, Chamber.Regions, 3)];
        Candidate[] people =
        [
            .. People("county", Sex.Female, 8, 50).Select(p => p with { Authority = AuthorityLevel.Regional, Association = "counties" }),
            .. People("town", Sex.Male, 8, 50).Select(p => p with { Association = "towns" }),
        ];
        var model = new DelegationModel(
            blocks, people,
            [
                Share, Filled, new ChamberRule("chamber", Severity.Blocking), new QuotaRule("towns", Severity.Blocking, SeatScope.Whole, Trait.Association, ["towns"], 1, null),
                new QuotaRule("counties", Severity.Blocking, SeatScope.Whole, Trait.Association, ["counties"], 4, null),
            ]);
        var proposal = DelegationComposer.Compose(model, ComposerSettings.Default);
        Assert.Equal(["chamber", "counties"], proposal.Conflict!.Rules.Select(r => r.Rule).Order());
        Assert.Equal(7, DelegationComposer.Compose(model with { Rules = [.. model.Rules.Where(r => r.Id != "counties")] }, ComposerSettings.Default).Best!.Seats.Count);
    }

    [Fact]
    public void Check_ALostMandate_IsReplacedByTheWishedForSubstituteOfTheSameSex()
    {
        List<Candidate> people = [.. People("man", Sex.Male, 12, 50), .. People("woman", Sex.Female, 8, 40)];
        people[people.FindIndex(p => p.Key == "woman-02")] = people.Single(p => p.Key == "woman-02") with { Mandate = Elected with { Until = new(2026, 9, 30) } };
        var model = Hungary(people, Share, Equal, Filled, new MandateRule("mandate", Severity.Blocking, new(2026, 10, 1)));
        var seats = Seats([.. Enumerable.Range(0, 9).Select(i => $"man-{i:00}"), .. Enumerable.Range(0, 5).Select(i => $"woman-{i:00}")]);
        var check = DelegationChecker.Check(model, seats, ComposerSettings.Default);
        Assert.Equal(["woman-02"], Assert.Single(check.Broken).Verdict.Concerned);
        Assert.Equal(("woman-02", "woman-05"), (Assert.Single(check.Repair!.Changes).Out, check.Repair.Changes[0].In));
    }

    [Fact]
    public void Compose_ManyFromOneHundred_IsProven()
    {
        foreach (var candidates in new[] { 60, 200, 1000 })
        {
            var proposal = DelegationComposer.Compose(Renewals.Random(candidates, 7, 7, candidates), ComposerSettings.Default with { Alternatives = 2 });
            Assert.True(proposal.Best is { IsProven: true, VacantSeats: 0 });
            Assert.Equal(2, proposal.Alternatives.Count);
        }
    }

    [Fact]
    public void Model_ThatContradictsItself_IsRefused()
    {
        SeatBlock[] blocks = [new("", SeatKind.Representative, Chamber.None, 1)];
        var anna = new Candidate("anna", Sex.Female, Elected, AuthorityLevel.Local);
        Assert.Throws<ArgumentException>(() => new DelegationModel(blocks, [anna, anna], []));
        Assert.Throws<ArgumentException>(() => new DelegationModel([.. blocks, .. blocks], [anna], []));
        Assert.Throws<ArgumentException>(() => new DelegationModel(blocks, [anna], [Share, Share]));
        Assert.Throws<ArgumentException>(() => new DelegationModel(blocks, [anna], [new MustNotSitRule("not", Severity.Blocking, "béla")]));
        Assert.Throws<ArgumentException>(() => new DelegationModel(blocks, [anna with { SubstitutePoints = -1 }], []));
    }

    /// <summary>Seven representatives and seven substitutes in one hall.</summary>
    private static DelegationModel Hungary(IEnumerable<Candidate> people, params DelegationRule[] rules) =>
        new([new SeatBlock("", SeatKind.Representative, Chamber.None, 7), new SeatBlock("", SeatKind.Substitute, Chamber.None, 7)], people, rules);

    private static IReadOnlyList<Seating> Seats(string[] keys) => [.. keys.Select((k, i) => new Seating(k, i % 2 == 0 ? SeatKind.Representative : SeatKind.Substitute, Chamber.None))];

    private static Seating Representative(string key) => new(key, SeatKind.Representative, Chamber.None);

    /// <summary>The first has the most points, each after it one less.</summary>
    private static IEnumerable<Candidate> People(string name, Sex sex, int count, int points) => Enumerable.Range(0, count).Select(i =>
        new Candidate($"{name}-{i:00}", sex, Elected, AuthorityLevel.Local) { RepresentativePoints = points - i, SubstitutePoints = points - i });
}
