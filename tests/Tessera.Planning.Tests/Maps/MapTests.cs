using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Maps;
using Xunit;

namespace Tessera.Planning.Tests.Maps;

public sealed class MapTests
{
    private static readonly GeoPoint MiercureaCiuc = new(46.36, 25.80);

    private static readonly MapPartner[] Hargita =
    [
        new("kecskemet", new(46.91, 19.69), "Bács-Kiskun megye"), new("bekescsaba", new(46.68, 21.09), "Békés megye"), new("miskolc", new(48.10, 20.78), "Borsod-Abaúj-Zemplén megye"),
        new("debrecen", new(47.53, 21.63), "Hajdú-Bihar megye"), new("eger", new(47.90, 20.38), "Heves megye"), new("szolnok", new(47.18, 20.20), "Jász-Nagykun-Szolnok megye"),
        new("budapest", new(47.50, 19.04), "Pest megye"), new("tarnow", new(50.01, 20.99), "Tarnówi járás"), new("aosta", new(45.74, 7.32), "Aosta-völgy"),
        new("campobasso", new(41.56, 14.67), "Campobasso megye"), new("vanadzor", new(40.81, 44.49), "Lori"), new("straseni", new(47.14, 28.61), "Strășeni járás"), new("yinchuan", new(38.47, 106.27), "Ningxia"),
    ];

    [Theory]
    [InlineData(46.36, 25.80, 46.36, 25.80, 0)]
    [InlineData(0, 0, 0, 180, 20015.1)]
    [InlineData(47.4979, 19.0402, 59.3293, 18.0649, 1316)]
    public void DistanceKm_BetweenKnownPlaces_IsTheGreatCircle(double lat, double lon, double otherLat, double otherLon, double km) =>
        Assert.InRange(new GeoPoint(lat, lon).DistanceKm(new GeoPoint(otherLat, otherLon)), km - 3, km + 3);

