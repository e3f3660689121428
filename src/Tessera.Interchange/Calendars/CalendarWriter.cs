using System.Buffers;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>
/// Writes iCalendar (RFC 5545): the zones that are used, for as many years as the entries need, then the entries in their order. Line by
/// line into the target; no entry makes garbage. What <see cref="CalendarReader"/> reads back is the same.
/// </summary>
public static class CalendarWriter
{
    /// <summary>The media type of a file or feed; of a message by mail, <see cref="CalendarHead.Method"/> is added as a parameter.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Writes a whole calendar.</summary>
    /// <param name="written">What stands as DTSTAMP of entries that have none.</param>
    public static void Write(IBufferWriter<byte> target, CalendarHead head, IReadOnlyList<CalendarEntry> entries, DateTimeOffset written)
    {
        using var lines = new LineWriter(target);
        lines.Raw("BEGIN:VCALENDAR"u8).End();
        lines.Raw("VERSION:2.0"u8).End();
        lines.Raw("PRODID:"u8).Text(head.Product).End();
        lines.Raw("CALSCALE:GREGORIAN"u8).End();
        Head(lines, head);
        foreach (var (zone, first, last) in UsedZones.Of(entries)) ZoneWriter.Write(lines, zone, first, last);
        foreach (var entry in entries) EntryWriter.Write(lines, entry, written);
        lines.Raw("END:VCALENDAR"u8).End();
    }

    private static void Head(LineWriter lines, CalendarHead head)
    {
        if (head.Method.Length > 0) lines.Raw("METHOD:"u8).Plain(head.Method).End();
        if (head.Name.Length > 0)
        {
            lines.Raw("NAME:"u8).Text(head.Name).End();
            lines.Raw("X-WR-CALNAME:"u8).Text(head.Name).End();
        }

        if (head.Refresh is not { } refresh) return;
        lines.Raw("REFRESH-INTERVAL;VALUE=DURATION:"u8).Length(new(0, refresh)).End();
        lines.Raw("X-PUBLISHED-TTL:"u8).Length(new(0, refresh)).End();
    }
}

/// <summary>The zones of entries, each with the first and last year in which one of its times stands.</summary>
internal static class UsedZones
{
    public static IEnumerable<(Zone Zone, int First, int Last)> Of(IReadOnlyList<CalendarEntry> entries)
    {
        var used = new Dictionary<Zone, (int First, int Last)>();
        foreach (var entry in entries)
        {
            Add(used, entry.Start);
            Add(used, entry.StatedEnd);
            Add(used, entry.RecurrenceId);
            foreach (var added in entry.Added) Add(used, added.Start);
            foreach (var excepted in entry.Excepted) Add(used, excepted);
        }

        return used.OrderBy(u => u.Key.Name, StringComparer.Ordinal).Select(u => (u.Key, u.Value.First, u.Value.Last));
    }

    private static void Add(Dictionary<Zone, (int First, int Last)> used, Moment? moment)
    {
        if (moment is not { Zone: { } zone, Wall: var wall } || ReferenceEquals(zone, Zone.Utc)) return;
        ref var years = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(used, zone, out var isThere);
        years = isThere ? (Math.Min(years.First, wall.Year), Math.Max(years.Last, wall.Year)) : (wall.Year, wall.Year);
    }
}
