using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>A step in the life of an agreement.</summary>
public enum LifeStepKind
{
    /// <summary>Somebody proposed it.</summary>
    Proposed,

    /// <summary>The sides get to know each other.</summary>
    Exploratory,

    /// <summary>A body whose opinion is needed has given it.</summary>
    Opinion,

    /// <summary>The competent body approved it.</summary>
    Approved,

    /// <summary>Signed at our seat.</summary>
    SignedHere,

    /// <summary>Signed at the partner's.</summary>
    SignedThere,

    /// <summary>It came into force.</summary>
    InForce,

    /// <summary>Renewed for a further term.</summary>
    Renewed,

    /// <summary>Confirmed anew, as with a successor authority.</summary>
    Reconfirmed,

    /// <summary>A review was begun.</summary>
    ReviewBegun,

    /// <summary>The review was closed, and the agreement goes on.</summary>
    ReviewEnded,

    /// <summary>Suspended by decision.</summary>
    Paused,

    /// <summary>Taken up again.</summary>
    Resumed,

    /// <summary>Replaced by a weaker form, such as a twinning by a friendship.</summary>
    Downgraded,

    /// <summary>Ended by decision.</summary>
    Ended,

    /// <summary>A decision behind an earlier step was taken back.</summary>
    TakenBack,

    /// <summary>An earlier step was wrongly entered; it stays to be read and counts no more.</summary>
    Corrected,
}

/// <summary>Why a relation is paused, narrowed or ended.</summary>
public enum StepReason
{
    /// <summary>Nothing has happened for long.</summary>
    Dormant,

    /// <summary>Its aims are reached.</summary>
    AimsReached,

    /// <summary>Other priorities.</summary>
    Priorities,

    /// <summary>No money or people for it.</summary>
    Means,

    /// <summary>What the partner or its state does cannot be reconciled with the office's values.</summary>
    Values,

    /// <summary>The partner authority exists no more.</summary>
    PartnerGone,

    /// <summary>The partner asked for it.</summary>
    PartnersWish,

    /// <summary>A court or a supervising authority demanded it.</summary>
    Law,

    /// <summary>Entered by mistake.</summary>
    Mistake,

    /// <summary>Said in the note.</summary>
    Other,
}

/// <summary>A step as it was recorded. Nothing of it is ever erased: what was wrong is corrected by a later step that names it.</summary>
/// <param name="Key">Unique in its agreement.</param>
/// <param name="Day">As precise as known.</param>
/// <param name="Stage">The stage of the approval route that it fulfils; null for none.</param>
/// <param name="Decision">The number of the decision as it is cited.</param>
/// <param name="Reason">Why, for steps that take something away.</param>
/// <param name="Of">The key of the step that is taken back or corrected.</param>
/// <param name="To">The form that takes its place, of a step that narrows it.</param>
/// <param name="Until">The end of the new term, of a renewal; null when it names none.</param>
public sealed record LifeStep(
    string Key, LifeStepKind Kind, PartialDate Day, string? Stage, LocalText Body, string? Decision, StepReason? Reason, string? Of, AgreementKind? To, PartialDate? Until,
    LocalText Note);

/// <summary>For how long an agreement was made.</summary>
/// <param name="Until">Its last day; null for no fixed term.</param>
/// <param name="NoticeMonths">How long before the end a side has to give notice; null when the text does not say.</param>
/// <param name="RenewsForYears">By how much it prolongs itself when nobody gives notice; null when it ends.</param>
public sealed record AgreementTerm(PartialDate? Until, int? NoticeMonths, int? RenewsForYears)
{
    /// <summary>No fixed term.</summary>
    public static readonly AgreementTerm None = new(null, null, null);
}
