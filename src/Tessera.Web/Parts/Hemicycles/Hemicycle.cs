using Tessera.Planning.Delegations;

namespace Tessera.Web.Parts.Hemicycles;

/// <summary>A seat as the picture shows it.</summary>
/// <param name="Label">Whose seat of what kind it is, in words; also of a vacant one.</param>
/// <param name="Href">Where the seat leads to; null for nowhere.</param>
public sealed record HemicycleSeat(SeatKind Kind, Chamber Chamber, bool IsFilled, string Label, string? Href = null);

/// <summary>A seat on its place: in units of the picture.</summary>
public sealed record DrawnSeat(HemicycleSeat Seat, double X, double Y);

/// <summary>
/// A delegation drawn as a half circle: representatives in the inner rows as discs, substitutes behind them as squares, the local chamber on the left and that of regions, with a point in the middle, on the
/// right; a vacant seat is hollow. Its table stands beside it on the page.
/// </summary>
/// <param name="Title">What it shows, in words.</param>
public sealed record Hemicycle(string Title, IReadOnlyList<DrawnSeat> Seats, double Width, double Height)
{
    /// <summary>Half of a seat's width.</summary>
    public const double HalfSeat = 14;

    /// <summary>With more seats than that they are too small to be links.</summary>
    public const int MostLinks = 80;

    private const double Unit = 36;
    private const double Margin = 20;

    /// <summary>Do its seats lead somewhere?</summary>
    public bool HasLinks => Seats.Count <= MostLinks && Seats.Any(s => s.Seat.Href is not null);

    /// <summary>Are there chambers?</summary>
    public bool HasChambers => Seats.Any(s => s.Seat.Chamber != Chamber.None);

    /// <summary>Draws seats: of each kind by chamber, in a chamber in the given order; null when there are none, or more than a picture holds.</summary>
    public static Hemicycle? Of(string title, IEnumerable<HemicycleSeat> seats)
    {
        var bands = seats.ToLookup(s => s.Kind);
        var (first, second) = (InOrder(bands[SeatKind.Representative]), InOrder(bands[SeatKind.Substitute]));
        if (first.Count + second.Count is 0 or > HemicycleLayout.MostSeats) return null;
        var (inner, outer) = HemicycleLayout.Of(first.Count, second.Count);
        var spots = first.Zip(inner).Concat(second.Zip(outer)).ToList();
        var (wide, high) = (spots.Max(s => Math.Abs(s.Second.X)), spots.Max(s => s.Second.Y));
        var (middle, base_) = ((wide * Unit) + Margin, (high * Unit) + Margin);
        return new Hemicycle(title, [.. spots.Select(s => new DrawnSeat(s.First, middle + (s.Second.X * Unit), base_ - (s.Second.Y * Unit)))], 2 * middle, base_ + Margin);
    }

    private static List<HemicycleSeat> InOrder(IEnumerable<HemicycleSeat> seats) => [.. seats.OrderBy(s => s.Chamber)];
}
