using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

/// <summary>Which step may come next: each refusal beside the step that is just allowed.</summary>
public sealed class AgreementLifeRulesTests
{
    private const string Today = "2026-11-21";

    private static readonly RouteStage[] Romania =
    [
        new("commission", false, false, LocalText.Of("ro", "Comisia de specialitate")), new("mae", false, true, LocalText.Of("ro", "MAE")),
        new("mdlpa", false, true, LocalText.Of("ro", "MDLPA")), new("council", true, true, LocalText.Of("ro", "Consiliul")),
    ];

    [Fact]
    public void StepOf_AStageThatDecides_IsADecision_AndNoOpinion()
    {
        static AgreementLife With(LifeStepKind kind) =>
            new([], [new LifeStep("1", kind, PartialDate.ParseEdtf("2026-05"), "council", LocalText.Empty, "5/2026", null, null, null, null, LocalText.Empty)], new AgreementTerm(null, null, null));
        Assert.Null(With(LifeStepKind.Opinion).StepOf(Romania[^1]));
        Assert.Equal("5/2026", With(LifeStepKind.Approved).StepOf(Romania[^1])?.Decision);
    }

    /// <summary>Registered dates, steps, the step that is refused, the code, and the step that is allowed right beside it.</summary>
    public static TheoryData<string, string, string, string, string> Refusals => new()
    {
        { "", "", "Proposed 2026-11-22", StepRefusal.Future, "Proposed 2026-11-21" },
        { "", "", "Proposed 2027", StepRefusal.Future, "Proposed 2026" },
        { "Signed 1994; Ended 2020", "", "Paused 2026", StepRefusal.Ended, "Corrected 2026 of=x" },
        { "Signed 1994", "Ended 2026", "Renewed 2026", StepRefusal.Ended, "TakenBack 2026 of=1" },
        { "", "Proposed 2024; Exploratory 2025", "SignedHere 2026", StepRefusal.NotApproved, "Approved 2026" },
        { "FirstContact 1990", "Proposed 2024", "SignedThere 2026", StepRefusal.NotApproved, "Exploratory 2026" },
        { "", "Proposed 2024; Approved 2025", "InForce 2026", StepRefusal.NotSigned, "SignedThere 2026" },
        { "Decided 1994", "", "InForce 2026", StepRefusal.NotSigned, "SignedHere 2026" },
        { "Signed 1994", "", "Resumed 2026", StepRefusal.NotPaused, "Paused 2026" },
        { "Signed 1994", "Paused 2024; Resumed 2025", "Resumed 2026", StepRefusal.NotPaused, "Paused 2026" },
        { "Signed 1994", "Paused 2024", "Paused 2026", StepRefusal.AlreadyPaused, "Resumed 2026" },
        { "Signed 1994", "", "ReviewEnded 2026", StepRefusal.NoReview, "ReviewBegun 2026" },
        { "Signed 1994", "ReviewBegun 2024; ReviewEnded 2025", "ReviewEnded 2026", StepRefusal.NoReview, "ReviewBegun 2026" },
        { "", "Proposed 2024", "Paused 2026", StepRefusal.NotBegun, "Ended 2026" },
        { "", "Proposed 2024; Approved 2025", "Renewed 2026", StepRefusal.NotBegun, "SignedHere 2026" },
        { "", "Exploratory 2024", "Reconfirmed 2026", StepRefusal.NotBegun, "Approved 2026" },
        { "FirstContact 1990", "Proposed 2024", "ReviewBegun 2026", StepRefusal.NotBegun, "Opinion 2026" },
        { "", "Opinion 2024", "Downgraded 2026", StepRefusal.NotBegun, "Exploratory 2026" },
        { "", "Approved 2025", "SignedHere 2024", StepRefusal.BeforeEarlier, "SignedHere 2025" },
        { "Decided 2025", "", "SignedThere 2024", StepRefusal.BeforeEarlier, "SignedThere 2025" },
        { "Decided 1994", "Approved 2010", "SignedThere 1993", StepRefusal.BeforeEarlier, "SignedThere 1995" },
        { "", "Approved 2023; SignedHere 2024-05; SignedThere 2024-07", "InForce 2024-06", StepRefusal.BeforeEarlier, "InForce 2024-07" },
        { "Signed 2024-05", "", "InForce 2024-04", StepRefusal.BeforeEarlier, "InForce 2024" },
        { "Signed 1994", "Paused 2024", "Resumed 2023", StepRefusal.BeforeEarlier, "Resumed 2024" },
        { "Signed 1994", "ReviewBegun 2024", "ReviewEnded 2023", StepRefusal.BeforeEarlier, "ReviewEnded 2024" },
        { "Signed 1994", "Ended 2024", "TakenBack 2023 of=1", StepRefusal.BeforeEarlier, "TakenBack 2024 of=1" },
        { "", "Proposed 2024", "Approved 2025 no-decision", StepRefusal.DecisionMissing, "Approved 2025 no-reason" },
        { "Signed 1994", "", "Paused 2025 no-decision", StepRefusal.DecisionMissing, "Paused 2025" },
        { "Signed 1994", "", "Downgraded 2025 no-decision", StepRefusal.DecisionMissing, "Downgraded 2025" },
        { "Signed 1994", "", "Ended 2025 no-decision", StepRefusal.DecisionMissing, "Ended 2025 no-kind" },
        { "Signed 1994", "Ended 2024", "TakenBack 2025 of=1 no-decision", StepRefusal.DecisionMissing, "Corrected 2025 of=1 no-decision" },
        { "Signed 1994", "", "Ended 2025 no-reason", StepRefusal.ReasonMissing, "Renewed 2025 no-reason" },
        { "Signed 1994", "Ended 2024", "TakenBack 2025 of=1 no-reason", StepRefusal.ReasonMissing, "TakenBack 2025 of=1" },
        { "Signed 1994", "Ended 2024", "Corrected 2025 of=1 no-reason", StepRefusal.ReasonMissing, "Corrected 2025 of=1" },
        { "Signed 1994", "Ended 2024", "Corrected 2025", StepRefusal.OtherStepMissing, "Corrected 2025 of=1" },
        { "Signed 1994", "Ended 2024", "TakenBack 2025 of=2", StepRefusal.OtherStepMissing, "TakenBack 2025 of=1" },
        { "Signed 1994", "Paused 2023; Ended 2024; Corrected 2025 of=2", "Corrected 2026 of=2", StepRefusal.OtherStepMissing, "Corrected 2026 of=1" },
        { "Signed 1994", "Paused 2023; Ended 2024; Corrected 2025 of=2", "Corrected 2026 of=3", StepRefusal.OtherStepMissing, "TakenBack 2026 of=1" },
        { "Signed 1994", "", "Downgraded 2025 no-kind", StepRefusal.KindMissing, "Downgraded 2025" },
        { "", "Proposed 2024; Opinion 2025 stage=mae", "Approved 2026 stage=council", StepRefusal.RouteOpen, "Opinion 2026 stage=mdlpa" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhyNot_AStepThatMayNotBe_SaysWhyAndAllowsTheNext(string dates, string steps, string refused, string code, string allowed)
    {
        var (life, today) = (Lives.Life(steps, dates), Lives.Day(Today));
        RouteStage[] route = code == StepRefusal.RouteOpen ? Romania : [];
        Assert.Equal([code], life.WhyNot(Lives.Step(refused), route, today));
        if (allowed.EndsWith("of=x", StringComparison.Ordinal)) life = Lives.Life("Paused 2019", dates);
        Assert.Empty(life.WhyNot(Lives.Step(allowed.Replace("of=x", "of=1", StringComparison.Ordinal)), route, today));
    }

    [Fact]
    public void Refusals_OfTheseTests_AreEveryCode() => Assert.Equal(StepRefusal.All.Order(), Refusals.Select(r => r.Data.Item4).Distinct().Order());

    [Fact]
    public void WhyNot_AStepWrongInManyWays_SaysThemAll() => Assert.Equal(
        [StepRefusal.Future, StepRefusal.DecisionMissing, StepRefusal.ReasonMissing, StepRefusal.KindMissing, StepRefusal.NotBegun],
        Lives.Life("Proposed 2024").WhyNot(Lives.Step("Downgraded 2030 no-decision no-reason no-kind"), [], Lives.Day(Today)));

    [Theory]
    [InlineData("Signed 1994; Ended 2030", "", "Paused 2026")]
    [InlineData("Signed 1994; Ended 2026", "", "Renewed 2026")]
    [InlineData("Signed 1994", "Ended 2024; Corrected 2025 of=1", "Paused 2026")]
    [InlineData("Signed 1994", "Paused 2020; Resumed 2021; Paused 2015", "Resumed 2016")]
    [InlineData("Signed 1994", "ReviewBegun 2020; ReviewEnded 2021; ReviewBegun 2015", "ReviewEnded 2016")]
    [InlineData("", "Paused 2020; Resumed 2021", "ReviewBegun 2026")]
    [InlineData("", "", "Renewed 2026")]
    [InlineData("", "InForce 2020", "Paused 2026")]
    [InlineData("", "Approved 2023; SignedHere 2024", "Paused 2026")]
    [InlineData("", "Approved 2024~", "SignedHere 2023")]
    public void WhyNot_AStepThatLooksForbidden_SaysNothing(string dates, string steps, string step) =>
        Assert.Empty(Lives.Life(steps, dates).WhyNot(Lives.Step(step), [], Lives.Day(Today)));

    [Theory]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa", "Approved 2026 stage=council", true)]
    [InlineData("Opinion 2025 stage=mdlpa; Opinion 2025 stage=mae", "Approved 2026", true)]
    [InlineData("Opinion 2025 stage=mdlpa", "Approved 2026 stage=council", false)]
    [InlineData("Opinion 2025 stage=mdlpa", "Approved 2026", false)]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa; TakenBack 2026 of=1", "Approved 2026", false)]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa; Corrected 2026 of=1 stage=mae", "Approved 2026", false)]
    [InlineData("Opinion 2025 stage=mae; Proposed 2025 stage=mdlpa", "Approved 2026", false)]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa", "Approved 2026 stage=unheard-of", false)]
    [InlineData("", "Opinion 2026 stage=mdlpa", true)]
    [InlineData("InForce 1994", "Approved 2026", true)]
    [InlineData("InForce 1994", "Approved 2026 stage=council", false)]
    public void WhyNot_OnARoute_TheVoteNeedsTheMandatoryOpinions(string steps, string step, bool isAllowed) =>
        Assert.Equal(isAllowed ? [] : [StepRefusal.RouteOpen], Lives.Life(steps).WhyNot(Lives.Step(step), Romania, Lives.Day(Today)));

    [Theory]
    [InlineData("", "commission")]
    [InlineData("Opinion 2025 stage=mae", "commission")]
    [InlineData("Opinion 2025 stage=commission", "mae")]
    [InlineData("Opinion 2025 stage=commission; Opinion 2025 stage=mae", "mdlpa")]
    [InlineData("Opinion 2025 stage=commission; Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa", "council")]
    [InlineData("Opinion 2025 stage=commission; Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa; Opinion 2025 stage=council", "council")]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa; Approved 2026 stage=council", null)]
    [InlineData("Opinion 2025 stage=mae; Opinion 2025 stage=mdlpa; Approved 2026 stage=council; TakenBack 2026 of=3", "commission")]
    [InlineData("InForce 1994", null)]
    public void NextStage_OnARoute_IsTheFirstThatWaits(string steps, string? expected)
    {
        Assert.Equal(expected, Lives.Life(steps).NextStage(Romania)?.Key);
        Assert.Null(Lives.Life(steps).NextStage([]));
        Assert.Null(Lives.Life(steps, "Decided 1994").NextStage(Romania));
    }
}
