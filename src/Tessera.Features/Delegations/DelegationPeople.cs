using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Guests;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Catalogue;

namespace Tessera.Features.Delegations;

/// <summary>Somebody as a form has her.</summary>
/// <param name="Id">Of somebody new a new number.</param>
/// <param name="Proposer">The key of the association; null where the office itself enters her.</param>
/// <param name="Traits">Null leaves what is known as it is.</param>
public sealed record PersonDraft(
    Guid Id, string? Proposer, string Name, string Authority, string Region, AuthorityLevel Level, MandateKind Mandate, DateOnly? MandateSince, DateOnly? MandateUntil, LocalText PublicOffice,
    int? RepresentativeRank, int? SubstituteRank, bool IsYouth, bool MayBeNamed, string? Email, string? Phone, string? Language, IReadOnlyList<DelegationPost> Posts, DelegationTraits? Traits);

/// <summary>
/// Keeps who is proposed for a delegation. Sex, year of birth and political group stand by themselves, for the body's rules alone: every reading is written down, and they are erased after the term
/// (<see cref="DelegationKeeping"/>). The history says that somebody was proposed, withdrawn or erased, and never whom.
/// </summary>
public sealed class DelegationPeople(Database database, TimeProvider time)
{
    private const int LongestAuthority = 300;
    private const int LongestPhone = 60;
    private const int YoungestMember = 16;
    private const int OldestMember = 120;
    private const int ReadingsShown = 200;
    private const int MostRank = 1000;
    private static readonly TimeSpan SameReading = TimeSpan.FromHours(1);

