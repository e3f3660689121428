using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>A VFREEBUSY while its lines are being read.</summary>
internal sealed class FreeBusyDraft(int line, FileContext file)
{
    private readonly List<string> _attendees = [];
    private readonly List<BusyTime> _times = [];
    private Organiser? _organiser;
    private string _uid = "";

    public void Read(ReadOnlySpan<char> name, in ContentLine property)
    {
        switch (name)
        {
            case "UID": _uid = ContentLine.Decode(property.Value); break;
            case "ORGANIZER": _organiser = new(Address(property), property.Parameter("CN"u8) ?? ""); break;
            case "ATTENDEE" when _attendees.Count < CalendarLimits.Values: _attendees.Add(Address(property)); break;
            case "FREEBUSY": Times(property); break;
            default: break;
        }
    }

    public FreeBusy Finish() => new(_uid, _organiser, _attendees, _times, line);

    private void Times(in ContentLine property)
    {
        var kind = property.Parameter("FBTYPE"u8)?.ToUpperInvariant() ?? "BUSY";
        foreach (var value in new ValueList(property.Value, (byte)','))
        {
            if (file.Period(property, value) is not { Length: { } length } period) file.Findings.Add(property.Number, CalendarCodes.BadValue, property.Name);
            else if (_times.Count < CalendarLimits.Values) _times.Add(new(period.Start.ToInstant(Zone.Utc), period.Start.Plus(length).ToInstant(Zone.Utc), kind));
        }
    }

    private static string Address(in ContentLine property)
    {
        var address = ContentLine.Decode(property.Value).Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address;
    }
}
