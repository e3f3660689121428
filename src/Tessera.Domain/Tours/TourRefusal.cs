namespace Tessera.Domain.Tours;

/// <summary>Stable codes that say why something is not done with a study tour; their sentences belong to the page.</summary>
public static class TourRefusal
{
    /// <summary>Places are offered for a study visit that everybody may see, is not over and not called off.</summary>
    public const string NotForThis = "tour.not-for-this";
    public const string PlacesWrong = "tour.places-wrong";
    public const string PerAuthorityWrong = "tour.per-authority-wrong";
    public const string RuleWrong = "tour.rule-wrong";
    public const string SmallTooMany = "tour.small-too-many";

    /// <summary>A day of closing that is past, or after the tour has begun.</summary>
    public const string UntilWrong = "tour.until-wrong";

    /// <summary>Rules stand once somebody has applied by them.</summary>
    public const string RulesStand = "tour.rules-stand";
    public const string Closed = "tour.closed";
    public const string AuthorityMissing = "tour.authority-missing";

    /// <summary>This authority has applied already.</summary>
    public const string AuthorityTaken = "tour.authority-taken";
    public const string ParticipantsMissing = "tour.participants-missing";
    public const string ParticipantsTooMany = "tour.participants-too-many";
    public const string FactWrong = "tour.fact-wrong";

    /// <summary>The selection waits until the day of closing is over.</summary>
    public const string StillOpen = "tour.still-open";
    public const string NobodyApplied = "tour.nobody-applied";
    public const string Decided = "tour.decided";

    /// <summary>The proposal has changed since it was shown.</summary>
    public const string ProposalChanged = "tour.proposal-changed";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NotForThis, PlacesWrong, PerAuthorityWrong, RuleWrong, SmallTooMany, UntilWrong, RulesStand, Closed, AuthorityMissing, AuthorityTaken, ParticipantsMissing, ParticipantsTooMany, FactWrong, StillOpen,
        NobodyApplied, Decided, ProposalChanged,
    ];
}
