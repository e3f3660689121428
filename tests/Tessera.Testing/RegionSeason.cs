using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;

namespace Tessera.Testing;

/// <summary>
/// The made-up office of a region whose towns bring the season of 300 programmes in tests/Tessera.Planning.Tests/Programmes/Regions: kinds of programmes as real towns
/// hold them; towns, dates and figures made up. It is the example office examples/example-region.json, which a test holds against it.
/// </summary>
public static class RegionSeason
{
    /// <summary>The slug of the office.</summary>
    public const string Slug = "example-region";

    private const int EveryOpen = 5;
    private const int EveryClosed = 7;
    private static readonly string[] Langs = ["en", "hu", "sv", "ro"];

    /// <summary>What programmes and days are called, by title or key.</summary>
    private static readonly Dictionary<string, string[]> Called = Rows("texts.tsv").ToDictionary(r => r[0], r => r[1..]);

    /// <summary>The file of the example office.</summary>
    public static string Example => Checkout.File("examples", Slug + ".json");

    /// <summary>Loads the office into a test's database.</summary>
    public static async Task LoadAsync(TestDatabase database)
    {
        var loading = await new OfficeLoader(database.Database, TimeProvider.System).LoadAsync(OfficeFileWriter.Write(File()), "region", "test", CancellationToken.None);
        if (loading.IsRefused) throw new InvalidOperationException(string.Join('\n', loading.Findings.Take(20).Select(f => $"{f.Path} {f.Code}")));
    }

    /// <summary>The text of the example office's file.</summary>
    public static string Text() => System.Text.Encoding.UTF8.GetString(OfficeFileWriter.Write(File())).Insert(2, "  \"$schema\": \"../docs/schema/office-1.schema.json\",\n");

    /// <summary>The office as a file, with its organisers, days and programmes.</summary>
    public static OfficeFile File()
    {
        var rows = Rows("season.tsv").ToList();
        var organisers = rows.GroupBy(r => r[1]).Select(g => new OrganiserItem
        {
            Key = Keys.Of(g.Key),
            Names = Same(g.Key),
            Country = g.First()[17],
            Language = g.First()[17] == "RO" ? "hu" : "sv",
            Place = new ActivityPlaceItem { Name = Same(g.Key), Latitude = Number(g.First()[4]), Longitude = Number(g.First()[5]) },
        }).ToList();
        return new OfficeFile
        {
            Format = OfficeFile.CurrentFormat,
            Office = new OfficeSheet
            {
                Slug = Slug,
                Kind = "region",
                Authority = "ro-example-region",
                Name = All("Example Region (made up)", "Példatérség (kitalált)", "Exempelregionen (påhittad)", "Regiunea Exemplu (inventată)"),
                ShortName = All("Example Region", "Példatérség", "Exempelregionen", "Regiunea Exemplu"),
                Languages = Langs,
                Colour = "#5b3a8a",
                Summary = All(
                    "A region that does not exist: thirty-five towns and villages of two areas, one in Transylvania and one in Västergötland, bring three hundred programmes to one season, and their coordinator finds dates that take nobody's audience. Towns, dates and figures are made up.",
                    "Nem létező térség: két vidék, egy erdélyi és egy svédországi, harmincöt városa és faluja háromszáz programot hoz egy idénybe, és a koordinátor olyan időpontokat keres, amelyek senkitől sem veszik el a közönséget. A települések, időpontok és számok kitaláltak.",
                    "En region som inte finns: trettiofem orter i två trakter, en i Transsylvanien och en i Västergötland, har trehundra program på en säsong, och samordnaren hittar datum som inte tar publiken från någon. Orter, datum och siffror är påhittade.",
                    "O regiune care nu există: treizeci și cinci de localități din două ținuturi, unul în Transilvania și unul în Suedia, aduc trei sute de programe într-un sezon, iar coordonatorul găsește date care nu iau publicul nimănui. Localitățile, datele și cifrele sunt inventate."),
                Source = "made-up",
            },
            Sources = [new SourceItem { Key = "made-up", Title = All("An example, made up for showing the program", "Példa, a program bemutatására kitalálva", "Ett exempel, påhittat för att visa programmet", "Un exemplu, inventat pentru prezentarea programului") }],
            Authorities = [new AuthorityItem { Key = "ro-example-region", Kind = "region", Country = "RO", Names = All("Example Region (made up)", "Példatérség (kitalált)", "Exempelregionen (påhittad)", "Regiunea Exemplu (inventată)"), Source = "made-up" }],
            Organisers = organisers,
            Days = [.. Rows("days.tsv").Where(r => r[1] != "PublicHoliday").Select(r => Day(r, organisers))],
            Activities = [.. rows.Select(Activity)],
        };
    }

