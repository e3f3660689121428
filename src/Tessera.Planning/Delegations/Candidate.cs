namespace Tessera.Planning.Delegations;

/// <summary>A person's sex, as far as a body's rule needs it. Other or unstated counts for neither.</summary>
public enum Sex
{
    Unstated,
    Female,
    Male,
}

/// <summary>What a person's mandate rests on.</summary>
public enum MandateKind
{
    None,

    /// <summary>A general local or regional mandate from direct election.</summary>
    Elected,

    /// <summary>Politically accountable to a directly elected assembly, which can revoke the mandate of the person by law.</summary>
    Accountable,
}

/// <summary>Is the authority of the mandate local or regional?</summary>
public enum AuthorityLevel
{
    Local,
    Regional,
}

/// <summary>A person's mandate in a local or regional authority.</summary>
/// <param name="Since">First day; none means not known, which does not exclude.</param>
/// <param name="Until">Last day; none means open.</param>
public sealed record Mandate(MandateKind Kind, DateOnly? Since = null, DateOnly? Until = null)
{
    public bool HoldsOn(DateOnly day) => Kind != MandateKind.None && !(Since > day) && !(Until < day);
}

/// <summary>What persons are counted by in quotas and balance.</summary>
public enum Trait
{
    Association,
    Region,
    PoliticalGroup,
    Authority,
}

/// <summary>A person whom an association proposes, or who sits already. The key stands for the person; there is no name.</summary>
/// <param name="Key">Distinct; its ordinal order settles what all goals leave open.</param>
/// <param name="Delegation">The delegation of the person's country, as in <see cref="SeatBlock"/>.</param>
public sealed record Candidate(string Key, Sex Sex, Mandate Mandate, AuthorityLevel Authority, string Delegation = "")
{
    /// <summary>Whoever proposes the person.</summary>
    public string? Association { get; init; }

    public string? Region { get; init; }

    public string? PoliticalGroup { get; init; }

    /// <summary>How much the person is wished for as a representative, 0 to <see cref="DelegationModel.MostPoints"/>; null where it cannot be.</summary>
    public int? RepresentativePoints { get; init; } = 0;

    /// <summary>The same as a substitute.</summary>
    public int? SubstitutePoints { get; init; } = 0;

    /// <summary>Points of a rank among so many: the first has as many as there are ranks, the last 1.</summary>
    public static int PointsOfRank(int rank, int ranks) => Math.Max(0, ranks - rank + 1);

    public int? PointsAs(SeatKind kind) => kind == SeatKind.Representative ? RepresentativePoints : SubstitutePoints;

    /// <summary>What the person counts as; null counts nowhere.</summary>
    public string? Of(Trait trait) => trait switch
    {
        Trait.Association => Association,
        Trait.Region => Region,
        Trait.PoliticalGroup => PoliticalGroup,
        _ => Authority == AuthorityLevel.Regional ? "regional" : "local",
    };
}
