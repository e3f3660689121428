using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <content>Which step may come next.</content>
public sealed partial class AgreementLife
{
    private static readonly LifeStepKind[] TakingAway = [LifeStepKind.Paused, LifeStepKind.Downgraded, LifeStepKind.Ended, LifeStepKind.TakenBack];

    private bool IsApproved => Has(LifeStepKind.Approved) || registered.Any(d => d.Role is not AgreementDateRole.FirstContact);

    private bool IsSigned => Has(LifeStepKind.SignedHere) || Has(LifeStepKind.SignedThere) || registered.Any(d => d.Role is AgreementDateRole.Signed or AgreementDateRole.SignedHere or AgreementDateRole.SignedThere or AgreementDateRole.InForce or AgreementDateRole.Stated);

    /// <summary>The first stage of the route that waits; null when the route is through, or nothing speaks of a route. A decision closes the stages before it, also those left out.</summary>
    public RouteStage? NextStage(IReadOnlyList<RouteStage> route)
    {
        if (IsSettled([.. Lived])) return null;
        RouteStage? next = null;
        foreach (var stage in route)
        {
            if (!IsFulfilled(stage)) next ??= stage;
            else if (stage.IsDecision) next = null;
        }

        return next;
    }

    /// <summary>The step by which a stage of the route is done; null while it is not.</summary>
    public LifeStep? StepOf(RouteStage stage) => Lived.FirstOrDefault(stage.IsFulfilledBy);

    /// <summary>Why a step may not be taken; empty when it may. Asked by the page that offers it and by the service that records it.</summary>
    public IReadOnlyList<string> WhyNot(LifeStep step, IReadOnlyList<RouteStage> route, DateOnly today)
    {
        var refusals = new List<string>();
        if (step.Day.Earliest > today) refusals.Add(StepRefusal.Future);
        if (TakingAway.Contains(step.Kind) && string.IsNullOrWhiteSpace(step.Decision)) refusals.Add(StepRefusal.DecisionMissing);
        if ((TakingAway.Contains(step.Kind) || step.Kind is LifeStepKind.Corrected) && step.Reason is null) refusals.Add(StepRefusal.ReasonMissing);
        if (step.Kind is LifeStepKind.Approved && string.IsNullOrWhiteSpace(step.Decision)) refusals.Add(StepRefusal.DecisionMissing);
        if (step.Kind is LifeStepKind.Downgraded && step.To is null) refusals.Add(StepRefusal.KindMissing);
        if (WhyNotNow(step, route, today) is { } order) refusals.Add(order);
        return refusals;
    }

    private string? WhyNotNow(LifeStep step, IReadOnlyList<RouteStage> route, DateOnly today) => step.Kind switch
    {
        LifeStepKind.Corrected or LifeStepKind.TakenBack => WhyNotUndo(step),
        _ when Has(LifeStepKind.Ended) || registered.Any(d => d.Role is AgreementDateRole.Ended && d.Date.Latest <= today) => StepRefusal.Ended,
        LifeStepKind.Approved => WhyNotApprove(step, route),
        LifeStepKind.SignedHere or LifeStepKind.SignedThere => IsApproved ? WhyNotSignThen(step.Day) : StepRefusal.NotApproved,
        LifeStepKind.InForce => IsSigned ? WhyNotInForceThen(step.Day) : StepRefusal.NotSigned,
        LifeStepKind.Paused => Last(UpTo(step.Day), LifeStepKind.Paused, LifeStepKind.Resumed) is LifeStepKind.Paused ? StepRefusal.AlreadyPaused : NotBegun(),
        LifeStepKind.Resumed => WhyNotClose(step, LifeStepKind.Paused, StepRefusal.NotPaused),
        LifeStepKind.ReviewEnded => WhyNotClose(step, LifeStepKind.ReviewBegun, StepRefusal.NoReview),
        LifeStepKind.Renewed or LifeStepKind.Reconfirmed or LifeStepKind.ReviewBegun or LifeStepKind.Downgraded => NotBegun(),
        _ => null,
    };

    private string? WhyNotUndo(LifeStep step)
    {
        if (Lived.FirstOrDefault(s => s.Key == step.Of) is not { } other) return StepRefusal.OtherStepMissing;
        return step.Kind is LifeStepKind.TakenBack && step.Day.CertainlyBefore(other.Day) ? StepRefusal.BeforeEarlier : null;
    }

    /// <summary>The vote comes last: every mandatory stage before it has to be there. An approval that names no stage is the last decision, unless the agreement is older than its route.</summary>
    private string? WhyNotApprove(LifeStep step, IReadOnlyList<RouteStage> route)
    {
        if (step.Stage is null && IsSettled([.. Lived])) return null;
        var vote = step.Stage ?? route.LastOrDefault(s => s.IsDecision)?.Key;
        return route.TakeWhile(s => s.Key != vote).Any(s => s.IsMandatory && !IsFulfilled(s)) ? StepRefusal.RouteOpen : null;
    }

    /// <summary>A signature needs one approval before it, a registered one too.</summary>
    private string? WhyNotSignThen(PartialDate day)
    {
        var decided = Dates.Where(d => d.Role is AgreementDateRole.Decided).ToList();
        return decided.Count > 0 && decided.All(d => day.CertainlyBefore(d.Date)) ? StepRefusal.BeforeEarlier : null;
    }

    private string? WhyNotInForceThen(PartialDate day) =>
        Dates.Any(d => d.Role is AgreementDateRole.Signed or AgreementDateRole.SignedHere or AgreementDateRole.SignedThere && day.CertainlyBefore(d.Date)) ? StepRefusal.BeforeEarlier : null;

    /// <param name="refusal">What is said when nothing at all is open.</param>
    private string? WhyNotClose(LifeStep step, LifeStepKind opening, string refusal) =>
        Last(UpTo(step.Day), opening, step.Kind) == opening ? null : Last(Lived, opening, step.Kind) == opening ? StepRefusal.BeforeEarlier : refusal;

    /// <summary>An agreement of which nothing but later steps is known has begun.</summary>
    private string? NotBegun() => !IsSigned && !IsSettled([.. Lived]) && Lived.Any(IsBeginning) ? StepRefusal.NotBegun : null;

    private bool IsFulfilled(RouteStage stage) => StepOf(stage) is not null;

    /// <summary>The steps that do not certainly come after a day.</summary>
    private IEnumerable<LifeStep> UpTo(PartialDate day) => Lived.Where(s => !day.CertainlyBefore(s.Day));
}
