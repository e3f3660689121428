using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

public sealed class ActivityLifeTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly StatedTime Nothing = new(null, null, null, null, [], null, null);

    [Fact]
    public void WhyNot_AskedOfEveryStepAfterEveryStatus_LetsOnlyThoseThatFollow()
    {
        var time = ActivityTime.Read(Nothing with { Start = "2026-11-20" })!;
        foreach (var status in Enum.GetValues<ActivityStatus>())
        {
            foreach (var step in Enum.GetValues<ActivityStep>())
            {
                Assert.Equal((status, step, ActivityLife.From(status).Contains(step) ? null : ActivityRefusal.StepNotNow), (status, step, ActivityLife.WhyNot(step, status, time, Today)));
                if (ActivityLife.From(status).Contains(step)) Assert.NotEqual(status, ActivityLife.After(step));
            }
        }
    }

    [Fact]
    public void WhyNot_Hold_WaitsForTheFirstDayAndIsNotForSeries()
    {
        Assert.Equal(ActivityRefusal.NotBegun, Why(ActivityStep.Hold, Nothing with { Start = "2026-11-22" }));
        Assert.Null(Why(ActivityStep.Hold, Nothing with { Start = "2026-11-21" }));
        Assert.Equal(ActivityRefusal.SeriesNotHeld, Why(ActivityStep.Hold, Nothing with { Start = "2020-11-21", Recurrence = "FREQ=YEARLY" }));
        Assert.Null(Why(ActivityStep.Hold, Nothing));
    }

    [Fact]
    public void WhyNot_Confirm_NeedsToKnowSomethingOfWhen()
    {
        Assert.Equal(ActivityRefusal.DateMissing, Why(ActivityStep.Confirm, Nothing));
        Assert.Null(Why(ActivityStep.Confirm, Nothing with { When = PartialDate.OfYear(2027) }));
    }

    [Theory]
    [InlineData(ActivityStep.Hold, false, true, ActivityRefusal.OutcomeMissing)]
    [InlineData(ActivityStep.Hold, true, false, null)]
    [InlineData(ActivityStep.Cancel, true, false, ActivityRefusal.ReasonMissing)]
    [InlineData(ActivityStep.Postpone, false, false, ActivityRefusal.ReasonMissing)]
    [InlineData(ActivityStep.Confirm, false, false, null)]
    public void WhatIsMissing_OfAStep_IsWhatItAsksFor(ActivityStep step, bool hasOutcome, bool hasReason, string? code) => Assert.Equal(code, ActivityLife.WhatIsMissing(step, hasOutcome, hasReason));

    [Fact]
    public void Split_WithoutAgreement_LetsTheGuestPayOnlyTheJourney()
    {
        var usual = CostSplit.Of(new Dictionary<CostKind, CostBearer>());
        Assert.Equal([CostKind.Travel], usual.Where(s => s.Bearer is CostBearer.Guest).Select(s => s.Kind));
        Assert.DoesNotContain(usual, s => s.IsChanged);
    }

    [Fact]
    public void Split_ChangedForAVisit_SaysWhatIsOtherThanUsual()
    {
        var split = CostSplit.Of(new Dictionary<CostKind, CostBearer> { [CostKind.Interpreter] = CostBearer.Both, [CostKind.Meals] = CostBearer.Host });
        Assert.Equal([CostKind.Interpreter], split.Where(s => s.IsChanged).Select(s => s.Kind));
        Assert.Equal(Enum.GetValues<CostKind>().Length, split.Count);
    }

    [Theory]
    [InlineData(ActivityKind.IncomingVisit, CostBearer.Host, true)]
    [InlineData(ActivityKind.IncomingVisit, CostBearer.Guest, false)]
    [InlineData(ActivityKind.OutgoingVisit, CostBearer.Guest, true)]
    [InlineData(ActivityKind.OutgoingVisit, CostBearer.Both, null)]
    public void IsOurs_ByDirection_TurnsWithTheVisit(ActivityKind kind, CostBearer bearer, bool? ours) => Assert.Equal(ours, CostSplit.IsOurs(kind, bearer));

    private static string? Why(ActivityStep step, StatedTime time) => ActivityLife.WhyNot(step, ActivityStatus.Planned, ActivityTime.Read(time)!, Today);
}
