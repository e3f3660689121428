using Tessera.Domain.Calendar;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Programmes;

/// <summary>The example office of a region, and how its season comes into the year to come.</summary>
public sealed class ExampleRegionTests
{
    [Fact]
    public void Example_InItsFolder_IsTheSeasonOfTheTests()
    {
        var wanted = RegionSeason.Text();
        if (Environment.GetEnvironmentVariable("TESSERA_WRITE_EXAMPLE") is "1") File.WriteAllText(RegionSeason.Example, wanted);
        Assert.True(wanted == File.ReadAllText(RegionSeason.Example), "examples/example-region.json is not what the season makes; TESSERA_WRITE_EXAMPLE=1 with this test writes it anew.");
    }

    [Fact]
    public void Example_OnItsPortal_SaysOfEveryProgrammeThatItIsMadeUp()
    {
        var file = RegionSeason.File();
        Assert.All(file.Activities, a => Assert.True(a.Text.Count == 4 && a.Title.Count == 4));
        Assert.Contains(file.Activities, a => a.Public);
        Assert.All(file.Activities.Where(a => a.Public), a => Assert.Equal("fixed", a.Coordination!.Firmness));
        Assert.Contains(file.Activities, a => a.Coordination!.Openness == "closed");
        Assert.Contains("made up", file.Office.Name.First().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-21", 0)]
    [InlineData("2027-05-01", 0)]
    [InlineData("2027-12-31", 1)]
    [InlineData("2031-02-03", 4)]
    [InlineData("2099-09-30", 73)]
    public void Season_InAnyYear_IsToComeOnTheSameWeekdays(string today, int years)
    {
        var (file, day) = (RegionSeason.File(), ActivityTime.DayOf(today)!.Value);
        var coming = ComingSeason.Of(file, day);
        var moved = Days(coming).Zip(Days(file)).Select(d => d.First.DayNumber - d.Second.DayNumber).Distinct().ToList();
        Assert.Equal(0, Assert.Single(moved) % 7);
        Assert.InRange(moved[0] - (years * 365.2425), -4, 4);
        Assert.True(coming.Activities.Count(a => ActivityTime.DayOf(a.Start![..10]) >= day) >= file.Activities.Count / 2);
        Assert.Equal(years == 0, ReferenceEquals(file, coming));
        Assert.Empty(OfficeFileReader.Read(OfficeFileWriter.Write(coming), "coming").Findings);
    }

    private static IEnumerable<DateOnly> Days(OfficeFile file) => file.Activities.SelectMany(a => new[] { a.Start![..10], a.End![..10], a.Coordination!.WindowFrom, a.Coordination.WindowUntil })
        .Concat(file.Days.SelectMany(d => new[] { d.First, d.Last })).OfType<string>().Select(d => ActivityTime.DayOf(d)!.Value);
}