    private static ActivityItem Activity(string[] row, int number)
    {
        var start = Date(row[6]).ToDateTime(TimeOnly.Parse(row[7], CultureInfo.InvariantCulture));
        var around = int.Parse(row[14], CultureInfo.InvariantCulture);
        return new ActivityItem
        {
            Key = row[0],
            Kind = row[2] switch { "fair" or "market" => "fair", "exhibition" => "exhibition", "village-day" or "food-festival" or "harvest" => "festival", _ => "event" },
            Status = "planned",
            Public = row[13] == "fixed",
            Title = new LocalText(Langs.Select((l, i) => KeyValuePair.Create(l, $"{Called[row[3]][i]} ({row[1]})"))),
            Text = All(
                "Made up to show how a region's season is coordinated: no such programme takes place.", "Kitalált program, amely egy térség idényének összehangolását mutatja be: ilyen rendezvény nem lesz.",
                "Påhittat för att visa hur en regions säsong samordnas: inget sådant program äger rum.", "Inventat pentru a arăta cum se coordonează sezonul unei regiuni: un astfel de program nu are loc."),
            Start = Wall(start),
            End = Wall(start.AddHours(Number(row[8]))),
            Zone = row[17] == "RO" ? "Europe/Bucharest" : "Europe/Stockholm",
            Place = new ActivityPlaceItem { Name = Same(row[1]), Latitude = Number(row[4]), Longitude = Number(row[5]) },
            Coordination = new CoordinationItem
            {
                Organiser = Keys.Of(row[1]),
                Firmness = row[13],
                Openness = row[13] == "fixed" ? null : number % EveryClosed == 0 ? "closed" : number % EveryOpen == 0 ? "open" : null,
                Audiences = Words(row[9]),
                Themes = Words(row[10]),
                Visitors = int.Parse(row[11], CultureInfo.InvariantCulture),
                CatchmentKm = Number(row[12]),
                WindowFrom = around == 0 ? null : Text(Date(row[6]).AddDays(-around)),
                WindowUntil = around == 0 ? null : Text(Date(row[6]).AddDays(around)),
                Performers = Words(row[15]),
                Stages = Words(row[16]),
                YearlyTradition = row[18] == "1",
                Welcomes = [.. Words(row[19]).Select(WordNames.Kebab)],
            },
            Source = "made-up",
        };
    }

    private static DayItem Day(string[] row, List<OrganiserItem> organisers) => new()
    {
        Key = Keys.Of(row[0]),
        Kind = WordNames.Kebab(row[1]),
        Names = All(Called[row[0]]),
        First = row[2],
        Last = row[3] == row[2] ? null : row[3],
        Country = row[4].Length == 0 ? null : row[4],
        Latitude = row[5].Length == 0 ? null : Number(row[5]),
        Longitude = row[5].Length == 0 ? null : Number(row[6]),
        RadiusKm = row[5].Length == 0 ? null : Number(row[7]),
        Organiser = organisers.Any(o => o.Key == Keys.Of(row[8])) ? Keys.Of(row[8]) : null,
        Audiences = Words(row[9]),
        Weight = Number(row[10]),
    };

    private static IEnumerable<string[]> Rows(string file) =>
        System.IO.File.ReadLines(Checkout.File("tests", "Tessera.Planning.Tests", "Programmes", "Regions", file)).Skip(2).Select(line => line.Split('\t'));

    private static LocalText All(params string[] said) => new(Langs.Zip(said, KeyValuePair.Create));

    private static LocalText Same(string name) => new(Langs.Select(l => KeyValuePair.Create(l, name)));

    private static string[] Words(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Date(string cell) => ActivityTime.DayOf(cell)!.Value;

    private static string Wall(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
