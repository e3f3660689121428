using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>The instrument by which the relation was agreed.</summary>
public enum AgreementKind
{
    /// <summary>Twinning, formal and long-term.</summary>
    Twinning,

    /// <summary>Cooperation agreement.</summary>
    Cooperation,

    /// <summary>Friendship agreement; not a twinning.</summary>
    Friendship,

    /// <summary>Memorandum of understanding.</summary>
    Memorandum,

    /// <summary>Letter of intent; not binding.</summary>
    LetterOfIntent,

    /// <summary>Protocol of cooperation.</summary>
    Protocol,

    /// <summary>Project partnership, limited in time and theme.</summary>
    ProjectPartnership,
}

/// <summary>What a date of an agreement is the date of.</summary>
public enum AgreementDateRole
{
    /// <summary>The first contact between the sides.</summary>
    FirstContact,

    /// <summary>The decision that approved it.</summary>
    Decided,

    /// <summary>The signing, where the source does not say whose.</summary>
    Signed,

    /// <summary>Signed at the office's own seat.</summary>
    SignedHere,

    /// <summary>Signed at the partner's.</summary>
    SignedThere,

    /// <summary>In force since.</summary>
    InForce,

    /// <summary>Renewed or reconfirmed.</summary>
    Renewed,

    /// <summary>Ended.</summary>
    Ended,

    /// <summary>A date which the source gives beside the agreement without saying what happened on it.</summary>
    Stated,
}

/// <summary>One date of an agreement, as precise as known.</summary>
public sealed record AgreementDate(AgreementDateRole Role, PartialDate Date);

/// <summary>Where an agreement stands on a day. Never stored: it follows from its dates, from the authority that signed, and from the day.</summary>
public enum AgreementStanding
{
    /// <summary>Nothing says that it has ended, and the body that signed it still exists.</summary>
    InForce,

    /// <summary>All its dates are still to come.</summary>
    Planned,

    /// <summary>Proposed; nothing is decided.</summary>
    Proposed,

    /// <summary>The sides get to know each other.</summary>
    Exploratory,

    /// <summary>Approved by the competent body, not signed yet.</summary>
    Approved,

    /// <summary>Signed by one side, not yet by both.</summary>
    Signed,

    /// <summary>A review was begun and is not closed.</summary>
    UnderReview,

    /// <summary>Suspended by decision.</summary>
    Paused,

    /// <summary>Signed by an authority that exists no more; its successor has not reconfirmed it.</summary>
    PartnerSucceeded,

    /// <summary>Its term ran out, and nobody renewed it.</summary>
    Lapsed,

    /// <summary>Ended.</summary>
    Ended,
}

/// <summary>The rules by which an agreement's standing is derived.</summary>
public static class Standing
{
    /// <summary>
    /// The standing on a day. An end that has certainly come outweighs everything; then a beginning that has certainly not come; then the end of
    /// the partner authority, unless a renewal is dated certainly after it; what is left is in force.
    /// </summary>
    /// <param name="partnerUntil">Since when the authority that signed exists no more; null while it exists.</param>
    public static AgreementStanding On(DateOnly day, IReadOnlyCollection<AgreementDate> dates, PartialDate? partnerUntil)
    {
        if (dates.Any(d => d.Role is AgreementDateRole.Ended && d.Date.Latest <= day)) return AgreementStanding.Ended;
        var begun = dates.Where(d => d.Role is not (AgreementDateRole.Ended or AgreementDateRole.FirstContact)).ToList();
        if (begun.Count > 0 && begun.All(d => d.Date.Earliest > day)) return AgreementStanding.Planned;
        if (partnerUntil is null || !(partnerUntil.Latest <= day)) return AgreementStanding.InForce;
        var renewed = dates.Any(d => d.Role is AgreementDateRole.Renewed && partnerUntil.CertainlyBefore(d.Date));
        return renewed ? AgreementStanding.InForce : AgreementStanding.PartnerSucceeded;
    }
}
