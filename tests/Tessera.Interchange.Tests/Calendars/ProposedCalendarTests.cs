using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>What calendar files become as activities: the same times, in parts that one activity can hold, or a reason why not.</summary>
public sealed class ProposedCalendarTests
{
    private static string Choir(string more) => "BEGIN:VEVENT\nUID:choir\nSUMMARY:Choir\nDTSTART;TZID=Europe/Budapest:20270104T180000\nDTEND;TZID=Europe/Budapest:20270104T193000\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=8\n" + more + "END:VEVENT\n";

    [Fact]
    public void Series_WithAChangedOccurrence_LeavesItsDayOutAndHasItAlone()
    {
        var series = Assert.Single(Read(Choir("EXDATE;TZID=Europe/Budapest:20270125T180000\n") + "BEGIN:VEVENT\nUID:choir\nSUMMARY:Choir, in the church\nRECURRENCE-ID;TZID=Europe/Budapest:20270111T180000\nDTSTART;TZID=Europe/Budapest:20270112T170000\nEND:VEVENT\n").Series);
        Assert.Null(series.WhyNot);
        Assert.Equal(["", "at-20270111T180000"], series.Parts.Select(p => p.Part));
        Assert.Equal(("FREQ=WEEKLY;COUNT=8;BYDAY=MO", "2027-01-11 2027-01-25"), (series.Parts[0].Item.Recurrence, string.Join(' ', series.Parts[0].Item.Except)));
        Assert.Equal(("2027-01-12T17:00", "Choir, in the church"), (series.Parts[1].Item.Start, series.Parts[1].Item.Title["en"]));
    }

    [Fact]
    public void Series_ChangedFromATimeOn_IsTwoSeries()
    {
        var series = Assert.Single(Read(Choir("") + "BEGIN:VEVENT\nUID:choir\nSUMMARY:Choir on Tuesdays\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Budapest:20270201T180000\nDTSTART;TZID=Europe/Budapest:20270202T190000\nDURATION:PT1H\nEND:VEVENT\n").Series);
        Assert.Null(series.WhyNot);
        Assert.Equal([("", "FREQ=WEEKLY;COUNT=4;BYDAY=MO"), ("from-20270201T180000", "FREQ=WEEKLY;COUNT=4;BYDAY=TU")], series.Parts.Select(p => (p.Part, p.Item.Recurrence)));
        Assert.Equal(("2027-02-02T19:00", "2027-02-02T20:00"), (series.Parts[1].Item.Start, series.Parts[1].Item.End));
    }

    [Fact]
    public void Series_WithACancelledOccurrenceAndAddedDates_HasThose()
    {
        var series = Assert.Single(Read(Choir("RDATE;TZID=Europe/Budapest:20270115T180000,20270118T180000\n") + "BEGIN:VEVENT\nUID:choir\nSUMMARY:Choir\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Budapest:20270111T180000\nDTSTART;TZID=Europe/Budapest:20270111T180000\nEND:VEVENT\n").Series);
        Assert.Equal(["", "added-20270115T180000"], series.Parts.Select(p => p.Part));
        Assert.Equal(["2027-01-11"], series.Parts[0].Item.Except);
    }

    [Fact]
    public void Series_OfTwoHoursADay_WithOneLeftOut_KeepsTheOther()
    {
        var series = Assert.Single(Read("BEGIN:VEVENT\nUID:tour\nSUMMARY:Tour\nDTSTART;TZID=Europe/Budapest:20270401T100000\nRRULE:FREQ=DAILY;BYHOUR=10,15;COUNT=10\nEXDATE;TZID=Europe/Budapest:20270402T150000\nEND:VEVENT\n").Series);
        Assert.Null(series.WhyNot);
        Assert.Equal(["", "day-20270402T100000"], series.Parts.Select(p => p.Part));
    }

    [Fact]
    public void Event_OfWholeDaysOrInUtc_IsWrittenAsTheOfficeWouldWriteIt()
    {
        var read = Read("BEGIN:VEVENT\nUID:a\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20270507\nDTEND;VALUE=DATE:20270510\nLOCATION:Csíkszereda\nGEO:46.36;25.8\nATTENDEE:mailto:a@example.org\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMMARY:Call\nDTSTART:20270507T080000Z\nDTEND:20270507T083000Z\nCLASS:PRIVATE\nEND:VEVENT\n");
        var (fair, call) = (read.Series[0].Parts[0].Item, read.Series[1].Parts[0].Item);
        Assert.Equal(("2027-05-07", "2027-05-09", null), (fair.Start, fair.End, fair.Zone));
        Assert.Equal(("Csíkszereda", 46.36), (fair.Place!.Name["en"], fair.Place.Latitude));
        Assert.Equal(("2027-05-07T10:00", "2027-05-07T10:30", "Europe/Budapest"), (call.Start, call.End, call.Zone));
        Assert.True(Assert.Single(read.Series[1].Parts).IsPrivate);
    }

