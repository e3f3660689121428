namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Tells which place of the directory a name means: the very name in its country, else a name up to two letters away there, else any bearer of it. Several that fit are offered in order of size and never
/// chosen from, unless one outweighs the rest tenfold.
/// </summary>
internal sealed class Resolver(IPlaces places, string? home)
{
    private const int Most = 5;
    private const int Outweighs = 10;
    private const int LeastLeading = 20_000;

    /// <summary>The places a name may mean, the likeliest first.</summary>
    public IReadOnlyList<DirectoryMatch> Find(NameSpan name, string? country)
    {
        var named = name.Places.Where(p => country is null || p.Country == country).ToList();
        if (named.Count > 0) return Ranked(named, country is null ? 0.7 : 0.95);
        if (country is null || name.Core.Length < 4) return [];
        var near = places.Near(name.Core, country, Most);
        var best = near.Count == 0 ? 0 : near[0].Distance;
        return near.Count == 0 ? Leading(name.Core, country) : Ranked([.. near.Where(n => n.Distance == best).Select(n => n.Place)], 0.85 - (0.15 * best));
    }

    /// <summary>"Kosice Saka", "Nantes Metropole": the place that the first words alone name, of which the whole is a part or an association.</summary>
    private List<DirectoryMatch> Leading(string core, string country)
    {
        for (var end = core.LastIndexOf(' '); end > 3; end = core.LastIndexOf(' ', end - 1))
        {
            var named = places.Named(core[..end]).Where(p => p.Country == country && p.Population >= LeastLeading).ToList();
            if (named.Count > 0) return Ranked(named, 0.6);
        }

        return [];
    }

    /// <summary>The country that the name alone tells; null when places in several bear it and none outweighs the rest.</summary>
    public string? CountryOf(NameSpan name)
    {
        var sizes = name.Places.GroupBy(p => p.Country).Select(g => (Country: g.Key, Size: g.Max(p => p.Population) + 1)).OrderByDescending(g => g.Size).ToList();
        if (sizes.Count == 0) return null;
        if (sizes.Count == 1 || sizes[0].Size > sizes[1].Size * Outweighs) return sizes[0].Country;
        var abroad = sizes.Where(s => s.Country != home).ToList();
        return abroad.Count == 1 || (abroad.Count > 1 && abroad[0].Size > abroad[1].Size * Outweighs) ? abroad[0].Country : null;
    }

    private static List<DirectoryMatch> Ranked(List<Place> found, double score)
    {
        var ranked = found.OrderByDescending(p => p.Population).ThenBy(p => p.Id).Take(Most).ToList();
        var isClear = ranked.Count == 1 || (ranked.Count > 1 && ranked[0].Population > Outweighs * ranked[1].Population);
        return [.. ranked.Take(isClear ? 1 : Most).Select((p, i) => new DirectoryMatch(p.Id, p.Name, p.Country, p.Region, p.Latitude, p.Longitude, Math.Round(isClear ? score : score * 0.7, 2)))];
    }
}
