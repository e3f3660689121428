using System.Globalization;
using Tessera.Domain.Calendar;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>
/// Every example of RFC 5545, 3.8.5.3, in America/New_York, with the days that the RFC gives. The three hours' example has the UNTIL of
/// erratum 3883, for 17:00 UTC is not 17:00 in New York.
/// </summary>
public sealed class Rfc5545ExamplesTests
{
    private const string Three = "1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31";
    private const string Weeks = "1997 Sep 2 9 16 23 30 Oct 7 14 21 28 Nov 4";
    private const string TuesdaysThursdays = "1997 Sep 2 4 9 11 16 18 23 25 30 Oct 2";
    private const string Alternate = "1997 Sep 1 3 5 15 17 19 29 Oct 1 3 13 15 17 27 29 31 Nov 10 12 14 24 26 28 Dec 8 10 12 22";
    private const string Thirds = "09:00 09:20 09:40 10:00 10:20 10:40 11:00 11:20 11:40 12:00 12:20 12:40 13:00 13:20 13:40 14:00 14:20 14:40 15:00 15:20 15:40 16:00 16:20 16:40";

    /// <summary>Three dots: it goes on.</summary>
    [Theory]
    [InlineData("19970902", "FREQ=DAILY;COUNT=10", "1997 Sep 2-11")]
    [InlineData("19970902", "FREQ=DAILY;UNTIL=19971224T000000Z", "1997 Sep 2-30 Oct 1-31 Nov 1-30 Dec 1-23")]
    [InlineData("19970902", "FREQ=DAILY;INTERVAL=2", "1997 Sep 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 Oct 2 4 6 ...")]
    [InlineData("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997 Sep 2 12 22 Oct 2 12")]
    [InlineData("19980101", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", Three)]
    [InlineData("19980101", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", Three)]
    [InlineData("19970902", "FREQ=WEEKLY;COUNT=10", Weeks)]
    [InlineData("19970902", "FREQ=WEEKLY;UNTIL=19971224T000000Z", Weeks + " 11 18 25 Dec 2 9 16 23")]
    [InlineData("19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997 Sep 2 16 30 Oct 14 28 Nov 11 25 Dec 9 23 1998 Jan 6 20 Feb 3 17 ...")]
    [InlineData("19970902", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", TuesdaysThursdays)]
    [InlineData("19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", TuesdaysThursdays)]
    [InlineData("19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", Alternate)]
    [InlineData("19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997 Sep 2 4 16 18 30 Oct 2 14 16")]
    [InlineData("19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997 Sep 5 Oct 3 Nov 7 Dec 5 1998 Jan 2 Feb 6 Mar 6 Apr 3 May 1 Jun 5")]
    [InlineData("19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997 Sep 5 Oct 3 Nov 7 Dec 5")]
    [InlineData("19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997 Sep 7 28 Nov 2 30 1998 Jan 4 25 Mar 1 29 May 3 31")]
    [InlineData("19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997 Sep 22 Oct 20 Nov 17 Dec 22 1998 Jan 19 Feb 16")]
    [InlineData("19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997 Sep 28 Oct 29 Nov 28 Dec 29 1998 Jan 29 Feb 26 ...")]
    [InlineData("19970902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997 Sep 2 15 Oct 2 15 Nov 2 15 Dec 2 15 1998 Jan 2 15")]
    [InlineData("19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997 Sep 30 Oct 1 31 Nov 1 30 Dec 1 31 1998 Jan 1 31 Feb 1")]
    [InlineData("19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997 Sep 10-15 1999 Mar 10-13")]
    [InlineData("19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997 Sep 2 9 16 23 30 Nov 4 11 18 25 1998 Jan 6 13 20 27 Mar 3 10 17 24 31 ...")]
    [InlineData("19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997 Jun 10 Jul 10 1998 Jun 10 Jul 10 1999 Jun 10 Jul 10 2000 Jun 10 Jul 10 2001 Jun 10 Jul 10")]
    [InlineData("19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997 Mar 10 1999 Jan 10 Feb 10 Mar 10 2001 Jan 10 Feb 10 Mar 10 2003 Jan 10 Feb 10 Mar 10")]
    [InlineData("19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997 Jan 1 Apr 10 Jul 19 2000 Jan 1 Apr 9 Jul 18 2003 Jan 1 Apr 10 Jul 19 2006 Jan 1")]
    [InlineData("19970519", "FREQ=YEARLY;BYDAY=20MO", "1997 May 19 1998 May 18 1999 May 17 ...")]
    [InlineData("19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997 May 12 1998 May 11 1999 May 17 ...")]
    [InlineData("19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997 Mar 13 20 27 1998 Mar 5 12 19 26 1999 Mar 4 11 18 25 ...")]
    [InlineData("19970605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997 Jun 5 12 19 26 Jul 3 10 17 24 31 Aug 7 14 21 28 1998 Jun 4 11 18 25 Jul 2 9 16 23 30 Aug 6 13 20 27 1999 Jun 3 10 17 24 Jul 1 8 15 22 29 Aug 5 12 19 26 ...")]
    [InlineData("19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997 Sep 13 Oct 11 Nov 8 Dec 13 1998 Jan 10 Feb 7 Mar 7 Apr 11 May 9 Jun 13 ...")]
    [InlineData("19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996 Nov 5 2000 Nov 7 2004 Nov 2 ...")]
    [InlineData("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997 Sep 4 Oct 7 Nov 6")]
    [InlineData("19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997 Sep 29 Oct 30 Nov 27 Dec 30 1998 Jan 29 Feb 26 Mar 30 ...")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997 Aug 5 10 19 24")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997 Aug 5 17 19 31")]
    [InlineData("20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007 Jan 15 30 Feb 15 Mar 15 30")]
    public void Between_OfAnExampleOfDays_GivesTheDaysOfTheRfc(string start, string rule, string expected)
    {
        var found = Occurrences(start, rule).Select(o => o.Start.Wall);
        Compare([.. Days(expected)], found, expected.EndsWith("...", StringComparison.Ordinal));
    }

    /// <summary>The start does not match, yet belongs to the set unless it is excepted, as here.</summary>
    [Fact]
    public void Between_OfFridayTheThirteenth_GivesTheDaysOfTheRfc()
    {
        var found = Occurrences("19970902", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", isStartExcepted: true).Select(o => o.Start.Wall);
        Compare([.. Days("1998 Feb 13 Mar 13 Nov 13 1999 Aug 13 2000 Oct 13")], found, isOpen: true);
    }

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "09:00 12:00 15:00")]
    [InlineData("FREQ=MINUTELY;INTERVAL=15;COUNT=6", "09:00 09:15 09:30 09:45 10:00 10:15")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "09:00 10:30 12:00 13:30")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", Thirds + " ...")]
    [InlineData("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", Thirds + " ...")]
    public void Between_OfAnExampleOfTimes_GivesTheTimesOfTheRfc(string rule, string expected)
    {
        var isOpen = expected.EndsWith("...", StringComparison.Ordinal);
        var times = expected.Split(' ').Where(t => t != "...").Select(t => new DateTime(1997, 9, 2) + TimeSpan.Parse(t, CultureInfo.InvariantCulture)).ToList();
        if (isOpen) times.AddRange(times.Select(t => t.AddDays(1)).ToList());
        Compare(times, Occurrences("19970902", rule).Select(o => o.Start.Wall), isOpen);
    }

    /// <summary>Nine o'clock stays nine o'clock when the clocks go back on 26 October 1997.</summary>
    [Fact]
    public void Between_OverAChangeOfClock_KeepsTheWallTime()
    {
        var found = Occurrences("19970902", "FREQ=DAILY;UNTIL=19971224T000000Z").ToList();
        Assert.Equal(13, found.Single(o => o.Start.Day == new DateOnly(1997, 10, 25)).Instant.Hour);
        Assert.Equal(14, found.Single(o => o.Start.Day == new DateOnly(1997, 10, 26)).Instant.Hour);
    }

    private static void Compare(List<DateTime> expected, IEnumerable<DateTime> found, bool isOpen)
    {
        var taken = found.Take(expected.Count + 1).ToList();
        Assert.Equal(expected, isOpen ? taken.Take(expected.Count) : taken);
        Assert.Equal(isOpen, taken.Count > expected.Count);
    }

    private static IEnumerable<Occurrence> Occurrences(string day, string rule, bool isStartExcepted = false)
    {
        var start = Moment.In(Zones.NewYork, DateTime.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture).AddHours(9));
        var set = new RecurrenceSet(start) { Rules = [RecurrenceRule.Parse(rule)], Excepted = isStartExcepted ? [start] : [] };
        return set.Between(new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), Zone.Utc);
    }

    /// <summary>Reads "1997 Sep 2-4 9 Oct 1": each at nine o'clock.</summary>
    private static IEnumerable<DateTime> Days(string text)
    {
        var (year, month) = (0, 0);
        foreach (var word in text.Split(' ').Where(w => w != "..."))
        {
            if (char.IsLetter(word[0]))
                month = DateTime.ParseExact(word, "MMM", CultureInfo.InvariantCulture).Month;
            else if (word.Length == 4 && !word.Contains('-', StringComparison.Ordinal))
                year = int.Parse(word, CultureInfo.InvariantCulture);
            else
            {
                var ends = word.Split('-').Select(d => int.Parse(d, CultureInfo.InvariantCulture)).ToArray();
                for (var day = ends[0]; day <= ends[^1]; day++) yield return new DateTime(year, month, day, 9, 0, 0);
            }
        }
    }
}
