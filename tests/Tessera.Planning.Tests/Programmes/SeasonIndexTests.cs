using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Dates;
using Xunit;

namespace Tessera.Planning.Tests.Programmes;

public sealed class SeasonIndexTests
{
    private static readonly ConflictSettings Settings = ConflictSettings.Default;
    private static readonly GeoPoint Csikszereda = new(46.3594, 25.8017);
    private static readonly DayWindow May = new(new(2026, 4, 25), new(2026, 5, 20));

    [Fact]
    public void BestDates_OfAnyProgramme_AreThoseOfTryingEveryDay() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), (seed, count) =>
    {
        var season = Seasons.Random(seed, count, Csikszereda, 15);
        var programme = Seasons.Random(seed + 1, 1, Csikszereda, 15).Entries[0] with { Key = seed % 3 == 0 ? "p0" : "new", Performers = ["artist1", "nobody else"], Themes = ["music", "unheard-of"] };
        var advice = new SeasonIndex(season, Settings).BestDates(programme, May, int.MaxValue);
        var others = season.Entries.Where(e => e.Key != programme.Key).ToList();
        var days = Enumerable.Range(0, 26).Select(May.First.AddDays).Where(d => MoveDays.WeekdaysOf(programme).Contains(d.DayOfWeek)).ToList();
        Assert.Equal(days, advice.Select(a => a.Day).Order());
        Assert.Equal(advice.Select(a => (Math.Round(a.Weight, 6), Math.Abs(a.DaysFromWish), a.Day)).Order(), advice.Select(a => (Math.Round(a.Weight, 6), Math.Abs(a.DaysFromWish), a.Day)));
        foreach (var day in advice)
        {
            var there = ConflictFinder.Find(new Season([programme.On(day.Day), .. others], season.Facts), Settings).Where(c => c.Touches(0)).ToList();
            Assert.Equal(there.Sum(c => c.Weight), day.Weight, 1e-6 * Math.Max(1, day.Weight));
            Assert.Equal(there.Sum(c => c.VisitorsLost), day.VisitorsLost, 1e-6 * Math.Max(1, day.VisitorsLost));
            Assert.Equal(there.Select(c => (ConflictReasons.CodeOf(c.Kind), c.IsWithDay ? season.Facts[c.Second].Key : others[c.Second - 1].Key)).Order(), day.Remains.Select(r => (r.Code, r.Second)).Order());
            Assert.Empty(day.Avoids.Select(r => (r.Code, r.Second)).Intersect(day.Remains.Select(r => (r.Code, r.Second))));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void BestDates_ForAHarvestFestival_FindsTheSaturdayWithoutRivalAndSaysWhatItAvoids()
    {
        var rival = Festival("rival", new(2026, 9, 12));
        var season = new Season([rival, rival.On(new(2026, 9, 26)) with { Key = "other-rival" }], [new("RO-holiday", DayFactKind.PublicHoliday, new(2026, 9, 13), new(2026, 9, 13)) { Country = "RO" }]);
        var best = new SeasonIndex(season, Settings).BestDates(Festival("ours", new(2026, 9, 12)), new(new(2026, 9, 12), new(2026, 9, 27)), 3);
        Assert.Equal([new(2026, 9, 19), new(2026, 9, 20), new DateOnly(2026, 9, 27)], best.Select(b => b.Day));
        Assert.Equal((0.0, 7), (best[0].Weight, best[0].DaysFromWish));
        Assert.Empty(best[0].Remains);
        Assert.Equal(["rival", "other-rival", "RO-holiday"], best[0].Avoids.Select(a => a.Second).Distinct().OrderBy(k => k == "RO-holiday").ThenBy(k => k == "other-rival"));
        Assert.Equal("same-audience", best[0].Avoids[0].Code);
    }

    [Fact]
    public void ReasonsFor_AProgrammeOfTheSeason_AreItsConflicts()
    {
        var season = Seasons.Random(4, 60, Csikszereda, 10);
        var (index, found) = (new SeasonIndex(season, Settings), ConflictFinder.Find(season, Settings));
        for (var i = 0; i < season.Entries.Count; i++)
            Assert.Equal(found.Where(c => c.Touches(i)).Sum(c => c.Weight), index.ReasonsFor(season.Entries[i]).Sum(r => r.Weight), 1e-6);
    }

    [Fact]
    public void BestDates_ForAWindowOfManyYears_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SeasonIndex(new([], []), Settings).BestDates(Festival("ours", new(2026, 9, 12)), new(new(2026, 1, 1), new(2046, 1, 1)), 3));

    private static ProgrammeEntry Festival(string key, DateOnly day)
    {
        var start = new DateTimeOffset(day.ToDateTime(new(10, 0)), TimeSpan.FromHours(3));
        return new(key, key, Csikszereda, start, start.AddHours(8)) { Audiences = ["families"], Themes = ["harvest"], ExpectedVisitors = 800, CatchmentKm = 20, Countries = ["RO"] };
    }
}
