using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;
using Xunit;

namespace Tessera.Planning.Tests.Programmes;

public sealed class ConflictFinderTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);
    private static readonly ConflictSettings Settings = ConflictSettings.Default;
    private static readonly GeoPoint Csikszereda = new(46.3594, 25.8017);
    private static readonly GeoPoint[] Places = [Csikszereda, new(57.4939, 13.0739), new(-17, 179.9), new(89.6, 10), new(-89.9, -100), new(0, -180)];

    [Fact]
    public void Find_OfAnySeason_IsWhatAllPairsAndDaysGive() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 45).ToArbitrary(), Gen.Elements(Places).ToArbitrary(),
        (seed, count, place) => AssertAsPlain(Seasons.Random(seed, count, place, 12))).Check(Runs);

    /// <summary>So many that each grid has more cells than one programme looks at, or the edges of the world would not be met.</summary>
    [Fact]
    public void Find_OfManyEntriesAnywhere_IsWhatAllPairsAndDaysGive()
    {
        foreach (var place in Places) AssertAsPlain(Seasons.Random(11, 900, place, 40));
    }

    [Fact]
    public void Find_OfRandomSeasons_MeetsEveryKind()
    {
        var kinds = Enumerable.Range(0, 10).SelectMany(seed => ConflictFinder.Find(Seasons.Random(seed, 45, Csikszereda, 12), Settings)).Select(c => c.Kind).Distinct().ToList();
        Assert.Equal(Enum.GetValues<ConflictKind>().Length, kinds.Count);
    }

    [Fact]
    public void Find_Twice_GivesTheSameInTheSameOrder()
    {
        var season = Seasons.Random(7, 200, Csikszereda, 30);
        Assert.Equal(ConflictFinder.Find(season, Settings), ConflictFinder.Find(season, Settings));
    }

    [Fact]
    public void Find_TwoHarvestFestivalsInOneValley_TellsVisitorsAndWhy()
    {
        var season = new Season([Harvest("a", 46.36, 1000, 10, 16), Harvest("b", 46.36, 400, 12, 20)], []);
        var found = ConflictFinder.Find(season, Settings);
        // Four of six hours of a thousand and four of eight of four hundred: 200 are contested, all for the same and about the same.
        var audience = Assert.Single(found, c => c.Kind == ConflictKind.SameAudience);
        Assert.Equal(100, audience.VisitorsLost, 1e-9);
        Assert.Equal(4, audience.OverlapHours, 1e-9);
        Assert.Equal(50, Assert.Single(found, c => c.Kind == ConflictKind.SameTheme).VisitorsLost, 1e-9);
        var reason = ConflictReasons.Of(season, audience, Settings);
        Assert.Equal(("same-audience", "a", "b"), (reason.Code, reason.First, reason.Second));
        Assert.Equal(["families"], reason.Shared);
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(240, false)]
    public void Find_OnePerformerOnTwoStages_CountsTheWayBetween(int minutesBetween, bool conflicts)
    {
        var first = Harvest("a", 46.36, 50, 10, 12) with { Performers = ["Band"], CatchmentKm = 1 };
        var second = first with { Key = "b", Venue = new(46.9, 25.8), Start = first.End.AddMinutes(minutesBetween), End = first.End.AddMinutes(minutesBetween + 60) };
        var season = new Season([first, second], []);
        var found = ConflictFinder.Find(season, Settings);
        Assert.Equal(conflicts, found.Any(c => c.Kind == ConflictKind.SamePerformer));
        if (!conflicts) return;
        var reason = ConflictReasons.Of(season, found.Single(), Settings);
        Assert.Equal((0.75, 2.0), (reason.GapHours, Math.Round(reason.NeededHours, 1)));
        Assert.Equal(["Band"], reason.Shared);
        Assert.Equal(300, reason.Weight);
    }

    [Fact]
    public void Find_AnExhibitionOfThreeMonths_IsNoRivalOfAConcert()
    {
        var concert = Harvest("a", 46.36, 300, 18, 20) with { Themes = [] };
        var exhibition = concert with { Key = "b", Start = concert.Start.AddDays(-45), End = concert.Start.AddDays(45), ExpectedVisitors = 900 };
        Assert.Empty(ConflictFinder.Find(new Season([concert, exhibition], []), Settings));
    }

    [Fact]
    public void Find_ANeighboursTraditionalDay_DrawsThoseWhoLiveThereOnly()
    {
        var festival = Harvest("a", 46.36, 1000, 10, 16);
        var day = new DayFact("patron", DayFactKind.TraditionalDay, festival.Day, festival.Day) { Area = new(festival.Venue, 10), Organiser = "neighbour" };
        // A circle of 10 km in one of 20: a quarter of the visitors, of whom half stay.
        Assert.Equal(125, Assert.Single(ConflictFinder.Find(new Season([festival], [day]), Settings)).VisitorsLost, 1e-6);
        Assert.Empty(ConflictFinder.Find(new Season([festival], [day with { Organiser = festival.Organiser }]), Settings));
    }

    [Fact]
    public void Find_AHolidayThatIsSought_IsNoConflict()
    {
        var festival = Harvest("a", 46.36, 1000, 10, 16) with { Countries = ["RO"] };
        var holiday = new DayFact("RO-sommar", DayFactKind.PublicHoliday, festival.Day, festival.Day) { Country = "RO" };
        Assert.Equal(100, Assert.Single(ConflictFinder.Find(new Season([festival], [holiday]), Settings)).VisitorsLost, 1e-6);
        Assert.Empty(ConflictFinder.Find(new Season([festival with { Welcomes = [DayFactKind.PublicHoliday] }], [holiday]), Settings));
        Assert.Empty(ConflictFinder.Find(new Season([festival with { Countries = ["HU"] }], [holiday]), Settings));
    }

    [Fact]
    public void Find_AnEntryThatMakesNoSense_IsRefusedByItsKey()
    {
        var entry = Harvest("a", 46.36, 10, 10, 16);
        Assert.Contains("a", Assert.Throws<ArgumentException>(() => ConflictFinder.Find(new Season([entry, entry], []), Settings)).Message, StringComparison.Ordinal);
        foreach (var wrong in new[] { entry with { End = entry.Start }, entry with { CatchmentKm = 0 }, entry with { ExpectedVisitors = -1 }, entry with { Venue = new(double.NaN, 0) } })
            Assert.Throws<ArgumentException>(() => ConflictFinder.Find(new Season([wrong], []), Settings));
    }

    private static void AssertAsPlain(Season season)
    {
        var found = ConflictFinder.Find(season, Settings).ToDictionary(c => Name(season, c));
        var plain = PlainConflicts.Of(season, Settings).Where(c => c.Lost > Settings.LeastVisitors - 1e-6).ToList();
        foreach (var expected in plain.Where(c => c.Lost >= Settings.LeastVisitors + 1e-6))
        {
            Assert.True(found.TryGetValue((expected.Kind, expected.First, expected.Second), out var conflict), $"{expected} was not found");
            Assert.Equal(expected.Lost, conflict.VisitorsLost, 1e-6 * Math.Max(1, expected.Lost));
            Assert.Equal(expected.Weight, conflict.Weight, 1e-6 * Math.Max(1, expected.Weight));
        }

        Assert.Empty(found.Keys.Except(plain.Select(c => (c.Kind, c.First, c.Second))));
    }

    private static ProgrammeEntry Harvest(string key, double latitude, int visitors, int from, int to) =>
        new(key, "o" + key, new(latitude, 25.8), At(from), At(to)) { Audiences = ["families"], Themes = ["harvest"], ExpectedVisitors = visitors, CatchmentKm = 20 };

    private static DateTimeOffset At(int hour) => new(2026, 9, 12, hour, 0, 0, TimeSpan.FromHours(3));

    private static (ConflictKind Kind, string First, string Second) Name(Season season, Conflict c) =>
        (c.Kind, season.Entries[c.First].Key, c.IsWithDay ? season.Facts[c.Second].Key : season.Entries[c.Second].Key);
}
