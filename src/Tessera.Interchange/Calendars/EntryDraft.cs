using Tessera.Domain.Calendar;
using Tessera.Interchange.Documents.Mail;

namespace Tessera.Interchange.Calendars;

/// <summary>An entry while its lines are being read. Of a property that may stand once the first counts.</summary>
internal sealed class EntryDraft(EntryKind kind, int line, FileContext file)
{
    private readonly List<string> _categories = [];
    private readonly List<Attendee> _attendees = [];
    private readonly List<RecurrenceRule> _rules = [];
    private readonly List<AddedDate> _added = [];
    private readonly List<Moment> _excepted = [];
    private CalendarEntry _entry = new() { Uid = "", Kind = kind, Line = line };
    private string? _uid;
    private string? _summary;
    private string? _description;
    private string? _location;
    private string? _url;
    private Moment? _start;
    private Moment? _end;
    private Span? _length;
    private Organiser? _organiser;
    private int? _sequence;
    private DateTimeOffset? _stamp;
    private DateTimeOffset? _modified;
    private EntryStatus _status;
    private bool _isTransparent;
    private bool _isPrivate;

    /// <summary>Takes one property; what is not known is passed over.</summary>
    public void Read(ReadOnlySpan<char> name, in ContentLine property)
    {
        switch (name)
        {
            case "UID": _uid ??= Text(property); break;
            case "DTSTART": _start ??= file.Moment(property); break;
            case "DTEND" or "DUE": _end ??= file.Moment(property); break;
            case "DURATION": _length ??= file.Length(property); break;
            case "SUMMARY": _summary ??= Text(property); break;
            case "DESCRIPTION": _description ??= Text(property); break;
            case "LOCATION": _location ??= Text(property); break;
            case "URL": _url ??= ContentLine.Decode(property.Value.Trim((byte)' ')); break;
            case "DTSTAMP": _stamp ??= file.Instant(property); break;
            case "LAST-MODIFIED": _modified ??= file.Instant(property); break;
            case "SEQUENCE": _sequence ??= file.Number(property); break;
            case "STATUS": _status = Status(property.Value); break;
            case "TRANSP": _isTransparent = Is(property, "TRANSPARENT"u8) || Is(property, "1"u8); break;
            case "CLASS": _isPrivate = Is(property, "PRIVATE"u8) || Is(property, "CONFIDENTIAL"u8); break;
            default: ReadRarer(name, property); break;
        }
    }

    /// <summary>The entry, or null where it cannot be one: an event without a beginning that is no answer, change or cancellation either.</summary>
    public CalendarEntry? Finish(string method)
    {
        var isWithoutStart = _start is null && kind == EntryKind.Event && _entry.RecurrenceId is null && method is not ("REPLY" or "CANCEL" or "REFRESH");
        if (isWithoutStart) file.Findings.Add(line, CalendarCodes.NoStart, _uid ?? "");
        if (isWithoutStart) return null;
        if (string.IsNullOrEmpty(_uid)) file.Findings.Add(line, CalendarCodes.NoUid, _summary ?? "");
        return _entry with
        {
            Uid = _uid ?? "",
            Start = _start,
            StatedEnd = CheckedEnd(),
            Length = _end is null ? _length : null,
            Summary = _summary ?? "",
            Description = _description ?? "",
            Location = _location ?? "",
            Url = _url ?? "",
            Categories = _categories,
            Status = _status,
            IsTransparent = _isTransparent,
            IsPrivate = _isPrivate,
            Organiser = _organiser,
            Attendees = _attendees,
            Sequence = Math.Max(_sequence ?? 0, 0),
            Stamp = _stamp,
            LastModified = _modified,
            Rules = _start is null ? [] : _rules,
            Added = _start is null ? [] : _added,
            Excepted = _excepted,
        };
    }

    private void ReadRarer(ReadOnlySpan<char> name, in ContentLine property)
    {
        switch (name)
        {
            case "RRULE": Rule(property); break;
            case "RDATE": Added(property); break;
            case "EXDATE": Excepted(property); break;
            case "EXRULE": _entry = _entry with { WhyNotRule = _entry.WhyNotRule ?? file.Findings.Add(property.Number, CalendarCodes.NotTaken, "EXRULE") }; break;
            case "RECURRENCE-ID": Recurrence(property); break;
            case "CATEGORIES": Categories(property); break;
            case "GEO": Geo(property); break;
            case "COMMENT": _entry = _entry with { Comment = Text(property) }; break;
            case "ORGANIZER": _organiser ??= new(Address(property.Value), property.Parameter("CN"u8) ?? ""); break;
            case "ATTENDEE": Attendee(property); break;
            case "COMPLETED": _entry = _entry with { Completed = file.Instant(property) }; break;
            default: break;
        }
    }

    /// <summary>An end of another kind than the beginning, or before it, is left out and said.</summary>
    private Moment? CheckedEnd()
    {
        if (_end is not { } end || _start is not { } start) return _end;
        if (end.IsDay && !start.IsDay) return Domain.Calendar.Moment.Floating(end.Wall) is var late && late.Wall >= start.Wall ? start.With(late.Wall) : null;
        if (!end.IsDay && start.IsDay) return Domain.Calendar.Moment.Of(end.Day > start.Day ? end.Day : start.Day.AddDays(1));
        var isReversed = end.Zone is null || start.Zone is null || end.Zone.Equals(start.Zone) ? end.Wall < start.Wall : (end.Wall - start.Wall).TotalHours < -26;
        if (!isReversed) return end;
        file.Findings.Add(line, CalendarCodes.EndBeforeStart, _uid ?? "");
        return null;
    }

