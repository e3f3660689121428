using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Planning.Maps;

namespace Tessera.Benchmarks;

/// <summary>
/// Grows the twin towns of ../shared/data to a register of a large association: the thousand towns with most pairs, each with its own pairs and others' partners up to twenty-five, in mixed order, the
/// same every time. What is wrong in the data (twice, a country that the coordinates contradict) stays.
/// </summary>
internal static class GrownPairs
{
    private const int Towns = 1000;
    private const int Each = 25;
    private const string Heading = "origincityLabel\torigincountry\toriginlat\toriginlong\toriginpopulation\tsistercityLabel\tdestinationlat\tdestinationlong\tdestinationpopulation\tdestination_countryLabel\tdist\teu";
    private static readonly Dictionary<string, string> Countries = new() { ["Estonia"] = "EE", ["Finland"] = "FI", ["Germany"] = "DE", ["Hungary"] = "HU", ["Sweden"] = "SE" };

    /// <summary>Writes the offices' files, registers of 5,000 and 25,000 pairs of all of them, and of 5,000 and 20,000 pairs of one in Germany, whose slug stands in <c>one</c>.</summary>
    public static void Write(string data, string folder)
    {
        var rows = Directory.GetFiles(data, "*.tsv").Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f).Skip(1)).Select(l => l.Split('\t')).Where(c => c.Length >= 11 && Countries.ContainsKey(c[1]) && Number(c[2]) is not null && Number(c[6]) is not null).ToList();
        var towns = rows.GroupBy(c => (c[0], c[2])).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Item1, StringComparer.Ordinal).DistinctBy(g => Keys.Of(g.Key.Item1)).Take(Towns).ToList();
        Directory.CreateDirectory(Path.Combine(folder, "offices"));
        foreach (var town in towns) File.WriteAllBytes(Path.Combine(folder, "offices", Slug(town.First()) + ".json"), OfficeFileWriter.Write(Office(town.First())));
        var random = new Random(2026);
        var pairs = towns.SelectMany(t => Grown([.. t.Take(Each)], rows, random)).ToArray();
        random.Shuffle(pairs);
        File.WriteAllLines(Path.Combine(folder, "pairs-25000.tsv"), pairs.Prepend(Heading));
        File.WriteAllLines(Path.Combine(folder, "pairs-5000.tsv"), pairs.Take(5000).Prepend(Heading));
        var one = towns.First(t => t.First()[1] == "Germany").First();
        File.WriteAllText(Path.Combine(folder, "one"), Slug(one));
        foreach (var many in (int[])[5000, 20000]) File.WriteAllLines(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"one-{many}.tsv")), OfOne(one, rows, many).Prepend(Heading));
    }

    /// <summary>One town's pairs with every other's partners, and with such as no directory knows once they are used up.</summary>
    private static IEnumerable<string> OfOne(string[] town, List<string[]> all, int many)
    {
        var others = all.Where(o => o[5] != town[0]).DistinctBy(o => o[5]).ToList();
        return Enumerable.Range(0, many).Select(i => (Other: others[i % others.Count], Round: i / others.Count))
            .Select(o => string.Join('\t', [.. town.Take(5), o.Round == 0 ? o.Other[5] : string.Create(CultureInfo.InvariantCulture, $"{o.Other[5]} {o.Round}"), .. o.Round == 0 ? o.Other.Skip(6).Take(3) : ["", "", ""], o.Other[9], "", "EU"]));
    }

    private static IEnumerable<string> Grown(List<string[]> own, List<string[]> all, Random random)
    {
        var names = own.Select(c => c[5]).ToHashSet();
        while (own.Count < Each)
        {
            var other = all[random.Next(all.Count)];
            if (other[5] == own[0][0] || !names.Add(other[5])) continue;
            var km = new GeoPoint(Number(own[0][2])!.Value, Number(own[0][3])!.Value).DistanceKm(new GeoPoint(Number(other[6])!.Value, Number(other[7])!.Value));
            own.Add([.. own[0].Take(5), .. other.Skip(5).Take(5), km.ToString("F0", CultureInfo.InvariantCulture), "EU"]);
        }

        return own.Select(c => string.Join('\t', c));
    }

    private static OfficeFile Office(string[] row)
    {
        var (slug, names, country) = (Slug(row), LocalText.Of("en", row[0]), Countries[row[1]]);
        return new OfficeFile
        {
            Format = OfficeFile.CurrentFormat,
            Office = new OfficeSheet { Slug = slug, Kind = "municipality", Authority = slug, Name = names, ShortName = names, Languages = ["en"], Colour = "#1d4f7c", Summary = names, Source = "page" },
            Sources = [new SourceItem { Key = "page", Title = LocalText.Of("en", "A page") }],
            Places = [new PlaceItem { Key = slug, Names = names, Country = country, Latitude = Number(row[2])!.Value, Longitude = Number(row[3])!.Value, Source = "page" }],
            Authorities = [new AuthorityItem { Key = slug, Kind = "municipality", Country = country, Names = names, Seat = slug, Source = "page" }],
            Partners = [],
        };
    }

    private static string Slug(string[] row) => Keys.Of("town " + row[0]);

    private static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
