using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Harmony;
using Xunit;

namespace Tessera.Planning.Tests.Programmes;

/// <summary>The season of 300 entries that stands in Regions/season.tsv, and what organisers answer.</summary>
public sealed class HarmoniserTests
{
    private static readonly ConflictSettings Conflicts = ConflictSettings.Default;
    private static readonly HarmonySettings Settings = HarmonySettings.Default;
    private static readonly Season Region = SeasonFile.Read(Path.Combine(AppContext.BaseDirectory, "Regions"));
    private static readonly HarmonyPlan Proposal = Harmoniser.Plan(Region, Conflicts, Settings, []);

    [Fact]
    public void Plan_ForTheRegionsSeason_RemovesThreeFifthsOfTheConflictWithAFifthMoved()
    {
        Assert.Equal(300, Region.Entries.Count);
        HarmonySolverTests.AssertRight(Region, Proposal, Settings);
        Assert.InRange(Proposal.Moves.Count, 1, Proposal.Movable / 5);
        Assert.True(Proposal.Fall >= 0.6, $"{Proposal.Before} fell by {Proposal.Fall:P0} to {Proposal.Afterwards} with {Proposal.Moves.Count} of {Proposal.Movable} moved");
        Assert.True(Proposal.Afterwards.VisitorsLost < 0.4 * Proposal.Before.VisitorsLost, "the visitors lost fell by less");
        // Double bookings weigh so much that they alone could carry the figure: what rivals for the same people lose falls as far.
        Assert.True(Rivalry(Proposal.After) < 0.4 * Rivalry(Region), $"rivalry fell from {Rivalry(Region):0} to {Rivalry(Proposal.After):0}");
    }

    private static double Rivalry(Season season) => ConflictFinder.Find(season, Conflicts).Where(c => c.Kind is ConflictKind.SameAudience or ConflictKind.SameTheme).Sum(c => c.Weight);

    [Fact]
    public void Plan_OfEachMove_TellsWhatVanishesRemainsAndArises()
    {
        foreach (var move in Proposal.Moves)
        {
            Assert.NotEmpty(move.Vanish);
            Assert.True(move.Saves > move.Price, $"{move.Key} costs more than it saves");
            Assert.All(move.Vanish.Concat(move.Remain).Concat(move.Arise), reason => Assert.True(reason.First == move.Key || reason.Second == move.Key));
        }

        var (now, then) = (PlainConflicts.Of(Region, Conflicts).Where(c => c.Lost >= Conflicts.LeastVisitors).ToList(), PlainConflicts.Of(Proposal.After, Conflicts).Where(c => c.Lost >= Conflicts.LeastVisitors).ToList());
        var first = Proposal.Moves[0];
        Assert.Equal(now.Count(c => c.First == first.Key || c.Second == first.Key), first.Vanish.Count + first.Remain.Count);
        Assert.Equal(then.Count(c => c.First == first.Key || c.Second == first.Key), first.Arise.Count + first.Remain.Count);
    }

    [Fact]
    public void Plan_AfterARefusedDay_ProposesAnotherOrNone()
    {
        var refused = Proposal.Moves[0];
        var plan = Harmoniser.Plan(Region, Conflicts, Settings, [new(refused.Key, refused.To, false)]);
        Assert.DoesNotContain(plan.Moves, m => m.Key == refused.Key && m.To == refused.To);
        HarmonySolverTests.AssertRight(Region, plan, Settings);
    }

    [Fact]
    public void Plan_AfterAnEntryRefusedToMoveAtAll_LeavesItAndPlansAround()
    {
        var refused = Proposal.Moves.Take(3).Select(m => new MoveAnswer(m.Key, null, false)).ToList();
        var plan = Harmoniser.Plan(Region, Conflicts, Settings, refused);
        Assert.Empty(plan.Moves.Select(m => m.Key).Intersect(refused.Select(r => r.Key)));
        Assert.InRange(plan.Objective, Proposal.Objective - 1e-6, double.MaxValue);
        HarmonySolverTests.AssertRight(Region, plan, Settings);
    }

    [Fact]
    public void Plan_AfterAnAcceptedMove_KeepsItWhateverElseIsRefused()
    {
        var (accepted, refused) = (Proposal.Moves[^1], Proposal.Moves[0]);
        var plan = Harmoniser.Plan(Region, Conflicts, Settings, [new(accepted.Key, accepted.To, true), new(refused.Key, null, false)]);
        var kept = Assert.Single(plan.Moves, m => m.Key == accepted.Key);
        Assert.Equal(accepted.To, kept.To);
        Assert.InRange(plan.Moves.Count, 1, plan.MostMoved);
        Assert.Throws<ArgumentException>(() => Harmoniser.Plan(Region, Conflicts, Settings, [new(accepted.Key, null, true)]));
    }

    [Fact]
    public void Plan_WhereNothingMayMove_IsTheSeasonAsItIs()
    {
        var plan = Harmoniser.Plan(Region, Conflicts, Settings with { MostMovedShare = 0 }, []);
        Assert.Empty(plan.Moves);
        Assert.Equal(plan.Before, plan.Afterwards);
        var none = Harmoniser.Plan(new Season([], []), Conflicts, Settings, []);
        Assert.Equal((0, 0.0, 0.0), (none.Movable, none.Objective, none.Fall));
    }

    [Fact]
    public void Plan_WithADearerMove_MovesFewer() =>
        Assert.InRange(Harmoniser.Plan(Region, Conflicts, Settings with { MovePrice = 4000 }, []).Moves.Count, 0, Proposal.Moves.Count - 1);
}
