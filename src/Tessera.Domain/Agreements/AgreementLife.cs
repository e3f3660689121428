using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>
/// The life of an agreement as its steps and registered dates tell it. Everything said here is derived for a day; nothing of it is stored.
/// Steps stand as they were recorded, also late: of two, the later is the one recorded later, unless its day is certainly the earlier.
/// Linear in the steps.
/// </summary>
public sealed partial class AgreementLife(IReadOnlyList<AgreementDate> registered, IReadOnlyList<LifeStep> steps, AgreementTerm term)
{
    private static readonly LifeStepKind[] Beginnings =
    [
        LifeStepKind.Proposed, LifeStepKind.Exploratory, LifeStepKind.Opinion, LifeStepKind.Approved, LifeStepKind.SignedHere, LifeStepKind.SignedThere, LifeStepKind.InForce,
    ];

    private readonly HashSet<string> _void = Void(steps);
    private IReadOnlyList<AgreementDate>? _dates;

    /// <summary>The steps that count: neither corrected nor taken back.</summary>
    public IReadOnlyList<LifeStep> Counting => [.. steps.Where(Counts)];

    /// <summary>Every date of the agreement: those registered, and those of the steps that count.</summary>
    public IReadOnlyList<AgreementDate> Dates => _dates ??= DatesBy(Lived);

    /// <summary>The last day of its term as it stands: that of the last renewal, else of the agreement; null for no fixed term.</summary>
    public PartialDate? Until => UntilBy(Lived);

    /// <summary>The steps that count, but for those that only take others back.</summary>
    private IEnumerable<LifeStep> Lived => steps.Where(s => Counts(s) && !Undoes(s));

    private bool ProlongsItself => term.RenewsForYears > 0;

    /// <summary>Does this step still count?</summary>
    public bool Counts(LifeStep step) => !_void.Contains(step.Key);

    /// <summary>Is there a step of this kind that counts?</summary>
    public bool Has(LifeStepKind kind) => Counting.Any(s => s.Kind == kind);

    /// <summary>The standing on a day. A step counts from the first day on that it may have been taken.</summary>
    /// <param name="partnerUntil">Since when the authority that signed exists no more; null while it exists.</param>
    public AgreementStanding StandingOn(DateOnly day, PartialDate? partnerUntil)
    {
        var past = Past(day);
        if (past.Any(s => s.Kind is LifeStepKind.Ended)) return AgreementStanding.Ended;
        var byDates = Standing.On(day, steps.Count == 0 ? Dates : DatesBy(past), partnerUntil);
        if (byDates is AgreementStanding.Ended) return byDates;
        if (Lapsed(day)) return AgreementStanding.Lapsed;
        if (Last(past, LifeStepKind.Paused, LifeStepKind.Resumed) is LifeStepKind.Paused) return AgreementStanding.Paused;
        if (byDates is AgreementStanding.PartnerSucceeded && !IsReconfirmed(past, partnerUntil!)) return byDates;
        if (Last(past, LifeStepKind.ReviewBegun, LifeStepKind.ReviewEnded) is LifeStepKind.ReviewBegun) return AgreementStanding.UnderReview;
        if (!IsSettled(past) && Lived.Any(IsBeginning)) return OnTheWay(past);
        return byDates is AgreementStanding.PartnerSucceeded ? AgreementStanding.InForce : byDates;
    }

    /// <summary>Did it run out, without renewal and without prolonging itself?</summary>
    public bool Lapsed(DateOnly day) => !ProlongsItself && UntilBy(Past(day))?.Latest < day;

    /// <summary>The day by which notice has to be given or a renewal agreed; null for no fixed term. A term that prolongs itself is moved on to the first end from the day on.</summary>
    public DateOnly? NoticeBy(DateOnly day) => EndAfter(day)?.MonthsBefore(term.NoticeMonths ?? 0);

