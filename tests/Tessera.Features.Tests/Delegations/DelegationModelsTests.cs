using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Xunit;

namespace Tessera.Features.Tests.Delegations;

/// <summary>Each rule that an office can set, kept and broken.</summary>
public sealed class DelegationModelsTests
{
    private static readonly DateOnly First = new(2027, 3, 1);

    private static readonly DelegationRules Off = new() { Mandate = Severity.Off, SeatsFilled = Severity.Off };

    [Theory]
    [InlineData("sex-share-whole", "fm mf", "mm mf")]
    [InlineData("sex-share-representatives", "fm mm", "mm ff")]
    [InlineData("sex-share-substitutes", "mm fm", "ff mm")]
    [InlineData("both-sexes", "fm mm", "mm mm")]
    [InlineData("equal-substitutes", "fm fm", "fm f-")]
    [InlineData("seats-filled", "fm fm", "fm f-")]
    public void Rules_OfSeatsAndSexes_AreKeptAndBroken(string rule, string kept, string broken)
    {
        var rules = Off with
        {
            SexShare = 300,
            SexShareOfWhole = Severity.Blocking,
            SexShareOfRepresentatives = Severity.Blocking,
            SexShareOfSubstitutes = Severity.Blocking,
            BothSexes = Severity.Blocking,
            EqualSubstitutes = Severity.Blocking,
            SeatsFilled = Severity.Blocking,
        };
        Assert.True(IsKept(rule, rules, kept));
        Assert.False(IsKept(rule, rules, broken));
    }

    [Fact]
    public void Rules_ThatAreOff_AreNotLookedAt() => Assert.Empty(Verdicts(Off, "mm mm"));

