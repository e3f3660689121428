using System.Diagnostics;
using Tessera.Domain.Calendar;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>Rules that match nothing more, and rules asked for a window.</summary>
public sealed class EmptyRulesTests
{
    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")]
    [InlineData("FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7")]
    public void On_OfARuleThatNeverMatches_CostsNoMoreThanItsWindow(string rule)
    {
        var time = ActivityTime.Read(new StatedTime("2027-01-04", null, null, rule, [], null, null))!;
        var watch = Stopwatch.StartNew();
        for (var month = 0; month < 500; month++) Assert.Empty(time.On(new DateOnly(2027, 2, 1).AddMonths(month), new DateOnly(2027, 2, 28).AddMonths(month)));
        Assert.Empty(time.On(new DateOnly(2027, 2, 1), DateOnly.MaxValue));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU")]
    [InlineData("FREQ=HOURLY;BYHOUR=9,14;INTERVAL=5")]
    [InlineData("FREQ=WEEKLY;WKST=SU;BYDAY=SU,SA;COUNT=300")]
    public void Occurrences_UpToATime_AreThoseOfTheWholeRuleUpToIt(string text)
    {
        var (rule, start) = (RecurrenceRule.Parse(text), new DateTime(2026, 12, 28, 9, 0, 0));
        for (var days = 0; days < 800; days += 7)
        {
            var to = start.AddDays(days);
            Assert.Equal(rule.Occurrences(start).TakeWhile(w => w <= to), rule.Occurrences(start, to: to).TakeWhile(w => w <= to));
        }
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=20270315", "Europe/Bucharest", "FREQ=DAILY;UNTIL=20270315T215959Z")]
    [InlineData("FREQ=DAILY;UNTIL=20270315T120000", "Europe/Bucharest", "FREQ=DAILY;UNTIL=20270315T100000Z")]
    [InlineData("FREQ=DAILY;UNTIL=20270315T120000Z", "Europe/Bucharest", "FREQ=DAILY;UNTIL=20270315T120000Z")]
    [InlineData("FREQ=DAILY;UNTIL=20270315T120000Z", null, "FREQ=DAILY;UNTIL=20270315")]
    [InlineData("FREQ=DAILY;COUNT=3", "Europe/Bucharest", "FREQ=DAILY;COUNT=3")]
    public void EndingLike_AStart_IsOfItsKind(string rule, string? zone, string expected)
    {
        var start = zone is null ? Moment.Of(new DateOnly(2027, 3, 1)) : Moment.In(ActivityTime.ZoneOf(zone)!, new DateTime(2027, 3, 1, 9, 0, 0));
        Assert.Equal(expected, RecurrenceRule.Parse(rule).EndingLike(start).ToString());
    }
}
