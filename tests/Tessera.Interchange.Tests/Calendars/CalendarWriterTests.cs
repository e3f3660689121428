using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>What is written, to the octet, and that it reads back.</summary>
public sealed class CalendarWriterTests
{
    [Fact]
    public void Write_OfAnEntry_IsThis()
    {
        var entry = Meeting with
        {
            Start = Moment.At(new(2026, 5, 4, 7, 0, 0, TimeSpan.Zero)),
            StatedEnd = null,
            Length = new(0, TimeSpan.FromMinutes(90)),
            Summary = "Ülés; a, b \\ c",
            Description = "One\r\nTwo\u0007",
            Status = EntryStatus.Confirmed,
            Categories = ["A,B", "C"],
            Geo = new(46.36, 25.8),
            Url = "https://example.org/x",
            Organiser = new("eva@example.org", "Kovács, \"Éva\""),
            Attendees = [new("bo@example.org", "Bo", AttendeeRole.Optional, AttendeeAnswer.Tentative, true)],
            Rules = [RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=2")],
            Excepted = [Moment.Of(new(2026, 5, 11))],
        };
        Assert.Equal(string.Join("\r\n",
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tessera//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "NAME:Visits\\, all", "X-WR-CALNAME:Visits\\, all", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            "BEGIN:VEVENT", "UID:1@tessera", "DTSTAMP:20260501T120000Z", "DTSTART:20260504T070000Z", "DURATION:PT1H30M", "SEQUENCE:2", "STATUS:CONFIRMED", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20260511",
            "SUMMARY:Ülés\\; a\\, b \\\\ c", "DESCRIPTION:One\\nTwo", "URL:https://example.org/x", "GEO:46.36;25.8", "CATEGORIES:A\\,B,C", "ORGANIZER;CN=\"Kovács, ^'Éva^'\":mailto:eva@example.org",
            "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE;RSVP=TRUE;CN=Bo:mailto:bo@", " example.org", "END:VEVENT", "END:VCALENDAR", ""),
            Encoding.UTF8.GetString(Write(new CalendarHead("-//Tessera//EN") { Name = "Visits, all", Method = "PUBLISH", Refresh = TimeSpan.FromHours(1) }, entry)));
    }

    /// <summary>Letters of one to four octets, so that the fold falls upon each of their places.</summary>
    [Fact]
    public void Write_OfLongLines_FoldsAt75OctetsBetweenLetters()
    {
        for (var shift = 0; shift < 80; shift++)
        {
            var entry = Meeting with { Summary = new string('x', shift) + string.Concat(Enumerable.Repeat("aéő€😀", 60)) };
            var bytes = Write(entry);
            foreach (var line in Encoding.Latin1.GetString(bytes).Split("\r\n"))
            {
                Assert.InRange(line.Length, 0, 75);
                Assert.DoesNotContain('\n', line);
                Assert.Equal(line.Length, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line))).Length);
                Assert.DoesNotContain('�', Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line)));
            }

            Assert.Contains(Encoding.Latin1.GetString(bytes).Split("\r\n"), l => l.Length >= 72);
            Assert.Equal(entry.Summary, CalendarReader.Read(bytes, Budapest).Entries[0].Summary);
        }
    }

    [Fact]
    public void Write_OfEverything_ReadsBackTheSame()
    {
        CalendarEntry[] entries =
        [
            Meeting with { Description = "a\nb\tc;d,e\\f\"g^h:i", Location = "Ő", Comment = "c", Categories = ["x,y", "z;w"], Geo = new(-46.5, 25.123456), Url = "https://example.org/?a=1,2;b", IsPrivate = true, IsTransparent = true, LastModified = Written },
            Meeting with { Uid = "2", Rules = [RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231T225959Z")], Added = [new(Meeting.Start!.Value, new Span(1, TimeSpan.FromHours(2))), new(Moment.Of(new(2027, 1, 1)))], Excepted = [Meeting.Start!.Value] },
            Meeting with { Uid = "2", RecurrenceId = Meeting.Start, IsAndFuture = true, Status = EntryStatus.Cancelled, Attendees = [new("a@b.c", "^\"a\";:,"), new("urn:x", "")], Organiser = new("o@b.c", "") },
            new() { Uid = "3", Kind = EntryKind.Task, StatedEnd = Moment.Floating(new(2026, 5, 5, 8, 0, 0)), Completed = Written, Status = EntryStatus.Completed, Stamp = Written },
            new() { Uid = "4", Start = Moment.Of(new(2026, 5, 5)), Length = new(3, default), Stamp = Written },
        ];
        var reading = CalendarReader.Read(Write(entries), Budapest);
        Assert.Empty(reading.Findings);
        Assert.Equal(Facts(new() { Entries = entries }), Facts(reading));
    }

    /// <summary>Read with a name that nobody knows, so that only the written rules count: they give the clock of the zone at every hour.</summary>
    [Theory]
    [InlineData("Europe/Budapest", 2026, 2026, 2)]
    [InlineData("America/New_York", 2005, 2009, 4)]
    [InlineData("Europe/London", 1995, 2026, 3)]
    [InlineData("Africa/Casablanca", 2015, 2028, null)]
    [InlineData("Australia/Lord_Howe", 2020, 2026, 2)]
    [InlineData("America/Santiago", 2014, 2026, null)]
    [InlineData("Asia/Kathmandu", 1984, 2026, 2)]
    [InlineData("Asia/Tokyo", 2026, 2026, 1)]
    [InlineData("Europe/Istanbul", 2010, 2026, null)]
    public void Write_OfAZone_HasItsClockInTheYearsOfTheEntries(string name, int first, int last, int? parts)
    {
        var zone = Named(name);
        var text = Encoding.UTF8.GetString(Write(Meeting with { Start = Moment.In(zone, new(first, 1, 1)), StatedEnd = Moment.In(zone, new(last, 12, 31, 23, 0, 0)) }));
        var copy = Read(text.Replace(name, "Somewhere else", StringComparison.Ordinal)).Entries[0].Start!.Value.Zone!;
        Assert.True(copy.IsForeign);
        for (var utc = new DateTime(first, 1, 2, 0, 0, 0); utc < new DateTime(last, 12, 31); utc = utc.AddHours(1)) Assert.True(zone.OffsetAt(utc) == copy.OffsetAt(utc), $"{utc:s}: {zone.OffsetAt(utc)} {copy.OffsetAt(utc)}");
        if (parts is { } count) Assert.Equal(count, text.Split("BEGIN:STANDARD").Length + text.Split("BEGIN:DAYLIGHT").Length - 2);
    }

    /// <summary>What Outlook and phones expect to see.</summary>
    [Fact]
    public void Write_OfAZoneOfTheUnion_IsTwoYearlyRules()
    {
        var text = Encoding.UTF8.GetString(Write(Meeting));
        Assert.Contains("BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("BEGIN:VTIMEZONE").Length);
    }

    /// <summary>A thousand entries more cost no more memory than their room in the target.</summary>
    [Fact]
    public void Write_OfManyEntries_MakesNoGarbageForEach()
    {
        var entries = Enumerable.Range(0, 2000).Select(i => Meeting with { Uid = $"{i}@tessera", Description = "é" + new string('x', 200), Categories = ["A"] }).ToArray();
        long Cost(int count)
        {
            var some = entries[..count];
            var target = new System.Buffers.ArrayBufferWriter<byte>(4_000_000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            CalendarWriter.Write(target, new("-//Tessera//EN"), some, Written);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Cost(10);
        Assert.InRange(Cost(2000) - Cost(1000), -2000, 2000);
    }
}
