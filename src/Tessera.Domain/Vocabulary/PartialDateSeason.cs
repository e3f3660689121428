namespace Tessera.Domain.Vocabulary;

/// <summary>
/// The meteorological seasons of the northern hemisphere, three calendar months each, in the order of the EDTF codes 21 to 24.
/// </summary>
public enum PartialDateSeason
{
    /// <summary>March to May, EDTF 21.</summary>
    Spring = 1,

    /// <summary>June to August, EDTF 22.</summary>
    Summer = 2,

    /// <summary>September to November, EDTF 23.</summary>
    Autumn = 3,

    /// <summary>December of the named year to the end of February of the next, EDTF 24: the last season of its year.</summary>
    Winter = 4,
}
