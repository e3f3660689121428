using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>A VTIMEZONE while its lines are being read.</summary>
internal sealed class ZoneDraft(int line, FileContext file)
{
    private const int MostObservances = 50;

    private readonly List<Observance> _observances = [];
    private readonly List<RecurrenceRule> _rules = [];
    private readonly List<DateTime> _added = [];
    private string _name = "";
    private DateTime? _start;
    private TimeSpan? _from;
    private TimeSpan? _to;

    /// <summary>A property of the zone itself.</summary>
    public void Read(ReadOnlySpan<char> name, in ContentLine property)
    {
        if (name is "TZID") _name = ContentLine.Decode(property.Value);
    }

    /// <summary>A property of its STANDARD or DAYLIGHT.</summary>
    public void ReadObservance(ReadOnlySpan<char> name, in ContentLine property)
    {
        var isGood = true;
        switch (name)
        {
            case "DTSTART": _start = file.Moment(property)?.Wall; break;
            case "TZOFFSETFROM": isGood = Offset(property, out _from); break;
            case "TZOFFSETTO": isGood = Offset(property, out _to); break;
            case "RRULE": Rule(property); break;
            case "RDATE": Added(property); break;
            default: break;
        }

        if (!isGood) file.Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
    }

    public void EndObservance()
    {
        if (_start is { } start && _to is { } to && _observances.Count < MostObservances) _observances.Add(new(start, _from ?? to, to, [.. _rules], [.. _added]));
        (_start, _from, _to) = (null, null, null);
        _rules.Clear();
        _added.Clear();
    }

    public void End()
    {
        if (_name.Length > 0) file.Zones.Define(_name, line, _observances);
    }

    private static bool Offset(in ContentLine property, out TimeSpan? offset)
    {
        var isOffset = CalendarValues.TryOffset(property.Value.Trim((byte)' '), out var read);
        offset = isOffset ? read : null;
        return isOffset;
    }

    private void Rule(in ContentLine property)
    {
        var text = ContentLine.Decode(property.Value[..Math.Min(property.Value.Length, RecurrenceRule.MostLength + 1)]);
        if (!RecurrenceRule.TryParse(text, out var rule)) file.Findings.Add(property.Number, RecurrenceRule.WhyNotParse(text)!, text);
        else if (_rules.Count < MostObservances) _rules.Add(rule);
    }

    private void Added(in ContentLine property)
    {
        foreach (var value in new ValueList(property.Value, (byte)','))
        {
            if (_added.Count < CalendarLimits.Values && file.Moment(property, value) is { } moment) _added.Add(moment.Wall);
        }
    }
}
