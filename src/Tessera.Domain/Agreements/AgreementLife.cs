using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>A stage of an approval route: whose opinion or decision is needed before an agreement may be signed.</summary>
/// <param name="Key">Such as <c>mae</c>.</param>
/// <param name="IsDecision">A decision; else an opinion.</param>
/// <param name="IsMandatory">May no later stage be taken without it?</param>
/// <param name="Body">Who gives it.</param>
public sealed record RouteStage(string Key, bool IsDecision, bool IsMandatory, LocalText Body);

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

/// <summary>
/// The life of an agreement as its steps and registered dates tell it. Everything said here is derived for a day; nothing of it is stored.
/// Linear in the steps.
/// </summary>
public sealed class AgreementLife(IReadOnlyList<AgreementDate> registered, IReadOnlyList<LifeStep> steps, AgreementTerm term)
{
    private static readonly LifeStepKind[] TakingAway = [LifeStepKind.Paused, LifeStepKind.Downgraded, LifeStepKind.Ended, LifeStepKind.TakenBack];

    private readonly HashSet<string> _void = [.. steps.Where(s => s.Kind is LifeStepKind.TakenBack or LifeStepKind.Corrected && s.Of is not null).Select(s => s.Of!)];

    /// <summary>The steps that count: neither corrected nor taken back.</summary>
    public IReadOnlyList<LifeStep> Counting => [.. steps.Where(Counts)];

    /// <summary>Every date of the agreement: those registered, and those of the steps that count.</summary>
    public IReadOnlyList<AgreementDate> Dates => [.. registered.Concat(Counting.Select(s => RoleOf(s.Kind) is { } role ? new AgreementDate(role, s.Day) : null).OfType<AgreementDate>()).Distinct()];

    /// <summary>The last day of its term as it stands: that of the last renewal, else of the agreement; null for no fixed term.</summary>
    public PartialDate? Until => Counting.LastOrDefault(s => s.Kind is LifeStepKind.Renewed && s.Until is not null)?.Until ?? term.Until;

    /// <summary>Does this step still count?</summary>
    public bool Counts(LifeStep step) => !_void.Contains(step.Key);

    /// <summary>Has a step of this kind that counts certainly or possibly come by the day?</summary>
    public bool Has(LifeStepKind kind) => Counting.Any(s => s.Kind == kind);

    /// <summary>The standing on a day.</summary>
    /// <param name="partnerUntil">Since when the authority that signed exists no more; null while it exists.</param>
    public AgreementStanding StandingOn(DateOnly day, PartialDate? partnerUntil)
    {
        var past = Counting.Where(s => s.Day.Earliest is null || s.Day.Earliest <= day).ToList();
        if (Dates.Any(d => d.Role is AgreementDateRole.Ended && d.Date.Latest <= day)) return AgreementStanding.Ended;
        if (Lapsed(day)) return AgreementStanding.Lapsed;
        if (Last(past, LifeStepKind.Paused, LifeStepKind.Resumed) is LifeStepKind.Paused) return AgreementStanding.Paused;
        var byDates = Standing.On(day, Dates, partnerUntil);
        if (byDates is AgreementStanding.PartnerSucceeded && !past.Any(s => s.Kind is LifeStepKind.Reconfirmed)) return byDates;
        if (Last(past, LifeStepKind.ReviewBegun, LifeStepKind.ReviewEnded) is LifeStepKind.ReviewBegun) return AgreementStanding.UnderReview;
        return past.Count > 0 && !IsSettled() ? OnTheWay(past) : byDates is AgreementStanding.PartnerSucceeded ? AgreementStanding.InForce : byDates;
    }

    /// <summary>Did it run out, without renewal and without prolonging itself?</summary>
    public bool Lapsed(DateOnly day) => term.RenewsForYears is null && Until?.Latest < day;

    /// <summary>The day by which notice has to be given or a renewal agreed; null for no fixed term. A term that prolongs itself is moved on to the first end after the day.</summary>
    public DateOnly? NoticeBy(DateOnly day)
    {
        if (EndAfter(day) is not { } end) return null;
        return end.AddMonths(-(term.NoticeMonths ?? 0));
    }

    /// <summary>The end of the term that runs on a day; null for no fixed term.</summary>
    public DateOnly? EndAfter(DateOnly day)
    {
        if (Until?.Latest is not { } end) return null;
        while (term.RenewsForYears is { } years and > 0 && end < day) end = end.AddYears(years);
        return end;
    }

    /// <summary>The first stage of the route that no step that counts has fulfilled; null when it is through, or nothing speaks of a route.</summary>
    public RouteStage? NextStage(IReadOnlyList<RouteStage> route) => IsSettled() ? null : route.FirstOrDefault(stage => Counting.All(s => s.Stage != stage.Key));

    /// <summary>Why a step may not be taken; empty when it may. Asked by the page that offers it and by the service that records it.</summary>
    public IReadOnlyList<string> WhyNot(LifeStep step, IReadOnlyList<RouteStage> route, DateOnly today)
    {
        var refusals = new List<string>();
        if (step.Day.Earliest > today) refusals.Add(StepRefusal.Future);
        if (TakingAway.Contains(step.Kind) && string.IsNullOrWhiteSpace(step.Decision)) refusals.Add(StepRefusal.DecisionMissing);
        if ((TakingAway.Contains(step.Kind) || step.Kind is LifeStepKind.Corrected) && step.Reason is null) refusals.Add(StepRefusal.ReasonMissing);
        if (step.Kind is LifeStepKind.Approved && string.IsNullOrWhiteSpace(step.Decision)) refusals.Add(StepRefusal.DecisionMissing);
        if (step.Kind is LifeStepKind.Downgraded && step.To is null) refusals.Add(StepRefusal.KindMissing);
        if (WhyNotNow(step, route) is { } order) refusals.Add(order);
        return refusals;
    }

