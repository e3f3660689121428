using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>The zones that one file names, by its TZIDs. The system's table comes first, since the rules in files are often old or cut short.</summary>
internal sealed class ZoneTable
{
    private readonly Dictionary<string, (Zone Zone, int Line)> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Zone Zone, int Line)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Zone _local;

    public ZoneTable(Zone local)
    {
        _local = local;
        _bySpan = _zones.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Zones that were named and are neither the system's nor defined, with the line that first named them.</summary>
    public IEnumerable<(string Name, int Line)> Unknown => _zones.Where(z => z.Value.Zone is FileZone { IsKnown: false }).Select(z => (z.Key, z.Value.Line));

    /// <summary>The zone of a TZID.</summary>
    public Zone Named(ReadOnlySpan<byte> name, int line)
    {
        if (name.Length <= 128)
        {
            Span<char> letters = stackalloc char[128];
            if (System.Text.Ascii.ToUtf16(name, letters, out var length) == System.Buffers.OperationStatus.Done && _bySpan.TryGetValue(letters[..length], out var known)) return known.Zone;
        }

        return Named(ContentLine.Decode(name), line);
    }

    /// <summary>As the other; past <see cref="CalendarLimits.Zones"/> all further names are one unknown zone.</summary>
    public Zone Named(string name, int line)
    {
        if (_zones.TryGetValue(name, out var known)) return known.Zone;
        if (_zones.Count >= CalendarLimits.Zones)
        {
            name = "…";
            if (_zones.TryGetValue(name, out known)) return known.Zone;
        }

        Zone zone = ZoneNames.Find(name) is { } system ? Zone.Of(system) : new FileZone(name, _local);
        _zones[name] = (zone, line);
        return zone;
    }

    public void Define(string name, int line, IReadOnlyList<Observance> observances)
    {
        if (observances.Count > 0 && Named(name, line) is FileZone zone) zone.Define(observances);
    }
}
