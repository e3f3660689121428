using System.Text;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>Follows BEGIN and END and hands each property to what is being read.</summary>
internal sealed class ComponentReader(Zone local)
{
    private readonly FileContext _file = new(local);
    private readonly List<CalendarEntry> _entries = [];
    private readonly List<FreeBusy> _freeBusy = [];
    private readonly Stack<(Component Kind, string Name, int Line)> _open = new();
    private EntryDraft? _entry;
    private FreeBusyDraft? _busy;
    private ZoneDraft? _zone;
    private string _method = "";
    private string _firstMethod = "";
    private string _product = "";
    private string _name = "";
    private int _tooDeep;
    private bool _hasCalendar;
    private bool _hasAny;
    private bool _saidOutside;

    private enum Component
    {
        Other,
        Calendar,
        Entry,
        FreeBusy,
        TimeZone,
        Observance,
    }

    /// <summary>Whether no more can be taken.</summary>
    public bool IsFull { get; private set; }

    public void Say(int line, string code) => _file.Findings.Add(line, code, "");

    public void Take(ReadOnlySpan<byte> line, int number)
    {
        if (!ContentLine.TryCut(line, number, out var property))
        {
            if (_open.Count > 0) _file.Findings.Add(number, CalendarCodes.BadLine, line);
            else Outside(number);
            return;
        }

        Span<char> letters = stackalloc char[32];
        var name = letters[..Upper(property.Name, letters)];
        if (name is "BEGIN") Begin(property);
        else if (name is "END") End(property);
        else if (_tooDeep == 0) Property(name, property);
    }

    public CalendarReading Finish()
    {
        if (_open.Count > 0) _file.Findings.Add(_open.Peek().Line, CalendarCodes.BadNesting, _open.Peek().Name);
        while (_open.Count > 0) Close(_open.Pop());
        if (!_hasAny) _file.Findings.Add(0, CalendarCodes.Empty, "");
        else if (!_hasCalendar) _file.Findings.Add(0, CalendarCodes.NoCalendar, "");
        foreach (var (name, line) in _file.Zones.Unknown) _file.Findings.Add(line, CalendarCodes.UnknownZone, name);
        return new()
        {
            Method = _firstMethod,
            Product = _product,
            Name = _name,
            Zone = _file.Zone,
            Entries = _entries,
            FreeBusy = _freeBusy,
            Findings = [.. _file.Findings.All.OrderBy(f => f.Line)],
        };
    }

    /// <summary>The name in capitals; a name that is longer than any known one, or no ASCII, is nobody's.</summary>
    private static int Upper(ReadOnlySpan<byte> name, Span<char> letters)
    {
        if (name.Length > letters.Length) return 0;
        for (var i = 0; i < name.Length; i++) letters[i] = (char)(name[i] is >= (byte)'a' and <= (byte)'z' ? name[i] - 32 : name[i]);
        return name.Length;
    }

    private void Begin(in ContentLine property)
    {
        if (_open.Count >= CalendarLimits.Depth)
        {
            if (_tooDeep++ == 0) _file.Findings.Add(property.Number, CalendarCodes.BadNesting, property.Value);
            return;
        }

        var name = Name(property);
        var kind = (name, _open.Count > 0 ? _open.Peek().Kind : Component.Calendar) switch
        {
            ("VCALENDAR", _) => Component.Calendar,
            ("VEVENT" or "VTODO", Component.Calendar) => Component.Entry,
            ("VFREEBUSY", Component.Calendar) => Component.FreeBusy,
            ("VTIMEZONE", Component.Calendar) => Component.TimeZone,
            ("STANDARD" or "DAYLIGHT", Component.TimeZone) => Component.Observance,
            _ => Component.Other,
        };
        _open.Push((kind, name, property.Number));
        _hasAny |= kind != Component.Other;
        Open(kind, name, property.Number);
    }

