using System.Globalization;
using Tessera.Domain.Calendar;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>Rules, added and excepted dates, changed occurrences, and clocks that go forward and back.</summary>
public sealed class RecurrenceSetTests
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>RFC 5545, 3.3.5: 02:30 of 11 March 2007 is 3:30 EDT, 1:30 of 4 November 2007 is 1:30 EDT.</summary>
    [Theory]
    [InlineData("2007-03-11T02:30:00", "2007-03-11T07:30:00")]
    [InlineData("2007-11-04T01:30:00", "2007-11-04T05:30:00")]
    [InlineData("2007-03-11T01:59:59", "2007-03-11T06:59:59")]
    [InlineData("2007-03-11T03:00:00", "2007-03-11T07:00:00")]
    [InlineData("2007-11-04T02:00:00", "2007-11-04T07:00:00")]
    [InlineData("2007-07-01T12:00:00", "2007-07-01T16:00:00")]
    public void ToUtc_AroundAChangeOfClock_IsAsTheRfcSays(string wall, string utc) => Assert.Equal(At(utc), Zones.NewYork.ToUtc(At(wall)));

    /// <summary>South of the equator, with half an hour, without changes, and where summer time is the law's standard.</summary>
    [Theory]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Dublin")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Casablanca")]
    public void ToUtc_OfAnyInstantsWall_IsTheInstantOrTheFirstOfTwo(string name)
    {
        var zone = Zones.Of(name);
        for (var utc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); utc.Year < 2026; utc = utc.AddMinutes(10))
        {
            var back = zone.ToUtc(zone.ToWall(utc));
            Assert.True(back == utc || (back < utc && zone.ToWall(back) == zone.ToWall(utc)), $"{utc:s}: {back:s}");
        }
    }

    [Fact]
    public void Between_WhenAMeetingFallsIntoTheGap_ItIsAnHourLaterOnce()
    {
        var set = Set("2026-03-28T02:30:00", "FREQ=DAILY;COUNT=3", Zones.Budapest);
        Assert.Equal(["2026-03-28T01:30:00", "2026-03-29T01:30:00", "2026-03-30T00:30:00"], Instants(set));
    }

    /// <summary>The hour that is left out comes once, not twice, and never before an earlier one.</summary>
    [Fact]
    public void Between_OfHalfHoursOverTheGap_AscendsWithoutDoubles()
    {
        var set = Set("2026-03-29T01:00:00", "FREQ=MINUTELY;INTERVAL=30;COUNT=7", Zones.Budapest);
        Assert.Equal(["2026-03-29T00:00:00", "2026-03-29T00:30:00", "2026-03-29T01:00:00", "2026-03-29T01:30:00", "2026-03-29T02:00:00"], Instants(set));
    }

    [Fact]
    public void Between_WithAddedAndExcepted_MergesEachOnce()
    {
        var set = Set("2026-05-04T09:00:00", "FREQ=WEEKLY;COUNT=4", Zones.Budapest) with
        {
            Added = [new(Wall("2026-05-06T09:00:00")), new(Wall("2026-05-11T09:00:00")), new(Moment.At(new(2026, 5, 7, 7, 0, 0, TimeSpan.Zero)), new Span(0, TimeSpan.FromHours(3)))],
            Excepted = [Wall("2026-05-18T09:00:00"), Moment.At(new(2026, 5, 25, 7, 0, 0, TimeSpan.Zero))],
        };
        var found = set.Between(Begin, End, Zone.Utc).ToList();
        Assert.Equal([4, 6, 7, 11], found.Select(o => o.Start.Day.Day));
        Assert.Equal([null, null, new Span(0, TimeSpan.FromHours(3)), null], found.Select(o => o.Length));
    }

    [Fact]
    public void Between_WhenAWholeDayIsExcepted_NothingIsOnIt()
    {
        var set = Set("2026-05-04T09:00:00", "FREQ=HOURLY;INTERVAL=6;COUNT=9", null) with { Excepted = [Moment.Of(new(2026, 5, 5))] };
        Assert.Equal([4, 4, 4, 6, 6], set.Between(Begin, End, Zones.Budapest).Select(o => o.Start.Day.Day));
    }

    [Fact]
    public void Between_OfWholeDays_BeginAtTheMidnightOfThePlace()
    {
        var set = new RecurrenceSet(Moment.Of(new(2026, 3, 28))) { Rules = [RecurrenceRule.Parse("FREQ=DAILY;COUNT=3")] };
        Assert.Equal(["2026-03-27T23:00:00", "2026-03-28T23:00:00", "2026-03-29T22:00:00"], Instants(set, Zones.Budapest));
        Assert.All(set.Between(Begin, End, Zones.Budapest), o => Assert.True(o.Start.IsDay));
    }

    [Fact]
    public void Between_WithOneMoved_HasItAtItsNewPlace()
    {
        var change = new ChangedOccurrence(Wall("2026-05-11T09:00:00"), Wall("2026-06-30T15:00:00"));
        var set = Set("2026-05-04T09:00:00", "FREQ=WEEKLY;COUNT=4", Zones.Budapest) with { Changed = [change] };
        var found = set.Between(Begin, End, Zone.Utc).ToList();
        Assert.Equal([4, 18, 25, 30], found.Select(o => o.Start.Day.Day));
        Assert.Equal((change, Wall("2026-05-11T09:00:00")), (found[3].Change, found[3].Of));
        Assert.All(found.Take(3), o => Assert.Null(o.Change));
    }

    /// <summary>From the second on an hour and a day later; the third is changed on its own; the fourth follows the second again.</summary>
    [Fact]
    public void Between_WithThisAndFuture_MovesAllThatFollow()
    {
        var future = new ChangedOccurrence(Wall("2026-05-11T09:00:00"), Wall("2026-05-12T10:00:00"), AndFuture: true);
        var single = new ChangedOccurrence(Wall("2026-05-18T09:00:00"), Wall("2026-05-17T08:00:00"));
        var set = Set("2026-05-04T09:00:00", "FREQ=WEEKLY;COUNT=4", Zones.Budapest) with { Changed = [single, future] };
        var found = set.Between(Begin, End, Zone.Utc).ToList();
        Assert.Equal(["2026-05-04T09:00:00", "2026-05-12T10:00:00", "2026-05-17T08:00:00", "2026-05-26T10:00:00"], found.Select(o => Text(o.Start.Wall)));
        Assert.Equal([null, future, single, future], found.Select(o => o.Change));
        Assert.Equal(Wall("2026-05-25T09:00:00"), found[3].Of);
    }

    [Fact]
    public void Between_WithTwoStretches_EachMovesByItsOwn()
    {
        var first = new ChangedOccurrence(Wall("2026-05-05T09:00:00"), Wall("2026-05-05T10:00:00"), AndFuture: true);
        var second = new ChangedOccurrence(Wall("2026-05-07T09:00:00"), Wall("2026-05-07T08:00:00"), AndFuture: true);
        var set = Set("2026-05-04T09:00:00", "FREQ=DAILY;COUNT=5", Zones.Budapest) with { Changed = [second, first] };
        Assert.Equal([9, 10, 10, 8, 8], set.Between(Begin, End, Zone.Utc).Select(o => o.Start.Wall.Hour));
    }

    [Fact]
    public void Between_WithAChangeOfNoDateOfTheRule_HasIt()
    {
        var set = Set("2026-05-04T09:00:00", "FREQ=DAILY;COUNT=2", Zones.Budapest) with
        {
            Excepted = [Wall("2026-05-05T09:00:00")],
            Changed = [new(Wall("2026-05-05T09:00:00"), Wall("2026-05-05T11:00:00")), new(Wall("2027-01-01T09:00:00"), Wall("2027-01-01T09:00:00"))],
        };
        Assert.Equal(["2026-05-04T09:00:00", "2026-05-05T11:00:00", "2027-01-01T09:00:00"], set.Between(Begin, End, Zone.Utc).Select(o => Text(o.Start.Wall)));
    }

    /// <summary>The first end counts, the last does not; moving brings occurrences into the window and out of it.</summary>
    [Fact]
    public void Between_OfAWindow_IsThePartOfAllThatBeginsInIt()
    {
        var set = Set("2026-01-01T09:00:00", "FREQ=DAILY;COUNT=400", Zones.Budapest) with
        {
            Changed = [new(Wall("2026-02-01T09:00:00"), Wall("2026-08-01T09:00:00"), AndFuture: true), new(Wall("2026-01-05T09:00:00"), Wall("2026-03-05T09:00:00"))],
        };
        var all = set.Between(Begin, End, Zone.Utc).ToList();
        Assert.Equal(400, all.Count);
        for (var day = new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.FromHours(1)); day.Year < 2028; day = day.AddDays(13))
            Assert.Equal(all.Where(o => o.Instant >= day && o.Instant < day.AddDays(9)), set.Between(day, day.AddDays(9), Zone.Utc));
    }

    /// <summary>Clocks go forward at two on 29 March: a day later is the same wall time, 24 hours later is not.</summary>
    [Fact]
    public void Plus_OverAChangeOfClock_TellsDaysFromHours()
    {
        var start = Wall("2026-03-28T12:00:00");
        Assert.Equal(Wall("2026-03-29T12:00:00"), start.Plus(new(1, TimeSpan.Zero)));
        Assert.Equal(Wall("2026-03-29T13:00:00"), start.Plus(new(0, TimeSpan.FromHours(24))));
        Assert.Equal(Moment.Of(new(2026, 3, 30)), Moment.Of(new(2026, 3, 28)).Plus(new(2, TimeSpan.Zero)));
    }

    [Fact]
    public void ToUtc_AtTheEndsOfTime_StaysWithinThem()
    {
        Assert.Equal(DateTime.MaxValue.Date, Zones.NewYork.ToUtc(DateTime.MaxValue).Date);
        Assert.Equal(DateTime.MinValue, Zones.Budapest.ToUtc(DateTime.MinValue));
    }

    private static RecurrenceSet Set(string start, string rule, Zone? zone) =>
        new(zone is null ? Moment.Floating(At(start)) : Moment.In(zone, At(start))) { Rules = [RecurrenceRule.Parse(rule)] };

    private static IEnumerable<string> Instants(RecurrenceSet set, Zone? local = null) => set.Between(Begin, End, local ?? Zone.Utc).Select(o => Text(o.Instant.UtcDateTime));

    private static Moment Wall(string text) => Moment.In(Zones.Budapest, At(text));

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
