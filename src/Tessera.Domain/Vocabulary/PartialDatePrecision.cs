namespace Tessera.Domain.Vocabulary;

/// <summary>How exactly a <see cref="PartialDate"/> is known, from the widest to the narrowest.</summary>
public enum PartialDatePrecision
{
    /// <summary>Ten years that begin with a year divisible by ten: 1970 to 1979.</summary>
    Decade,

    /// <summary>One calendar year.</summary>
    Year,

    /// <summary>A <see cref="PartialDateSeason"/> of a year.</summary>
    Season,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>One day.</summary>
    Day,
}
