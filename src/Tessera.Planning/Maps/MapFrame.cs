namespace Tessera.Planning.Maps;

/// <summary>A view of the globe: a projection and the scale at which chosen points fill a picture.</summary>
public sealed class MapFrame
{
    /// <summary>No picture shows less than this across, so that a near partner keeps its surroundings.</summary>
    private const double LeastAcrossKm = 700;

    private readonly AzimuthalProjection _projection;
    private readonly double _scale;
    private readonly double _left;
    private readonly double _top;

    private MapFrame(AzimuthalProjection projection, double width, double height, double scale, double middleX, double middleY)
    {
        (_projection, Width, Height, _scale) = (projection, width, height, scale);
        _left = (width / 2) - (middleX * scale);
        _top = (height / 2) + (middleY * scale);
    }

    /// <summary>In pixels.</summary>
    public double Width { get; }

    /// <summary>In pixels.</summary>
    public double Height { get; }

    /// <summary>Fits points into a picture, this far from its edges.</summary>
    public static MapFrame Fit(IReadOnlyCollection<GeoPoint> points, double width, double height, double padding)
    {
        var projection = new AzimuthalProjection(GeoPoint.Middle(points));
        var flat = points.Select(projection.Project).ToList();
        var (left, right) = (flat.Min(p => p.X), flat.Max(p => p.X));
        var (bottom, top) = (flat.Min(p => p.Y), flat.Max(p => p.Y));
        var least = LeastAcrossKm / GeoPoint.EarthRadiusKm;
        var scale = Math.Min((width - (2 * padding)) / Math.Max(right - left, least), (height - (2 * padding)) / Math.Max(top - bottom, least * height / width));
        return new MapFrame(projection, width, height, scale, (left + right) / 2, (bottom + top) / 2);
    }

    /// <summary>Where a point is drawn.</summary>
    public MapPosition Place(GeoPoint point)
    {
        var (x, y, _) = _projection.Project(point);
        return new MapPosition(_left + (x * _scale), _top - (y * _scale));
    }

    /// <summary>Is a point within the horizon of the projection?</summary>
    public bool CanShow(GeoPoint point) => _projection.Project(point).Angle < AzimuthalProjection.Horizon;

    /// <summary>Does a position lie in the picture?</summary>
    public bool Holds(MapPosition position) => position.X >= 0 && position.X <= Width && position.Y >= 0 && position.Y <= Height;
}
