using System.Globalization;

namespace Tessera.Interchange.Places;

/// <summary>A county, province, region or district as the program's own list has it (Places/Data/areas.tsv and areas-more.tsv).</summary>
/// <param name="Code">ISO 3166-2, or the country and its own code where ISO has none.</param>
/// <param name="Id">Its number at GeoNames; 0 when not known.</param>
/// <param name="Level">county, province, region or district.</param>
/// <param name="Step">The step of the unit: 1 to 3 below the country; 0 where <paramref name="Unit"/> is the number of the place in its middle.</param>
/// <param name="Unit">GeoNames' code of the unit.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Others">Its names in other languages.</param>
internal sealed record AreaRow(string Code, int Id, string Level, int Step, string Unit, string Name, IReadOnlyList<string> Others)
{
    private const string Folder = "Tessera.Interchange.Places.Data.";
    private const int Columns = 5;
    private const int ShortestCore = 3;

    /// <summary>Its country.</summary>
    public string Country => Code[..2];

    /// <summary>All areas, in the order of the list.</summary>
    /// <exception cref="FormatException">A line adds names to an area that is not there.</exception>
    public static IReadOnlyList<AreaRow> All()
    {
        var rows = new Dictionary<string, AreaRow>();
        foreach (var columns in Lines("areas.tsv").Concat(Lines("areas-more.tsv")))
        {
            var names = columns[4..].SelectMany(c => c.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            if (columns[2].Length > 0) rows.Add(columns[0], Of(columns, names));
            else if (rows.TryGetValue(columns[0], out var row)) rows[columns[0]] = row with { Others = [.. row.Others, .. names] };
            else throw new FormatException($"There is no area {columns[0]} to which names could be added.");
        }

        return [.. rows.Values];
    }

    /// <summary>The area as a row of the directory.</summary>
    /// <param name="within">Its places; at least one.</param>
    public GeoNamesRow Placed(IReadOnlyCollection<GeoNamesRow> within)
    {
        var weight = within.Sum(p => p.Population + 1.0);
        var people = within.Where(p => p.Feature != "PPLX").Sum(p => (long)p.Population);
        var own = Spellings([Name]).ToList();
        return new GeoNamesRow(
            Id, Name, Country, [], Math.Round(within.Sum(p => p.Latitude * (p.Population + 1.0)) / weight, 3), Math.Round(within.Sum(p => p.Longitude * (p.Population + 1.0)) / weight, 3),
            (int)Math.Min(people, int.MaxValue), Step is 0 ? "ADM1" : "ADM" + Step.ToString(CultureInfo.InvariantCulture), "")
        {
            Own = own,
            Others = [.. Spellings(Others).Except(own)],
            Level = Level,
            Code = Code,
        };
    }

    /// <summary>Names folded, with and without the words that say what it is.</summary>
    private static IEnumerable<string> Spellings(IEnumerable<string> names) =>
        GeoNamesRow.Folded(names).SelectMany(n => new[] { n, AreaNames.Core(n) }.Where(s => s == n || s.Length >= ShortestCore || AreaNames.IsOfSigns(s))).Distinct();

    private static AreaRow Of(string[] columns, List<string> names)
    {
        var unit = columns[3].Split(':');
        return new AreaRow(columns[0], int.Parse(columns[1], CultureInfo.InvariantCulture), columns[2], int.Parse(unit[0], CultureInfo.InvariantCulture), unit[1], names[0], names[1..]);
    }

    private static IEnumerable<string[]> Lines(string name)
    {
        using var file = new StreamReader(typeof(AreaRow).Assembly.GetManifestResourceStream(Folder + name)!);
        while (file.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is { Length: >= Columns } columns) yield return columns;
        }
    }
}
