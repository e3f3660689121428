namespace Tessera.Web.Parts.Hemicycles;

/// <summary>Where a seat is drawn.</summary>
/// <param name="X">To the right of the speaker's place, in distances between neighbours.</param>
/// <param name="Y">Above it.</param>
/// <param name="Row">From 0, the innermost.</param>
public readonly record struct SeatSpot(double X, double Y, int Row);

/// <summary>
/// Seats on a half circle, in rows of which no two seats are nearer to each other than 1. A band of rows holds one kind of seats: the first band is the inner one. Of all numbers of rows the one is taken
/// that needs the smallest half circle, so that the seats are as large as the page allows; the inner radius is at least as wide as the rows are deep. The seats of a band are shared among its rows in
/// proportion to their lengths (largest remainders). The way of drawing is that of parliament diagrams (en.wikipedia.org/wiki/Template:Parliament_diagram). Cost: rows² × log of the radius; a few milliseconds for 700 seats.
/// </summary>
public static class HemicycleLayout
{
    /// <summary>Rows of one band.</summary>
    public const int MostRows = 14;

    /// <summary>The most seats of both bands.</summary>
    public const int MostSeats = 800;

    private const double LeastInner = 1.2;
    private const int Halvings = 24;

    /// <summary>The spots of each band, from left to right, on one bearing the inner before the outer.</summary>
    /// <param name="inner">Seats of the inner band.</param>
    /// <param name="outer">Seats of the outer band, 0 for none.</param>
    public static (IReadOnlyList<SeatSpot> Inner, IReadOnlyList<SeatSpot> Outer) Of(int inner, int outer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inner);
        ArgumentOutOfRangeException.ThrowIfNegative(outer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inner + outer, MostSeats);
        var best = (Radius: double.MaxValue, Rows: 0, Outer: 0);
        foreach (var (rows, behind) in Choices(inner, outer))
        {
            var radius = LeastRadius(inner, rows, outer, behind);
            if (radius + rows + behind < best.Radius + best.Rows + best.Outer - 1e-6) best = (radius, rows, behind);
        }

        return (Band(inner, best.Radius, best.Rows, 0), Band(outer, best.Radius + best.Rows, best.Outer, best.Rows));
    }

    private static IEnumerable<(int Inner, int Outer)> Choices(int inner, int outer) =>
        from rows in Enumerable.Range(inner == 0 ? 0 : 1, inner == 0 ? 1 : MostRows)
        from behind in Enumerable.Range(outer == 0 ? 0 : 1, outer == 0 ? 1 : MostRows)
        select (rows, behind);

    /// <summary>The least radius of the first row with which both bands hold their seats.</summary>
    private static double LeastRadius(int inner, int rows, int outer, int behind)
    {
        bool Holds(double radius) => Capacity(radius, rows) >= inner && Capacity(radius + rows, behind) >= outer;
        var low = Math.Max(LeastInner, rows + behind);
        if (Holds(low)) return low;
        var high = low + MostSeats;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Holds(middle)) high = middle;
            else low = middle;
        }

        return high;
    }

    private static int Capacity(double radius, int rows) => Enumerable.Range(0, rows).Sum(r => Capacity(radius + r));

    /// <summary>Seats on a half circle whose neighbours are at least 1 apart in a straight line.</summary>
    private static int Capacity(double radius) => 1 + (int)Math.Floor((Math.PI / (2 * Math.Asin(0.5 / radius))) + 1e-9);

    private static List<SeatSpot> Band(int seats, double radius, int rows, int first)
    {
        var counts = Shares(seats, [.. Enumerable.Range(0, rows).Select(r => Capacity(radius + r))]);
        return
        [
            .. counts.SelectMany((count, row) => Enumerable.Range(0, count).Select(i => (Bearing: count == 1 ? 0.5 : (double)i / (count - 1), Row: row)))
                .OrderBy(s => s.Bearing).ThenBy(s => s.Row)
                .Select(s => new SeatSpot(-(radius + s.Row) * Math.Cos(Math.PI * s.Bearing), (radius + s.Row) * Math.Sin(Math.PI * s.Bearing), first + s.Row)),
        ];
    }

    /// <summary>So many in proportion to what the rows hold, by largest remainders; none gets more than it holds, since all together are no more than all hold.</summary>
    private static int[] Shares(int seats, IReadOnlyList<int> capacities)
    {
        var total = capacities.Sum();
        var shares = capacities.Select(c => total == 0 ? 0 : seats * c / total).ToArray();
        foreach (var row in Enumerable.Range(0, shares.Length).OrderByDescending(r => seats * capacities[r] % total).ThenByDescending(r => r).Take(seats - shares.Sum())) shares[row]++;
        return shares;
    }
}
