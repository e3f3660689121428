namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>How a register and the records stand to each other in one thing.</summary>
public enum RegisterAnswer
{
    /// <summary>Both say it.</summary>
    Same,

    /// <summary>The register says it, the office's records do not.</summary>
    MissingHere,

    /// <summary>The office's records say it, the register does not.</summary>
    MissingThere,

    /// <summary>The register contradicts itself or the directory.</summary>
    Contradictory,
}

/// <summary>Why a finding is what it is: stable words, each with its sentence.</summary>
public static class RegisterReasons
{
    /// <summary>Both name the partner.</summary>
    public const string Both = "both";

    /// <summary>Both name the partner, in the register only the partner's side does.</summary>
    public const string BothFromTheirs = "both-from-theirs";

    /// <summary>Only the register names the partner.</summary>
    public const string OnlyRegister = "only-register";

    /// <summary>Only the register names the partner, and only from the partner's side.</summary>
    public const string OnlyRegisterFromTheirs = "only-register-from-theirs";

    /// <summary>Only the office's records name the partner.</summary>
    public const string OnlyRecords = "only-records";

    /// <summary>The register has no row of this office at all, so that its silence says nothing.</summary>
    public const string RegisterSilent = "register-silent";

    /// <summary>By its coordinates the place lies in another country. {country} {nearest} {kilometres}</summary>
    public const string Country = "country-against-coordinates";

    /// <summary>No place of this name lies near the coordinates in the country named. {country} {kilometres}</summary>
    public const string FarFromItsCountry = "far-from-its-country";

    /// <summary>The distance given is not the one between the coordinates. {given} {kilometres}</summary>
    public const string Distance = "distance-against-coordinates";

    /// <summary>The same pair stands in an earlier line. {line}</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The same pair stands in an earlier line with another population. {line} {population} {other}</summary>
    public const string DuplicateOtherPopulation = "duplicate-other-population";

    /// <summary>The partner has rows of its own in the register and does not name this one.</summary>
    public const string OneSided = "one-sided";

    /// <summary>The partner is the authority itself.</summary>
    public const string Itself = "itself";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Both, BothFromTheirs, OnlyRegister, OnlyRegisterFromTheirs, OnlyRecords, RegisterSilent, Country, FarFromItsCountry, Distance, Duplicate, DuplicateOtherPopulation, OneSided, Itself];
}

/// <summary>What makes a place or a pair of a register doubtful.</summary>
/// <param name="Reason">A word of <see cref="RegisterReasons"/>.</param>
/// <param name="Arguments">What the reason's sentence names.</param>
public sealed record RegisterDoubt(string Reason, IReadOnlyDictionary<string, string> Arguments);

/// <summary>One thing that came of comparing.</summary>
/// <param name="Answer">How the two stand to each other.</param>
/// <param name="Reason">A word of <see cref="RegisterReasons"/>.</param>
/// <param name="Line">The line of the register; 0 where it has none.</param>
/// <param name="Origin">Whose partner is meant.</param>
/// <param name="Partner">Which partner; of a contradiction about one place, that place.</param>
/// <param name="Country">The partner's country, as far as it is told.</param>
/// <param name="Key">The key of the office's own partner, where there is one.</param>
/// <param name="Arguments">What the reason's sentence names.</param>
public sealed record RegisterFinding(RegisterAnswer Answer, string Reason, int Line, string Origin, string Partner, string? Country, string? Key, IReadOnlyDictionary<string, string> Arguments);
