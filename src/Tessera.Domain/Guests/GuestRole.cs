namespace Tessera.Domain.Guests;

/// <summary>Whether somebody is needed at an activity.</summary>
public enum GuestRole
{
    Required,
    Optional,
}

/// <summary>What somebody who is invited has answered.</summary>
public enum GuestAnswer
{
    /// <summary>Nothing yet.</summary>
    Open,
    Accepted,
    Declined,
    Tentative,

    /// <summary>Somebody else comes instead.</summary>
    Delegated,
}

/// <summary>How a registration stands.</summary>
public enum RegistrationState
{
    /// <summary>It has its places.</summary>
    Place,

    /// <summary>It waits for places.</summary>
    Waiting,
    Cancelled,
}

/// <summary>What a letter to a guest, to somebody registered, an organiser, an authority that applied or an association that proposes is about. It says what is so when it is sent.</summary>
public enum LetterKind
{
    /// <summary>An invitation, or what has changed since the last one.</summary>
    Invitation,

    /// <summary>An invitation is taken back, or what it was to is called off.</summary>
    Cancellation,

    /// <summary>The address at which a guest says what she needs.</summary>
    Needs,

    /// <summary>What became of a registration, and how it is cancelled.</summary>
    Registration,

    /// <summary>Places have become free for a registration that waited.</summary>
    MovedUp,

    /// <summary>Moves of a season's plan that an organiser is asked about.</summary>
    Moves,

    /// <summary>Asks a reader whether it was she who wants the weekly mail of what is coming.</summary>
    Asking,

    /// <summary>Asks whether it was this authority that applied for a study tour.</summary>
    TourAsking,

    /// <summary>What became of an application for a study tour.</summary>
    TourAnswer,

    /// <summary>Calls upon an association to propose people for a delegation.</summary>
    DelegationCall,

    /// <summary>Asks an association what it says of a delegation's composition.</summary>
    DelegationConsultation,
}

/// <summary>How a letter stands.</summary>
public enum LetterState
{
    Waiting,

    /// <summary>It has been begun; who finds it so begins it again, for nobody knows how far it came.</summary>
    Sending,
    Sent,

    /// <summary>The mail server will never take it, or has not for days; or it could not be written.</summary>
    Refused,
}
