using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Testing;

/// <summary>
/// A delegation of an office for tests of pages: three and three seats, two associations, ten invented people of whom the three women stand last. It can be seated so that the share of 30 percent is broken,
/// and one exchange mends it.
/// </summary>
public sealed class DelegationAtDesk
{
    private static readonly string[] Names = ["Példa Béla", "Példa Gábor", "Példa István", "Példa József", "Példa Károly", "Példa László", "Példa Tamás", "Példa Anna", "Példa Éva", "Példa Judit"];
    private const int FirstWoman = 7;
    private readonly IServiceProvider _services;

    private DelegationAtDesk(IServiceProvider services, OfficeView office, string key) => (_services, Office, Key) = (services, office, key);

    public OfficeView Office { get; }

    public string Key { get; }

    /// <summary>Where its pages are.</summary>
    public string Address => $"/{Office.Slug}/office/delegations/{Key}";

    private static DateOnly Yesterday => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    /// <summary>The year in which its term begins, whenever the test runs.</summary>
    private static int Year => TimeProvider.System.GetUtcNow().Year - 1;

    /// <summary>The key of that of a country.</summary>
    public static string KeyOf(string country) => $"example-delegation-{country}-{Year}".ToLowerInvariant();

    /// <summary>In preparation, with its people.</summary>
    /// <param name="country">Tests that share a portal take different ones: a body has one delegation of a country at a time.</param>
    public static async Task<DelegationAtDesk> MadeAsync(TestPortal portal, string office, string country)
    {
        var services = portal.Services;
        var view = (await services.GetRequiredService<OfficeQueries>().FindAsync(office, CancellationToken.None))!;
        var first = new DateOnly(Year, 3, 1);
        var terms = DelegationTermsCheck.Usual("congress", country, first) with
        {
            Names = new LocalText([KeyValuePair.Create("en", $"Example delegation {country}"), KeyValuePair.Create("hu", $"Példa küldöttség {country}")]),
            Last = first.AddYears(5).AddDays(-1),
            Seats = [new SeatCount(SeatKind.Representative, Chamber.None, 3), new SeatCount(SeatKind.Substitute, Chamber.None, 3)],
            SeatSource = "A test",
        };
        var (findings, key) = await services.GetRequiredService<DelegationService>().AddAsync(view, terms, new Edit("test"), CancellationToken.None);
        if (findings.Count > 0) throw new InvalidOperationException(findings[0].Code);
        var made = new DelegationAtDesk(services, view, key);
        await made.FillAsync();
        return made;
    }

    /// <summary>The same with five men and one woman seated, which breaks the share.</summary>
    public async Task<DelegationAtDesk> SeatedAsync()
    {
        var people = (await ViewAsync()).People.OrderBy(p => p.RepresentativeRank).Where(p => p.RepresentativeRank is <= 5 or 8);
        foreach (var (i, person) in people.Index())
        {
            await DoneAsync(Service<DelegationComposing>().SeatAsync(Office, Key, person.Id, i < 3 ? SeatKind.Representative : SeatKind.Substitute, Chamber.None, null, new Edit("test"), CancellationToken.None));
        }

        return this;
    }

