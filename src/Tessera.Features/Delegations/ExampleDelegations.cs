using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>
/// Loads an example office's delegations: one of the past, published, and one in renewal, called, with people proposed and a first composition. The renewal's term begins some months after the day on which
/// it is loaded, so that there is something to do at the desk.
/// </summary>
public sealed class ExampleDelegations(Database database, TimeProvider time)
{
    private const int MonthsAhead = 3;
    private const int DaysToPropose = 21;

    private readonly DelegationQueries _queries = new(database);

    /// <summary>Loads them.</summary>
    /// <param name="json">The example as examples/delegations has it.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> LoadAsync(OfficeView office, string json, Edit edit, CancellationToken cancellation)
    {
        var file = OfficeItems.Read<ExampleFile>(json);
        var (findings, key) = await new DelegationImport(database, time).TakeAsync(office, file.Past(), edit, cancellation);
        if (findings.Count == 0) findings = await new DelegationStages(database, time).PublishAsync(office, key, isPublic: true, edit, cancellation);
        return findings.Count > 0 ? findings : await RenewAsync(office, file, edit, cancellation);
    }

    private async Task<IReadOnlyList<Finding>> RenewAsync(OfficeView office, ExampleFile file, Edit edit, CancellationToken cancellation)
    {
        var service = new DelegationService(database, _queries, time);
        var (findings, key) = await service.AddAsync(office, file.Coming(First(file.Renewal.NotBefore)), edit, cancellation);
        if (findings.Count > 0) return findings;
        foreach (var proposer in file.Renewal.Proposers)
        {
            findings = await service.PutProposerAsync(office, key, new ProposerDraft(null, proposer.Names, proposer.Email, proposer.Language), edit, cancellation);
            if (findings.Count > 0) return findings;
        }

        var known = (await _queries.FindAsync(office, key, publicOnly: false, cancellation))!.Proposers;
        var keys = file.Renewal.Proposers.Zip(known).ToDictionary(p => p.First.Key, p => p.Second.Key, StringComparer.Ordinal);
        var people = new DelegationPeople(database, time);
        var seats = new List<Seating>();
        foreach (var person in file.Renewal.People)
        {
            var draft = person.Draft(Guid.CreateVersion7(time.GetUtcNow()), keys[person.Proposer]);
            findings = await people.PutAsync(office, key, draft, edit.Author, byAssociation: false, cancellation);
            if (findings.Count > 0) return findings;
            if (person.Seat is { } seat) seats.Add(new Seating(DelegationModels.KeyOf(draft.Id), Words<SeatKind>.Parse(seat), Chamber.None));
        }

        var today = time.Today();
        findings = await new DelegationStages(database, time).CallAsync(office, key, today, today.AddDays(DaysToPropose), file.Renewal.Call, edit, cancellation);
        return findings.Count > 0 ? findings : await new DelegationComposing(database, _queries, people, time).ApplyAsync(office, key, seats, edit, cancellation);
    }

    private DateOnly First(DateOnly notBefore)
    {
        var month = time.Today().AddMonths(MonthsAhead);
        var first = new DateOnly(month.Year, month.Month, 1);
        return first < notBefore ? notBefore : first;
    }
}

/// <summary>An example as its file has it.</summary>
internal sealed record ExampleFile(string Body, string Country, string Membership, DelegationSecretary Secretary, ExampleFormer Former, ExampleRenewal Renewal)
{
    /// <summary>The delegation of the past.</summary>
    public TakenDelegation Past()
    {
        var terms = Terms(Former.Names, Former.First, Former.Last, Former.SeatSource);
        terms = terms with { Seats = [new SeatCount(SeatKind.Representative, Chamber.None, Former.Representatives), new SeatCount(SeatKind.Substitute, Chamber.None, Former.Substitutes)] };
        return new TakenDelegation(terms with { Rules = TakenDelegation.Warning(terms.Rules) },
            [.. Former.Members.Select(m => new TakenMember(m.Person, m.Name, m.PublicOffice, m.Authority, Words<SeatKind>.Parse(m.Kind), Chamber.None, m.From, m.Until, m.Ending is { } why ? Words<SeatEnding>.Parse(why) : null, m.Posts))]);
    }

    /// <summary>The delegation in renewal.</summary>
    public DelegationTerms Coming(DateOnly first) => Terms(Renewal.Names, first, null, Renewal.SeatSource);

    private DelegationTerms Terms(LocalText names, DateOnly first, DateOnly? last, string source)
    {
        var usual = DelegationTermsCheck.Usual(Body, Country, first);
        return usual with { Names = names, Membership = Membership, Secretary = Secretary, SeatSource = source, Last = last ?? usual.Last };
    }
}

internal sealed record ExampleFormer(LocalText Names, DateOnly First, DateOnly Last, int Representatives, int Substitutes, string SeatSource, IReadOnlyList<ExampleMember> Members);

internal sealed record ExampleMember(string Person, string Name, string Authority, LocalText PublicOffice, string Kind, DateOnly From, DateOnly? Until, string? Ending)
{
    public IReadOnlyList<DelegationPost> Posts { get; init; } = [];
}

internal sealed record ExampleRenewal(LocalText Names, DateOnly NotBefore, string SeatSource, LocalText Call, IReadOnlyList<ExampleProposer> Proposers, IReadOnlyList<ExamplePerson> People);

internal sealed record ExampleProposer(string Key, LocalText Names, string Email, string Language);

internal sealed record ExamplePerson(
    string Name, string Proposer, string Authority, string Region, string Level, LocalText PublicOffice, string Sex, int BirthYear, string PoliticalGroup, DateOnly MandateSince, int? RepresentativeRank,
    int? SubstituteRank, string? Seat)
{
    public PersonDraft Draft(Guid id, string proposer) => new(
        id, proposer, Name, Authority, Region, Words<AuthorityLevel>.Parse(Level), MandateKind.Elected, MandateSince, null, PublicOffice, RepresentativeRank, SubstituteRank, false, false, null, null, "hu", [],
        new DelegationTraits(Words<Sex>.Parse(Sex), BirthYear, PoliticalGroup));
}
