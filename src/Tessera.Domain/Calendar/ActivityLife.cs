namespace Tessera.Domain.Calendar;

/// <summary>From which status an activity comes to which, and what has to be there for it.</summary>
public static class ActivityLife
{
    /// <summary>The status after a step.</summary>
    public static ActivityStatus After(ActivityStep step) => step switch
    {
        ActivityStep.Confirm => ActivityStatus.Confirmed,
        ActivityStep.Hold => ActivityStatus.Held,
        ActivityStep.Postpone => ActivityStatus.Postponed,
        ActivityStep.Cancel => ActivityStatus.Cancelled,
        _ => ActivityStatus.Planned,
    };

    /// <summary>The steps that follow on a status, the likeliest first.</summary>
    public static IReadOnlyList<ActivityStep> From(ActivityStatus status) => status switch
    {
        ActivityStatus.Planned => [ActivityStep.Confirm, ActivityStep.Hold, ActivityStep.Postpone, ActivityStep.Cancel],
        ActivityStatus.Confirmed => [ActivityStep.Hold, ActivityStep.Postpone, ActivityStep.Cancel],
        ActivityStatus.Postponed => [ActivityStep.Plan, ActivityStep.Confirm, ActivityStep.Cancel],
        _ => [ActivityStep.Plan],
    };

    /// <summary>Why a step may not be taken from the outset; null when it may. Asked by the page that offers it and by the service that takes it.</summary>
    public static string? WhyNot(ActivityStep step, ActivityStatus status, ActivityTime time, DateOnly today)
    {
        if (!From(status).Contains(step)) return ActivityRefusal.StepNotNow;
        return step switch
        {
            ActivityStep.Confirm when time.First is null && time.Stated.When is null && time.Stated.EveryYears is null => ActivityRefusal.DateMissing,
            ActivityStep.Hold when time.ComesAgain => ActivityRefusal.SeriesNotHeld,
            ActivityStep.Hold when time.FirstDay > today => ActivityRefusal.NotBegun,
            _ => null,
        };
    }

    /// <summary>What is missing of what a step asks for; null when nothing is.</summary>
    /// <param name="hasOutcome">Is it told what came of it, in words or figures?</param>
    /// <param name="hasReason">Is it told why?</param>
    public static string? WhatIsMissing(ActivityStep step, bool hasOutcome, bool hasReason) => step switch
    {
        ActivityStep.Hold when !hasOutcome => ActivityRefusal.OutcomeMissing,
        ActivityStep.Postpone or ActivityStep.Cancel when !hasReason => ActivityRefusal.ReasonMissing,
        _ => null,
    };

    /// <summary>Is it of those whose guests or travellers make a balance of visits?</summary>
    public static bool IsVisit(ActivityKind kind) => kind is ActivityKind.IncomingVisit or ActivityKind.OutgoingVisit or ActivityKind.EmbassyVisit;
}
