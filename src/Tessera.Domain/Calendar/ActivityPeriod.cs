namespace Tessera.Domain.Calendar;

/// <summary>From which instant to which an activity takes its place.</summary>
public static class ActivityPeriod
{
    /// <summary>How long what has a beginning and an open end is taken to last, in hours: an evening's programme.</summary>
    public const int OpenHours = 2;

    /// <summary>The first instant of a time and the first after it, with the offsets of the place: whole days from midnight to midnight, an open end after <see cref="OpenHours"/>.</summary>
    /// <param name="local">For what names no zone.</param>
    public static (DateTimeOffset Start, DateTimeOffset End) Of(ActivityDates dates, Zone local)
    {
        var zone = dates.Start.Zone ?? local;
        var ends = dates.Start.IsDay ? dates.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue)
            : dates.End.Wall > dates.Start.Wall ? dates.End.Wall
            : dates.Start.Wall.AddHours(OpenHours);
        var (start, end) = (At(zone, dates.Start.Wall), At(zone, ends));
        // Hours that the clocks leave out may end before they begin.
        return (start, end > start ? end : start.AddMinutes(1));
    }

    private static DateTimeOffset At(Zone zone, DateTime wall)
    {
        var utc = zone.ToUtc(wall);
        var offset = zone.OffsetAt(utc);
        return new DateTimeOffset(DateTime.SpecifyKind(utc + offset, DateTimeKind.Unspecified), offset);
    }
}
