using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>Writes one event or task.</summary>
internal static class EntryWriter
{
    public static void Write(LineWriter lines, CalendarEntry entry, DateTimeOffset written)
    {
        var isEvent = entry.Kind == EntryKind.Event;
        lines.Raw(isEvent ? "BEGIN:VEVENT"u8 : "BEGIN:VTODO"u8).End();
        lines.Raw("UID:"u8).Text(entry.Uid).End();
        lines.Raw("DTSTAMP:"u8).Instant(entry.Stamp ?? written).End();
        Times(lines, entry, isEvent);
        Recurrence(lines, entry);
        Texts(lines, entry);
        People(lines, entry);
        if (entry.LastModified is { } modified) lines.Raw("LAST-MODIFIED:"u8).Instant(modified).End();
        if (entry.Completed is { } completed) lines.Raw("COMPLETED:"u8).Instant(completed).End();
        lines.Raw(isEvent ? "END:VEVENT"u8 : "END:VTODO"u8).End();
    }

    private static void Times(LineWriter lines, CalendarEntry entry, bool isEvent)
    {
        if (entry.Start is { } start) Moment(lines.Raw("DTSTART"u8), start).End();
        if (entry.StatedEnd is { } end) Moment(lines.Raw(isEvent ? "DTEND"u8 : "DUE"u8), end).End();
        else if (entry.Length is { } length) lines.Raw("DURATION:"u8).Length(length).End();
        lines.Raw("SEQUENCE:"u8).Number(entry.Sequence).End();
        if (Status(entry.Status) is { Length: > 0 } status) lines.Raw("STATUS:"u8).Raw(status).End();
        if (entry.IsTransparent) lines.Raw("TRANSP:TRANSPARENT"u8).End();
        if (entry.IsPrivate) lines.Raw("CLASS:PRIVATE"u8).End();
    }

    private static void Recurrence(LineWriter lines, CalendarEntry entry)
    {
        if (entry.RecurrenceId is { } id) Moment(lines.Raw(entry.IsAndFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE"u8 : "RECURRENCE-ID"u8), id).End();
        foreach (var rule in entry.Rules) lines.Raw("RRULE:"u8).Plain(rule.ToString()).End();
        foreach (var added in entry.Added)
        {
            if (added.Length is { } length) Period(lines.Raw("RDATE;VALUE=PERIOD"u8), added.Start, length).End();
            else Moment(lines.Raw("RDATE"u8), added.Start).End();
        }

        foreach (var excepted in entry.Excepted) Moment(lines.Raw("EXDATE"u8), excepted).End();
    }

    private static void Texts(LineWriter lines, CalendarEntry entry)
    {
        if (entry.Summary.Length > 0) lines.Raw("SUMMARY:"u8).Text(entry.Summary).End();
        if (entry.Description.Length > 0) lines.Raw("DESCRIPTION:"u8).Text(entry.Description).End();
        if (entry.Location.Length > 0) lines.Raw("LOCATION:"u8).Text(entry.Location).End();
        if (entry.Comment.Length > 0) lines.Raw("COMMENT:"u8).Text(entry.Comment).End();
        if (entry.Url.Length > 0) lines.Raw("URL:"u8).Plain(entry.Url).End();
        if (entry.Geo is { } point) lines.Raw("GEO:"u8).Plain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point.Latitude};{point.Longitude}")).End();
        if (entry.Categories.Count == 0) return;
        lines.Raw("CATEGORIES:"u8);
        for (var i = 0; i < entry.Categories.Count; i++) lines.Raw(i > 0 ? ","u8 : default).Text(entry.Categories[i]);
        lines.End();
    }

    private static void People(LineWriter lines, CalendarEntry entry)
    {
        if (entry.Organiser is { } organiser) Person(lines.Raw("ORGANIZER"u8), organiser.Name, organiser.Address);
        foreach (var attendee in entry.Attendees)
        {
            lines.Raw("ATTENDEE;ROLE="u8).Raw(Role(attendee.Role)).Raw(";PARTSTAT="u8).Raw(Answer(attendee.Answer));
            if (attendee.IsAsked) lines.Raw(";RSVP=TRUE"u8);
            Person(lines, attendee.Name, attendee.Address);
        }
    }

    private static void Person(LineWriter lines, string name, string address)
    {
        if (name.Length > 0) lines.Raw(";CN="u8).Parameter(name);
        lines.Raw(address.Contains('@', StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal) ? ":mailto:"u8 : ":"u8).Plain(address).End();
    }

    /// <summary>Parameters and value, behind the name.</summary>
    private static LineWriter Moment(LineWriter lines, Moment moment)
    {
        if (moment.IsDay) return lines.Raw(";VALUE=DATE:"u8).Day(moment.Wall);
        if (moment.Zone is not { } zone) return lines.Raw(":"u8).Time(moment.Wall);
        return ReferenceEquals(zone, Zone.Utc) ? lines.Raw(":"u8).Time(moment.Wall).Raw("Z"u8) : lines.Raw(";TZID="u8).Parameter(zone.Name).Raw(":"u8).Time(moment.Wall);
    }

    private static LineWriter Period(LineWriter lines, Moment start, Span length) => Moment(lines, start).Raw("/"u8).Length(length);

    private static ReadOnlySpan<byte> Status(EntryStatus status) => status switch
    {
        EntryStatus.Tentative => "TENTATIVE"u8,
        EntryStatus.Confirmed => "CONFIRMED"u8,
        EntryStatus.Cancelled => "CANCELLED"u8,
        EntryStatus.NeedsAction => "NEEDS-ACTION"u8,
        EntryStatus.InProcess => "IN-PROCESS"u8,
        EntryStatus.Completed => "COMPLETED"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> Role(AttendeeRole role) => role switch
    {
        AttendeeRole.Optional => "OPT-PARTICIPANT"u8,
        AttendeeRole.Chair => "CHAIR"u8,
        AttendeeRole.Informed => "NON-PARTICIPANT"u8,
        _ => "REQ-PARTICIPANT"u8,
    };

    private static ReadOnlySpan<byte> Answer(AttendeeAnswer answer) => answer switch
    {
        AttendeeAnswer.Accepted => "ACCEPTED"u8,
        AttendeeAnswer.Declined => "DECLINED"u8,
        AttendeeAnswer.Tentative => "TENTATIVE"u8,
        AttendeeAnswer.Delegated => "DELEGATED"u8,
        _ => "NEEDS-ACTION"u8,
    };
}
