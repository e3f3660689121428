using System.Text.Json;

namespace Tessera.Planning.Maps;

/// <summary>
/// The outlines of countries: closed rings of longitude and latitude in hundredths of a degree. The file's form is {"land":[ring…],"borders":[line…]}, each a flat list of
/// whole numbers, the first pair absolute, the others differences to the one before.
/// </summary>
public sealed class LandData
{
    private LandData(IReadOnlyList<short[]> land, IReadOnlyList<short[]> borders) => (Land, Borders) = (land, borders);

    /// <summary>Rings of longitude, latitude, longitude, latitude …</summary>
    public IReadOnlyList<short[]> Land { get; }

    /// <summary>Lines between countries, in the same form.</summary>
    public IReadOnlyList<short[]> Borders { get; }

    /// <summary>Reads the file that the build makes.</summary>
    public static LandData FromJson(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return new LandData(Lines(document.RootElement.GetProperty("land")), Lines(document.RootElement.GetProperty("borders")));
    }

    /// <summary>The points of a ring or line.</summary>
    public static IEnumerable<GeoPoint> Points(short[] line)
    {
        for (var i = 0; i + 1 < line.Length; i += 2) yield return new GeoPoint(line[i + 1] / 100.0, line[i] / 100.0);
    }

    private static List<short[]> Lines(JsonElement list) => [.. list.EnumerateArray().Select(Line)];

    private static short[] Line(JsonElement differences)
    {
        var line = new short[differences.GetArrayLength()];
        var at = 0;
        foreach (var difference in differences.EnumerateArray())
        {
            line[at] = (short)(difference.GetInt32() + (at >= 2 ? line[at - 2] : 0));
            at++;
        }

        return line;
    }
}