    /// <summary>The end of the term that runs on a day; null for no fixed term. One that prolongs itself past the last year there is ends with it.</summary>
    public DateOnly? EndAfter(DateOnly day)
    {
        if (UntilBy(Past(day))?.Latest is not { } end) return null;
        if (term.RenewsForYears is not ({ } years and > 0) || end >= day) return end;
        // Counted from the first end each time, so that a 29 February comes back in leap years.
        var terms = (day.Year - end.Year) / years;
        var next = Later(end, years, terms);
        return next < day ? Later(end, years, terms + 1) : next;
    }

    private static DateOnly Later(DateOnly end, int years, long terms) =>
        end.Year + (years * terms) > DateOnly.MaxValue.Year ? DateOnly.MaxValue : end.AddYears((int)(years * terms));

    private static bool Undoes(LifeStep step) => step.Kind is LifeStepKind.TakenBack or LifeStepKind.Corrected;

    private static bool IsBeginning(LifeStep step) => Beginnings.Contains(step.Kind);

    /// <summary>From the last step to the first, since a step that is itself corrected undoes nothing.</summary>
    private static HashSet<string> Void(IReadOnlyList<LifeStep> steps)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps.Reverse())
        {
            if (Undoes(step) && step.Of is not null && !undone.Contains(step.Key)) undone.Add(step.Of);
        }

        return undone;
    }

    private List<LifeStep> Past(DateOnly day) => [.. Lived.Where(s => s.Day.Earliest is null || s.Day.Earliest <= day)];

    private List<AgreementDate> DatesBy(IEnumerable<LifeStep> among) =>
        [.. registered.Concat(among.Select(s => RoleOf(s.Kind) is { } role ? new AgreementDate(role, s.Day) : null).OfType<AgreementDate>()).Distinct()];

    /// <summary>A renewal that names no end leaves the rhythm of a term that prolongs itself, and takes the end from one that does not.</summary>
    private PartialDate? UntilBy(IEnumerable<LifeStep> among)
    {
        var renewal = Last(among.Where(s => s.Kind is LifeStepKind.Renewed && (s.Until is not null || !ProlongsItself)));
        return renewal is null ? term.Until : renewal.Until;
    }

    /// <summary>Is it beyond its beginnings, as a register kept before the program or a step says?</summary>
    private bool IsSettled(IReadOnlyCollection<LifeStep> among) =>
        among.Any(s => s.Kind is LifeStepKind.InForce or LifeStepKind.Renewed or LifeStepKind.Reconfirmed)
        || (among.Any(s => s.Kind is LifeStepKind.SignedHere) && among.Any(s => s.Kind is LifeStepKind.SignedThere))
        || registered.Any(d => d.Role is not AgreementDateRole.FirstContact);

    /// <summary>A confirmation whose day may lie after the authority's end is taken for one with its successor.</summary>
    private static bool IsReconfirmed(List<LifeStep> past, PartialDate partnerUntil) =>
        past.Any(s => s.Kind is LifeStepKind.Reconfirmed && !s.Day.CertainlyBefore(partnerUntil));

    private static AgreementStanding OnTheWay(List<LifeStep> past) =>
        past.Any(s => s.Kind is LifeStepKind.SignedHere or LifeStepKind.SignedThere) ? AgreementStanding.Signed
        : past.Any(s => s.Kind is LifeStepKind.Approved) ? AgreementStanding.Approved
        : past.Any(s => s.Kind is LifeStepKind.Exploratory) ? AgreementStanding.Exploratory
        : past.Any(IsBeginning) ? AgreementStanding.Proposed
        : AgreementStanding.Planned;

    private static LifeStepKind? Last(IEnumerable<LifeStep> among, LifeStepKind one, LifeStepKind other) => Last(among.Where(s => s.Kind == one || s.Kind == other))?.Kind;

    private static LifeStep? Last(IEnumerable<LifeStep> among) =>
        among.Aggregate((LifeStep?)null, (last, step) => last is not null && step.Day.CertainlyBefore(last.Day) ? last : step);

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
