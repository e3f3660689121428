namespace Tessera.Domain.Memberships;

/// <summary>As what the office belongs to an organisation.</summary>
public enum MembershipKind
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>Full member.</summary>
    Full,

    /// <summary>Associate member.</summary>
    Associate,

    /// <summary>Observer.</summary>
    Observer,

    /// <summary>The office runs the secretariat or the delegation's secretary for others.</summary>
    Secretariat,

    /// <summary>Another place in it, such as that of a partner or an invited guest; the note says which.</summary>
    Other,
}

/// <summary>What a date of a membership is the date of.</summary>
public enum MembershipDateRole
{
    /// <summary>Member since.</summary>
    Since,

    /// <summary>The procedure of joining was begun; whether it ended is not known.</summary>
    JoiningBegun,

    /// <summary>A third party has supported it (paid a part of the fee) since.</summary>
    SupportedSince,

    /// <summary>Member until.</summary>
    Until,
}
