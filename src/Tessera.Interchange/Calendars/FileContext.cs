using System.Text.Unicode;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>What the lines of one file share: zones, findings, and how values are understood.</summary>
internal sealed class FileContext(Zone local)
{
    private bool _saidNotUtf8;

    public FindingList Findings { get; } = new();

    public ZoneTable Zones { get; } = new(local);

    /// <summary>Where floating times are by X-WR-TIMEZONE.</summary>
    public Zone? Zone { get; set; }

    /// <summary>Whether it says that it is a vCalendar 1.0.</summary>
    public bool IsOld { get; set; }

    public Moment? Moment(in ContentLine property) => Moment(property, property.Value.Trim((byte)' '));

    /// <summary>A DATE or DATE-TIME by its own form, whatever VALUE says; null and a finding where it is none.</summary>
    public Moment? Moment(in ContentLine property, ReadOnlySpan<byte> value)
    {
        if (CalendarValues.TryDay(value, out var day)) return Domain.Calendar.Moment.Of(DateOnly.FromDateTime(day));
        if (!CalendarValues.TryTime(value, out var time, out var isUtc))
        {
            Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
            return null;
        }

        if (property.Says("VALUE"u8, "DATE"u8)) return Domain.Calendar.Moment.Of(DateOnly.FromDateTime(time));
        if (isUtc) return Domain.Calendar.Moment.In(Domain.Calendar.Zone.Utc, time);
        var name = property.Raw("TZID"u8, out var isThere);
        var zone = isThere && name.Length > 0 ? Zones.Named(name, property.Number) : Zone;
        return zone is null ? Domain.Calendar.Moment.Floating(time) : Domain.Calendar.Moment.In(zone, time);
    }

    /// <summary>A PERIOD of a list of dates: a beginning with an end or a length.</summary>
    public AddedDate? Period(in ContentLine property, ReadOnlySpan<byte> value)
    {
        var cut = value.IndexOf((byte)'/');
        if (cut < 0 || Moment(property, value[..cut]) is not { } start) return null;
        var rest = value[(cut + 1)..];
        if (CalendarValues.TryLength(rest, out var length)) return new(start, length);
        return Moment(property, rest) is { } end ? new(start, new Span(0, end.Wall - start.Wall)) : null;
    }

    /// <summary>A time that should be UTC; without Z it is taken so as well.</summary>
    public DateTimeOffset? Instant(in ContentLine property)
    {
        if (CalendarValues.TryTime(property.Value.Trim((byte)' '), out var time, out _) || CalendarValues.TryDay(property.Value, out time)) return new(time, TimeSpan.Zero);
        Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
        return null;
    }

    public Span? Length(in ContentLine property)
    {
        if (CalendarValues.TryLength(property.Value.Trim((byte)' '), out var length)) return length;
        Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
        return null;
    }

    public int? Number(in ContentLine property)
    {
        if (CalendarValues.TryNumber(property.Value.Trim((byte)' '), out var number)) return number;
        Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
        return null;
    }

    /// <summary>A TEXT; said once of a file that it is not UTF-8.</summary>
    public string Text(ReadOnlySpan<byte> value, int line)
    {
        if (!_saidNotUtf8 && !Utf8.IsValid(value))
        {
            Findings.Add(line, CalendarCodes.NotUtf8, "");
            _saidNotUtf8 = true;
        }

        return CalendarValues.Text(value);
    }
}
