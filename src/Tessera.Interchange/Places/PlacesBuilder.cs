using System.Runtime.InteropServices;

namespace Tessera.Interchange.Places;

/// <summary>What a directory was made of.</summary>
/// <param name="Places">How many places it has.</param>
/// <param name="Areas">How many counties, provinces, regions and districts.</param>
/// <param name="WithCode">How many places have the code of their local authority.</param>
public sealed record PlacesBuilt(int Places, int Areas, int WithCode);

/// <summary>Makes the file of the directory from GeoNames' table and the program's list of areas. The same tables make the same file, byte for byte.</summary>
public static class PlacesBuilder
{
    /// <summary>A name that is not a place's own weighs a tenth: the town that foreigners call Gothenburg outweighs the village of that name, and a nickname of a village outweighs nothing.</summary>
    private const int OthersWeigh = 10;

    /// <summary>Reads the table and writes the file beside its place, then moves it there, so that nobody reads half of it.</summary>
    /// <param name="source">GeoNames' table.</param>
    /// <param name="target">Where the directory will be.</param>
    /// <param name="authorities">Eurostat's table of local authorities (LAU), perhaps packed by gzip; null for a directory without their codes.</param>
    public static PlacesBuilt Build(string source, string target, string? authorities = null)
    {
        var rows = File.ReadLines(source).AsParallel().AsOrdered().Select(GeoNamesRow.Of).OfType<GeoNamesRow>().ToList();
        if (rows.Count == 0) throw new PlacesFileException($"{source} has no line of GeoNames' table of places.");
        rows.Sort((a, b) => a.Population != b.Population ? b.Population.CompareTo(a.Population) : a.Id.CompareTo(b.Id));
        var withCode = authorities is null ? 0 : LocalAuthorities.Read(authorities).AddTo(rows);
        var areas = AreaRows.Of(rows);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var unfinished = $"{target}.{Environment.ProcessId}";
        using (var file = new PlacesWriter(unfinished))
        {
            WriteSet(file, rows);
            file.BeginAreas();
            WriteSet(file, areas);
            file.Finish();
        }

        File.Move(unfinished, target, overwrite: true);
        return new PlacesBuilt(rows.Count, areas.Count, withCode);
    }

    private static void WriteSet(PlacesWriter file, List<GeoNamesRow> rows)
    {
        WritePlaces(file, rows);
        WriteDeletions(file, WriteNames(file, rows));
    }

    private static void WritePlaces(PlacesWriter file, List<GeoNamesRow> rows)
    {
        var texts = new PlacesTexts();
        var seats = rows.Where(r => r.Feature is "PPLA" or "PPLC").GroupBy(UnitOf).ToDictionary(g => g.Key, g => (g.FirstOrDefault(r => r.Feature == "PPLA") ?? g.First()).Name);
        var records = rows.Select(r => new PlaceRecord
        {
            Id = r.Id,
            Latitude = (int)Math.Round(r.Latitude * PlaceRecord.Degree),
            Longitude = (int)Math.Round(r.Longitude * PlaceRecord.Degree),
            Population = r.Population,
            Name = texts.Add(r.Name),
            Region = texts.Add(RegionOf(r, seats)),
            TimeZone = texts.Add(r.TimeZone),
            Feature = texts.Add(r.Feature),
            Level = texts.Add(r.Level),
            Code = texts.Add(r.Code),
            Nuts3 = texts.Add(r.Nuts3),
            CodeBy = r.CodeBy,
            Country = PlacesLayout.Country(r.Country),
        }).ToArray();
        file.Write<PlaceRecord>(Section.Places, records);
        file.Write<byte>(Section.Texts, texts.Bytes);
    }

    /// <summary>The table has codes of units, not their names: where the code is no word, the unit goes by its seat.</summary>
    private static string RegionOf(GeoNamesRow row, Dictionary<(string, string), string> seats) =>
        row.Unit.Any(char.IsAsciiLetter) || !seats.TryGetValue(UnitOf(row), out var seat) ? (row.Unit.Any(char.IsAsciiLetter) ? row.Unit : "") : seat;

    private static (string Country, string Unit) UnitOf(GeoNamesRow row) => (row.Country, row.Unit);

    private static List<string> WriteNames(PlacesWriter file, List<GeoNamesRow> rows)
    {
        var ranks = Ranks(rows);
        var rankOf = ranks.Select((bearer, rank) => (bearer, rank)).ToDictionary(r => r.bearer, r => r.rank);
        var borne = new List<(string Name, int Rank)>(rows.Count * 5);
        for (var place = 0; place < rows.Count; place++)
        {
            foreach (var name in rows[place].Own) borne.Add((name, rankOf[place * 2]));
            foreach (var name in rows[place].Others) borne.Add((name, rankOf[(place * 2) + 1]));
        }

        borne.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Rank.CompareTo(b.Rank));
        var (names, starts) = (new List<string>(), new List<int>());
        for (var at = 0; at < borne.Count; at++)
        {
            if (at > 0 && borne[at].Name == borne[at - 1].Name) continue;
            names.Add(borne[at].Name);
            starts.Add(at);
        }

        starts.Add(borne.Count);
        var bearers = borne.ConvertAll(b => b.Rank);
        file.Write<int>(Section.NameStarts, Starts(names));
        file.Write<char>(Section.NameLetters, string.Concat(names));
        file.Write<int>(Section.BearerStarts, CollectionsMarshal.AsSpan(starts));
        file.Write<int>(Section.Bearers, CollectionsMarshal.AsSpan(bearers));
        file.Write<int>(Section.BlockMinima, bearers.Chunk(PlacesLayout.BlockLength).Select(b => b.Min()).ToArray());
        file.Write<int>(Section.Ranks, ranks);
        return names;
    }

    /// <summary>Places with their own names and with others, the weightiest first; of two alike, the own name, then the smaller number.</summary>
    private static int[] Ranks(List<GeoNamesRow> rows) =>
        Enumerable.Range(0, rows.Count).SelectMany(p => rows[p].Others.Count > 0 ? new[] { p * 2, (p * 2) + 1 } : [p * 2])
            .OrderByDescending(b => rows[b / 2].Population / (b % 2 == 0 ? 1 : OthersWeigh)).ThenBy(b => b % 2).ThenBy(b => b / 2).ToArray();

    private static int[] Starts(List<string> names)
    {
        var starts = new int[names.Count + 1];
        for (var at = 0; at < names.Count; at++) starts[at + 1] = starts[at] + names[at].Length;
        return starts;
    }

    private static void WriteDeletions(PlacesWriter file, List<string> names)
    {
        var stems = Stems(names);
        if (stems.Count > 1 << Deletions.StemBits) throw new PlacesFileException("There are more beginnings of names than the file can hold.");
        var buckets = new DeletionBuckets(names, stems);
        stems.Add(names.Count);
        file.Write<int>(Section.Stems, CollectionsMarshal.AsSpan(stems));
        file.Write<int>(Section.BucketStarts, buckets.Starts);
        file.Write<uint>(Section.BucketEntries, buckets.Entries);
    }

    private static List<int> Stems(List<string> names)
    {
        var stems = new List<int>();
        for (var at = 0; at < names.Count; at++)
        {
            if (at == 0 || !StemOf(names[at]).SequenceEqual(StemOf(names[at - 1]))) stems.Add(at);
        }

        return stems;
    }

    private static ReadOnlySpan<char> StemOf(string name) => name.AsSpan(0, Math.Min(name.Length, Deletions.StemLength));
}
