namespace Tessera.Interchange.Reading.Records;

/// <summary>The levels of authorities, as the lexicons name them.</summary>
internal static class Levels
{
    /// <summary>Those above towns: such an authority is an area of the directory, never a place.</summary>
    public static IReadOnlyList<string> Wide { get; } = ["county", "province", "region", "district"];

    /// <summary>A part of a town.</summary>
    public const string CityDistrict = "city-district";

    /// <summary>Is it a town or a part of one?</summary>
    public static bool IsTown(string level) => level is "municipality" or CityDistrict;
}
