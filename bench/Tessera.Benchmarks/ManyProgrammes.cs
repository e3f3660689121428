using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;

namespace Tessera.Benchmarks;

/// <summary>
/// Seasons of any size for S5: a year of programmes, crowded at weekends and in summer as real ones are, over an area that grows with their number, so that
/// as many lie within reach of each other in a small one as in a large one. Towns are of a lattice with sizes like real ones: few large, many small. The same
/// for the same seed.
/// </summary>
internal static class ManyProgrammes
{
    private const double EntriesOfTown = 50;
    private const double TownsApartKm = 10;
    private const double KmOfDegree = 111.2;

    private static readonly DateOnly First = new(2027, 1, 1);
    private static readonly string[] Audiences = ["families", "youth", "seniors", "adults", "students", "pupils"];
    private static readonly string[] Themes = ["harvest", "music", "sport", "theatre", "crafts", "village-day", "gastronomy", "religion", "market", "arts", "children", "dance"];

    public static Season Of(int count, int seed)
    {
        var random = new Random(seed);
        var towns = Math.Max(4, (int)(count / EntriesOfTown));
        var side = (int)Math.Ceiling(Math.Sqrt(towns));
        return new Season([.. Enumerable.Range(0, count).Select(i => Entry(random, i, side))], [.. Days(random)]);
    }

    private static ProgrammeEntry Entry(Random random, int i, int side)
    {
        var (row, column) = (random.Next(side), random.Next(side));
        var venue = new GeoPoint(
            35 + ((row + (0.6 * random.NextDouble())) * TownsApartKm / KmOfDegree), -10 + ((column + (0.6 * random.NextDouble())) * TownsApartKm / KmOfDegree / Math.Cos(47 * Math.PI / 180)));
        var day = First.AddDays(DayOfYear(random));
        var start = new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Next(9, 20), 30 * random.Next(2))), TimeSpan.FromHours(2));
        var town = $"town-{row}-{column}";
        return new ProgrammeEntry($"p{i}", town, venue, start, start + Length(random))
        {
            Audiences = random.Next(5) == 0 ? [] : [Audiences[random.Next(Audiences.Length)], Audiences[random.Next(Audiences.Length)]],
            Themes = [Themes[random.Next(Themes.Length)]],
            ExpectedVisitors = (int)(40 / Math.Pow(1 - random.NextDouble(), 0.8)) % 20_000,
            CatchmentKm = random.Next(50) == 0 ? 80 : random.Next(5, 30),
            Firmness = (Firmness)random.Next(3),
            Window = new DayWindow(day.AddDays(-14), day.AddDays(14)),
            Performers = random.Next(3) == 0 ? [$"group-{row / 4}-{column / 4}-{random.Next(60)}"] : [],
            Stages = random.Next(3) == 0 ? [$"{town}-hall"] : [],
            Countries = ["RO"],
        };
    }

    /// <summary>Two thirds at weekends, half of all from May to September.</summary>
    private static int DayOfYear(Random random)
    {
        var day = random.Next(2) == 0 ? random.Next(120, 273) : random.Next(365);
        if (random.Next(3) == 0) return day;
        var date = First.AddDays(day);
        return day + ((6 - (int)date.DayOfWeek) % 7) + random.Next(2);
    }

    /// <summary>A few exhibitions of weeks, some festivals of days, else an evening or a day.</summary>
    private static TimeSpan Length(Random random) => random.Next(100) switch
    {
        < 3 => TimeSpan.FromDays(random.Next(14, 60)),
        < 10 => TimeSpan.FromDays(random.Next(2, 4)),
        < 40 => TimeSpan.FromHours(random.Next(6, 13)),
        _ => TimeSpan.FromHours(random.Next(2, 5)),
    };

    private static IEnumerable<DayFact> Days(Random random)
    {
        for (var i = 0; i < 15; i++)
        {
            var day = First.AddDays(random.Next(365));
            yield return new DayFact($"holiday-{i}", DayFactKind.PublicHoliday, day, day) { Country = "RO" };
        }

        yield return new DayFact("exams", DayFactKind.ExamWeek, new(2027, 6, 21), new(2027, 7, 2)) { Audiences = ["pupils", "students"] };
    }
}
