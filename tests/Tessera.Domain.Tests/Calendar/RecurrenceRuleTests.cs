using System.Globalization;
using Tessera.Domain.Calendar;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>The text of a rule, its refusals, and what its parts mean where RFC 5545 has no example.</summary>
public sealed class RecurrenceRuleTests
{
    [Theory]
    [InlineData("FREQ=DAILY", "FREQ=DAILY")]
    [InlineData("interval=1;freq=weekly;wkst=mo", "FREQ=WEEKLY")]
    [InlineData("BYDAY=SU,TU,MO,MO;FREQ=WEEKLY;WKST=SU;COUNT=4;INTERVAL=2", "FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=MO,TU,SU;WKST=SU")]
    [InlineData("FREQ=MONTHLY;BYDAY=+1FR,-1FR", "FREQ=MONTHLY;BYDAY=-1FR,1FR")]
    [InlineData("FREQ=YEARLY;UNTIL=20301231", "FREQ=YEARLY;UNTIL=20301231")]
    [InlineData("FREQ=YEARLY;UNTIL=20301231T235959Z;BYMONTHDAY=-1,13;BYMONTH=12,1", "FREQ=YEARLY;UNTIL=20301231T235959Z;BYMONTHDAY=-1,13;BYMONTH=1,12")]
    [InlineData("FREQ=DAILY;UNTIL=20301231T080000;BYHOUR=9,8;BYMINUTE=30;BYSECOND=60;", "FREQ=DAILY;UNTIL=20301231T080000;BYSECOND=60;BYMINUTE=30;BYHOUR=8,9")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20,-1;BYYEARDAY=366;BYSETPOS=-1,1;BYDAY=MO", "FREQ=YEARLY;BYDAY=MO;BYYEARDAY=366;BYWEEKNO=-1,20;BYSETPOS=-1,1")]
    public void ToString_OfAnySpelling_IsCanonicalAndReadsBack(string text, string canonical)
    {
        Assert.Equal(canonical, RecurrenceRule.Parse(text).ToString());
        Assert.Equal(RecurrenceRule.Parse(text), RecurrenceRule.Parse(canonical));
    }

    [Theory]
    [InlineData("", RecurrenceRefusal.UnknownPart)]
    [InlineData("INTERVAL=2", RecurrenceRefusal.NoFrequency)]
    [InlineData("FREQ=FORTNIGHTLY", RecurrenceRefusal.NoFrequency)]
    [InlineData("FREQ=DAILY;BYEASTER=1", RecurrenceRefusal.UnknownPart)]
    [InlineData("FREQ=DAILY;BYHOUR=", RecurrenceRefusal.UnknownPart)]
    [InlineData("FREQ=DAILY;FREQ=DAILY", RecurrenceRefusal.PartTwice)]
    [InlineData("FREQ=DAILY;INTERVAL=0", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;INTERVAL=-1", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;COUNT=0", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;COUNT=1000001", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;UNTIL=20230230", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;BYMONTH=13", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;BYMONTH=0", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-32", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;BYHOUR=24", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;BYHOUR=-1", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=WEEKLY;BYDAY=M", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=367", RecurrenceRefusal.BadValue)]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20300101", RecurrenceRefusal.CountAndUntil)]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=3", RecurrenceRefusal.PartNotWithFrequency)]
    [InlineData("FREQ=DAILY;BYYEARDAY=3", RecurrenceRefusal.PartNotWithFrequency)]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", RecurrenceRefusal.PartNotWithFrequency)]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", RecurrenceRefusal.PartNotWithFrequency)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", RecurrenceRefusal.PartNotWithFrequency)]
    [InlineData("FREQ=DAILY;BYSETPOS=1", RecurrenceRefusal.PositionAlone)]
    public void WhyNotParse_OfABadRule_SaysWhy(string text, string code) => Assert.Equal(code, RecurrenceRule.WhyNotParse(text));

    [Fact]
    public void WhyNotParse_OfAnEndlessText_Refuses() =>
        Assert.Equal(RecurrenceRefusal.BadValue, RecurrenceRule.WhyNotParse("FREQ=DAILY;BYHOUR=" + string.Join(',', Enumerable.Repeat("1", 5000))));

