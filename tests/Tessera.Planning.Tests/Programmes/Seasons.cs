using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;

namespace Tessera.Planning.Tests.Programmes;

/// <summary>Random seasons, the same for the same seed: crowded in time and space, so that every kind of conflict comes up.</summary>
internal static class Seasons
{
    private static readonly string[] Audiences = ["families", "youth", "seniors", "pupils"];
    private static readonly string[] Themes = ["harvest", "music", "sport", "theatre", "crafts"];
    private static readonly string[] Countries = ["RO", "HU", "SE"];
    private static readonly DateOnly First = new(2026, 5, 1);

    /// <param name="place">Around which place; the date line and the poles are as good as any.</param>
    /// <param name="days">Over how many days.</param>
    public static Season Random(int seed, int count, GeoPoint place, int days, double movable = 0.7)
    {
        var random = new Random(seed);
        return new Season(
            [.. Enumerable.Range(0, count).Select(i => Entry(random, i, place, days, movable))],
            [.. Enumerable.Range(0, 1 + (days / 6)).Select(i => Fact(random, i, place, days))]);
    }

    private static ProgrammeEntry Entry(Random random, int i, GeoPoint place, int days, double movable)
    {
        var day = First.AddDays(random.Next(days));
        var start = new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Next(8, 22), random.Next(4) * 15)), TimeSpan.FromHours(random.Next(-1, 4)));
        var length = random.Next(8) == 0 ? TimeSpan.FromHours(random.Next(24, 24 * 6)) : TimeSpan.FromMinutes(random.Next(2, 40) * 15);
        var isMovable = random.NextDouble() < movable;
        return new ProgrammeEntry($"p{i}", $"o{random.Next(6)}", Near(random, place), start, start + length)
        {
            Audiences = Some(random, Audiences, 2),
            Themes = Some(random, Themes, 2),
            ExpectedVisitors = random.Next(6) == 0 ? random.Next(5) : random.Next(20, 3000),
            CatchmentKm = random.Next(10) == 0 ? random.Next(80, 600) : random.Next(1, 40),
            Firmness = !isMovable ? Firmness.Fixed : random.Next(5) == 0 ? Firmness.Idea : Firmness.Movable,
            Window = isMovable ? new DayWindow(day.AddDays(-random.Next(12)), day.AddDays(random.Next(12))) : null,
            Performers = random.Next(3) == 0 ? [$"artist{random.Next(5)}", $"artist{random.Next(5)}"] : [],
            Stages = random.Next(3) == 0 ? [$"stage{random.Next(4)}"] : [],
            Countries = Some(random, Countries, 2),
            YearlyTradition = random.Next(4) == 0,
            Welcomes = random.Next(6) == 0 ? [DayFactKind.PublicHoliday] : [],
        };
    }

    private static DayFact Fact(Random random, int i, GeoPoint place, int days)
    {
        var first = First.AddDays(random.Next(days));
        var kind = (DayFactKind)random.Next(4);
        return new DayFact($"d{i}", kind, first, first.AddDays(random.Next(4)))
        {
            Country = random.Next(2) == 0 ? Countries[random.Next(3)] : null,
            Area = kind == DayFactKind.TraditionalDay ? new FactArea(Near(random, place), random.Next(2, 50)) : null,
            Organiser = kind == DayFactKind.TraditionalDay ? $"o{random.Next(6)}" : null,
            Audiences = kind == DayFactKind.ExamWeek ? ["pupils", "youth"] : [],
            Weight = 0.5 + random.NextDouble(),
        };
    }

    /// <summary>Within about 100 km, over the date line and up to the pole where that is near.</summary>
    private static GeoPoint Near(Random random, GeoPoint place)
    {
        var latitude = Math.Clamp(place.Latitude + ((random.NextDouble() - 0.5) * 1.6), -90, 90);
        var width = Math.Min(180, 0.8 / Math.Max(0.001, Math.Cos(latitude * Math.PI / 180)));
        var longitude = place.Longitude + ((random.NextDouble() - 0.5) * 2 * width);
        return new GeoPoint(latitude, longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);
    }

    private static string[] Some(Random random, string[] from, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => from[random.Next(from.Length)]).Distinct()];
}
