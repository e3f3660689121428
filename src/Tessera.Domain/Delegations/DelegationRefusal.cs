namespace Tessera.Domain.Delegations;

/// <summary>Stable codes that say why something is not done with a delegation; their sentences belong to the page.</summary>
public static class DelegationRefusal
{
    public const string NameMissing = "delegation.name-missing";
    public const string TextTooLong = "delegation.text-too-long";
    public const string CountryWrong = "delegation.country-wrong";

    /// <summary>A body that is not in the catalogue, without a name of its own.</summary>
    public const string BodyMissing = "delegation.body-missing";

    /// <summary>The term's last day is before its first, or it is longer than <see cref="DelegationKeeping.MostYears"/>.</summary>
    public const string TermWrong = "delegation.term-wrong";

    /// <summary>No seats at all, or more of a kind than <see cref="DelegationKeeping.MostSeats"/>.</summary>
    public const string SeatsWrong = "delegation.seats-wrong";

    /// <summary>Seats other than the table's without saying where that is written.</summary>
    public const string SourceMissing = "delegation.source-missing";

    /// <summary>More people sit than there would be seats.</summary>
    public const string SeatsTaken = "delegation.seats-taken";

    /// <summary>A share is above 0 and at most 50 percent.</summary>
    public const string ShareWrong = "delegation.share-wrong";

    /// <summary>A quota without a value, without a number, or with a least above its most.</summary>
    public const string QuotaWrong = "delegation.quota-wrong";

    /// <summary>What is asked for does not come at this stage.</summary>
    public const string StageWrong = "delegation.stage-wrong";

    /// <summary>Nobody is there to be called upon.</summary>
    public const string NobodyToCall = "delegation.nobody-to-call";

    /// <summary>The last day for proposals or replies is past, or not before the term.</summary>
    public const string DeadlineWrong = "delegation.deadline-wrong";

    /// <summary>Proposals end on a day, which is over.</summary>
    public const string ProposalsClosed = "delegation.proposals-closed";

    /// <summary>Nobody is on any seat.</summary>
    public const string NobodySeated = "delegation.nobody-seated";

    /// <summary>A blocking rule is broken.</summary>
    public const string RuleBroken = "delegation.rule-broken";

    /// <summary>An appointment without who appointed, by what, or when.</summary>
    public const string AppointmentMissing = "delegation.appointment-missing";

    /// <summary>A day outside of the term or before what must come first.</summary>
    public const string DayWrong = "delegation.day-wrong";

    /// <summary>A member would be published who has neither a public office nor said that she may be named.</summary>
    public const string NotToBeNamed = "delegation.not-to-be-named";

    /// <summary>No seat of this kind is free.</summary>
    public const string SeatTaken = "delegation.seat-taken";

    /// <summary>The person sits already.</summary>
    public const string SitsAlready = "delegation.sits-already";

    /// <summary>The person cannot have a seat of this kind, is withdrawn, or is the youth delegate, who has none.</summary>
    public const string CannotSit = "delegation.cannot-sit";

    /// <summary>Somebody who sits, or has sat, is not taken off the list.</summary>
    public const string HasSat = "delegation.has-sat";

    /// <summary>A mandate that ends before it begins.</summary>
    public const string MandateWrong = "delegation.mandate-wrong";

    public const string EmailWrong = "delegation.email-wrong";

    /// <summary>The year of birth is none of a grown person's.</summary>
    public const string BirthYearWrong = "delegation.birth-year-wrong";

    /// <summary>A youth delegate is of an age that the body asks for in the term's first year.</summary>
    public const string YouthAgeWrong = "delegation.youth-age-wrong";

    /// <summary>More people than <see cref="DelegationKeeping.MostPeople"/>.</summary>
    public const string TooMany = "delegation.too-many";

    /// <summary>Only a substitute who is present sits for a representative of the same chamber who is away, and for one alone.</summary>
    public const string SatForWrong = "delegation.sat-for-wrong";

    /// <summary>Another delegation of the office has this body and an overlapping term.</summary>
    public const string TermTaken = "delegation.term-taken";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NameMissing, TextTooLong, CountryWrong, BodyMissing, TermWrong, SeatsWrong, SourceMissing, SeatsTaken, ShareWrong, QuotaWrong, StageWrong, NobodyToCall, DeadlineWrong, ProposalsClosed,
        NobodySeated, RuleBroken, AppointmentMissing, DayWrong, NotToBeNamed, SeatTaken, SitsAlready, CannotSit, HasSat, MandateWrong, EmailWrong, BirthYearWrong, YouthAgeWrong, TooMany,
        SatForWrong, TermTaken,
    ];
}
