using System.Globalization;

namespace Tessera.Planning.Maps;

/// <summary>A partner to be drawn.</summary>
public sealed record MapPartner(string Key, GeoPoint Point, string Label);

/// <summary>An arc from home, as an SVG path.</summary>
public sealed record MapArc(string Key, string Path);

/// <summary>A partner's point.</summary>
public sealed record MapSpot(string Key, double X, double Y);

/// <summary>A map, ready to be written as SVG: paths and positions in pixels.</summary>
public sealed record MapDrawing(
    double Width, double Height, string Land, string Borders, MapSpot Home, IReadOnlyList<MapArc> Arcs, IReadOnlyList<MapSpot> Spots, IReadOnlyList<PlacedLabel> Labels);

/// <summary>How a map is drawn.</summary>
/// <param name="Padding">Between the outermost points and the edge, in pixels.</param>
/// <param name="LetterWidth">Of a label's letters on average, in pixels; 0 draws no labels.</param>
public sealed record MapStyle(double Width, double Height, double Padding, double LetterWidth, double LineHeight);

/// <summary>Draws maps from home to partners.</summary>
public static class MapDrawer
{
    private const string HomeKey = "";
    private const double Bow = 0.16;
    private const double NearKm = 250;
    private const double Gap = 2.5;

    /// <summary>
    /// Those of the partners that belong into one picture with home. Sorted by distance, the first gap at which the next one is more than two and a half times
    /// as far (and more than 250 km lie before it) parts the near from the far; without such a gap all are near.
    /// </summary>
    public static IReadOnlyList<MapPartner> Near(GeoPoint home, IReadOnlyList<MapPartner> partners)
    {
        var sorted = partners.OrderBy(p => home.DistanceKm(p.Point)).ToList();
        for (var i = 0; i + 1 < sorted.Count; i++)
        {
            var (near, far) = (home.DistanceKm(sorted[i].Point), home.DistanceKm(sorted[i + 1].Point));
            if (near >= NearKm && far > Gap * near) return sorted[..(i + 1)];
        }

        return sorted;
    }

    /// <summary>The picture of home and these partners, fitted to them.</summary>
    public static MapDrawing Draw(GeoPoint home, IReadOnlyList<MapPartner> partners, LandData land, MapStyle style)
    {
        var frame = MapFrame.Fit([home, .. partners.Select(p => p.Point)], style.Width, style.Height, style.Padding);
        var start = frame.Place(home);
        var spots = partners.Select(p => (Partner: p, At: frame.Place(p.Point))).ToList();
        return new MapDrawing(
            style.Width, style.Height, Outline.Rings(land.Land, frame), Outline.Lines(land.Borders, frame), new MapSpot(HomeKey, start.X, start.Y),
            [.. spots.Select(s => new MapArc(s.Partner.Key, Arc(start, s.At)))], [.. spots.Select(s => new MapSpot(s.Partner.Key, s.At.X, s.At.Y))],
            style.LetterWidth > 0 ? Labels(start, spots, style) : []);
    }

    private static IReadOnlyList<PlacedLabel> Labels(MapPosition home, List<(MapPartner Partner, MapPosition At)> spots, MapStyle style)
    {
        var wishes = spots.Select(s => new LabelWish(s.Partner.Key, s.At, s.Partner.Label.Length * style.LetterWidth, style.LineHeight)).ToList();
        var placed = LabelPlacement.Place([.. wishes, new LabelWish(HomeKey, home, 1, 1)], style.Width, style.Height);
        return [.. placed.Where(p => p.Key != HomeKey)];
    }

    /// <summary>A curve that bows to the left of its way, so that the ways there are told apart from the lines of the land.</summary>
    private static string Arc(MapPosition from, MapPosition to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var side = dx >= 0 ? 1 : -1;
        var (middleX, middleY) = (((from.X + to.X) / 2) + (dy * Bow * side), ((from.Y + to.Y) / 2) - (dx * Bow * side));
        return string.Create(CultureInfo.InvariantCulture, $"M{from.X:0.#} {from.Y:0.#}Q{middleX:0.#} {middleY:0.#} {to.X:0.#} {to.Y:0.#}");
    }
}