    /// <summary>Composed as best, consulted upon and appointed on the first day of the term.</summary>
    public async Task<DelegationAtDesk> AppointedAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var edit = new Edit("test");
        await DoneAsync(Service<DelegationStages>().CallAsync(Office, Key, today.AddYears(-3), today, LocalText.Empty, edit, CancellationToken.None));
        var proposal = (await Service<DelegationComposing>().ComposeAsync(Office, Key, "test", 0, CancellationToken.None))!.Value.Proposal;
        await DoneAsync(Service<DelegationComposing>().ApplyAsync(Office, Key, proposal.Best!.Seats, edit, CancellationToken.None));
        await DoneAsync(Service<DelegationStages>().ConsultAsync(Office, Key, today.AddYears(-3), today, edit, CancellationToken.None));
        await DoneAsync(Service<DelegationStages>().AppointAsync(Office, Key, (await ViewAsync()).Terms.First, "the minister", "1/2025", "test", edit, CancellationToken.None));
        return this;
    }

    /// <summary>With a session of its body, of which attendance is kept, and an intervention that everybody may read. Of one that is appointed.</summary>
    /// <returns>The session.</returns>
    public async Task<Guid> WithASessionAsync()
    {
        var (day, edit) = (Yesterday, new Edit("test"));
        var activity = await WithAnActivityAsync();
        await DoneAsync(Service<DelegationSessions>().AddAsync(Office, Key, activity, edit, CancellationToken.None));
        var view = await ViewAsync();
        var (session, sitting) = (view.Sessions[0].Id, view.Seatings.Where(s => s.From is not null).ToList());
        await DoneAsync(Service<DelegationSessions>().AttendAsync(Office, Key, session, [.. sitting.Select(s => new DelegationAttendance(s.Id, Presence.Present, null))], edit, CancellationToken.None));
        var said = new DelegationContribution(Guid.CreateVersion7(), sitting[0].Person, session, ContributionKind.Speech, "A kistelepülések forrásairól (példa)", "hu", day, "https://example.org/felszolalas", true);
        await DoneAsync(Service<DelegationSessions>().ContributeAsync(Office, Key, said, edit, CancellationToken.None));
        return session;
    }

    /// <summary>Puts an activity within the term into the office's calendar, which may become a session.</summary>
    /// <returns>Its key.</returns>
    public async Task<string> WithAnActivityAsync()
    {
        var item = new ActivityItem { Key = "", Kind = "conference", Status = "confirmed", Public = true, Title = LocalText.Of("hu", $"A Kongresszus ülése {Key} (példa)"), Start = Yesterday.ToString("O", CultureInfo.InvariantCulture), Source = "" };
        return (await Service<ActivityService>().AddAsync(Office, item, new Edit("test"), CancellationToken.None)).Key;
    }

    /// <summary>As it is kept now.</summary>
    public async Task<DelegationView> ViewAsync() => (await Service<DelegationQueries>().FindAsync(Office, Key, publicOnly: false, CancellationToken.None))!;

    /// <summary>Somebody by her given name.</summary>
    public async Task<DelegationPerson> PersonAsync(string name) => (await ViewAsync()).People.Single(p => p.Name.EndsWith(name, StringComparison.Ordinal));

    /// <summary>Is she one of the three women?</summary>
    public static bool IsWoman(DelegationPerson person) => Array.IndexOf(Names, person.Name) >= FirstWoman;

    private async Task FillAsync()
    {
        foreach (var name in (string[])["North", "South"])
        {
            await DoneAsync(Service<DelegationService>().PutProposerAsync(Office, Key, new ProposerDraft(null, LocalText.Of("en", $"{name} Example Association"), $"{name}@example.org".ToLowerInvariant(), "en"), new Edit("test"), CancellationToken.None));
        }

        var proposers = (await ViewAsync()).Proposers;
        foreach (var (i, name) in Names.Index())
        {
            var draft = new PersonDraft(
                Guid.CreateVersion7(), proposers[i % 2].Key, name, "Példafalva", i % 3 == 0 ? "Kelet" : "Nyugat", AuthorityLevel.Local, MandateKind.Elected, new DateOnly(Year - 1, 1, 1), null,
                LocalText.Of("hu", "polgármester (példa)"), i + 1, i + 1, false, false, $"p{i}@example.org", null, "hu", [], new DelegationTraits(i < FirstWoman ? Sex.Male : Sex.Female, 1980, i % 2 == 0 ? "A" : "B"));
            await DoneAsync(Service<DelegationPeople>().PutAsync(Office, Key, draft, "test", byAssociation: false, CancellationToken.None));
        }
    }

    private static async Task DoneAsync(Task<IReadOnlyList<Finding>> doing)
    {
        if (await doing is [var finding, ..]) throw new InvalidOperationException($"{finding.Path}: {finding.Code}");
    }

    private T Service<T>() where T : notnull => _services.GetRequiredService<T>();
}
