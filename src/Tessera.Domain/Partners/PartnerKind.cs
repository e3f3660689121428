namespace Tessera.Domain.Partners;

/// <summary>What sort of relation the office has to a partner. Friendship is not twinning, and a contact has no formal basis.</summary>
public enum PartnerKind
{
    /// <summary>Twin town: formal, long-term, by council decision.</summary>
    TwinTown,

    /// <summary>Sister county or sister region: the same between counties and regions.</summary>
    SisterCounty,

    /// <summary>Sister city: what the office itself calls so, other than a traditional twin town.</summary>
    SisterCity,

    /// <summary>Bound by a cooperation agreement only.</summary>
    Cooperation,

    /// <summary>Bound by a friendship agreement only.</summary>
    Friendship,

    /// <summary>Another association of local governments.</summary>
    SisterAssociation,

    /// <summary>A contact without formal basis.</summary>
    Contact,
}