    [Theory]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Blocking)]
    public void Rules_SayWhetherTheyBlock(Severity severity) =>
        Assert.Equal(severity, Verdicts(Off with { SexShare = 300, SexShareOfWhole = severity }, "mm mm").Single().Severity);

    [Fact]
    public void Mandate_ThatHasEndedOrIsOnlyAccountable_BreaksItsRule()
    {
        var rules = Off with { Mandate = Severity.Blocking };
        Assert.True(IsKept("mandate", rules, "fm fm"));
        Assert.False(IsKept("mandate", rules, "fm fm", p => p with { MandateUntil = First.AddDays(-1) }));
        Assert.False(IsKept("mandate", rules, "fm fm", p => p with { Mandate = MandateKind.None }));
        Assert.True(IsKept("mandate", rules, "fm fm", p => p with { Mandate = MandateKind.Accountable }));
        Assert.False(IsKept("mandate", rules with { AcceptsAccountable = false }, "fm fm", p => p with { Mandate = MandateKind.Accountable }));
    }

    [Fact]
    public void Mandate_IsAskedForOnTheDayWhenItIsLaterThanTheTerm()
    {
        var (delegation, traits) = Composed(Off with { Mandate = Severity.Blocking }, "fm fm", p => p with { MandateUntil = First.AddDays(10) });
        bool On(DateOnly day) => DelegationChecker.Verdicts(DelegationModels.Of(delegation, traits, day), DelegationModels.Composition(delegation)).Single().IsKept;
        Assert.Equal((true, true, false), (On(First.AddYears(-1)), On(First.AddDays(10)), On(First.AddDays(11))));
    }

    [Fact]
    public void Chamber_OfARegionalMember_IsTheChamberOfRegions()
    {
        var rules = Off with { ChamberFit = Severity.Blocking };
        Assert.True(IsKept("chamber", rules, "fm fm"));
        Assert.False(IsKept("chamber", rules, "fm fm", p => p with { Level = AuthorityLevel.Regional }));
    }

    [Theory]
    [InlineData(Trait.Association, "north", 1, null, true)]
    [InlineData(Trait.Association, "north", 3, null, false)]
    [InlineData(Trait.Association, "north", null, 1, false)]
    [InlineData(Trait.Region, "East", 1, 4, true)]
    [InlineData(Trait.Region, "West", 1, null, false)]
    [InlineData(Trait.PoliticalGroup, "A", 1, null, true)]
    [InlineData(Trait.PoliticalGroup, "C", 1, null, false)]
    [InlineData(Trait.Authority, "local", 4, null, true)]
    [InlineData(Trait.Authority, "regional", 1, null, false)]
    public void Quota_OfEachTrait_CountsItsMembers(Trait trait, string value, int? least, int? most, bool isKept) =>
        Assert.Equal(isKept, IsKept("quota-1", Off with { Quotas = [new QuotaItem(trait, [value], Severity.Blocking, least, most, null)] }, "fm fm"));

    [Fact]
    public void Quota_OfRepresentativesAlone_LeavesSubstitutesOut()
    {
        QuotaItem Of(string? kind) => new(Trait.Association, ["north"], Severity.Blocking, 2, null, kind);
        Assert.True(IsKept("quota-1", Off with { Quotas = [Of(null)] }, "fm fm"));
        Assert.False(IsKept("quota-1", Off with { Quotas = [Of("representative")] }, "fm fm"));
    }

    [Fact]
    public void Model_HoldsWhoSits_AndLeavesOutWhoHasLeftOrIsTheYouthDelegate()
    {
        var (delegation, traits) = Composed(Off, "fm fm");
        var sitting = delegation with { Seatings = [.. delegation.Seatings.Select((s, i) => i == 0 ? s with { From = First } : i == 1 ? s with { From = First, To = First, Ending = SeatEnding.LostMandate } : s)] };
        var youth = delegation.People[^1] with { Id = Guid.CreateVersion7(), IsYouth = true };
        var model = DelegationModels.Of(sitting with { People = [.. sitting.People, youth] }, traits, First);
        Assert.Equal(DelegationModels.Held + DelegationModels.KeyOf(sitting.Seatings[0].Person), model.Rules.OfType<MustSitRule>().Single().Id);
        Assert.DoesNotContain(model.Candidates, c => c.Key == DelegationModels.KeyOf(sitting.Seatings[1].Person) || c.Key == DelegationModels.KeyOf(youth.Id));
    }

    [Fact]
    public void Vacancies_TellWhoLeftLast_BeforeSeatsThatNobodyHad()
    {
        var (delegation, _) = Composed(Off, "fm f-");
        var left = delegation.Seatings[0] with { From = First, To = First.AddDays(5), Ending = SeatEnding.Resigned, FillUntil = First.AddMonths(6) };
        var view = delegation with { Seatings = [left, .. delegation.Seatings.Skip(1).Select(s => s with { From = First })] };
        var vacant = view.VacantOn(First.AddDays(6));
        Assert.Equal([(SeatKind.Representative, First.AddMonths(6)), (SeatKind.Substitute, (DateOnly?)null)], vacant.Select(v => (v.Kind, v.FillUntil)));
        var after = left with { Id = Guid.CreateVersion7(), From = First.AddDays(7), To = null, Ending = null, Replaces = left.Id };
        Assert.Single((view with { Seatings = [.. view.Seatings, after] }).VacantOn(First.AddDays(8)));
    }

    private static bool IsKept(string rule, DelegationRules rules, string seats, Func<DelegationPerson, DelegationPerson>? of = null) => Verdicts(rules, seats, of).Single(v => v.Rule == rule).IsKept;

    private static IReadOnlyList<RuleVerdict> Verdicts(DelegationRules rules, string seats, Func<DelegationPerson, DelegationPerson>? of = null)
    {
        var (delegation, traits) = Composed(rules, seats, of);
        return DelegationChecker.Verdicts(DelegationModels.Of(delegation, traits, First), DelegationModels.Composition(delegation));
    }

    /// <summary>Two and two local seats: <c>fm f-</c> is a woman and a man as representatives, a woman as a substitute and a free seat, and somebody who could take it.</summary>
    private static (DelegationView Delegation, Dictionary<Guid, DelegationTraits> Traits) Composed(DelegationRules rules, string seats, Func<DelegationPerson, DelegationPerson>? of = null)
    {
        var terms = new DelegationTerms(
            "congress", LocalText.Empty, LocalText.Of("en", "A test"), "HU", null, First, First.AddYears(5).AddDays(-1),
            [new SeatCount(SeatKind.Representative, Chamber.Local, 2), new SeatCount(SeatKind.Substitute, Chamber.Local, 2)], "a test", rules, null);
        var (people, seatings, traits) = (new List<DelegationPerson>(), new List<DelegationSeating>(), new Dictionary<Guid, DelegationTraits>());
        var letters = seats.Replace(" ", "", StringComparison.Ordinal) + "m";
        for (var i = 0; i < letters.Length; i++)
        {
            var person = new DelegationPerson(
                Guid.CreateVersion7(), i % 2 == 0 ? "north" : "south", $"p{i}", "", "East", AuthorityLevel.Local, MandateKind.Elected, null, null, LocalText.Empty, 1, 1, false, false, null, null, null, [], "a test",
                DateTimeOffset.UnixEpoch, null);
            if (i == 0 && of is not null) person = of(person);
            people.Add(person);
            traits[person.Id] = new DelegationTraits(letters[i] == 'f' ? Sex.Female : Sex.Male, null, i == 0 ? "A" : "B");
            if (letters[i] != '-' && i < 4) seatings.Add(new DelegationSeating(Guid.CreateVersion7(), person.Id, i < 2 ? SeatKind.Representative : SeatKind.Substitute, Chamber.Local, null, null, null, null, null, "", ""));
        }

        var view = new DelegationView(
            Guid.CreateVersion7(), "a-test", 1, terms, DelegationState.Consulting, LocalText.Empty, null, null, null, null, null, "", "", null, "", null, [], people, seatings, [], [], []);
        return (view, traits);
    }
}
