using System.Globalization;
using Tessera.Planning.Maps;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>
/// Holds a place of a register against the directory: the country named against the coordinates. A bearer of the name near the coordinates tells where the place lies; where there is none, the nearest
/// bearer in the country named must not be far.
/// </summary>
internal static class PlaceCheck
{
    /// <summary>A bearer of the name farther than this from the coordinates is another place.</summary>
    private const double FarKm = 100;

    /// <summary>What is wrong with a place; null when nothing is, or nothing can be told.</summary>
    /// <param name="called">The places of the directory that bear its name.</param>
    public static RegisterDoubt? Check(RegisterPlace place, IReadOnlyList<Place> called)
    {
        if (place.Country is not { } country || place.Point is not { } point) return null;
        var bearers = called.Select(p => (Place: p, Km: point.DistanceKm(new GeoPoint(p.Latitude, p.Longitude)))).OrderBy(b => b.Km).ToList();
        var named = bearers.Where(b => b.Place.Country == country).Select(b => b.Km).DefaultIfEmpty(double.PositiveInfinity).First();
        if (bearers.Count == 0 || named <= PlaceIdentity.NearKm) return null;
        if (bearers[0].Km <= PlaceIdentity.NearKm)
        {
            return new RegisterDoubt(RegisterReasons.Country, new Dictionary<string, string> { ["country"] = country, ["nearest"] = bearers[0].Place.Country, ["kilometres"] = double.IsFinite(named) ? Whole(named) : "–" });
        }

        return named is > FarKm and < double.PositiveInfinity ? new RegisterDoubt(RegisterReasons.FarFromItsCountry, new Dictionary<string, string> { ["country"] = country, ["kilometres"] = Whole(named) }) : null;
    }

    /// <summary>Kilometres without a fraction.</summary>
    public static string Whole(double kilometres) => Math.Round(kilometres).ToString(CultureInfo.InvariantCulture);
}
