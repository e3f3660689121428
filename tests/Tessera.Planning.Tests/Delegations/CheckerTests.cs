using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;
using Xunit;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Verdicts and exchanges held against counting in other words and against all compositions of small models.</summary>
public sealed class CheckerTests
{
    private static readonly ComposerSettings Settings = ComposerSettings.Default;

    [Fact]
    public void Verdicts_OfAnyComposition_AreThoseOfPlainCounting() => Over(400, seed =>
    {
        var model = seed % 4 == 0 ? SmallModels.Two(seed) : SmallModels.Random(seed);
        var seats = SmallModels.Composition(model, seed);
        var verdicts = DelegationChecker.Verdicts(model, seats);
        Assert.All(verdicts, v => Assert.True(v.IsKept == PlainDelegations.Holds(model, model.Rules.Single(r => r.Id == v.Rule), v.Delegation, seats), $"seed {seed}: {v}"));
        Assert.All(verdicts, v => Assert.True(v.IsKept == (v.IsMost ? v.Has <= v.Needs : v.Code == "equal-substitutes" ? v.Has == v.Needs : v.Has >= v.Needs), $"seed {seed}: {v}"));
        Assert.DoesNotContain(verdicts, v => v.Severity == Severity.Off);
    });

    [Fact]
    public void Exchange_ForAnyBrokenRule_IsTheSmallestAndTheBestOfThose() => Over(300, seed =>
    {
        var model = SmallModels.Random(seed, 5);
        var seats = SmallModels.Composition(model, seed);
        var all = PlainDelegations.All(model).ToList();
        bool Holds(string rule, IReadOnlyList<Seating> after) => PlainDelegations.Holds(model, model.Rules.Single(r => r.Id == rule), "", after);
        var check = DelegationChecker.Check(model, seats, Settings);
        var kept = check.Verdicts.Where(v => v.IsKept && v.Severity == Severity.Blocking).Select(v => v.Rule).ToList();
        foreach (var broken in check.Broken)
        {
            var mended = all.Where(s => Holds(broken.Verdict.Rule, s) && kept.All(r => Holds(r, s))).ToList();
            AssertSmallest(model, seats, mended, broken.Exchange, seed, [broken.Verdict.Rule]);
        }

        if (check.IsAllowed) Assert.Null(check.Repair);
        else AssertSmallest(model, seats, [.. all.Where(s => PlainDelegations.IsAllowed(model, s))], check.Repair, seed, []);
    });

    [Fact]
    public void Exchange_InOneOfTwoDelegations_LeavesTheOtherAlone() => Over(60, seed =>
    {
        var model = SmallModels.Two(seed);
        var seats = SmallModels.Composition(model, seed);
        foreach (var broken in DelegationChecker.Check(model, seats, Settings).Broken)
        {
            if (broken.Exchange is not { } exchange) continue;
            Assert.All(exchange.Changes, c => Assert.Equal(broken.Verdict.Delegation, c.Delegation));
            Assert.True(PlainDelegations.Holds(model, model.Rules.Single(r => r.Id == broken.Verdict.Rule), broken.Verdict.Delegation, exchange.Afterwards));
        }
    });

    [Theory]
    [InlineData("nobody")]
    [InlineData("twice")]
    [InlineData("too-many")]
    [InlineData("no-such-seat")]
    public void Check_WhatIsNoComposition_IsRefused(string what)
    {
        var elected = new Mandate(MandateKind.Elected);
        var model = new DelegationModel(
            [new SeatBlock("", SeatKind.Representative, Chamber.None, 1)],
            [new Candidate("anna", Sex.Female, elected, AuthorityLevel.Local), new Candidate("béla", Sex.Male, elected, AuthorityLevel.Local)], []);
        Seating Seat(string who, Chamber chamber = Chamber.None) => new(who, SeatKind.Representative, chamber);
        Seating[] seats = what switch
        {
            "nobody" => [Seat("cili")],
            "twice" => [Seat("anna"), new("anna", SeatKind.Substitute, Chamber.None)],
            "too-many" => [Seat("anna"), Seat("béla")],
            _ => [Seat("anna", Chamber.Regions)],
        };
        Assert.Throws<ArgumentException>(() => DelegationChecker.Check(model, seats, Settings));
    }

    private static void AssertSmallest(DelegationModel model, IReadOnlyList<Seating> seats, List<List<Seating>> mended, Exchange? exchange, int seed, string[] mends)
    {
        Assert.True(mended.Count == 0 == exchange is null, $"seed {seed}: {mended.Count} would mend it");
        if (exchange is null) return;
        Assert.True(exchange.IsProven);
        var fewest = mended.Min(s => PlainDelegations.Changed(model, seats, s));
        Assert.Equal(fewest, PlainDelegations.Changed(model, seats, exchange.Afterwards));
        Assert.Equal(fewest, exchange.Changes.Count);
        Assert.Contains(mended, s => s.ToHashSet().SetEquals(exchange.Afterwards));
        // The rule that is mended is no longer a warning that could be broken.
        PlainDelegations.Worth Value(IReadOnlyList<Seating> s) => PlainDelegations.WorthOf(model with { Rules = [.. model.Rules.Where(r => !mends.Contains(r.Id))] }, s);
        Assert.Equal(mended.Where(s => PlainDelegations.Changed(model, seats, s) == fewest).Min(Value), Value(exchange.Afterwards));
        Assert.Equal(exchange.Afterwards.ToHashSet(), Applied(seats, exchange).ToHashSet());
    }

    private static IEnumerable<Seating> Applied(IReadOnlyList<Seating> seats, Exchange exchange)
    {
        var left = exchange.Changes.Where(c => c.Out is not null).Select(c => new Seating(c.Out!, c.Kind, c.Chamber));
        return seats.Except(left).Concat(exchange.Changes.Where(c => c.In is not null).Select(c => new Seating(c.In!, c.Kind, c.Chamber)));
    }

    private static void Over(int tests, Action<int> check) => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