    [Theory]
    [InlineData("SUMMARY:A\nDTSTART:20270104T180000\nRRULE:FREQ=SOMETIMES\n", RecurrenceRefusal.NoFrequency)]
    [InlineData("SUMMARY:A\nDTSTART:20270104T180000\nRRULE:FREQ=HOURLY\n", ActivityRefusal.TooOften)]
    [InlineData("SUMMARY:A\nDTSTART;TZID=Moon/Tranquility:20270104T180000\n", CalendarCodes.UnknownZone)]
    [InlineData("SUMMARY:A\nDTSTART:18000104T180000\n", ActivityRefusal.TimeUnreadable)]
    [InlineData("SUMMARY:A\nDTSTART:20270104T180000\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY\n", CalendarCodes.NotTaken)]
    [InlineData("DTSTART:20270104T180000\n", CalendarCodes.NoTitle)]
    [InlineData("SUMMARY:A\nDTSTART;VALUE=DATE:20270131\nRRULE:FREQ=MONTHLY\nRRULE:FREQ=MONTHLY;INTERVAL=2\n", CalendarCodes.NotHeld)]
    public void Event_ThatCannotBeKept_IsRefusedWithItsReason(string lines, string code)
    {
        var series = Assert.Single(Read($"BEGIN:VEVENT\nUID:a\n{lines}END:VEVENT\n").Series);
        Assert.Equal(code, series.WhyNot?.Code);
        Assert.Empty(series.Parts);
    }

    [Fact]
    public void RecurErrors_OfLibical_IsRefusedWithReasons()
    {
        var read = ProposedCalendar.Of(File.ReadAllBytes(CalendarFiles("libical").Single(f => f.EndsWith("recur-errors.ics", StringComparison.Ordinal))), Budapest, "en");
        Assert.Equal(4, read.Series.Count);
        Assert.All(read.Series, s => Assert.Equal(CalendarCodes.UnknownZone, s.WhyNot!.Code));
        Assert.Contains(read.Findings, f => f.Code == CalendarCodes.NoCalendar);
    }

    /// <summary>Whatever a file says, each of its series is refused with a reason, or its parts have its times.</summary>
    [Fact]
    public void EveryFile_ThatIsToBeHad_BecomesActivitiesOrReasons()
    {
        var (taken, files) = (0, 0);
        foreach (var file in CalendarFiles("libical").Concat(CalendarFiles("kcalendarcore")))
        {
            var read = ProposedCalendar.Of(File.ReadAllBytes(file), Budapest, "en");
            files++;
            Assert.All(read.Series, s => Assert.True(s.WhyNot is null == s.Parts.Count > 0, $"{file}: {s.Uid}"));
            Assert.All(read.Series.SelectMany(s => s.Parts), p => Assert.Empty(ActivityTime.WhyNot(p.Item.StatedTime())));
            taken += read.Series.Count(s => s.WhyNot is null);
        }

        Assert.True(files > 80 && taken > 100, $"{taken} of {files}");
    }

    /// <summary>Rules with exceptions, added dates, single changes and a change of all that follow: what is taken has the times of the file.</summary>
    [Fact]
    public void AnySeries_ThatIsTaken_HasItsTimes()
    {
        string[] rules = ["FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12", "FREQ=DAILY;INTERVAL=3;UNTIL=20270401T000000Z", "FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=DAILY;BYHOUR=9,14;COUNT=20"];
        var random = new Random(7);
        List<int> Days(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(60))];
        var taken = 0;
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var (rule, excepted, added, changed, moved, cut) = (rules[random.Next(rules.Length)], Days(4), Days(3), Days(3), random.Next(-3, 4), random.Next(90));
            string At(int day, int hours = 9) => new DateTime(2027, 1, 4, hours, 0, 0).AddDays(day).ToString("yyyyMMddTHHmmss", System.Globalization.CultureInfo.InvariantCulture);
            var text = new StringBuilder($"BEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Budapest:{At(0)}\nRRULE:{rule}\n");
            foreach (var day in excepted) text.Append(null, $"EXDATE;TZID=Europe/Budapest:{At(day)}\n");
            foreach (var day in added) text.Append(null, $"RDATE;TZID=Europe/Budapest:{At(day, 20)}\n");
            text.Append("END:VEVENT\n");
            foreach (var day in changed.Distinct()) text.Append(null, $"BEGIN:VEVENT\nUID:a\nSUMMARY:B\nRECURRENCE-ID;TZID=Europe/Budapest:{At(day)}\nDTSTART;TZID=Europe/Budapest:{At(day + moved, 11)}\nEND:VEVENT\n");
            if (cut < 60 && !changed.Contains(cut)) text.Append(null, $"BEGIN:VEVENT\nUID:a\nSUMMARY:C\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Budapest:{At(cut)}\nDTSTART;TZID=Europe/Budapest:{At(cut + moved, 13)}\nEND:VEVENT\n");
            var file = Encoding.UTF8.GetBytes(text.ToString());
            var series = ProposedCalendar.Of(file, Budapest, "en").Series.Single();
            if (series.WhyNot is not null) continue;
            taken++;
            var (from, to) = (new DateOnly(2026, 12, 1), new DateOnly(2027, 12, 31));
            var said = CalendarSeries.Of(CalendarReader.Read(file, Budapest).Entries).Single().Between(new(2026, 12, 1, 0, 0, 0, default), new(2027, 12, 30, 0, 0, 0, default), Budapest).Select(d => d.Occurrence.Instant).Order();
            var kept = series.Parts.SelectMany(p => ActivityTime.Read(p.Item.StatedTime())!.On(from, to)).Select(d => d.Start.ToInstant(Budapest)).Where(i => i < new DateTimeOffset(2027, 12, 30, 0, 0, 0, default)).Order();
            Assert.Equal(said, kept);
        }

        Assert.True(taken > 200, $"{taken}");
    }

    private static ProposedCalendar Read(string entries) => ProposedCalendar.Of(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{entries}END:VCALENDAR\n"), Budapest, "en");

    private static IEnumerable<string> CalendarFiles(string source) => Directory.EnumerateFiles(Shared(source), "*.ics", SearchOption.AllDirectories);
}
