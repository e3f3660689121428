using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Delegations;

/// <summary>A delegation to a body with two and two seats, three women and five men proposed by two associations; all of them invented.</summary>
internal sealed class ExampleDelegation
{
    public static readonly Edit ByOfficer = new("an officer");

    private readonly ExampleOffices _examples;

    public ExampleDelegation(ExampleOffices examples, SetClock clock)
    {
        _examples = examples;
        var database = examples.Database.Database;
        Queries = new DelegationQueries(database);
        Service = new DelegationService(database, Queries, clock);
        People = new DelegationPeople(database, clock);
        Composing = new DelegationComposing(database, Queries, People, clock);
        Stages = new DelegationStages(database, clock);
        Life = new DelegationLife(database, clock);
        Sessions = new DelegationSessions(database, clock);
        Files = new DelegationFiles(database, clock);
        Held = new HeldOfDelegations(database, People, clock);
    }

    public DelegationQueries Queries { get; }

    public DelegationService Service { get; }

    public DelegationPeople People { get; }

    public DelegationComposing Composing { get; }

    public DelegationStages Stages { get; }

    public DelegationLife Life { get; }

    public DelegationSessions Sessions { get; }

    public DelegationFiles Files { get; }

    public HeldOfDelegations Held { get; }

    /// <summary>The delegation's key, once it is made.</summary>
    public string Key { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(_examples.Database.Database).FindAsync("toosz", Cancellation))!;

    /// <summary>Terms of a term of its own, so that one test does not stand in another's way.</summary>
    public static DelegationTerms Terms(int year) => DelegationTermsCheck.Usual("congress", "HU", new DateOnly(year, 3, 1)) with
    {
        Names = LocalText.Of("hu", "Próba"),
        Last = new DateOnly(year + 1, 2, 20),
        Seats = [new SeatCount(SeatKind.Representative, Chamber.Local, 2), new SeatCount(SeatKind.Substitute, Chamber.Local, 2)],
        SeatSource = "a test",
    };

    /// <summary>Made, with two associations and eight people: w1, w2, w3 women, m1 to m5 men; not called yet.</summary>
    public async Task<ExampleDelegation> MadeAsync(int year)
    {
        var office = await OfficeAsync();
        var (findings, key) = await Service.AddAsync(office, Terms(year), ByOfficer, Cancellation);
        Assert.Empty(findings);
        Key = key;
        foreach (var name in (string[])["North", "South"]) Assert.Empty(await Service.PutProposerAsync(office, key, new ProposerDraft(null, LocalText.Of("en", name), $"{name}@example.org", "en"), ByOfficer, Cancellation));
        var rank = 0;
        foreach (var name in (string[])["m1", "m2", "m3", "m4", "w1", "w2", "w3", "m5"])
        {
            rank++;
            Assert.Empty(await People.PutAsync(office, key, Draft(name, rank), "an officer", byAssociation: false, Cancellation));
        }

        return this;
    }

    /// <summary>The same, called, composed as best, laid before the associations and appointed on the first day of the term.</summary>
    public async Task<ExampleDelegation> AppointedAsync(int year, SetClock clock)
    {
        clock.Now = new DateTimeOffset(year, 1, 10, 12, 0, 0, TimeSpan.Zero);
        await MadeAsync(year);
        var office = await OfficeAsync();
        Assert.Empty(await Stages.CallAsync(office, Key, new DateOnly(year, 1, 10), new DateOnly(year, 1, 20), LocalText.Empty, ByOfficer, Cancellation));
        var proposal = (await Composing.ComposeAsync(office, Key, "an officer", 0, Cancellation))!.Value.Proposal;
        Assert.Empty(await Composing.ApplyAsync(office, Key, proposal.Best!.Seats, ByOfficer, Cancellation));
        Assert.Empty(await Stages.ConsultAsync(office, Key, new DateOnly(year, 1, 10), new DateOnly(year, 2, 1), ByOfficer, Cancellation));
        clock.Now = new DateTimeOffset(year, 3, 5, 12, 0, 0, TimeSpan.Zero);
        Assert.Empty(await Stages.AppointAsync(office, Key, new DateOnly(year, 2, 25), "the minister", "1/2027", "an officer", ByOfficer, Cancellation));
        return this;
    }

    public async Task<DelegationView> ViewAsync(bool publicOnly = false) => (await Queries.FindAsync(await OfficeAsync(), Key, publicOnly, Cancellation))!;

    public async Task<DelegationPerson> PersonAsync(string name) => (await ViewAsync()).People.Single(p => p.Name == name);

    public static PersonDraft Draft(string name, int rank) => new(
        Guid.CreateVersion7(), rank % 2 == 0 ? "north" : "south", name, "Példafalva", "Region " + (rank % 3), AuthorityLevel.Local, MandateKind.Elected, new DateOnly(2024, 10, 1), null,
        LocalText.Of("hu", "polgármester (példa)"), rank, rank, false, false, $"{name}@example.org", null, "hu", [], new DelegationTraits(name[0] == 'w' ? Sex.Female : Sex.Male, 1980, rank % 2 == 0 ? "A" : "B"));
}
