using Tessera.Planning.Maps;

namespace Tessera.Planning.Programmes.Sweep;

/// <summary>What of an entry does not change with its date, made ready to be compared: keys as numbers, the venue as a point of the sphere.</summary>
internal sealed class Subject
{
    public required (double X, double Y, double Z) Direction { get; init; }

    public required GeoPoint Venue { get; init; }

    public required double RadiusKm { get; init; }

    public required double Visitors { get; init; }

    public required double Chance { get; init; }

    public required KeySet Audiences { get; init; }

    public required KeySet Themes { get; init; }

    public required KeySet Performers { get; init; }

    public required KeySet Stages { get; init; }

    public double DistanceKm(Subject other)
    {
        var (x, y, z) = (Direction.X - other.Direction.X, Direction.Y - other.Direction.Y, Direction.Z - other.Direction.Z);
        var chord = Math.Sqrt((x * x) + (y * y) + (z * z));
        return 2 * GeoPoint.EarthRadiusKm * Math.Asin(Math.Min(1, chord / 2));
    }

    public static (double X, double Y, double Z) DirectionOf(GeoPoint point)
    {
        var (lat, lon) = (point.Latitude * Math.PI / 180, point.Longitude * Math.PI / 180);
        return (Math.Cos(lat) * Math.Cos(lon), Math.Cos(lat) * Math.Sin(lon), Math.Sin(lat));
    }
}

/// <summary>A subject at a time. Minutes are of UTC since <see cref="Clock.Epoch"/>, the end excluded; days are local, both included.</summary>
internal readonly record struct Placement(int Subject, int Start, int End, int FirstDay, int LastDay)
{
    public static Placement Of(int subject, ProgrammeEntry entry) => new(
        subject, Clock.Minute(entry.Start), Clock.Minute(entry.End),
        DateOnly.FromDateTime(entry.Start.DateTime).DayNumber, DateOnly.FromDateTime(entry.End.DateTime.AddMinutes(-1)).DayNumber);

    public Placement Shifted(int days) =>
        new(Subject, Start + (days * Clock.MinutesOfDay), End + (days * Clock.MinutesOfDay), FirstDay + days, LastDay + days);
}

internal static class Clock
{
    public const int MinutesOfDay = 24 * 60;

    public static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static int Minute(DateTimeOffset instant) => (int)Math.Floor((instant - Epoch).TotalMinutes);
}
