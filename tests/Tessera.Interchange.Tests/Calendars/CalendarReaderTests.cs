using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>How lines, values and components are understood, and what is said of those that are not.</summary>
public sealed class CalendarReaderTests
{
    [Fact]
    public void Read_OfAnEvent_HasAllThatItSays()
    {
        var reading = ReadEvent(
            "DTSTART;TZID=Europe/Budapest:20260504T090000", "DTEND;TZID=Europe/Budapest:20260504T103000", "SUMMARY:Visit\\; of Gällivare\\, day 1", "DESCRIPTION:First line\\nSecond \\\\ line",
            "LOCATION:Town hall", "CATEGORIES:Twinning,Visits\\, incoming", "CATEGORIES:EU", "GEO:46.36;25.80", "URL:https://example.org/a;b", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "SEQUENCE:3",
            "ORGANIZER;CN=\"Kovács, Éva\":mailto:eva@example.org", "ATTENDEE;CN=Bo ^'B^' Berg;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:bo@example.org",
            "LAST-MODIFIED:20260502T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Budapest:20260511T090000", "RDATE;VALUE=DATE:20260601", "X-OTHER:1");
        Assert.Empty(reading.Findings);
        var entry = Assert.Single(reading.Entries);
        Assert.Equal(("1@test", "Visit; of Gällivare, day 1", "First line\nSecond \\ line", "Town hall"), (entry.Uid, entry.Summary, entry.Description, entry.Location));
        Assert.Equal((Moment.In(Budapest, new(2026, 5, 4, 9, 0, 0)), Moment.In(Budapest, new(2026, 5, 4, 10, 30, 0))), (entry.Start!.Value, entry.End!.Value));
        Assert.Equal(["Twinning", "Visits, incoming", "EU"], entry.Categories);
        Assert.Equal((new GeoPoint(46.36, 25.80), "https://example.org/a;b", EntryStatus.Confirmed, true, true, 3), (entry.Geo!.Value, entry.Url, entry.Status, entry.IsTransparent, entry.IsPrivate, entry.Sequence));
        Assert.Equal(new Organiser("eva@example.org", "Kovács, Éva"), entry.Organiser);
        Assert.Equal(new Attendee("bo@example.org", "Bo \"B\" Berg", AttendeeRole.Optional, AttendeeAnswer.Accepted, true), Assert.Single(entry.Attendees));
        Assert.Equal((new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 2, 8, 0, 0, TimeSpan.Zero)), (entry.Stamp!.Value, entry.LastModified!.Value));
        Assert.Equal((RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=3"), Moment.In(Budapest, new(2026, 5, 11, 9, 0, 0)), new AddedDate(Moment.Of(new(2026, 6, 1)))), (entry.Rules[0], entry.Excepted[0], entry.Added[0]));
        Assert.Equal(4, entry.Line);
    }

    /// <summary>The letter é is folded in its middle; the lines end in each of the ways there are.</summary>
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Read_OfFoldedLines_JoinsBytesBeforeLetters(string end)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR{end}BEGIN:VEVENT{end}UID:1{end}DTSTART:20260504{end}SUMMARY:Caf"), 0xC3, .. Encoding.UTF8.GetBytes($"{end} "), 0xA9, .. Encoding.UTF8.GetBytes($"{end}\t au{end}  lait{end}{end}END:VEVENT{end}END:VCALENDAR")];
        var reading = CalendarReader.Read(text, Budapest);
        Assert.Equal("Café au lait", Assert.Single(reading.Entries).Summary);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("DTSTART:20260504T070000Z", "2026-05-04T07:00:00Z")]
    [InlineData("DTSTART:20260504T0700Z", "2026-05-04T07:00:00Z")]
    [InlineData("DTSTART:20260504T070060", "2026-05-04T07:00:59")]
    [InlineData("DTSTART;VALUE=DATE:20260504", "2026-05-04")]
    [InlineData("DTSTART:20260504", "2026-05-04")]
    [InlineData("DTSTART;VALUE=DATE:20260504T000000", "2026-05-04")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260504T070000", "2026-05-04T07:00:00 Europe/Berlin")]
    [InlineData("dtstart;tzid=\"Europe/Berlin\";X-A=\"1:2;3\":20260504T070000", "2026-05-04T07:00:00 Europe/Berlin")]
    [InlineData("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260504T070000", "2026-05-04T07:00:00 Europe/Berlin")]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Salta:20260504T070000", "2026-05-04T07:00:00 America/Argentina/Salta")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague\":20260504T070000", "2026-05-04T07:00:00 Europe/Belgrade")]
    [InlineData("DTSTART;TZID=\"(GMT-05:00) Eastern Time (US & Canada)\":20260504T070000", "2026-05-04T07:00:00 America/New_York")]
    [InlineData("DTSTART;TZID=\"tzone://Microsoft/Utc\":20260504T070000", "2026-05-04T07:00:00Z")]
    public void Read_OfTimes_UnderstandsThem(string line, string expected) => Assert.Equal(expected, ReadEvent(line).Entries[0].Start.ToString());

    /// <summary>Outlook writes Windows' names: whatever the zone is called here, its clock is that of the place.</summary>
    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Central Europe Standard Time", "Europe/Budapest")]
    [InlineData("GTB Standard Time", "Europe/Bucharest")]
    [InlineData("FLE Standard Time", "Europe/Helsinki")]
    [InlineData("GMT Standard Time", "Europe/London")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    public void Read_OfWindowsZones_HasTheClockOfThePlace(string windows, string place)
    {
        var reading = ReadEvent($"DTSTART;TZID={windows}:20260704T070000", $"RDATE;TZID={windows}:20261204T070000");
        Assert.Empty(reading.Findings);
        var entry = Assert.Single(reading.Entries);
        Assert.Equal(Moment.In(Named(place), new(2026, 7, 4, 7, 0, 0)).ToInstant(Zone.Utc), entry.Start!.Value.ToInstant(Zone.Utc));
        Assert.Equal(Moment.In(Named(place), new(2026, 12, 4, 7, 0, 0)).ToInstant(Zone.Utc), entry.Added[0].Start.ToInstant(Zone.Utc));
    }

    /// <summary>The file's own rules count where the name is unknown, whether they stand before the event or behind it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_OfAnUnknownZone_TakesTheFilesRules(bool isFirst)
    {
        const string Rules = "BEGIN:VTIMEZONE\nTZID:Our Town\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
            + "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
        const string Event = "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Our Town:20260101T090000\nRRULE:FREQ=MONTHLY;COUNT=12\nEND:VEVENT\n";
        var reading = Read($"BEGIN:VCALENDAR\n{(isFirst ? Rules + Event : Event + Rules)}END:VCALENDAR\n");
        Assert.Empty(reading.Findings);
        var zone = reading.Entries[0].Start!.Value.Zone!;
        Assert.True(zone.IsForeign);
        for (var utc = new DateTime(2025, 1, 1, 0, 30, 0); utc.Year < 2028; utc = utc.AddHours(1)) Assert.Equal(Budapest.OffsetAt(utc), zone.OffsetAt(utc));
        Assert.Equal([8, 8, 8, 7, 7, 7, 7, 7, 7, 7, 8, 8], CalendarSeries.Of(reading.Entries)[0].Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Zone.Utc).Select(d => d.Occurrence.Instant.Hour));
    }

    [Fact]
    public void Read_OfAZoneThatNobodyKnows_IsWhereTheReaderIsAndSaysSo()
    {
        var reading = ReadEvent("DTSTART;TZID=Atlantis:20260704T070000");
        Assert.Equal(new CalendarFinding(7, CalendarCodes.UnknownZone, "Atlantis"), Assert.Single(reading.Findings));
        Assert.Equal(new DateTimeOffset(2026, 7, 4, 5, 0, 0, TimeSpan.Zero), reading.Entries[0].Start!.Value.ToInstant(Zone.Utc));
    }

    [Fact]
    public void Read_OfFloatingTimes_PutsThemWhereTheCalendarIs()
    {
        const string Event = "BEGIN:VEVENT\nUID:1\nDTSTART:20260704T070000\nEND:VEVENT\nEND:VCALENDAR\n";
        Assert.Equal(Moment.In(Named("Europe/Stockholm"), new(2026, 7, 4, 7, 0, 0)), Read("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Stockholm\n" + Event).Entries[0].Start);
        Assert.Equal(Moment.Floating(new(2026, 7, 4, 7, 0, 0)), Read("BEGIN:VCALENDAR\n" + Event).Entries[0].Start);
    }

    [Theory]
    [InlineData("DTSTART:20260504T090000", "DURATION:PT1H30M", "2026-05-04T10:30:00")]
    [InlineData("DTSTART:20260504T090000", "DURATION:P1W", "2026-05-11T09:00:00")]
    [InlineData("DTSTART;TZID=Europe/Budapest:20260328T120000", "DURATION:P1D", "2026-03-29T12:00:00 Europe/Budapest")]
    [InlineData("DTSTART;TZID=Europe/Budapest:20260328T120000", "DURATION:PT24H", "2026-03-29T13:00:00 Europe/Budapest")]
    [InlineData("DTSTART:20260504", "X-A:", "2026-05-05")]
    [InlineData("DTSTART:20260504T090000", "X-A:", "2026-05-04T09:00:00")]
    [InlineData("DTSTART:20260504", "DTEND:20260506", "2026-05-06")]
    public void End_OfAnEntry_IsAsStatedOrByItsLength(string start, string end, string expected) => Assert.Equal(expected, ReadEvent(start, end).Entries[0].End.ToString());

    [Theory]
    [InlineData("DTSTART:20260230", CalendarCodes.BadValue, 7)]
    [InlineData("DTSTART:20260504T250000", CalendarCodes.BadValue, 7)]
    [InlineData("DTSTART:tomorrow", CalendarCodes.NoStart, 4)]
    [InlineData("DTSTART:20260504\r\nRRULE:FREQ=WEEKLY;BYMONTHDAY=1", RecurrenceRefusal.PartNotWithFrequency, 8)]
    [InlineData("DTSTART:20260504\r\nDESCRIPTION:a\r\n b\r\n c\r\nRRULE:FREQ=SOMETIMES", RecurrenceRefusal.NoFrequency, 11)]
    [InlineData("DTSTART:20260504\r\nRRULE:D2 #5", RecurrenceRefusal.UnknownPart, 8)]
    [InlineData("DTSTART:20260504\r\nDTEND:20260503", CalendarCodes.EndBeforeStart, 4)]
    [InlineData("DTSTART:20260504\r\nDURATION:1H", CalendarCodes.BadValue, 8)]
    [InlineData("DTSTART:20260504\r\nGEO:91;0", CalendarCodes.BadValue, 8)]
    [InlineData("DTSTART:20260504\r\nSEQUENCE:many", CalendarCodes.BadValue, 8)]
    [InlineData("DTSTART:20260504\r\nNo colon here", CalendarCodes.BadLine, 8)]
    [InlineData("DTSTART:20260504\r\nEXRULE:FREQ=DAILY", CalendarCodes.NotTaken, 8)]
    [InlineData("DTSTART:20260504\r\nRECURRENCE-ID;RANGE=THISANDPRIOR:20260504", CalendarCodes.NotTaken, 8)]
    [InlineData("DTSTART:20260504\r\nEND:VALARM", CalendarCodes.BadNesting, 8)]
    [InlineData("DTSTART:20260504\r\nBEGIN:VALARM", CalendarCodes.BadNesting, 8)]
    [InlineData("DTSTART:20260504\r\nBEGIN:VEVENT\r\nEND:VEVENT", CalendarCodes.NotTaken, 8)]
    public void Read_OfWhatIsWrong_SaysSoWithTheLine(string lines, string code, int line) => Assert.Contains(ReadEvent(lines.Split("\r\n")).Findings, f => f.Code == code && f.Line == line);

    [Fact]
    public void Read_OfAnAlarm_DoesNotTakeItsTextForTheEvents()
    {
        var reading = ReadEvent("DTSTART:20260504", "BEGIN:VALARM", "DESCRIPTION:Alarm", "TRIGGER:-PT15M", "DURATION:PT5M", "END:VALARM", "SUMMARY:Event");
        Assert.Equal(("", "Event", (Span?)null), (reading.Entries[0].Description, reading.Entries[0].Summary, reading.Entries[0].Length));
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Read_OfTasksAndFreeBusy_HasThem()
    {
        var reading = Read("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nDUE:20260504T090000Z\nCOMPLETED:20260503T090000Z\nSTATUS:COMPLETED\nEND:VTODO\n"
            + "BEGIN:VFREEBUSY\nUID:2\nORGANIZER:mailto:a@b.c\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20260504T090000Z/PT1H,20260505T090000Z/20260505T093000Z\nFREEBUSY:never\nEND:VFREEBUSY\nEND:VCALENDAR\n");
        Assert.Equal((EntryKind.Task, EntryStatus.Completed, "2026-05-04T09:00:00Z"), (reading.Entries[0].Kind, reading.Entries[0].Status, reading.Entries[0].StatedEnd.ToString()));
        var busy = Assert.Single(reading.FreeBusy);
        Assert.Equal(["BUSY-TENTATIVE 01:00:00", "BUSY-TENTATIVE 00:30:00"], busy.Times.Select(t => $"{t.Kind} {t.End - t.Start}"));
        Assert.Equal((12, CalendarCodes.BadValue), (Assert.Single(reading.Findings).Line, reading.Findings[0].Code));
    }

    /// <summary>Quoted-printable with a soft break, in the code that is named; semicolons in lists.</summary>
    [Fact]
    public void Read_OfVCalendar_UnderstandsItsOldWays()
    {
        var reading = Read("BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260504T070000Z\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:G=E4lli=\nvare=0D=0Avisit\nCATEGORIES:A;B\nEXDATE:20260505T070000Z;20260506T070000Z\nEND:VEVENT\nEND:VCALENDAR\n");
        var entry = Assert.Single(reading.Entries);
        Assert.Equal("Gällivare\nvisit", entry.Summary);
        Assert.Equal(["A", "B"], entry.Categories);
        Assert.Equal(2, entry.Excepted.Count);
    }

    [Fact]
    public void Read_OfWindowsLetters_ReadsThemAndSaysSoOnce()
    {
        byte[] text = [.. "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260504\nSUMMARY:J"u8, 0xF6, .. "nk"u8, 0xF6, .. "ping\nLOCATION:"u8, 0xC5, .. "s\nEND:VEVENT\nEND:VCALENDAR\n"u8];
        var reading = CalendarReader.Read(text, Budapest);
        Assert.Equal(("Jönköping", "Ås"), (reading.Entries[0].Summary, reading.Entries[0].Location));
        Assert.Equal(CalendarCodes.NotUtf8, Assert.Single(reading.Findings).Code);
    }

    /// <summary>No database stores a zero, and nobody wants a bell.</summary>
    [Fact]
    public void Read_OfControlCharacters_LeavesThemOut() => Assert.Equal("ab\tc\nd", ReadEvent("DTSTART:20260504", "SUMMARY:a\0b\tc\\nd\u0007\u007F").Entries[0].Summary);

    [Fact]
    public void Read_OfUtf16AndOfAMark_ReadsThem()
    {
        const string Text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260504\r\nSUMMARY:Őz\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        foreach (var code in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true)])
        {
            var reading = CalendarReader.Read([.. code.Preamble, .. code.GetBytes(Text)], Budapest);
            Assert.Equal("Őz", Assert.Single(reading.Entries).Summary);
            Assert.Empty(reading.Findings);
        }
    }

    [Fact]
    public void Of_AFile_GathersTheSeriesWithItsChanges()
    {
        var reading = Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSEQUENCE:0\nDTSTART;TZID=Europe/Budapest:20260504T090000\nDTEND;TZID=Europe/Budapest:20260504T100000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Old\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260518T070000Z\nDTSTART;TZID=Europe/Budapest:20260519T110000\nDTEND;TZID=Europe/Budapest:20260519T113000\nSUMMARY:Later\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;TZID=Europe/Budapest:20260511T090000\nDTSTART;TZID=Europe/Budapest:20260511T090000\nSTATUS:CANCELLED\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:1\nSEQUENCE:1\nDTSTART;TZID=Europe/Budapest:20260504T090000\nDTEND;TZID=Europe/Budapest:20260504T100000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:New\nEND:VEVENT\nEND:VCALENDAR\n");
        var series = Assert.Single(CalendarSeries.Of(reading.Entries));
        var dated = series.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Budapest).ToList();
        Assert.Equal(["New None 04 09:00-10:00", " Cancelled 11 09:00-09:00", "Later None 19 11:00-11:30", "Later None 26 11:00-11:30"],
            dated.Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d.Entry.Summary} {d.Entry.Status} {d.Occurrence.Start.Wall:dd HH:mm}-{d.End.Wall:HH:mm}")));
    }
}