    /// <summary>Keeps somebody: new, or as she is now.</summary>
    /// <param name="byAssociation">Does she come from an association's own address? Then only while proposals are asked for, and only its own people.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public Task<IReadOnlyList<Finding>> PutAsync(OfficeView office, string key, PersonDraft draft, string author, bool byAssociation, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, new Edit(author), async (db, row) =>
        {
            if (Check(draft, row) is { Count: > 0 } wrong) return new DelegationChange(wrong, []);
            if (row.State is DelegationState.Ended) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            var person = await db.DelegationPeople.SingleOrDefaultAsync(p => p.Id == draft.Id, cancellation);
            var proposer = draft.Proposer is null ? null : await db.DelegationProposers.SingleOrDefaultAsync(p => p.DelegationId == row.Id && p.Key == draft.Proposer, cancellation);
            if (byAssociation && !MayPropose(row, person, proposer)) return DelegationChange.Refused("", DelegationRefusal.ProposalsClosed);
            if (person is null && await db.DelegationPeople.CountAsync(p => p.DelegationId == row.Id, cancellation) >= DelegationKeeping.MostPeople) return DelegationChange.Refused("", DelegationRefusal.TooMany);
            var isNew = person is null;
            person ??= db.Add(new DelegationPersonRow { Id = draft.Id, OfficeId = office.Id, DelegationId = row.Id, ProposedBy = author, ProposedAt = time.GetUtcNow() }).Entity;
            if (person.DelegationId != row.Id) throw new InvalidOperationException($"Person {draft.Id} is of another delegation.");
            Fill(person, draft, proposer?.Id);
            if (byAssociation) proposer!.ProposedAt = time.GetUtcNow();
            if (draft.Traits is { } traits) await KeepAsync(db, office, draft.Id, traits, cancellation);
            return new DelegationChange([], isNew ? [new FieldChange("people", null, proposer?.Key ?? "")] : []);
        }, cancellation);

    /// <summary>Takes somebody's candidacy back; who is seated in the draft leaves it. Refused of who sits.</summary>
    public Task<IReadOnlyList<Finding>> WithdrawAsync(OfficeView office, string key, Guid person, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, new Edit("tessera"), async (db, row) =>
        {
            if (await db.DelegationPeople.SingleOrDefaultAsync(p => p.Id == person && p.DelegationId == row.Id, cancellation) is not { } found) return new DelegationChange([], []);
            if (await db.DelegationSeatings.AnyAsync(s => s.PersonId == person && s.FromDay != null && s.ToDay == null, cancellation)) return DelegationChange.Refused("", DelegationRefusal.HasSat);
            db.DelegationSeatings.RemoveRange(await db.DelegationSeatings.Where(s => s.PersonId == person && s.FromDay == null).ToListAsync(cancellation));
            found.WithdrawnAt = time.GetUtcNow();
            return new DelegationChange([], []);
        }, cancellation);

    /// <summary>Erases somebody with all that is known of her. Refused of who sits or has sat: that is the public record of the delegation.</summary>
    public Task<IReadOnlyList<Finding>> EraseAsync(OfficeView office, string key, Guid person, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (await db.DelegationPeople.SingleOrDefaultAsync(p => p.Id == person && p.DelegationId == row.Id, cancellation) is not { } found) return new DelegationChange([], []);
            if (await db.DelegationSeatings.AnyAsync(s => s.PersonId == person && s.FromDay != null, cancellation)) return DelegationChange.Refused("", DelegationRefusal.HasSat);
            db.Remove(found);
            return DelegationChange.Done("people", "…", null);
        }, cancellation);

    /// <summary>What only the rules need of everybody who is proposed or sits; the reading is written down, once an hour for the same purpose.</summary>
    /// <param name="purpose">composition, form or request.</param>
    public async Task<IReadOnlyDictionary<Guid, DelegationTraits>> TraitsAsync(OfficeView office, string key, string reader, string purpose, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        var id = await db.Delegations.Where(d => d.Key == key).Select(d => d.Id).SingleAsync(cancellation);
        return await ReadTraitsAsync(db, office, id, reader, purpose, time.GetUtcNow(), cancellation);
    }

    /// <summary>Who has read it, the latest first.</summary>
    public async Task<IReadOnlyList<TraitsReading>> ReadingsAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.DelegationTraitReadings.Where(r => db.Delegations.Any(d => d.Id == r.DelegationId && d.Key == key)).OrderByDescending(r => r.At).ThenBy(r => r.Id).Take(ReadingsShown)
            .Select(r => new TraitsReading(r.Reader, r.Purpose, r.At)).ToListAsync(cancellation);
    }

    /// <summary>Erases after the term who never sat, then what only the rules needed and the members' addresses. How many people and traits there were.</summary>
    public async Task<(int People, int Traits)> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var today = time.Today();
        var (candidates, traits, readings) = (today.AddDays(-DelegationKeeping.DaysOfCandidates), today.AddDays(-DelegationKeeping.DaysOfTraits), today.AddDays(-DelegationKeeping.DaysOfReadings));
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var gone = await db.DelegationPeople.Where(p => p.Delegation!.LastDay < candidates && !db.DelegationSeatings.Any(s => s.PersonId == p.Id && s.FromDay != null)).ExecuteDeleteAsync(cancellation);
        var past = db.DelegationPeople.Where(p => p.Delegation!.LastDay < traits);
        var said = await db.DelegationTraits.Where(t => past.Any(p => p.Id == t.PersonId)).ExecuteDeleteAsync(cancellation);
        await past.Where(p => p.Email != null || p.Phone != null).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, (string?)null).SetProperty(x => x.Phone, (string?)null), cancellation);
        await db.DelegationTraitReadings.Where(r => db.Delegations.Any(d => d.Id == r.DelegationId && d.LastDay < readings)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (gone, said);
    }

    internal static async Task<IReadOnlyDictionary<Guid, DelegationTraits>> ReadTraitsAsync(TesseraDb db, OfficeView office, Guid delegation, string reader, string purpose, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - SameReading;
        if (!await db.DelegationTraitReadings.AnyAsync(r => r.DelegationId == delegation && r.Reader == reader && r.Purpose == purpose && r.At > since, cancellation))
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into delegation_trait_reading (id, delegation_id, reader, purpose, at) values ({Guid.CreateVersion7(now)}, {delegation}, {reader}, {purpose}, {now})", cancellation);
        }

        return await db.DelegationTraits.Where(t => db.DelegationPeople.Any(p => p.Id == t.PersonId && p.DelegationId == delegation)).AsNoTracking()
            .ToDictionaryAsync(t => t.PersonId, t => new DelegationTraits(t.Sex, t.BirthYear, t.PoliticalGroup), cancellation);
    }

    private bool MayPropose(DelegationRow row, DelegationPersonRow? person, DelegationProposerRow? proposer) =>
        row.State is DelegationState.Called && row.ProposalsUntil >= time.Today() && proposer is not null && (person is null || person.ProposerId == proposer.Id);

    private static void Fill(DelegationPersonRow person, PersonDraft draft, Guid? proposer)
    {
        (person.ProposerId, person.Name, person.Authority, person.Region, person.Level) = (proposer, draft.Name, draft.Authority, draft.Region, draft.Level);
        (person.Mandate, person.MandateSince, person.MandateUntil, person.PublicOffice) = (draft.Mandate, draft.MandateSince, draft.MandateUntil, draft.PublicOffice);
        (person.RepresentativeRank, person.SubstituteRank, person.IsYouth, person.MayBeNamed) = (draft.RepresentativeRank, draft.SubstituteRank, draft.IsYouth, draft.MayBeNamed);
        (person.Email, person.Phone, person.Language, person.Posts) = (draft.Email, draft.Phone, draft.Language, [.. draft.Posts]);
        (person.Folded, person.WithdrawnAt) = (Folding.Of($"{draft.Name}\n{draft.Email}\n{draft.Phone}"), null);
    }

    private async Task KeepAsync(TesseraDb db, OfficeView office, Guid person, DelegationTraits traits, CancellationToken cancellation)
    {
        var row = await db.DelegationTraits.SingleOrDefaultAsync(t => t.PersonId == person, cancellation) ?? db.Add(new DelegationTraitRow { PersonId = person, OfficeId = office.Id }).Entity;
        (row.Sex, row.BirthYear, row.PoliticalGroup, row.EnteredAt) = (traits.Sex, traits.BirthYear, traits.PoliticalGroup, time.GetUtcNow());
    }

    private static List<Finding> Check(PersonDraft draft, DelegationRow row)
    {
        var found = new List<Finding>();
        void Demand(bool holds, string path, string code)
        {
            if (!holds) found.Add(Finding.About(path, code));
        }

        Demand(draft.Name.Length > 0, "name", DelegationRefusal.NameMissing);
        Demand(draft.Name.Length <= DelegationKeeping.LongestName, "name", DelegationRefusal.TextTooLong);
        Demand(draft.Authority.Length <= LongestAuthority, "authority", DelegationRefusal.TextTooLong);
        Demand(draft.Region.Length <= DelegationKeeping.LongestName, "region", DelegationRefusal.TextTooLong);
        Demand(draft.PublicOffice.All(t => t.Text.Length <= LongestAuthority), "publicOffice", DelegationRefusal.TextTooLong);
        Demand(draft.Phone is null or { Length: <= LongestPhone }, "phone", DelegationRefusal.TextTooLong);
        Demand(!(draft.MandateSince > draft.MandateUntil), "mandateUntil", DelegationRefusal.MandateWrong);
        Demand(draft.Email is not { } email || GuestService.IsAddress(email), "email", DelegationRefusal.EmailWrong);
        Demand(draft.RepresentativeRank is null or (>= 1 and <= MostRank), "representativeRank", DelegationRefusal.QuotaWrong);
        Demand(draft.SubstituteRank is null or (>= 1 and <= MostRank), "substituteRank", DelegationRefusal.QuotaWrong);
        if (draft.Traits is not { } traits) return found;
        Demand(traits.PoliticalGroup.Length <= DelegationKeeping.LongestName, "politicalGroup", DelegationRefusal.TextTooLong);
        if (traits.BirthYear is not { } year) return found;
        Demand(year >= row.FirstDay.Year - OldestMember && year <= row.FirstDay.Year - YoungestMember, "birthYear", DelegationRefusal.BirthYearWrong);
        Demand(!draft.IsYouth || DelegationCourse.IsOfAge(year, row.FirstDay.Year, Age(row, "least"), Age(row, "most")), "birthYear", DelegationRefusal.YouthAgeWrong);
        return found;
    }

    private static int? Age(DelegationRow row, string which) => RuleCatalogue.Find(row.Body, $"youth-delegate-{which}-age", "", row.FirstDay)?.Value;
}