    /// <summary>Week 1 of 2026 begins on 29 December 2025, week 53 of 2026 ends on 3 January 2027.</summary>
    [Theory]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2025-12-29", "2025-12-29 2027-01-04 2028-01-03")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-01-01", "2026-01-01 2027-01-03 2028-01-02")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR", "2021-01-01", "2021-01-01 2027-01-01 2032-12-31 2038-01-01")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", "2025-12-29", "2025-12-29 2028-01-03 2029-12-31")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", "2026-01-04", "2026-01-04 2027-01-03 2028-01-02")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", "2026-05-13 2027-05-19")]
    [InlineData("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2026-02-28", "2026-02-28 2027-02-28 2028-02-29")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-1,60", "2024-02-29", "2024-02-29 2024-12-31 2025-03-01 2025-12-31")]
    [InlineData("FREQ=YEARLY;BYDAY=53TH", "2020-12-31", "2020-12-31 2026-12-31 2032-12-30")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "2016-02-29", "2016-02-29 2044-02-29 2072-02-29 2112-02-29")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "2016-02-29", "2016-02-29 2044-02-29 2072-02-29 2112-02-29")]
    [InlineData("FREQ=WEEKLY;BYMONTH=1;BYDAY=MO", "2026-01-26", "2026-01-26 2027-01-04")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=1,-1", "2026-05-01", "2026-05-01 2026-05-29 2026-06-01 2026-06-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO", "2026-03-30", "2026-03-30 2026-06-29 2026-08-31")]
    [InlineData("FREQ=DAILY", "9999-12-30", "9999-12-30 9999-12-31", true)]
    [InlineData("FREQ=WEEKLY", "9999-12-20", "9999-12-20 9999-12-27", true)]
    [InlineData("FREQ=YEARLY", "9998-07-01", "9998-07-01 9999-07-01", true)]
    public void Occurrences_OfDays_AreThese(string rule, string start, string expected, bool isAll = false)
    {
        var days = expected.Split(' ');
        var found = RecurrenceRule.Parse(rule).Occurrences(DateTime.Parse(start, CultureInfo.InvariantCulture)).Take(days.Length + (isAll ? 1 : 0));
        Assert.Equal(days, found.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=5", "2026-05-01T22:15:07", "2026-05-01T22:15:07 2026-05-02T03:15:07 2026-05-02T08:15:07")]
    [InlineData("FREQ=HOURLY;BYDAY=MO;BYHOUR=8,20;BYMINUTE=5,50", "2026-05-04T08:05:00", "2026-05-04T08:05:00 2026-05-04T08:50:00 2026-05-04T20:05:00 2026-05-04T20:50:00 2026-05-11T08:05:00")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0,15,30,45;BYSETPOS=-1", "2026-05-04T08:45:00", "2026-05-04T08:45:00 2026-05-04T09:45:00")]
    [InlineData("FREQ=SECONDLY;INTERVAL=7;BYMONTH=6;BYHOUR=0;BYMINUTE=0", "2026-05-31T23:59:59", "2026-05-31T23:59:59 2026-06-01T00:00:06 2026-06-01T00:00:13")]
    [InlineData("FREQ=MINUTELY;INTERVAL=1440", "2026-05-31T23:59:59", "2026-05-31T23:59:59 2026-06-01T23:59:59")]
    [InlineData("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=1,-1", "2026-05-31T09:00:00", "2026-05-31T09:00:00 2026-05-31T17:30:00 2026-06-01T09:00:00")]
    [InlineData("FREQ=MINUTELY;BYYEARDAY=-1;BYHOUR=23;BYMINUTE=59;BYSECOND=58,59,60", "2026-12-31T23:59:58", "2026-12-31T23:59:58 2026-12-31T23:59:59 2027-12-31T23:59:58")]
    [InlineData("FREQ=SECONDLY", "9999-12-31T23:59:58", "9999-12-31T23:59:58 9999-12-31T23:59:59", true)]
    [InlineData("FREQ=HOURLY", "9999-12-31T22:30:00", "9999-12-31T22:30:00 9999-12-31T23:30:00", true)]
    public void Occurrences_OfTheClock_AreThese(string rule, string start, string expected, bool isAll = false)
    {
        var times = expected.Split(' ');
        var found = RecurrenceRule.Parse(rule).Occurrences(DateTime.Parse(start, CultureInfo.InvariantCulture)).Take(times.Length + (isAll ? 1 : 0));
        Assert.Equal(times, found.Select(d => d.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)));
    }

    /// <summary>Each holds only its start, and says so before the test's patience ends.</summary>
    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=SECONDLY;INTERVAL=60;BYSECOND=5")]
    [InlineData("FREQ=HOURLY;INTERVAL=168;BYDAY=TU")]
    [InlineData("FREQ=SECONDLY;INTERVAL=7;BYDAY=TU;BYHOUR=5;BYMINUTE=3;BYSECOND=2;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=1;BYSETPOS=2")]
    [InlineData("FREQ=MINUTELY;BYSECOND=0;BYSETPOS=2")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=366")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100;BYDAY=MO")]
    public void Occurrences_OfARuleThatNeverMatches_End(string rule)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(RecurrenceRule.Parse(rule).Occurrences(new DateTime(2026, 6, 1, 0, 0, 0)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    /// <summary>The bound on empty periods, not the year 9999, ends it: far sooner than every day till then can be looked at.</summary>
    [Fact]
    public void Occurrences_OfDaysThatNeverMatch_EndLongBeforeTheYear9999()
    {
        const string EveryDay = "FREQ=DAILY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31";
        Assert.True(Shortest(EveryDay + ";BYSETPOS=2") < Shortest(EveryDay) / 4);
    }

    private static TimeSpan Shortest(string rule) => Enumerable.Range(0, 5).Min(_ =>
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var count = RecurrenceRule.Parse(rule).Occurrences(new DateTime(2026, 6, 1)).Count();
        Assert.True(count > 0);
        return watch.Elapsed;
    });

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=7;BYDAY=WE")]
    [InlineData("FREQ=DAILY;INTERVAL=3")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR")]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1;BYDAY=MO,SU")]
    [InlineData("FREQ=DAILY;COUNT=4000")]
    public void Occurrences_FromALaterTime_AreTheSame(string text)
    {
        var (rule, start) = (RecurrenceRule.Parse(text), new DateTime(2026, 1, 5, 9, 0, 0));
        var from = start.AddDays(rule.Frequency < RecurrenceFrequency.Daily ? 2 : 1111).AddSeconds(7);
        Assert.Equal(rule.Occurrences(start).SkipWhile(t => t < from).Take(50), rule.Occurrences(start, null, from).Take(50));
    }

    [Fact]
    public void Occurrences_OfSecondsSince1601_FindTodayAtOnce()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var rule = RecurrenceRule.Parse("FREQ=SECONDLY");
        Assert.Equal(new DateTime(2026, 1, 1), rule.Occurrences(new DateTime(1601, 1, 1), null, new DateTime(2026, 1, 1)).First());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    /// <summary>UNTIL in UTC is an instant: 08:00Z is 10:00 in Budapest in summer, so the meeting of 10:00 is the last and that of 10:30 is not.</summary>
    [Theory]
    [InlineData("10:00", 3)]
    [InlineData("10:30", 2)]
    public void Occurrences_UntilAnInstant_EndWithIt(string time, int expected)
    {
        var start = DateTime.Parse("2026-07-01T" + time, CultureInfo.InvariantCulture);
        Assert.Equal(expected, RecurrenceRule.Parse("FREQ=DAILY;UNTIL=20260703T080000Z").Occurrences(start, Zones.Budapest).Count());
    }

    [Fact]
    public void Occurrences_UntilADay_HoldAllOfIt() =>
        Assert.Equal(3, RecurrenceRule.Parse("FREQ=DAILY;UNTIL=20260703").Occurrences(new DateTime(2026, 7, 1, 23, 59, 59), Zones.Budapest).Count());

    [Fact]
    public void Occurrences_UntilBeforeTheStart_AreNone() =>
        Assert.Empty(RecurrenceRule.Parse("FREQ=DAILY;UNTIL=20260630").Occurrences(new DateTime(2026, 7, 1)));
}