    [Fact]
    public void DistanceKm_HeldAgainstWikidatasTwinTowns_AgreesInNearlyAll()
    {
        var path = Shared("data/twin-towns/hungary.tsv");
        Assert.SkipWhen(path is null, "the folder shared/ does not stand beside this checkout");
        var rows = File.ReadLines(path!).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 10).ToList();
        var agree = rows.Count(c => Math.Abs(new GeoPoint(Number(c[2]), Number(c[3])).DistanceKm(new GeoPoint(Number(c[6]), Number(c[7]))) - Number(c[10])) <= Math.Max(15, Number(c[10]) * 0.01));
        Assert.True(agree > rows.Count * 0.95, $"{agree} of {rows.Count}");
    }

    [Fact]
    public void Near_OfHargitasPartners_LeavesChinaToTheWorldMap()
    {
        var near = MapDrawer.Near(MiercureaCiuc, Hargita);
        Assert.Equal(Hargita.Length - 1, near.Count);
        Assert.DoesNotContain(near, p => p.Key == "yinchuan");
    }

    [Fact]
    public void Fit_OfAnyPoints_HoldsThemAllInsideThePadding() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).Select(i => new GeoPoint(35 + (i % 37), -9 + ((i * 7) % 50))).NonEmptyListOf().ToArbitrary(),
        points =>
        {
            var frame = MapFrame.Fit([.. points], 800, 400, 40);
            return points.Select(frame.Place).All(p => p.X is > 39 and < 761 && p.Y is > 39 and < 361);
        }));

    [Fact]
    public void Project_TheAntipode_IsStillANumber()
    {
        var (x, y, angle) = new AzimuthalProjection(new GeoPoint(46, 25)).Project(new GeoPoint(-46, -155));
        Assert.True(double.IsFinite(x) && double.IsFinite(y));
        Assert.Equal(Math.PI, angle, 6);
    }

    [Fact]
    public void Project_AnArea_KeepsItsSize()
    {
        var projection = new AzimuthalProjection(new GeoPoint(46, 25));
        Assert.Equal(Cell(projection, new GeoPoint(46, 25)) / Math.Cos(46 * Math.PI / 180), Cell(projection, new GeoPoint(30, 70)) / Math.Cos(30 * Math.PI / 180), 3);
    }

    [Fact]
    public void Labels_OfAnyPoints_CoverNoOtherLabelNorPoint() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 10_000).Select(i => new MapPosition(i % 400, i / 400 * 12 % 300)).ListOf(25).ToArbitrary(),
        points =>
        {
            var wishes = points.Distinct().Select((p, i) => new LabelWish(i.ToString(CultureInfo.InvariantCulture), p, 70, 15)).ToList();
            var placed = LabelPlacement.Place(wishes, 400, 300);
            return placed.All(a => placed.All(b => a.Key == b.Key || !a.Overlaps(b)))
                && placed.All(l => wishes.All(w => w.Key == l.Key || !Inside(l, w.Point))) && placed.All(l => l.Left >= 0 && l.Top >= 0 && l.Left + 70 <= 400 && l.Top + 15 <= 300);
        }));

    [Fact]
    public void Labels_HeldAgainstTheBestThereIs_LeaveOutAtMostATenth()
    {
        var (greedy, best) = (0, 0);
        var random = new Random(7);
        for (var round = 0; round < 30; round++)
        {
            var wishes = Enumerable.Range(0, 7).Select(i => new LabelWish($"{i}", new MapPosition(random.Next(20, 180), random.Next(20, 100)), 60, 14)).ToList();
            greedy += LabelPlacement.Place(wishes, 200, 120).Count;
            best += Best(wishes, 0, []);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"greedy {greedy}, best {best}");
        Assert.True(greedy >= best * 0.9, $"greedy {greedy}, best {best}");
    }

    [Fact]
    public void Labels_OfOnePoint_AreWrittenBesideIt() => Assert.Single(LabelPlacement.Place([new LabelWish("a", new MapPosition(50, 50), 40, 10)], 100, 100));

    private static int Best(List<LabelWish> wishes, int index, List<PlacedLabel> placed)
    {
        if (index == wishes.Count) return placed.Count;
        var best = Best(wishes, index + 1, placed);
        foreach (var candidate in LabelPlacement.Place([wishes[index]], 200, 120).Concat(Positions(wishes[index])).Where(c => Fits(c, wishes) && placed.All(p => !p.Overlaps(c))))
        {
            placed.Add(candidate);
            best = Math.Max(best, Best(wishes, index + 1, placed));
            placed.RemoveAt(placed.Count - 1);
            if (best == wishes.Count) break;
        }

        return best;
    }

    private static IEnumerable<PlacedLabel> Positions(LabelWish w) => from dx in new[] { 7.0, -67, 3.5, -63.5, -30 } from dy in new[] { -7.0, -16, 2, -21, 7 } select new PlacedLabel(w.Key, w.Point.X + dx, w.Point.Y + dy, w.Width, w.Height);

    private static bool Fits(PlacedLabel l, List<LabelWish> wishes) => l.Left >= 0 && l.Top >= 0 && l.Left + l.Width <= 200 && l.Top + l.Height <= 120 && wishes.All(w => !Inside(l, w.Point, 5));

    private static bool Inside(PlacedLabel l, MapPosition p, double radius = 0) => p.X > l.Left - radius && p.X < l.Left + l.Width + radius && p.Y > l.Top - radius && p.Y < l.Top + l.Height + radius;

    private static double Cell(AzimuthalProjection projection, GeoPoint at)
    {
        var (a, b, c) = (projection.Project(at), projection.Project(at with { Longitude = at.Longitude + 0.1 }), projection.Project(at with { Latitude = at.Latitude + 0.1 }));
        return Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y))) * 1e6;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) continue;
            var full = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", path));
            return File.Exists(full) ? full : null;
        }

        return null;
    }
}
