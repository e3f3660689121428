using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Documents;
using Tessera.Features.Library;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Planning.Tours;

namespace Tessera.Testing;

/// <summary>
/// Study tours of an office for tests of pages, one in each state, with made-up authorities that apply; and a publication with a file that can be read, cited from them. Days are counted from today, so
/// that they hold whenever the test runs.
/// </summary>
public sealed class ToursAtDesk
{
    private const int DaysAway = 60;
    private static readonly Edit Author = new("test");

    private static readonly (string Authority, string County, int? Population, int People)[] Applying =
    [
        ("Példafalva Község Önkormányzata", "Zala", 640, 1), ("Mintaváros Megyei Jogú Város Önkormányzata", "Baranya", 140_000, 2), ("Próbahely Nagyközség", "Zala", 4_200, 2), ("Szemlélő Város", "", null, 1),
        ("Túlsópart Község", "Zala", 510, 1),
    ];

    private readonly IServiceProvider _services;
    private readonly OfficeView _office;

    private ToursAtDesk(IServiceProvider services, OfficeView office) => (_services, _office) = (services, office);

    /// <summary>Key of the one for which authorities apply now.</summary>
    public string Open { get; private set; } = "";

    /// <summary>Key of the one that is closed, with a proposal that waits to be confirmed.</summary>
    public string Closed { get; private set; } = "";

    /// <summary>Key of the one whose places are given; one authority has withdrawn, and another waits.</summary>
    public string Given { get; private set; } = "";

    /// <summary>Key of a study visit that offers no places yet.</summary>
    public string Bare { get; private set; } = "";

    /// <summary>Key of the publication.</summary>
    public string Publication { get; private set; } = "";

    /// <summary>Pages of everybody, without office and language: the tours, applying, an application in each state, the library.</summary>
    public IReadOnlyList<string> PortalPages { get; private set; } = [];

    /// <summary>Pages of the desk, with the office.</summary>
    public IReadOnlyList<string> DeskPages =>
    [
        .. new[] { Open, Closed, Given, Bare }.Select(key => $"{Desk}/activities/{key}/tour"), $"{Desk}/activities/{Open}", $"{Desk}/library", $"{Desk}/library?q=tanulmany", $"{Desk}/library?q=qqqq", $"{Desk}/library/new",
        $"{Desk}/library/{Publication}", $"{Desk}/library/{Publication}/edit", $"{Desk}/library/{Publication}/files",
    ];

    private string Desk => $"/{_office.Slug}/office";

