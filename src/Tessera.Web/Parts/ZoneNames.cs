using System.Collections.Frozen;
using System.Reflection;

namespace Tessera.Web.Parts;

/// <summary>What people call time zones, in the languages of the interface, the same in summer and winter: by Unicode CLDR's data, which scripts/zones.mjs writes down.</summary>
public static class ZoneNames
{
    private static readonly string[] Order = ["en", "hu", "sv", "ro"];
    private static readonly Lazy<FrozenDictionary<string, string[]>> Known = new(Load);

    /// <summary>The name, such as "Eastern European Time"; the zone's own, such as "Europe/Bucharest", where people have none for it.</summary>
    public static string Of(string zone, string language) =>
        Known.Value.TryGetValue(zone, out var names) && Array.IndexOf(Order, language) is var at and >= 0 ? names[at] : zone;

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ZoneNames")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split('\t'));
        return lines.SelectMany(l => l[^1].Split(' ').Select(zone => (zone, l))).ToFrozenDictionary(z => z.zone, z => z.l);
    }
}
