using System.Globalization;
using System.Text;

namespace Tessera.Planning.Maps;

/// <summary>
/// From rings on the globe to the path of a picture: projected, cut at the picture's edge (Sutherland and Hodgman 1974), simplified to what the eye
/// can tell apart (Douglas and Peucker 1973), written as an SVG path with tenths of a pixel. Linear in the points but for the last, which is n log n as a rule.
/// </summary>
public static class Outline
{
    private const double Margin = 8;
    private const double Finest = 0.75;
    private const double SmallestArea = 6;

    /// <summary>The path of closed rings.</summary>
    public static string Rings(IEnumerable<short[]> rings, MapFrame frame)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            if (!LandData.Points(ring).Any(frame.CanShow)) continue;
            var cut = Cut([.. LandData.Points(ring).Select(frame.Place)], frame);
            var thin = Thin(cut);
            if (thin.Count >= 3 && Area(thin) >= SmallestArea) Write(path, thin, closed: true);
        }

        return path.ToString();
    }

    /// <summary>The path of open lines; pieces outside the picture are left out.</summary>
    public static string Lines(IEnumerable<short[]> lines, MapFrame frame)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            var piece = new List<MapPosition>();
            foreach (var point in LandData.Points(line))
            {
                var at = frame.Place(point);
                var isNear = frame.CanShow(point) && at.X > -Margin && at.X < frame.Width + Margin && at.Y > -Margin && at.Y < frame.Height + Margin;
                if (isNear) piece.Add(at);
                else Flush(path, piece);
            }

            Flush(path, piece);
        }

        return path.ToString();
    }

    private static void Flush(StringBuilder path, List<MapPosition> piece)
    {
        var thin = Thin(piece);
        if (thin.Count >= 2) Write(path, thin, closed: false);
        piece.Clear();
    }

    private static List<MapPosition> Cut(List<MapPosition> ring, MapFrame frame)
    {
        ring = CutAt(ring, p => p.X + Margin, (a, b, t) => Between(a, b, t));
        ring = CutAt(ring, p => frame.Width + Margin - p.X, (a, b, t) => Between(a, b, t));
        ring = CutAt(ring, p => p.Y + Margin, (a, b, t) => Between(a, b, t));
        return CutAt(ring, p => frame.Height + Margin - p.Y, (a, b, t) => Between(a, b, t));
    }

    private static List<MapPosition> CutAt(List<MapPosition> ring, Func<MapPosition, double> inside, Func<MapPosition, MapPosition, double, MapPosition> between)
    {
        var kept = new List<MapPosition>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
            var (a, b) = (inside(from), inside(to));
            if (a >= 0) kept.Add(from);
            if (a >= 0 != b >= 0) kept.Add(between(from, to, a / (a - b)));
        }

        return kept;
    }

    private static MapPosition Between(MapPosition a, MapPosition b, double share) => new(a.X + ((b.X - a.X) * share), a.Y + ((b.Y - a.Y) * share));

    private static List<MapPosition> Thin(List<MapPosition> points)
    {
        if (points.Count < 3) return points;
        var isKept = new bool[points.Count];
        isKept[0] = isKept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, points.Count - 1)]);
        while (open.TryPop(out var span))
        {
            var (farthest, distance) = Farthest(points, span.From, span.To);
            if (distance <= Finest) continue;
            isKept[farthest] = true;
            open.Push((span.From, farthest));
            open.Push((farthest, span.To));
        }

        return [.. points.Where((_, i) => isKept[i])];
    }

    private static (int Index, double Distance) Farthest(List<MapPosition> points, int from, int to)
    {
        var (a, b) = (points[from], points[to]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (index, most) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
        {
            var (px, py) = (points[i].X - a.X, points[i].Y - a.Y);
            var distance = length < 1e-9 ? Math.Sqrt((px * px) + (py * py)) : Math.Abs((dx * py) - (dy * px)) / length;
            if (distance > most) (index, most) = (i, distance);
        }

        return (index, most);
    }

    private static double Area(List<MapPosition> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return Math.Abs(twice) / 2;
    }

    private static void Write(StringBuilder path, List<MapPosition> points, bool closed)
    {
        var (x, y) = (Tenths(points[0].X), Tenths(points[0].Y));
        Append(path.Append('M'), x, y);
        path.Append('l');
        foreach (var point in points.Skip(1))
        {
            var (toX, toY) = (Tenths(point.X), Tenths(point.Y));
            Append(path, toX - x, toY - y);
            (x, y) = (toX, toY);
        }

        if (closed) path.Append('z');
    }

    private static int Tenths(double pixels) => (int)Math.Round(pixels * 10);

    private static void Append(StringBuilder path, int x, int y)
    {
        if (path[^1] is not ('M' or 'l') && x >= 0) path.Append(' ');
        path.Append((x / 10m).ToString("0.#", CultureInfo.InvariantCulture));
        if (y >= 0) path.Append(' ');
        path.Append((y / 10m).ToString("0.#", CultureInfo.InvariantCulture));
    }
}
