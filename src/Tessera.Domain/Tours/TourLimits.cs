namespace Tessera.Domain.Tours;

/// <summary>The bounds of what is said of a study tour.</summary>
public static class TourLimits
{
    /// <summary>Places of a tour.</summary>
    public const int Places = 1_000;

    /// <summary>People of one authority.</summary>
    public const int PerAuthority = 20;

    /// <summary>Years back that a rule may look.</summary>
    public const int Years = 20;

    /// <summary>Authorities of one county.</summary>
    public const int PerCounty = 100;

    /// <summary>People of a settlement.</summary>
    public const int Population = 100_000_000;

    /// <summary>Days in which the link of the mail is followed; after them the application is forgotten.</summary>
    public const int DaysToConfirm = 7;
}
