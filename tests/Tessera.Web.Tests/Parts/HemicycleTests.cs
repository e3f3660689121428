using Tessera.Planning.Delegations;
using Tessera.Web.Parts.Hemicycles;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>Seats on a half circle.</summary>
public sealed class HemicycleTests
{
    public static TheoryData<int, int> Bands
    {
        get
        {
            var bands = new TheoryData<int, int>();
            foreach (var seats in (int[])[1, 2, 3, 5, 7, 14, 36, 60, 100, 306, 350]) bands.Add(seats, seats);
            foreach (var seats in (int[])[1, 2, 14, 700]) bands.Add(seats, 0);
            bands.Add(0, 7);
            bands.Add(18, 3);
            bands.Add(1, 699);
            return bands;
        }
    }

    [Theory]
    [MemberData(nameof(Bands))]
    public void Layout_OfAnyNumber_KeepsSeatsApartOnAHalfCircle_SubstitutesOutside(int representatives, int substitutes)
    {
        var (inner, outer) = HemicycleLayout.Of(representatives, substitutes);
        Assert.Equal((representatives, substitutes), (inner.Count, outer.Count));
        var all = inner.Concat(outer).ToList();
        Assert.All(all, s => Assert.True(s.Y >= -1e-9));
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.True(Distance(all[i], all[j]) >= 1 - 1e-6, $"{i} and {j}: {Distance(all[i], all[j])}");
        }

        if (inner.Count > 0 && outer.Count > 0) Assert.True(inner.Max(Radius) <= outer.Min(Radius) - 0.99);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(36, 36)]
    [InlineData(306, 306)]
    [InlineData(700, 0)]
    public void Layout_OfWholeDelegations_IsEvenlySpaced_AndLooksTheSameFromBothSides(int representatives, int substitutes)
    {
        var (inner, outer) = HemicycleLayout.Of(representatives, substitutes);
        foreach (var band in new[] { inner, outer }.Where(b => b.Count > 0))
        {
            var gaps = band.GroupBy(s => s.Row).Where(r => r.Count() > 1).Select(r => Distance(r.First(), r.Skip(1).First())).ToList();
            Assert.True(gaps.Max() / gaps.Min() < 1.35, string.Join(" ", gaps));
            Assert.Equal(0, band.Sum(s => s.X), 6);
        }
    }

    [Fact]
    public void Picture_OfChambers_HasTheLocalOnTheLeft_AndSaysOfEachSeatWhatItIs()
    {
        HemicycleSeat[] seats = [.. Enumerable.Range(0, 7).Select(i => new HemicycleSeat(SeatKind.Representative, i % 2 == 0 ? Chamber.Regions : Chamber.Local, true, $"seat {i}"))];
        var picture = Hemicycle.Of("seven", seats)!;
        Assert.True(picture.Seats.Where(s => s.Seat.Chamber == Chamber.Local).Average(s => s.X) < picture.Width / 2);
        Assert.True(picture.Seats.Where(s => s.Seat.Chamber == Chamber.Regions).Average(s => s.X) > picture.Width / 2);
        Assert.All(picture.Seats, s => Assert.True(s.X - Hemicycle.HalfSeat > 0 && s.X + Hemicycle.HalfSeat < picture.Width && s.Y - Hemicycle.HalfSeat > 0 && s.Y + Hemicycle.HalfSeat < picture.Height));
        Assert.Equal(7, picture.Seats.Select(s => s.Seat.Label).Distinct().Count());
        Assert.True(picture.HasChambers);
        Assert.False(picture.HasLinks);
        Assert.Null(Hemicycle.Of("none", []));
    }

    private static double Distance(SeatSpot one, SeatSpot other) => Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static double Radius(SeatSpot seat) => Math.Sqrt((seat.X * seat.X) + (seat.Y * seat.Y));
}
