namespace Tessera.Planning.Maps;

/// <summary>
/// Lambert's azimuthal equal-area projection on a sphere (Snyder, Map Projections – A Working Manual, USGS 1987, p. 185), centred anywhere. What lies
/// farther from the centre than <see cref="Horizon"/> is drawn at the horizon, in its direction: it is outside every view that is fitted to points, and no
/// outline is torn by the antipode. Constant cost a point.
/// </summary>
public sealed class AzimuthalProjection(GeoPoint centre)
{
    /// <summary>The farthest that is told apart, in radians from the centre.</summary>
    public const double Horizon = 2.2;

    private const double Degree = Math.PI / 180;
    private readonly double _sin = Math.Sin(centre.Latitude * Degree);
    private readonly double _cos = Math.Cos(centre.Latitude * Degree);

    /// <summary>Right and up, in Earth radii, and how far from the centre the point is in radians.</summary>
    public (double X, double Y, double Angle) Project(GeoPoint point)
    {
        var (lat, turn) = (point.Latitude * Degree, (point.Longitude - centre.Longitude) * Degree);
        var (sin, cos) = (Math.Sin(lat), Math.Cos(lat));
        var height = Math.Clamp((_sin * sin) + (_cos * cos * Math.Cos(turn)), -1, 1);
        var (x, y) = (cos * Math.Sin(turn), (_cos * sin) - (_sin * cos * Math.Cos(turn)));
        var angle = Math.Acos(height);
        var length = Math.Sqrt((x * x) + (y * y));
        if (length < 1e-12) return (0, 0, angle);
        var radius = 2 * Math.Sin(Math.Min(angle, Horizon) / 2) / length;
        return (x * radius, y * radius, angle);
    }
}
