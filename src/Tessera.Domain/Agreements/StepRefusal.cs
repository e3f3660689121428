using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>A stage of an approval route: whose opinion or decision is needed before an agreement may be signed.</summary>
/// <param name="Key">Such as <c>mae</c>.</param>
/// <param name="IsDecision">A decision; else an opinion. Only an approval fulfils a decision.</param>
/// <param name="IsMandatory">May no later decision be taken without it? Opinions may come in any order.</param>
/// <param name="Body">Who gives it.</param>
public sealed record RouteStage(string Key, bool IsDecision, bool IsMandatory, LocalText Body)
{
    /// <summary>Is this the step that the stage waits for?</summary>
    public bool IsFulfilledBy(LifeStep step) => step.Stage == Key && (step.Kind is LifeStepKind.Approved || (step.Kind is LifeStepKind.Opinion && !IsDecision));
}

/// <summary>Why a step may not be taken. Stable codes; the sentences are the pages'.</summary>
public static class StepRefusal
{
    public const string Future = "step.future";
    public const string Ended = "step.ended";
    public const string NotApproved = "step.not-approved";
    public const string RouteOpen = "step.route-open";
    public const string NotSigned = "step.not-signed";
    public const string NotPaused = "step.not-paused";
    public const string AlreadyPaused = "step.already-paused";
    public const string NoReview = "step.no-review";
    public const string NotBegun = "step.not-begun";
    public const string BeforeEarlier = "step.before-earlier";
    public const string DecisionMissing = "step.decision-missing";
    public const string ReasonMissing = "step.reason-missing";
    public const string OtherStepMissing = "step.other-missing";
    public const string KindMissing = "step.kind-missing";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Future, Ended, NotApproved, RouteOpen, NotSigned, NotPaused, AlreadyPaused, NoReview, NotBegun, BeforeEarlier, DecisionMissing, ReasonMissing, OtherStepMissing, KindMissing,
    ];
}
