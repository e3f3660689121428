namespace Tessera.Planning.Maps;

/// <summary>A point on the globe, in degrees of WGS84.</summary>
/// <param name="Latitude">North, -90 to 90.</param>
/// <param name="Longitude">East, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The mean radius of the Earth in kilometres (IUGG).</summary>
    public const double EarthRadiusKm = 6371.0088;

    private const double Degree = Math.PI / 180;

    /// <summary>
    /// The great-circle distance to another point, in kilometres, by the haversine formula on a sphere; within 0.6 % of the distance on the ellipsoid.
    /// </summary>
    public double DistanceKm(GeoPoint other)
    {
        var (lat, otherLat) = (Latitude * Degree, other.Latitude * Degree);
        var half = Math.Pow(Math.Sin((otherLat - lat) / 2), 2)
                   + (Math.Cos(lat) * Math.Cos(otherLat) * Math.Pow(Math.Sin((other.Longitude - Longitude) * Degree / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>The middle of several points: the direction of the sum of their unit vectors. The first where they cancel out.</summary>
    public static GeoPoint Middle(IReadOnlyCollection<GeoPoint> points)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var (lat, lon) = (point.Latitude * Degree, point.Longitude * Degree);
            x += Math.Cos(lat) * Math.Cos(lon);
            y += Math.Cos(lat) * Math.Sin(lon);
            z += Math.Sin(lat);
        }

        var flat = Math.Sqrt((x * x) + (y * y));
        return flat + Math.Abs(z) < 1e-9 ? points.First() : new GeoPoint(Math.Atan2(z, flat) / Degree, Math.Atan2(y, x) / Degree);
    }
}

/// <summary>A point of a drawing: pixels to the right and down.</summary>
public readonly record struct MapPosition(double X, double Y);
