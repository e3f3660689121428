using System.IO.Compression;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Pages;

namespace Tessera.Interchange.Places;

/// <summary>
/// Eurostat's table of local authorities (LAU), as far as the directory needs it: the codes beside the names. Areas are not read: for DE, DK, FI and TR the table gives them in another unit than its head says.
/// A place has the code of the authority that bears one of its names and whose code is one of the place's own units; else of the only one in the country that bears its own name. Where several places would have it, the
/// largest has. A place that fits neither way has no code.
/// </summary>
internal sealed class LocalAuthorities
{
    private static readonly string[] Head = ["country", "nuts3_2016", "lau_code", "name_national", "name_latin"];
    private readonly Dictionary<(string Country, string Name), List<(string Code, string Nuts3)>> _byName = [];

    /// <summary>Reads the table, packed by gzip or not. Refuses one with another head.</summary>
    public static LocalAuthorities Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(plain);
        var read = new LocalAuthorities();
        var isHead = true;
        foreach (var row in DelimitedRows.Read(text.ReadToEnd(), ','))
        {
            if (isHead && !row.Take(Head.Length).SequenceEqual(Head)) throw new PlacesFileException($"{path} is not Eurostat's table of local authorities: its head does not begin with {string.Join(", ", Head)}.");
            if (!isHead && row.Count >= Head.Length) read.Add(row[0], row[1], row[2], [row[3], row[4]]);
            isHead = false;
        }

        return read;
    }

    /// <summary>Gives the places their codes; returns how many have one.</summary>
    public int AddTo(List<GeoNamesRow> rows)
    {
        var given = new HashSet<(string Country, string Code)>();
        foreach (var byCode in new[] { true, false })
        {
            for (var at = 0; at < rows.Count; at++)
            {
                if (rows[at].Code.Length > 0 || rows[at].Feature == "PPLX" || Find(rows[at], byCode) is not { } found || !given.Add((rows[at].Country, found.Code))) continue;
                rows[at] = rows[at] with { Code = found.Code, Nuts3 = found.Nuts3, CodeBy = (ushort)(byCode ? 2 : 1) };
            }
        }

        return given.Count;
    }

    private (string Code, string Nuts3)? Find(GeoNamesRow place, bool byCode)
    {
        foreach (var name in byCode ? place.Own.Concat(place.Others) : place.Own)
        {
            if (!_byName.TryGetValue((place.Country, name), out var named)) continue;
            foreach (var authority in named)
            {
                if (byCode ? place.Units.Contains(authority.Code) : named.Count == 1) return authority;
            }
        }

        return null;
    }

    private void Add(string country, string nuts3, string code, IEnumerable<string> names)
    {
        var iso = country switch { "EL" => "GR", "UK" => "GB", _ => country };
        foreach (var name in names.SelectMany(Spellings).Distinct())
        {
            if (!_byName.TryGetValue((iso, name), out var named)) _byName.Add((iso, name), named = []);
            if (!named.Contains((code, nuts3))) named.Add((code, nuts3));
        }
    }

    /// <summary>"Flensburg, Stadt", "Bolzano/Bozen", "MUNICIPIUL CRAIOVA", "Tapa vald".</summary>
    private static IEnumerable<string> Spellings(string written) =>
        written.Split(',')[0].Split('/').Append(written.Split(',')[0]).Select(Folding.Of).Where(n => n.Length > 0).SelectMany(n => new[] { n, TownNames.Core(n) });
}
