using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Tells which entry of the directory a name means. Of a town: the very name in its country, else a name up to two letters away there, else the town whose part it is. Of a county, province, region or district: the
/// area, by its name without the words that say what it is; else the town it is called after, or where only a heading told the level, the town of the name. Several that fit are offered in order of size and never chosen from, unless one outweighs the rest tenfold.
/// </summary>
internal sealed class Resolver(IPlaces places, Lexicon lexicon, string? home)
{
    private const int Most = 5;
    private const int Outweighs = 10;
    private const int LeastLeading = 20_000;
    private const int LeastSeat = 5_000;
    private const int ShortestNear = 4;
    private const string Part = "PPLX";
    private const string Municipality = "municipality";
    private readonly Dictionary<string, IReadOnlyList<Place>> _areas = [];

    /// <summary>The entries a name may mean, the likeliest first.</summary>
    /// <param name="level">The level that the page tells.</param>
    public IReadOnlyList<DirectoryMatch> Find(NameSpan name, string? country, string level)
    {
        var isTown = Levels.IsTown(level);
        if (!isTown && !Levels.Wide.Contains(level)) return [];
        var found = Succeeded(name, country, isTown, isTown ? Town(name, country, level) : Area(name, country, level));
        return found.Count > 0 || isTown || name.IsWide ? found : Succeeded(name, country, true, Town(name, country, level));
    }

    /// <summary>The level that the directory tells: of an area that is called so where no town is, of a part of a town, of a town under a heading about counties.</summary>
    public static string LevelOf(string told, IReadOnlyList<DirectoryMatch> found)
    {
        if (found.Count == 0 || found[0].How == MatchedBy.Seat || told == Levels.CityDistrict || (told != Municipality && !Levels.IsTown(found[0].Level))) return told;
        if (found[0].How == MatchedBy.PartOf) return Levels.CityDistrict;
        return found.All(f => f.Level == found[0].Level) ? found[0].Level : told;
    }

    /// <summary>The country that the name alone tells; null when places in several bear it and none outweighs the rest.</summary>
    /// <param name="former">The code of a former state in which the place lies; null when nothing tells so.</param>
    public string? CountryOf(NameSpan name, string? former = null)
    {
        bool Fits(Place place) => former is null || FormerStates.Covers(former, place.Country);
        if (name.IsWide) return AreasNamed(name).Where(Fits).Select(a => a.Country).Distinct().Take(2).ToList() is [var only] ? only : null;
        var sizes = name.Places.Where(Fits).GroupBy(p => p.Country).Select(g => (Country: g.Key, Size: g.Max(p => p.Population) + 1)).OrderByDescending(g => g.Size).ToList();
        if (sizes.Count == 0) return null;
        if (sizes.Count == 1 || sizes[0].Size > sizes[1].Size * Outweighs) return sizes[0].Country;
        var abroad = sizes.Where(s => s.Country != home).ToList();
        return abroad.Count == 1 || (abroad.Count > 1 && abroad[0].Size > abroad[1].Size * Outweighs) ? abroad[0].Country : null;
    }

    private List<DirectoryMatch> Town(NameSpan name, string? country, string level)
    {
        var named = name.Places.Where(p => country is null || p.Country == country).ToList();
        if (name.IsPart) return [.. Ranked([.. named.Where(IsLarge)], 0.7).Select(m => m with { How = MatchedBy.PartOf })];
        if (level == Levels.CityDistrict && Containing(name, named, country) is { Count: > 0 } city) return city;
        if (named.Count > 0) return Ranked(named, country is null ? 0.7 : 0.95);
        if (country is null || name.Core.Length < ShortestNear) return [];
        var near = places.Near(name.Core, country, Most);
        var best = near.Count == 0 ? 0 : near[0].Distance;
        if (near.Count > 0 && !IsPart(name.Core, country)) return [.. Ranked([.. near.Where(n => n.Distance == best).Select(n => n.Place)], 0.85 - (0.15 * best)).Select(m => m with { How = MatchedBy.Spelling })];
        return Leading(name.Core, country) is { Count: > 0 } whole ? whole : Ranked([.. AreasNamed(name).Where(a => a.Country == country)], 0.75);
    }

    /// <summary>A part of a town: the part where the directory has it in a town that is named too, else the town it lies in.</summary>
    private List<DirectoryMatch> Containing(NameSpan name, List<Place> named, string? country)
    {
        var towns = named.Where(IsLarge).ToList();
        if (towns.Count > 0) return [.. Ranked(towns, 0.7).Select(m => m with { How = MatchedBy.PartOf })];
        return named.Count > 0 || country is null ? [] : Leading(name.Core, country);
    }

    /// <summary>"Berlin-Pankow", "Praha 6": after a town stands a number, or a name that a place there bears.</summary>
    private bool IsPart(string core, string country)
    {
        for (var end = core.LastIndexOf(' '); end > 0; end = core.LastIndexOf(' ', end - 1))
        {
            var rest = core[(end + 1)..];
            if (places.Named(core[..end]).Any(p => p.Country == country && IsLarge(p)) && (rest.All(c => char.IsDigit(c) || "ivx".Contains(c, StringComparison.Ordinal)) || places.Named(rest).Any(p => p.Country == country))) return true;
        }

        return false;
    }

