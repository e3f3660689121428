using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

public sealed class ActivityTimeTests
{
    private static readonly StatedTime Nothing = new(null, null, null, null, [], null, null);

    [Theory]
    [InlineData("12 June", null, null, "start", ActivityRefusal.TimeUnreadable)]
    [InlineData("2026-06-31", null, null, "start", ActivityRefusal.TimeUnreadable)]
    [InlineData("9999-12-31", null, null, "start", ActivityRefusal.TimeUnreadable)]
    [InlineData("0001-01-01", null, null, "start", ActivityRefusal.TimeUnreadable)]
    [InlineData("2026-06-12T10:00", null, "Central Europe Standard Time", "zone", ActivityRefusal.ZoneUnknown)]
    [InlineData("2026-06-12", "2026-06-12T10:00", null, "end", ActivityRefusal.TimesMixed)]
    [InlineData("2026-06-12", "2026-06-11", null, "end", ActivityRefusal.EndBeforeStart)]
    [InlineData("2026-06-12T10:00", "2026-06-12T09:59", "Europe/Bucharest", "end", ActivityRefusal.EndBeforeStart)]
    [InlineData("2026-06-12", "2027-12-31", null, "end", ActivityRefusal.TooLong)]
    [InlineData(null, "2026-06-12", null, "end", ActivityRefusal.EndAlone)]
    [InlineData("2026-06-12T10:00", null, null, "zone", ActivityRefusal.ZoneMissing)]
    [InlineData("2026-06-12T10:00", null, "Europe/Csikszereda", "zone", ActivityRefusal.ZoneUnknown)]
    public void Read_OfWrongBounds_IsRefused(string? start, string? end, string? zone, string member, string code)
    {
        var said = Nothing with { Start = start, End = end, Zone = zone };
        Assert.Contains((member, code), ActivityTime.WhyNot(said));
        Assert.Null(ActivityTime.Read(said));
    }

    [Theory]
    [InlineData("FREQ=HOURLY", ActivityRefusal.TooOften)]
    [InlineData("FREQ=DAILY;BYMINUTE=1,2", ActivityRefusal.TooOften)]
    [InlineData("FREQ=DAILY;COUNT=5001", ActivityRefusal.TooOften)]
    [InlineData("FREQ=YEARLY;COUNT=0", RecurrenceRefusal.BadValue)]
    [InlineData("every year", RecurrenceRefusal.UnknownPart)]
    public void Read_OfAWrongRule_IsRefused(string rule, string code) =>
        Assert.Equal([("recurrence", code)], ActivityTime.WhyNot(Nothing with { Start = "2026-06-12", Recurrence = rule }));

    [Fact]
    public void Read_OfWhatContradictsItself_IsRefused()
    {
        var when = PartialDate.OfYear(2026);
        Assert.Equal([("when", ActivityRefusal.WhenTwice)], ActivityTime.WhyNot(Nothing with { Start = "2026-06-12", When = when }));
        Assert.Equal([("recurrence", ActivityRefusal.RecurrenceWithoutStart)], ActivityTime.WhyNot(Nothing with { When = when, Recurrence = "FREQ=YEARLY" }));
        Assert.Equal([("everyYears", ActivityRefusal.YearsWrong)], ActivityTime.WhyNot(Nothing with { Start = "2026-06-12", EveryYears = 1 }));
        Assert.Equal([("everyYears", ActivityRefusal.YearsWrong)], ActivityTime.WhyNot(Nothing with { EveryYears = 0 }));
        Assert.Equal([("except", ActivityRefusal.ExceptionUnreadable)], ActivityTime.WhyNot(Nothing with { Start = "2026-06-12", Recurrence = "FREQ=YEARLY", Except = ["2027"] }));
    }

    [Fact]
    public void Bounds_OfWhatIsKnown_AreNoMoreThanThat()
    {
        var month = ActivityTime.Read(Nothing with { When = PartialDate.OfMonth(2010, 5) })!;
        Assert.Equal((new DateOnly(2010, 5, 1), new DateOnly(2010, 5, 31)), (month.FirstDay, month.LastDay));
        Assert.Empty(month.On(new DateOnly(2010, 5, 1), new DateOnly(2010, 5, 31)));
        var unknown = ActivityTime.Read(Nothing with { EveryYears = 2 })!;
        Assert.Equal((null, null, true), (unknown.FirstDay, unknown.LastDay, unknown.ComesAgain));
    }

    [Fact]
    public void LastDay_OfASeries_IsThatOfItsLastTimeOrOpen()
    {
        var three = Nothing with { Start = "2026-06-12", End = "2026-06-14", Recurrence = "FREQ=YEARLY;COUNT=3" };
        Assert.Equal(new DateOnly(2028, 6, 14), ActivityTime.Read(three)!.LastDay);
        Assert.Null(ActivityTime.Read(three with { Recurrence = "FREQ=YEARLY" })!.LastDay);
        Assert.Null(ActivityTime.Read(three with { Recurrence = "FREQ=DAILY;UNTIL=20991231" })!.LastDay);
    }

    [Fact]
    public void On_ADayWithinALaterTimeOfASeries_FindsItWithItsEnd()
    {
        var screening = ActivityTime.Read(Nothing with { Start = "2026-06-12T09:00", End = "2026-06-14T17:00", Zone = "Europe/Bucharest", Recurrence = "FREQ=YEARLY;INTERVAL=2", Except = ["2030-06-12"] })!;
        var found = Assert.Single(screening.On(new DateOnly(2028, 6, 13), new DateOnly(2028, 6, 13)));
        Assert.Equal(new DateTime(2028, 6, 14, 17, 0, 0), found.End.Wall);
        Assert.Empty(screening.On(new DateOnly(2030, 6, 1), new DateOnly(2030, 6, 30)));
        Assert.Empty(screening.On(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31)));
    }

    [Fact]
    public void LastDay_OfWhatEndsAtMidnight_IsTheDayBefore() =>
        Assert.Equal(new DateOnly(2026, 6, 12), ActivityTime.Read(Nothing with { Start = "2026-06-12T20:00", End = "2026-06-13T00:00", Zone = "Europe/Bucharest" })!.First!.Value.LastDay);

    [Fact]
    public void On_AnyDays_FindsWhatAWalkThroughAllTimesFinds() => Prop.ForAll(
        Gen.Elements("FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=9;COUNT=40").ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), Gen.Choose(-40, 900).ToArbitrary(), (rule, length, offset) =>
        {
            var start = new DateOnly(2026, 3, 27);
            var time = ActivityTime.Read(Nothing with { Start = "2026-03-27", End = Text(start.AddDays(length)), Recurrence = rule })!;
            var (from, to) = (start.AddDays(offset), start.AddDays(offset + 30));
            var expected = RecurrenceRule.Parse(rule).Occurrences(start.ToDateTime(TimeOnly.MinValue)).TakeWhile(t => t.Year < 2031).Select(DateOnly.FromDateTime).Where(d => d <= to && d.AddDays(length) >= from);
            return time.On(from, to).Select(t => t.FirstDay).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