    /// <summary>Makes them.</summary>
    public static async Task<ToursAtDesk> MadeAsync(TestPortal portal, string office)
    {
        var made = new ToursAtDesk(portal.Services, (await portal.Services.GetRequiredService<OfficeQueries>().FindAsync(office, CancellationToken.None))!);
        made.Bare = await made.TourAsync("Tanulmányút helyek nélkül (példa)", "Study tour without places (example)");
        made.Open = await made.OfferedAsync("Tanulmányút, jelentkezni lehet (példa)", "Study tour, open for applications (example)");
        made.Closed = await made.OfferedAsync("Tanulmányút, javaslat (példa)", "Study tour, proposed (example)");
        await made.CloseAsync(made.Closed);
        made.Given = await made.OfferedAsync("Tanulmányút, eldöntve (példa)", "Study tour, decided (example)");
        await made.DecideAsync(made.Given);
        made.Publication = await made.PublishAsync();
        made.PortalPages = await made.PagesAsync();
        return made;
    }

    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        await DoneAsync(Tours.ApplyAsync(_office, Open, Applies("Még Nem Igazolt Község", "", null, 1), byOffice: false, CancellationToken.None));
        var asking = (await Service<LetterQueue>().DueAsync(_office, CancellationToken.None)).Last(l => l.Kind is LetterKind.TourAsking);
        var unconfirmed = (await Tours.FindAsync(_office, asking.Tour!.Value, CancellationToken.None))!.Application;
        var each = (await Tours.ListAsync(_office, Given, CancellationToken.None)).Concat(await Tours.ListAsync(_office, Open, CancellationToken.None)).Append(unconfirmed).DistinctBy(a => a.State);
        return
        [
            $"/activities/{Open}", $"/activities/{Open}/apply", $"/activities/{Open}/apply?done=true", $"/activities/{Closed}/apply", $"/activities/{Given}/apply", .. each.Select(a => $"/application/{a.Secret}"),
            "/library", "/library?q=tanulmany", "/library?q=qqqq", $"/library/{Publication}",
        ];
    }

    private async Task<string> TourAsync(string title, string inEnglish)
    {
        var item = new ActivityItem
        {
            Key = "",
            Kind = "outgoing-visit",
            Purpose = "study",
            Status = "planned",
            Public = true,
            Title = new LocalText([KeyValuePair.Create("hu", title), KeyValuePair.Create("en", inEnglish)]),
            Start = Today.AddDays(DaysAway).ToString("O", CultureInfo.InvariantCulture) + "T09:00",
            End = Today.AddDays(DaysAway + 3).ToString("O", CultureInfo.InvariantCulture) + "T17:30",
            Zone = "Europe/Budapest",
            Source = "",
        };
        var (result, key) = await Service<ActivityService>().AddAsync(_office, item, Author, CancellationToken.None);
        return result.Findings is [var finding, ..] ? throw new InvalidOperationException($"{finding.Path}: {finding.Code}") : key;
    }

    private async Task<string> OfferedAsync(string title, string inEnglish)
    {
        var key = await TourAsync(title, inEnglish);
        await DoneAsync(Tours.SetAsync(_office, key, Settings(isOpen: true), CancellationToken.None));
        foreach (var (authority, county, population, people) in Applying) await DoneAsync(Tours.ApplyAsync(_office, key, Applies(authority, county, population, people), byOffice: true, CancellationToken.None));
        return key;
    }

    private Task CloseAsync(string key) => DoneAsync(Tours.SetAsync(_office, key, Settings(isOpen: false), CancellationToken.None));

    private async Task DecideAsync(string key)
    {
        await CloseAsync(key);
        var proposal = await Tours.ProposalAsync(_office, key, CancellationToken.None);
        await DoneAsync(Tours.DecideAsync(_office, key, proposal.Mark, "Példa Piroska", CancellationToken.None));
        await Tours.WithdrawAsync(_office, proposal.Answers.Last(a => a.Decision.IsIn).Application.Id, byOffice: false, CancellationToken.None);
    }

    private async Task<string> PublishAsync()
    {
        var item = new PublicationItem
        {
            Key = "",
            Kind = "good-practice",
            Title = new LocalText([KeyValuePair.Create("hu", "Tanulmányutak szervezése kisebb településeknek (példa)"), KeyValuePair.Create("en", "Organising study tours for small settlements (example)")]),
            Language = "hu",
            Year = 2024,
            Authors = ["Példa Piroska", "Minta Márton"],
            Abstract = new LocalText([KeyValuePair.Create("hu", "Hogyan készüljön a község tanulmányútra, és mit hozzon haza belőle."), KeyValuePair.Create("en", "How a village prepares for a study tour, and what it brings home.")]),
            Url = "https://example.org/a-rather-long-address-of-a-publication/that-has-no-place-to-break/tanulmanyutak.html",
            IsPublic = true,
            Activities = [Open, Given],
            Source = "",
        };
        var (result, key) = await Service<PublicationService>().AddAsync(_office, item, Author, CancellationToken.None);
        if (result.Findings is [var finding, ..]) throw new InvalidOperationException($"{finding.Path}: {finding.Code}");
        var text = Encoding.UTF8.GetBytes("A tanulmányút előtt a képviselő-testület eldönti, kit küld, és mire keres választ.\nUtána mindenki egy oldalt ír arról, amit otthon ki lehet próbálni.");
        var (_, refusals) = await Service<DocumentService>().AddAsync(_office, new DocumentOwner(DocumentOwnerKind.Publication, key), new SentDocument("tanulmanyutak.txt", text, null, "Teljes szöveg", "hu", true), Author, CancellationToken.None);
        return refusals.Count > 0 ? throw new InvalidOperationException(refusals[0].Code) : key;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static TourSettings Settings(bool isOpen) =>
        new(isOpen, new TourRules(4, FreshYears: 3, MostPerCounty: 2, SmallPlaces: 1, SmallPopulation: 1_000), 2, Today.AddDays(DaysAway / 2), LocalText.Of("hu", "Mit szeretnének hazavinni?"));

    private static NewTourApplication Applies(string authority, string county, int? population, int people) =>
        new(authority, county, population, "Példa Jegyző", "jegyzo@example.org", "Jó gyakorlatot keresünk.", [.. Enumerable.Range(1, people).Select(i => $"Példa Képviselő {i}")], "hu");

    private static async Task DoneAsync(Task<IReadOnlyList<Finding>> doing)
    {
        if (await doing is [var finding, ..]) throw new InvalidOperationException($"{finding.Path}: {finding.Code}");
    }

    private TourService Tours => Service<TourService>();

    private T Service<T>() where T : notnull => _services.GetRequiredService<T>();
}