    /// <summary>"Kosice Saka", "Nantes Metropole": the town that the first words alone name, else the last ones, of which the whole is a part or an association.</summary>
    private List<DirectoryMatch> Leading(string core, string country)
    {
        var words = core.Split(' ');
        var counts = Enumerable.Range(1, words.Length - 1).Reverse().ToList();
        var parts = counts.Select(c => string.Join(' ', words[..c])).Concat(counts.Select(c => string.Join(' ', words[^c..]))).Where(p => p.Length >= ShortestNear);
        var named = parts.Select(p => places.Named(p).Where(t => t.Country == country && IsLarge(t)).ToList()).FirstOrDefault(t => t.Count > 0) ?? [];
        return [.. Ranked(named, 0.6).Select(m => m with { How = MatchedBy.PartOf })];
    }

    private List<DirectoryMatch> Area(NameSpan name, string? country, string level)
    {
        var named = AreasNamed(name).Where(a => country is null || a.Country == country).ToList();
        if (named.Count > 0) return Ranked(OfLevel(named, level), country is null ? 0.7 : 0.95);
        var core = AreaNames.Core(Folding.Of(name.Text));
        if (country is null || core.Length < ShortestNear) return [];
        var near = places.Areas?.Near(core, country, Most) ?? [];
        if (near.Count > 0) return [.. Ranked(OfLevel([.. near.Where(n => n.Distance == near[0].Distance).Select(n => n.Place)], level), 0.85 - (0.15 * near[0].Distance)).Select(m => m with { How = MatchedBy.Spelling })];
        return [.. Ranked([.. places.Named(core).Where(p => p.Country == country && p.Population >= LeastSeat)], 0.5).Select(m => m with { How = MatchedBy.Seat })];
    }

    /// <summary>Is it a town large enough to have parts that are known by their names?</summary>
    private static bool IsLarge(Place place) => place.Feature != Part && place.Population >= LeastLeading;

    /// <summary>Of areas that are named alike, those of the level that the page tells; all where none is of it.</summary>
    private static List<Place> OfLevel(List<Place> areas, string level) => areas.Where(a => a.Level == level).ToList() is { Count: > 0 } same ? same : areas;

    /// <summary>The areas of the name as it stands, of its core, or of a nominative that it may come from.</summary>
    private IReadOnlyList<Place> AreasNamed(NameSpan name)
    {
        if (places.Areas is not { } areas) return [];
        if (_areas.TryGetValue(name.Text, out var known)) return known;
        var whole = Folding.Of(name.Text);
        var spellings = new[] { whole, AreaNames.Core(whole), name.Core, AreaNames.Core(name.Core) }.Concat(lexicon.Nominatives(name.Core)).Where(s => s.Length > 2 || AreaNames.IsOfSigns(s)).Distinct();
        return _areas[name.Text] = spellings.Select(areas.Named).FirstOrDefault(f => f.Count > 0) ?? [];
    }

    /// <summary>An authority that is no more: its place is kept with what came after it; without a place, the successor's own entry.</summary>
    private List<DirectoryMatch> Succeeded(NameSpan name, string? country, bool isTown, List<DirectoryMatch> found)
    {
        var land = country ?? (found.Count == 1 ? found[0].Country : null);
        if (land is null || (Successors.Of(land, isTown, Folding.Of(name.Text)) ?? Successors.Of(land, isTown, name.Core)) is not { } successor) return found;
        if (isTown && found.Count > 0) return [.. found.Select(f => f with { Successor = successor })];
        var core = Folding.Of(successor.Name);
        var entries = (isTown ? places.Named(TownNames.Core(core)) : places.Areas?.Named(AreaNames.Core(core)) ?? []).Where(p => p.Country == land).ToList();
        return [.. Ranked(entries, 0.8).Select(m => m with { How = MatchedBy.Successor, Successor = successor })];
    }

    private static List<DirectoryMatch> Ranked(List<Place> found, double score)
    {
        var ranked = found.OrderByDescending(p => p.Population).ThenBy(p => p.Id).Take(Most).ToList();
        var isClear = ranked.Count == 1 || (ranked.Count > 1 && ranked[0].Population > Outweighs * ranked[1].Population);
        return [.. ranked.Take(isClear ? 1 : Most).Select(p => Match(p, Math.Round(isClear ? score : score * 0.7, 2)))];
    }

    private static DirectoryMatch Match(Place place, double score) => new(place.Id, place.Name, place.Country, place.Region, place.Latitude, place.Longitude, score)
    {
        Level = place.Level.Length > 0 ? place.Level : place.Feature == Part ? Levels.CityDistrict : Municipality,
        Code = place.Code.Length > 0 ? place.Code : null,
        CodeBy = place.CodeBy.Length > 0 ? place.CodeBy : null,
        Nuts3 = place.Nuts3.Length > 0 ? place.Nuts3 : null,
    };
}
