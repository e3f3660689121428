using System.Globalization;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Places;

/// <summary>A line of GeoNames' table of places (19 columns, tabs between them), as far as the directory needs it; or an area made of such lines.</summary>
/// <param name="Units">GeoNames' codes of the units it lies in, of four steps from the first below the country; empty where the table has none.</param>
internal sealed record GeoNamesRow(int Id, string Name, string Country, IReadOnlyList<string> Units, double Latitude, double Longitude, int Population, string Feature, string TimeZone)
{
    private const int Columns = 19;
    private const int LongestCode = 5;

    /// <summary>Its own names, folded: in its letters and in ASCII.</summary>
    public required IReadOnlyList<string> Own { get; init; }

    /// <summary>The other names it goes by, folded, without codes and without those above.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>The level of an area; empty for a place.</summary>
    public string Level { get; init; } = "";

    /// <summary>ISO 3166-2 of an area, the code of the local authority of a place; empty where not known.</summary>
    public string Code { get; init; } = "";

    /// <summary>How the code of the local authority was found, as <see cref="PlaceRecord.CodeBy"/> says it.</summary>
    public ushort CodeBy { get; init; }

    /// <summary>The region of level NUTS 3 that the local authority lies in; empty where not known.</summary>
    public string Nuts3 { get; init; } = "";

    /// <summary>The code of the first step below the country.</summary>
    public string Unit => Units.Count > 0 ? Units[0] : "";

    /// <summary>Reads a line; null for one that is none.</summary>
    public static GeoNamesRow? Of(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length < Columns || !int.TryParse(fields[0], CultureInfo.InvariantCulture, out var id) || fields[8].Length != 2) return null;
        if (!double.TryParse(fields[4], CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(fields[5], CultureInfo.InvariantCulture, out var longitude)) return null;
        var population = long.TryParse(fields[14], CultureInfo.InvariantCulture, out var said) ? (int)Math.Clamp(said, 0, int.MaxValue) : 0;
        var own = Folded([fields[1], fields[2]]).ToList();
        return new GeoNamesRow(id, fields[1], fields[8], fields[10..14], latitude, longitude, population, fields[7], fields[17])
        {
            Own = own,
            Others = [.. Folded(fields[3].Split(',').Where(n => !IsNoName(n))).Except(own)],
        };
    }

    internal static IEnumerable<string> Folded(IEnumerable<string> names) => names.Select(Folding.Of).Where(n => n.Length is > 0 and <= byte.MaxValue).Distinct();

    /// <summary>Codes of airports, railways and countries stand among the names, and a few addresses of web pages.</summary>
    private static bool IsNoName(string name) =>
        (name.Length <= LongestCode && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))) || name.Contains("://", StringComparison.Ordinal);
}