    private void Rule(in ContentLine property)
    {
        var text = ContentLine.Decode(property.Value[..Math.Min(property.Value.Length, RecurrenceRule.MostLength + 1)]);
        if (RecurrenceRule.TryParse(text, out var rule)) AddTo(_rules, rule);
        else _entry = _entry with { WhyNotRule = _entry.WhyNotRule ?? file.Findings.Add(property.Number, RecurrenceRule.WhyNotParse(text)!, text) };
    }

    private void Added(in ContentLine property)
    {
        var isPeriod = property.Says("VALUE"u8, "PERIOD"u8);
        foreach (var value in new ValueList(property.Value, (byte)','))
        {
            if (isPeriod && file.Period(property, value) is { } period) AddTo(_added, period);
            else if (!isPeriod && file.Moment(property, value) is { } moment) AddTo(_added, new AddedDate(moment));
        }
    }

    /// <summary>vCalendar 1.0 separates by semicolons.</summary>
    private void Excepted(in ContentLine property)
    {
        foreach (var value in new ValueList(property.Value, property.Value.IndexOf((byte)';') >= 0 ? (byte)';' : (byte)','))
        {
            if (file.Moment(property, value) is { } moment) AddTo(_excepted, moment);
        }
    }

    private void Recurrence(in ContentLine property)
    {
        if (property.Says("RANGE"u8, "THISANDPRIOR"u8)) file.Findings.Add(property.Number, CalendarCodes.NotTaken, "THISANDPRIOR");
        _entry = _entry with { RecurrenceId = _entry.RecurrenceId ?? file.Moment(property), IsAndFuture = property.Says("RANGE"u8, "THISANDFUTURE"u8) };
    }

    private void Categories(in ContentLine property)
    {
        foreach (var value in new ValueList(property.Value, file.IsOld && property.Value.IndexOf((byte)';') >= 0 ? (byte)';' : (byte)','))
        {
            if (CalendarValues.Text(value.Trim((byte)' ')) is { Length: > 0 } category) AddTo(_categories, category);
        }
    }

    private void Geo(in ContentLine property)
    {
        if (CalendarValues.TryPoint(property.Value, out var point)) _entry = _entry with { Geo = point };
        else file.Findings.Add(property.Number, CalendarCodes.BadValue, "GEO");
    }

    private void Attendee(in ContentLine property)
    {
        var role = property.Says("ROLE"u8, "OPT-PARTICIPANT"u8) ? AttendeeRole.Optional
            : property.Says("ROLE"u8, "CHAIR"u8) ? AttendeeRole.Chair
            : property.Says("ROLE"u8, "NON-PARTICIPANT"u8) ? AttendeeRole.Informed : AttendeeRole.Required;
        var answer = property.Says("PARTSTAT"u8, "ACCEPTED"u8) ? AttendeeAnswer.Accepted
            : property.Says("PARTSTAT"u8, "DECLINED"u8) ? AttendeeAnswer.Declined
            : property.Says("PARTSTAT"u8, "TENTATIVE"u8) ? AttendeeAnswer.Tentative
            : property.Says("PARTSTAT"u8, "DELEGATED"u8) ? AttendeeAnswer.Delegated : AttendeeAnswer.NeedsAction;
        AddTo(_attendees, new(Address(property.Value), property.Parameter("CN"u8) ?? "", role, answer, property.Says("RSVP"u8, "TRUE"u8)));
    }

    private static string Address(ReadOnlySpan<byte> value)
    {
        var address = ContentLine.Decode(value).Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..].Trim() : address;
    }

    private static EntryStatus Status(ReadOnlySpan<byte> value)
    {
        var text = ContentLine.Decode(value[..Math.Min(value.Length, 20)]).Trim().ToUpperInvariant();
        return text switch
        {
            "TENTATIVE" => EntryStatus.Tentative,
            "CONFIRMED" => EntryStatus.Confirmed,
            "CANCELLED" or "CANCELED" => EntryStatus.Cancelled,
            "NEEDS-ACTION" => EntryStatus.NeedsAction,
            "IN-PROCESS" => EntryStatus.InProcess,
            "COMPLETED" => EntryStatus.Completed,
            _ => EntryStatus.None,
        };
    }

    private static bool Is(in ContentLine property, ReadOnlySpan<byte> value) => System.Text.Ascii.EqualsIgnoreCase(property.Value.Trim((byte)' '), value);

    private string Text(in ContentLine property)
    {
        if (property.Parameters.Length == 0) return file.Text(property.Value, property.Number);
        var isQuoted = property.Says("ENCODING"u8, "QUOTED-PRINTABLE"u8) || property.Parameters.IndexOf("QUOTED-PRINTABLE"u8) >= 0;
        if (isQuoted) return Documents.Letters.Of(MailWords.Escaped(property.Value, (byte)'='), property.Parameter("CHARSET"u8)).ReplaceLineEndings("\n");
        return property.Parameter("CHARSET"u8) is { } code && !code.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Documents.Letters.Of(property.Value, code)
            : file.Text(property.Value, property.Number);
    }

    private static void AddTo<T>(List<T> list, T value)
    {
        if (list.Count < CalendarLimits.Values) list.Add(value);
    }
}

/// <summary>The values of a list, cut at separators that are not escaped.</summary>
internal ref struct ValueList(ReadOnlySpan<byte> list, byte separator)
{
    private ReadOnlySpan<byte> _rest = list;
    private bool _isOver = list.IsEmpty;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ValueList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isOver) return false;
        var end = CalendarValues.EndOfValue(_rest, separator);
        Current = _rest[..end].Trim((byte)' ');
        _isOver = end == _rest.Length;
        if (!_isOver) _rest = _rest[(end + 1)..];
        return true;
    }
}
