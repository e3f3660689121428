using System.Globalization;
using Tessera.Planning.Programmes;

namespace Tessera.Planning.Tests.Programmes;

/// <summary>Reads a season of programmes and its days from a folder: season.tsv and days.tsv, whose first lines say what they are.</summary>
public static class SeasonFile
{
    public static Season Read(string folder) => new([.. Rows(Path.Combine(folder, "season.tsv")).Select(Entry)], [.. Rows(Path.Combine(folder, "days.tsv")).Select(Fact)]);

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(2).Select(line => line.Split('\t'));

    private static ProgrammeEntry Entry(string[] row)
    {
        var day = Day(row[6]);
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.Parse(row[7], CultureInfo.InvariantCulture)), TimeSpan.FromHours(row[17] == "RO" ? 3 : 2));
        var around = int.Parse(row[14], CultureInfo.InvariantCulture);
        return new ProgrammeEntry(row[0], row[1], new(Number(row[4]), Number(row[5])), start, start.AddHours(Number(row[8])))
        {
            Audiences = Keys(row[9]),
            Themes = Keys(row[10]),
            ExpectedVisitors = int.Parse(row[11], CultureInfo.InvariantCulture),
            CatchmentKm = Number(row[12]),
            Firmness = Enum.Parse<Firmness>(row[13], true),
            Window = around == 0 ? null : new DayWindow(day.AddDays(-around), day.AddDays(around)),
            Performers = Keys(row[15]),
            Stages = Keys(row[16]),
            Countries = [row[17]],
            YearlyTradition = row[18] == "1",
            Welcomes = [.. Keys(row[19]).Select(Enum.Parse<DayFactKind>)],
        };
    }

    private static DayFact Fact(string[] row) => new(row[0], Enum.Parse<DayFactKind>(row[1]), Day(row[2]), Day(row[3]))
    {
        Country = row[4].Length == 0 ? null : row[4],
        Area = row[5].Length == 0 ? null : new FactArea(new(Number(row[5]), Number(row[6])), Number(row[7])),
        Organiser = row[8].Length == 0 ? null : row[8],
        Audiences = Keys(row[9]),
        Weight = Number(row[10]),
    };

    private static string[] Keys(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
