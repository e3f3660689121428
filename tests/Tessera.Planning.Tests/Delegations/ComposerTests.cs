using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Composing;
using Xunit;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>The composer held against all compositions of small models, one after the other.</summary>
public sealed class ComposerTests
{
    private static readonly ComposerSettings Settings = ComposerSettings.Default with { Alternatives = 0 };

    [Fact]
    public void Compose_AnySmallModel_IsTheBestOfAllCompositions() => Over(400, seed => AssertBest(SmallModels.Random(seed)));

    [Fact]
    public void Compose_TwoDelegationsAtOnce_IsTheBestOfAll() => Over(80, seed => AssertBest(SmallModels.Two(seed)));

    [Fact]
    public void Alternatives_OfAnySmallModel_AreTheNextBestAndDistinct() => Over(200, AssertNextBest);

    /// <summary>Where the best composition is nobody at all.</summary>
    [Fact]
    public void Alternatives_OfNobody_AreNone() => AssertNextBest(457700);

    private static void AssertNextBest(int seed)
    {
        var model = SmallModels.Random(seed, 5);
        var proposal = DelegationComposer.Compose(model, Settings with { Alternatives = 4 });
        if (proposal.Best is null) return;
        ComposedDelegation[] found = [proposal.Best, .. proposal.Alternatives];
        var worths = PlainDelegations.All(model).Where(s => PlainDelegations.IsAllowed(model, s)).Select(s => PlainDelegations.WorthOf(model, s)).Order().Take(5).ToList();
        Assert.Equal(found.Length, found.Select(f => string.Join(";", f.Seats)).Distinct().Count());
        // A composition that only leaves a seat of another empty is no alternative to it; so those found may be the next but one.
        foreach (var (first, second) in found.Zip(found.Skip(1))) Assert.True(Worth(first).CompareTo(Worth(second)) <= 0, $"seed {seed}");
        Assert.Equal(worths[0], Worth(found[0]));
        Assert.All(found, f => Assert.True(f.IsProven && PlainDelegations.IsAllowed(model, f.Seats)));
        Assert.All(found.Zip(worths), pair => Assert.True(Worth(pair.First).CompareTo(pair.Second) >= 0, $"seed {seed}"));
        Assert.All(found.Zip(worths).Where(p => p.First.VacantSeats == found[0].VacantSeats), pair => Assert.Equal(pair.Second, Worth(pair.First)));
    }

    [Fact]
    public void Compose_WherePersonsStandInAnotherOrder_IsTheSame() => Over(60, seed =>
    {
        var model = SmallModels.Random(seed);
        var turned = new DelegationModel(model.Blocks.Reverse(), model.Candidates.Reverse(), model.Rules, model.Balance);
        var (one, other) = (DelegationComposer.Compose(model, Settings), DelegationComposer.Compose(turned, Settings));
        Assert.Equal(one.Best?.Seats, other.Best?.Seats);
        Assert.Equal(one.Conflict?.Rules, other.Conflict?.Rules);
    });

    [Fact]
    public void Conflict_OfAnySmallModel_CannotHoldTogetherAndIsSmallest() => Over(400, seed =>
    {
        var model = SmallModels.Random(seed, 4);
        var proposal = DelegationComposer.Compose(model, Settings);
        var all = PlainDelegations.All(model).ToList();
        Assert.Equal(all.Any(s => PlainDelegations.IsAllowed(model, s)), proposal.Conflict is null);
        if (proposal.Conflict is not { } conflict) return;
        bool CanHold(IEnumerable<string> ids)
        {
            var rules = model.Rules.Where(r => ids.Contains(r.Id)).ToList();
            return all.Any(s => rules.All(r => PlainDelegations.Holds(model, r, "", s)));
        }

        string[] chosen = [.. conflict.Rules.Select(r => r.Rule)];
        Assert.True(conflict.IsSmallest);
        Assert.False(CanHold(chosen), $"seed {seed}: the rules can hold together");
        var blocking = model.Rules.Where(r => r.Severity == Severity.Blocking).Select(r => r.Id).ToList();
        foreach (var fewer in Subsets(blocking).Where(s => s.Count < chosen.Length)) Assert.True(CanHold(fewer), $"seed {seed}: {string.Join(", ", fewer)} is smaller");
    });

    [Fact]
    public void Compose_WhenWorkRunsOut_SaysHowFarItMayBe()
    {
        var model = Renewals.Random(60, 7, 7, 5);
        var best = DelegationComposer.Compose(model, Settings).Best!;
        for (var nodes = 1; nodes < 60; nodes += 4)
        {
            var proposal = DelegationComposer.Compose(model, Settings with { MostNodes = nodes });
            if (proposal.Best is not { } found) continue;
            Assert.True(PlainDelegations.IsAllowed(model, found.Seats));
            if (found.IsProven) Assert.Equal(Worth(best), Worth(found));
            else Assert.True(Worth(found).CompareTo(Worth(best)) >= 0 && found.Bound.Points >= Math.Min(best.Points, found.Points));
        }
    }

    [Fact]
    public void Compose_AskedToStop_Stops() =>
        Assert.Throws<OperationCanceledException>(() => DelegationComposer.Compose(Renewals.Random(60, 7, 7, 5), Settings, new CancellationToken(true)));

    private static void AssertBest(DelegationModel model)
    {
        var allowed = PlainDelegations.All(model).Where(s => PlainDelegations.IsAllowed(model, s)).ToList();
        var proposal = DelegationComposer.Compose(model, Settings);
        Assert.Equal(allowed.Count == 0, proposal.Best is null);
        if (proposal.Best is not { } best) return;
        Assert.True(best.IsProven);
        Assert.True(PlainDelegations.IsAllowed(model, best.Seats), "a blocking rule is broken");
        Assert.Equal(PlainDelegations.WorthOf(model, best.Seats), Worth(best));
        Assert.Equal(allowed.Min(s => PlainDelegations.WorthOf(model, s)), Worth(best));
        Assert.Equal(new CompositionBound(best.VacantSeats, best.BrokenWarnings, best.Points, best.PairsAlike), best.Bound);
    }

    private static PlainDelegations.Worth Worth(ComposedDelegation composed) => new(composed.VacantSeats, composed.BrokenWarnings, composed.Points, (int)composed.PairsAlike);

    private static IEnumerable<List<string>> Subsets(List<string> of) =>
        Enumerable.Range(0, 1 << of.Count).Select(mask => of.Where((_, i) => (mask >> i & 1) == 1).ToList());

    private static void Over(int tests, Action<int> check) => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
