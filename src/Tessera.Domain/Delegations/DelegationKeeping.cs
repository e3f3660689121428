namespace Tessera.Domain.Delegations;

/// <summary>
/// How much there may be of a delegation, and how long what is known of people is kept. The periods are this program's proposal (GDPR, art. 5 (1) e): long enough for a replacement from among those
/// who were proposed, and for the verification of credentials.
/// </summary>
public static class DelegationKeeping
{
    /// <summary>Seats of one kind in one chamber.</summary>
    public const int MostSeats = 400;

    /// <summary>People proposed for one delegation.</summary>
    public const int MostPeople = 2_000;

    /// <summary>Years of a term.</summary>
    public const int MostYears = 10;

    /// <summary>Letters in a name, an address or the name of a group.</summary>
    public const int LongestName = 200;

    /// <summary>Letters in an association's comment.</summary>
    public const int LongestComment = 2000;

    /// <summary>Days after the end of the term until sex, year of birth, group and addresses of members are erased.</summary>
    public const int DaysOfTraits = 180;

    /// <summary>Days after the end of the term until whoever was proposed and never sat is erased.</summary>
    public const int DaysOfCandidates = 30;

    /// <summary>Days after the end of the term for which it is written who read what the rules need.</summary>
    public const int DaysOfReadings = 365;
}
