namespace Tessera.Domain.Delegations;

/// <summary>How far a delegation's term has come.</summary>
public enum DelegationState
{
    /// <summary>Seats and rules are being written down.</summary>
    Preparing,

    /// <summary>The associations have been called upon to propose people.</summary>
    Called,

    /// <summary>A composition lies before the associations.</summary>
    Consulting,

    /// <summary>Its members sit.</summary>
    Appointed,

    /// <summary>Its term is over.</summary>
    Ended,
}

/// <summary>What an association says of the composition that lies before it.</summary>
public enum ProposerReply
{
    /// <summary>Nothing yet.</summary>
    Open,
    Agreed,
    Objected,
}

/// <summary>Why a member sits no more.</summary>
public enum SeatEnding
{
    LostMandate,
    Resigned,
    Died,

    /// <summary>To another seat of the delegation.</summary>
    Moved,
    TermEnded,

    /// <summary>She left before the end, and nobody has said why: so it is taken over from a file that does not say it.</summary>
    Unknown,
}

/// <summary>Whether a member was at a session.</summary>
public enum Presence
{
    Present,
    Excused,
    Absent,
}

/// <summary>What a member did in the body.</summary>
public enum ContributionKind
{
    Speech,
    Report,
    Question,
    Amendment,
    Vote,

    /// <summary>Handed in and not spoken.</summary>
    Written,
}

/// <summary>What a document of a delegation is.</summary>
public enum DelegationDocumentKind
{
    Call,
    Proposal,

    /// <summary>The decision by which members were appointed.</summary>
    Appointment,

    /// <summary>What the body said of the members' credentials.</summary>
    Credentials,
    Report,
    Other,
}
