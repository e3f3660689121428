using System.Buffers;
using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Tests.Reading;
using Xunit;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>What the tests of calendars share.</summary>
internal static class CalendarTexts
{
    public static readonly DateTimeOffset Written = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static Zone Budapest { get; } = Named("Europe/Budapest");

    public static Zone Named(string name) => Zone.Of(TimeZoneInfo.FindSystemTimeZoneById(name));

    public static CalendarReading Read(string text) => CalendarReader.Read(Encoding.UTF8.GetBytes(text), Budapest);

    /// <summary>The lines of one event in a calendar; the event begins on line 4.</summary>
    public static CalendarReading ReadEvent(params string[] lines) =>
        Read(string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "BEGIN:VEVENT", "UID:1@test", "DTSTAMP:20260501T120000Z", .. lines, "END:VEVENT", "END:VCALENDAR", ""]));

    public static byte[] Write(params CalendarEntry[] entries) => Write(new CalendarHead("-//Tessera//EN"), entries);

    public static byte[] Write(CalendarHead head, params CalendarEntry[] entries)
    {
        var target = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(target, head, entries, Written);
        return target.WrittenSpan.ToArray();
    }

    public static CalendarEntry Meeting { get; } = new()
    {
        Uid = "1@tessera",
        Start = Moment.In(Budapest, new(2026, 5, 4, 9, 0, 0)),
        StatedEnd = Moment.In(Budapest, new(2026, 5, 4, 10, 30, 0)),
        Summary = "Meeting of the twinning committee",
        Stamp = Written,
        Sequence = 2,
    };

    /// <summary>A folder or file of the shared calendars; the test is skipped where they are not.</summary>
    public static string Shared(params string[] path)
    {
        var full = Path.Combine([CorpusPages.Checkout("."), "..", "shared", "data", "calendars", .. path]);
        Assert.SkipUnless(Path.Exists(full), "the calendars of others (../shared/data/calendars) do not stand beside this checkout");
        return full;
    }

    /// <summary>What was read, but for the lines where it stood.</summary>
    public static List<string> Facts(CalendarReading reading) => [.. reading.Entries.Select(e => Facts(e with { Line = 0 }))];

    private static string Facts(CalendarEntry e) => string.Join('|', e.Kind, e.Uid, e.Start, e.StatedEnd, e.Length, e.Summary, e.Description, e.Location, e.Comment, string.Join(',', e.Categories), e.Geo, e.Url, e.Status,
        e.IsTransparent, e.IsPrivate, e.Organiser, string.Join(',', e.Attendees), e.Sequence, e.Stamp ?? Written, e.LastModified, e.RecurrenceId, e.IsAndFuture, string.Join(',', e.Rules), string.Join(',', e.Added), string.Join(',', e.Excepted), e.Completed);
}
