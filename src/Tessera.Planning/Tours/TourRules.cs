namespace Tessera.Planning.Tours;

/// <summary>By which rules the places of a study tour are given; stated before anybody applies.</summary>
/// <param name="Places">People who can come; at least one.</param>
/// <param name="FreshYears">Who was on no tour in the last so many years goes before who was; 0 for no such rule.</param>
/// <param name="MostPerCounty">Authorities of one county at the most; 0 for no such rule.</param>
/// <param name="SmallPlaces">Places that are offered first to small settlements; 0 for no such rule.</param>
/// <param name="SmallPopulation">How many people a settlement has at the most to be small.</param>
public sealed record TourRules(int Places, int FreshYears = 0, int MostPerCounty = 0, int SmallPlaces = 0, int SmallPopulation = 0);

/// <summary>An authority that applies, with all its people or not at all.</summary>
/// <param name="Number">The number of its application, by which its lot is drawn; unique.</param>
/// <param name="People">How many come; at least one.</param>
/// <param name="County">Empty where it is not known; such a one falls under no limit of a county.</param>
/// <param name="Population">Null where it is not known; such a one is not small.</param>
/// <param name="YearsSince">Years since it was last on a tour; null when it never was.</param>
/// <param name="HasPlace">Was its place given already? It keeps it, whatever the rules say by now.</param>
public sealed record TourApplicant(int Number, int People, string County = "", int? Population = null, int? YearsSince = null, bool HasPlace = false);

/// <summary>Why an applicant is in, or waits.</summary>
public enum TourReason
{
    /// <summary>In: its place was given before.</summary>
    Kept,

    /// <summary>In: by the places for small settlements.</summary>
    SmallQuota,

    /// <summary>In: it was its turn, and there were places.</summary>
    Turn,

    /// <summary>Waits: at its turn fewer places were left than it has people.</summary>
    NoPlaces,

    /// <summary>Waits: at its turn its county had as many authorities in as it may.</summary>
    CountyFull,
}

/// <summary>What became of an applicant.</summary>
/// <param name="Position">Its place in the order by the rules, from 1.</param>
/// <param name="Lot">Its lot: SHA-256 of seed, colon and number, in hexadecimal; the lower goes first.</param>
/// <param name="IsFresh">Does it go before those who were on a tour lately?</param>
/// <param name="IsSmall">May it have one of the places for small settlements?</param>
/// <param name="Free">Places that were left at its turn, before it was answered.</param>
public sealed record TourDecision(int Number, TourReason Reason, int Position, string Lot, bool IsFresh, bool IsSmall, int Free)
{
    /// <summary>Has it a place?</summary>
    public bool IsIn => Reason is TourReason.Kept or TourReason.SmallQuota or TourReason.Turn;
}
