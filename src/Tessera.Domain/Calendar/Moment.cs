using System.Globalization;

namespace Tessera.Domain.Calendar;

/// <summary>
/// A point of a calendar as it was written: a whole day; a wall time in a zone; or a wall time in no zone ("floating"), the same on
/// everybody's clock. Exact to the second.
/// </summary>
public readonly record struct Moment
{
    private Moment(DateTime wall, Zone? zone, bool isDay) => (Wall, Zone, IsDay) = (wall, zone, isDay);

    /// <summary>What the clock on the wall shows, without kind; midnight of a whole day.</summary>
    public DateTime Wall { get; }

    /// <summary>Where the clock hangs; null for whole days and floating times.</summary>
    public Zone? Zone { get; }

    /// <summary>Whether it is a whole day.</summary>
    public bool IsDay { get; }

    /// <summary>The day, or the day of the time.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Wall);

    /// <summary>A whole day.</summary>
    public static Moment Of(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), null, true);

    /// <summary>A time on everybody's clock.</summary>
    public static Moment Floating(DateTime wall) => new(Whole(wall), null, false);

    /// <summary>A time on the clocks of a zone.</summary>
    public static Moment In(Zone zone, DateTime wall) => new(Whole(wall), zone, false);

    /// <summary>An instant, kept in UTC.</summary>
    public static Moment At(DateTimeOffset instant) => new(Whole(instant.UtcDateTime), Zone.Utc, false);

    /// <summary>The instant; whole days and floating times are taken in <paramref name="local"/>.</summary>
    public DateTimeOffset ToInstant(Zone local) => new((Zone ?? local).ToUtc(Wall), TimeSpan.Zero);

    /// <summary>What the clock of this moment shows when the other comes: the other's wall time, brought into this zone if both have one.</summary>
    public DateTime WallOf(Moment other) =>
        Zone is null || other.Zone is null || Zone.Equals(other.Zone) ? other.Wall : Zone.ToWall(other.Zone.ToUtc(other.Wall));

    /// <summary>The same kind of moment at another wall time.</summary>
    public Moment With(DateTime wall) => new(IsDay ? wall.Date : Whole(wall), Zone, IsDay);

    /// <summary>
    /// Later by a length (RFC 5545, 3.3.6): days are counted on the calendar, whatever the clocks do in between; the rest is time that
    /// passes. A whole day moves by days alone.
    /// </summary>
    public Moment Plus(Span length)
    {
        var day = Zone.Moved(Wall, TimeSpan.FromDays(length.Days));
        if (IsDay) return With(day);
        return Zone is null ? With(Zone.Moved(day, length.Time))
            : length.Time == TimeSpan.Zero ? With(day)
            : With(Zone.ToWall(Zone.Moved(Zone.ToUtc(day), length.Time)));
    }

    /// <summary>ISO 8601 with the zone behind it.</summary>
    public override string ToString() => IsDay
        ? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Wall.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (Zone is null ? "" : Zone == Zone.Utc ? "Z" : $" {Zone}");

    private static DateTime Whole(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
}

/// <summary>A length of time as calendars write it: whole days of the calendar, and time that passes. Either may be negative.</summary>
public readonly record struct Span(int Days, TimeSpan Time);
