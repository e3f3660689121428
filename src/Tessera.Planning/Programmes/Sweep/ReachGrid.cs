using Tessera.Planning.Maps;

namespace Tessera.Planning.Programmes.Sweep;

/// <summary>
/// Circles on the globe, found by whether they may meet another circle. A grid for each size of circle, doubling from <see cref="SmallestKm"/>, with cells as
/// wide as its circles (a hierarchical grid as in collision detection; Ericson, Real-Time Collision Detection, 2005, 7.2): a few cells are looked at for each
/// size, whatever sizes are mixed. Rows are of latitude; a row has as many columns as fit its wider edge, and they close into a ring, so the poles and the
/// date line are no edges.
/// </summary>
internal sealed class ReachGrid
{
    private const double SmallestKm = 20;
    private const double KmOfDegree = Math.PI * GeoPoint.EarthRadiusKm / 180;
    private const double Rounding = 1e-6;

    private readonly List<Level> _levels = [];

    /// <summary>Adds a circle under a number of the caller's.</summary>
    public void Add(int item, GeoPoint middle, double radiusKm) => LevelOf(radiusKm).Add(item, middle);

    /// <summary>The cells whose circles may meet this one; each is the caller's to clean of what it no longer needs.</summary>
    public IEnumerable<List<int>> Near(GeoPoint middle, double radiusKm)
    {
        foreach (var level in _levels)
        {
            foreach (var cell in level.Near(middle, radiusKm + level.RadiusKm)) yield return cell;
        }
    }

    private Level LevelOf(double radiusKm)
    {
        var size = SmallestKm;
        while (size < radiusKm) size *= 2;
        var level = _levels.Find(l => l.RadiusKm == size);
        if (level is null) _levels.Add(level = new Level(size));
        return level;
    }

    private sealed class Level(double radiusKm)
    {
        private readonly Dictionary<long, List<int>> _cells = [];
        private readonly double _step = Math.Min(90, 2 * radiusKm / KmOfDegree);

        public double RadiusKm => radiusKm;

        public void Add(int item, GeoPoint middle)
        {
            var row = Row(middle.Latitude);
            var key = Key(row, Column(middle.Longitude, Columns(row)));
            if (!_cells.TryGetValue(key, out var cell)) _cells.Add(key, cell = []);
            cell.Add(item);
        }

        public IEnumerable<List<int>> Near(GeoPoint middle, double reachKm)
        {
            var reach = (reachKm / KmOfDegree) + Rounding;
            var (south, north) = (Row(Math.Max(-90, middle.Latitude - reach)), Row(Math.Min(90, middle.Latitude + reach)));
            var width = HalfWidth(middle.Latitude, reach);
            if ((north - south + 1) * (2 * width / _step + 2) > _cells.Count) return _cells.Values;
            return Cells(middle.Longitude, south, north, width);
        }

        private IEnumerable<List<int>> Cells(double longitude, int south, int north, double width)
        {
            for (var row = south; row <= north; row++)
            {
                var columns = Columns(row);
                var from = (int)Math.Floor((longitude - width + 180) / 360 * columns);
                var to = Math.Min((int)Math.Floor((longitude + width + 180) / 360 * columns), from + columns - 1);
                for (var column = from; column <= to; column++)
                {
                    if (_cells.TryGetValue(Key(row, ((column % columns) + columns) % columns), out var cell)) yield return cell;
                }
            }
        }

        /// <summary>How far a circle reaches east and west, in degrees of longitude; all around where it holds a pole.</summary>
        private static double HalfWidth(double latitude, double reach)
        {
            if (Math.Abs(latitude) + reach >= 90) return 180;
            var sine = Math.Sin(reach * Math.PI / 180) / Math.Cos(latitude * Math.PI / 180);
            return sine >= 1 ? 180 : (Math.Asin(sine) * 180 / Math.PI) + Rounding;
        }

        private int Row(double latitude) => (int)Math.Floor((latitude + 90) / _step);

        private int Columns(int row)
        {
            var (low, high) = ((row * _step) - 90, ((row + 1) * _step) - 90);
            var widest = low <= 0 && high >= 0 ? 0 : Math.Min(Math.Abs(low), Math.Abs(high));
            return Math.Max(1, (int)(360 * Math.Cos(Math.Min(90, widest) * Math.PI / 180) / _step));
        }

        private static int Column(double longitude, int columns) => (((int)Math.Floor((longitude + 180) / 360 * columns) % columns) + columns) % columns;

        private static long Key(int row, int column) => ((long)row << 32) | (uint)column;
    }
}