    private void Open(Component kind, string name, int line)
    {
        switch (kind)
        {
            case Component.Calendar: (_hasCalendar, _method) = (true, ""); break;
            case Component.Entry: _entry = new(name == "VEVENT" ? EntryKind.Event : EntryKind.Task, line, _file); break;
            case Component.FreeBusy: _busy = new(line, _file); break;
            case Component.TimeZone: _zone = new(line, _file); break;
            case Component.Other when name is "VJOURNAL" or "VEVENT" or "VTODO": _file.Findings.Add(line, CalendarCodes.NotTaken, name); break;
            default: break;
        }
    }

    /// <summary>Closes what it names, and whatever is still open within.</summary>
    private void End(in ContentLine property)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        var name = Name(property);
        if (_open.Count == 0 || (_open.Peek().Name != name && _open.All(c => c.Name != name)))
        {
            _file.Findings.Add(property.Number, CalendarCodes.BadNesting, name);
            return;
        }

        if (_open.Peek().Name != name) _file.Findings.Add(_open.Peek().Line, CalendarCodes.BadNesting, _open.Peek().Name);
        while (_open.Pop() is var closed)
        {
            Close(closed);
            if (closed.Name == name) break;
        }
    }

    private void Close((Component Kind, string Name, int Line) closed)
    {
        switch (closed.Kind)
        {
            case Component.Entry when _entry?.Finish(_method) is { } entry: _entries.Add(entry); break;
            case Component.FreeBusy: _freeBusy.Add(_busy!.Finish()); break;
            case Component.Observance: _zone!.EndObservance(); break;
            case Component.TimeZone: _zone!.End(); break;
            default: break;
        }

        if (_entries.Count + _freeBusy.Count < CalendarLimits.Entries || IsFull) return;
        IsFull = true;
        _file.Findings.Add(closed.Line, CalendarCodes.TooMany, "");
    }

    private void Property(ReadOnlySpan<char> name, in ContentLine property)
    {
        if (_open.Count == 0)
        {
            Outside(property.Number);
            return;
        }

        switch (_open.Peek().Kind)
        {
            case Component.Entry: _entry!.Read(name, property); break;
            case Component.Calendar: OfCalendar(name, property); break;
            case Component.FreeBusy: _busy!.Read(name, property); break;
            case Component.TimeZone: _zone!.Read(name, property); break;
            case Component.Observance: _zone!.ReadObservance(name, property); break;
            default: break;
        }
    }

    private void OfCalendar(ReadOnlySpan<char> name, in ContentLine property)
    {
        switch (name)
        {
            case "METHOD": Method(ContentLine.Decode(property.Value).Trim().ToUpperInvariant()); break;
            case "PRODID": _product = CalendarValues.Text(property.Value); break;
            case "VERSION": _file.IsOld = property.Value.StartsWith("1."u8); break;
            case "X-WR-CALNAME" or "NAME": _name = CalendarValues.Text(property.Value); break;
            case "X-WR-TIMEZONE": _file.Zone = _file.Zones.Named(property.Value.Trim((byte)' '), property.Number); break;
            default: break;
        }
    }

    /// <summary>A file may hold several calendars, each with its own; the first speaks for the file.</summary>
    private void Method(string method)
    {
        _method = method;
        if (_firstMethod.Length == 0) _firstMethod = method;
    }

    private void Outside(int line)
    {
        if (_saidOutside) return;
        _saidOutside = true;
        _file.Findings.Add(line, CalendarCodes.NoCalendar, "");
    }

    /// <summary>A component's name in capitals; at most a few dozen letters of it.</summary>
    private static string Name(in ContentLine property)
    {
        var value = property.Value.Trim(" \t"u8);
        return value.Length == 6 && Ascii.EqualsIgnoreCase(value, "VEVENT"u8) ? "VEVENT" : ContentLine.Decode(value[..Math.Min(value.Length, 40)]).ToUpperInvariant();
    }
}