    private string? WhyNotNow(LifeStep step, IReadOnlyList<RouteStage> route) => step.Kind switch
    {
        LifeStepKind.Corrected or LifeStepKind.TakenBack => steps.Any(s => s.Key == step.Of && Counts(s) && s.Kind is not (LifeStepKind.Corrected or LifeStepKind.TakenBack)) ? null : StepRefusal.OtherStepMissing,
        _ when Has(LifeStepKind.Ended) || registered.Any(d => d.Role is AgreementDateRole.Ended) => StepRefusal.Ended,
        LifeStepKind.Approved => RouteRefusal(step, route),
        LifeStepKind.SignedHere or LifeStepKind.SignedThere => !IsApproved ? StepRefusal.NotApproved : BeforeLast(step, LifeStepKind.Approved),
        LifeStepKind.InForce => !IsSigned ? StepRefusal.NotSigned : BeforeLast(step, LifeStepKind.SignedHere, LifeStepKind.SignedThere),
        LifeStepKind.Paused => Last(Counting, LifeStepKind.Paused, LifeStepKind.Resumed) is LifeStepKind.Paused ? StepRefusal.AlreadyPaused : NotBegun(),
        LifeStepKind.Resumed => Last(Counting, LifeStepKind.Paused, LifeStepKind.Resumed) is LifeStepKind.Paused ? BeforeLast(step, LifeStepKind.Paused) : StepRefusal.NotPaused,
        LifeStepKind.ReviewEnded => Last(Counting, LifeStepKind.ReviewBegun, LifeStepKind.ReviewEnded) is LifeStepKind.ReviewBegun ? BeforeLast(step, LifeStepKind.ReviewBegun) : StepRefusal.NoReview,
        LifeStepKind.Renewed or LifeStepKind.Reconfirmed or LifeStepKind.ReviewBegun or LifeStepKind.Downgraded => NotBegun(),
        _ => null,
    };

    private string? NotBegun() => IsSigned || registered.Count > 0 || steps.Count == 0 ? null : StepRefusal.NotBegun;

    /// <summary>The vote comes last: every mandatory stage before it has to be there.</summary>
    private string? RouteRefusal(LifeStep step, IReadOnlyList<RouteStage> route)
    {
        var before = route.TakeWhile(s => s.Key != step.Stage).Where(s => s.IsMandatory && Counting.All(c => c.Stage != s.Key)).ToList();
        return step.Stage is null || before.Count == 0 ? null : StepRefusal.RouteOpen;
    }

    private string? BeforeLast(LifeStep step, params ReadOnlySpan<LifeStepKind> kinds)
    {
        foreach (var earlier in Counting)
        {
            if (kinds.Contains(earlier.Kind) && step.Day.CertainlyBefore(earlier.Day)) return StepRefusal.BeforeEarlier;
        }

        return null;
    }

    private bool IsApproved => Has(LifeStepKind.Approved) || registered.Any(d => d.Role is not AgreementDateRole.FirstContact);

    private bool IsSigned => Has(LifeStepKind.SignedHere) || Has(LifeStepKind.SignedThere) || registered.Any(d => d.Role is AgreementDateRole.Signed or AgreementDateRole.SignedHere or AgreementDateRole.SignedThere or AgreementDateRole.InForce or AgreementDateRole.Stated);

    /// <summary>Is it beyond its beginnings, as a register kept before the program or a step says?</summary>
    private bool IsSettled() => Has(LifeStepKind.InForce) || Has(LifeStepKind.Renewed) || Has(LifeStepKind.Reconfirmed) || (Has(LifeStepKind.SignedHere) && Has(LifeStepKind.SignedThere))
        || registered.Any(d => d.Role is not AgreementDateRole.FirstContact);

    private static AgreementStanding OnTheWay(List<LifeStep> past) =>
        past.Any(s => s.Kind is LifeStepKind.SignedHere or LifeStepKind.SignedThere) ? AgreementStanding.Signed
        : past.Any(s => s.Kind is LifeStepKind.Approved) ? AgreementStanding.Approved
        : past.Any(s => s.Kind is LifeStepKind.Exploratory) ? AgreementStanding.Exploratory
        : AgreementStanding.Proposed;

    private static LifeStepKind? Last(IEnumerable<LifeStep> among, LifeStepKind one, LifeStepKind other) => among.LastOrDefault(s => s.Kind == one || s.Kind == other)?.Kind;

    private static AgreementDateRole? RoleOf(LifeStepKind kind) => kind switch
    {
        LifeStepKind.Exploratory => AgreementDateRole.FirstContact,
        LifeStepKind.Approved => AgreementDateRole.Decided,
        LifeStepKind.SignedHere => AgreementDateRole.SignedHere,
        LifeStepKind.SignedThere => AgreementDateRole.SignedThere,
        LifeStepKind.InForce => AgreementDateRole.InForce,
        LifeStepKind.Renewed or LifeStepKind.Reconfirmed => AgreementDateRole.Renewed,
        LifeStepKind.Ended => AgreementDateRole.Ended,
        _ => null,
    };
}
