namespace Tessera.Domain.Calendar;

/// <summary>
/// How far the clocks of a place are ahead of UTC at every instant. Either the system's table (<see cref="Of"/>) or the rules that came
/// with a calendar. Two zones of one name and kind are equal.
/// <para>
/// <b>Times that are not, or are twice</b> (RFC 5545, 3.3.5): a wall time left out when clocks go forward is read with the offset before
/// the change, so 02:30 becomes 03:30; a wall time that comes twice when clocks go back is the first of the two.
/// </para>
/// </summary>
public abstract class Zone : IEquatable<Zone>
{
    private protected Zone(string name) => Name = name;

    /// <summary>For zones whose rules are kept elsewhere.</summary>
    protected Zone(string name, bool isForeign) : this(name) => IsForeign = isForeign;

    /// <summary>Coordinated universal time.</summary>
    public static Zone Utc { get; } = new FixedZone("UTC", TimeSpan.Zero);

    /// <summary>The name by which a calendar refers to it, such as <c>Europe/Budapest</c>.</summary>
    public string Name { get; }

    /// <summary>Whether its rules came with a calendar instead of from the system.</summary>
    public bool IsForeign { get; }

    /// <summary>A zone of the system's table.</summary>
    public static Zone Of(TimeZoneInfo zone) => zone.Id is "UTC" or "Etc/UTC" ? Utc : new SystemZone(zone);

    /// <summary>Always the same offset; <paramref name="offset"/> lies within 24 hours of zero.</summary>
    public static Zone Fixed(string name, TimeSpan offset) => new FixedZone(name, offset);

    /// <summary>How far wall time is ahead of UTC. The kind of <paramref name="utc"/> is not looked at.</summary>
    public abstract TimeSpan OffsetAt(DateTime utc);

    /// <summary>The wall time at an instant, without kind.</summary>
    public DateTime ToWall(DateTime utc) => Moved(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), OffsetAt(utc));

    /// <summary>The instant of a wall time, by the rule that the type's summary gives. At most four questions to the table.</summary>
    public DateTime ToUtc(DateTime wall)
    {
        var (before, after) = (OffsetAt(Moved(wall, -TimeSpan.FromDays(1))), OffsetAt(Moved(wall, TimeSpan.FromDays(1))));
        var early = Moved(wall, -before);
        if (before == after || OffsetAt(early) == before) return AsUtc(early);
        var late = Moved(wall, -after);
        return AsUtc(OffsetAt(late) == after ? late : early);
    }

    public bool Equals(Zone? other) => other is not null && other.GetType() == GetType() && other.Name == Name;

    public override bool Equals(object? obj) => Equals(obj as Zone);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;

    /// <summary>The time moved, and held within what a date can say.</summary>
    internal static DateTime Moved(DateTime time, TimeSpan by)
    {
        var ticks = time.Ticks + by.Ticks;
        return new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), time.Kind);
    }

    private static DateTime AsUtc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private sealed class SystemZone(TimeZoneInfo zone) : Zone(zone.Id)
    {
        public override TimeSpan OffsetAt(DateTime utc) => zone.GetUtcOffset(AsUtc(utc));
    }

    private sealed class FixedZone(string name, TimeSpan offset) : Zone(name)
    {
        public override TimeSpan OffsetAt(DateTime utc) => offset;
    }
}
