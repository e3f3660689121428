using Tessera.Domain.Vocabulary;
using Tessera.Planning.Maps;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>
/// Tells whether two names are one place: by the directory's number where the name has one bearer near the coordinates (or one in its country), else by the folded name without words such as
/// "municipality", and the country.
/// </summary>
internal sealed class PlaceIdentity(IPlaces places)
{
    /// <summary>A town's middle may be set this far from another register's.</summary>
    public const double NearKm = 30;

    private static readonly string[] Generic = ["municipality", "kommun", "kommune", "city", "town", "of", "gemeinde", "stadt", "commune", "urban", "rural", "district"];

    /// <summary>The keys of an authority in a register, the surest first.</summary>
    public IReadOnlyList<string> Of(RegisterPlace place) => [.. Keys([place.Name], place.Country, place.Point)];

    /// <summary>The keys of a partner in an office's records: those of each of its names.</summary>
    public IEnumerable<string> Of(OwnPartner partner) => Keys(partner.Names, partner.Country, partner.Point).Distinct();

    /// <summary>The bearers of a name, wherever they lie.</summary>
    public IReadOnlyList<Place> Bearers(string name) => places.Named(Core(name)) is { Count: > 0 } found ? found : places.Named(Folding.Of(name));

    /// <summary>Which of a name's bearers is meant: the one nearest to the coordinates, else the only one in the country; null when it cannot be told.</summary>
    public static Place? Meant(IReadOnlyList<Place> bearers, string? country, GeoPoint? point)
    {
        var fitting = bearers.Where(p => point is { } here ? here.DistanceKm(new GeoPoint(p.Latitude, p.Longitude)) < NearKm : country is not null && p.Country == country).ToList();
        return point is { } at ? fitting.MinBy(p => at.DistanceKm(new GeoPoint(p.Latitude, p.Longitude))) : fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>The keys of a name and of the place it means, the surest first.</summary>
    public static IEnumerable<string> Keys(string name, string? country, Place? meant)
    {
        if (meant is not null) yield return $"#{meant.Id}";
        yield return $"{country}|{Core(name)}";
    }

    private IEnumerable<string> Keys(IEnumerable<string> names, string? country, GeoPoint? point) => names.SelectMany(name => Keys(name, country, Meant(Bearers(name), country, point)));

    private static string Core(string name)
    {
        var words = Folding.Of(name).Split(' ');
        var own = words.Except(Generic).ToArray();
        return string.Join(' ', own.Length == 0 ? words : own);
    }
}
