using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Guests;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>What came of a change of the terms.</summary>
/// <param name="Meanwhile">The delegation as somebody else has left it since the form was opened; null when nobody has.</param>
public sealed record DelegationResult(IReadOnlyList<Finding> Findings, DelegationView? Meanwhile) : KeepingResult<DelegationView>(Findings, Meanwhile);

/// <summary>An association as a form has it.</summary>
/// <param name="Key">Null for a new one.</param>
public sealed record ProposerDraft(string? Key, LocalText Names, string? Email, string Language);

/// <summary>Keeps delegations: their terms, and the associations that propose.</summary>
public sealed class DelegationService(Database database, DelegationQueries queries, TimeProvider time)
{
    private const string Stem = "delegation";

    /// <summary>Adds a delegation in preparation.</summary>
    /// <returns>Its key, of its name and the year in which it begins.</returns>
    public async Task<(IReadOnlyList<Finding> Findings, string Key)> AddAsync(OfficeView office, DelegationTerms terms, Edit edit, CancellationToken cancellation)
    {
        if (DelegationTermsCheck.Check(terms) is { Count: > 0 } wrong) return (wrong, "");
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var taken = await db.Delegations.Select(d => d.Key).ToListAsync(cancellation);
        var row = db.Add(new DelegationRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OfficeId = office.Id,
            Key = Keys.Of($"{terms.Names.First().Text} {terms.First.Year}", Stem, taken.Append("new").Append("import").Contains),
            Version = 1,
        }).Entity;
        if (await WhyNotAsync(db, row, terms, cancellation) is { } standing) return ([standing], "");
        await FillAsync(db, row, terms, cancellation);
        DelegationDesk.Enter(db, office, row, Interchange.Offices.ChangeKind.Added, [], edit, time.GetUtcNow());
        await DelegationDesk.SaveAsync(db, office, time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        return ([], row.Key);
    }

    /// <summary>Changes the terms.</summary>
    /// <param name="version">That of the delegation when the form was opened.</param>
    public async Task<DelegationResult> ChangeAsync(OfficeView office, string key, int version, DelegationTerms terms, Edit edit, CancellationToken cancellation)
    {
        if (DelegationTermsCheck.Check(terms) is { Count: > 0 } wrong) return new DelegationResult(wrong, null);
        var isOld = false;
        var findings = await DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            isOld = row.Version != version;
            if (isOld) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (await WhyNotAsync(db, row, terms, cancellation) is { } standing) return new DelegationChange([standing], []);
            var before = Said(row);
            await FillAsync(db, row, terms, cancellation);
            return new DelegationChange([], [.. Said(row).Zip(before).Where(f => f.First.Value != f.Second.Value).Select(f => new FieldChange(f.First.Field, f.Second.Value, f.First.Value))]);
        }, cancellation);
        return isOld ? new DelegationResult([], await queries.FindAsync(office, key, publicOnly: false, cancellation)) : new DelegationResult(findings, null);
    }

    /// <summary>Takes out a delegation that is still being prepared.</summary>
    public async Task<IReadOnlyList<Finding>> RemoveAsync(OfficeView office, string key, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await DelegationDesk.LockAsync(db, office, key, cancellation);
        if (row.State is not DelegationState.Preparing) return [Finding.About("", DelegationRefusal.StageWrong)];
        db.Remove(row);
        DelegationDesk.Enter(db, office, row, Interchange.Offices.ChangeKind.Removed, [], edit, time.GetUtcNow());
        await DelegationDesk.SaveAsync(db, office, time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Keeps an association that proposes: a new one, or a known one as it is now.</summary>
    public Task<IReadOnlyList<Finding>> PutProposerAsync(OfficeView office, string key, ProposerDraft draft, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (draft.Names.IsEmpty) return DelegationChange.Refused("names", DelegationRefusal.NameMissing);
            if (draft.Names.Any(n => n.Text.Length > DelegationKeeping.LongestName)) return DelegationChange.Refused("names", DelegationRefusal.TextTooLong);
            if (draft.Email is { } email && !GuestService.IsAddress(email)) return DelegationChange.Refused("email", DelegationRefusal.EmailWrong);
            var there = await db.DelegationProposers.Where(p => p.DelegationId == row.Id).ToListAsync(cancellation);
            var proposer = there.Find(p => p.Key == draft.Key);
            var isNew = proposer is null;
            proposer ??= db.Add(new DelegationProposerRow
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                OfficeId = office.Id,
                DelegationId = row.Id,
                Key = Keys.Of(draft.Names.First().Text, "association", k => k == "new" || there.Any(p => p.Key == k)),
                Position = there.Count,
            }).Entity;
            var was = isNew ? null : Storage.Conversions.WriteTexts(proposer.Names);
            (proposer.Names, proposer.Email, proposer.Language) = (draft.Names, draft.Email, draft.Language);
            return DelegationChange.Done("proposers", was, Storage.Conversions.WriteTexts(proposer.Names));
        }, cancellation);

    /// <summary>Takes an association off the list; not while somebody is proposed by it.</summary>
    public Task<IReadOnlyList<Finding>> RemoveProposerAsync(OfficeView office, string key, string proposer, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (await db.DelegationProposers.SingleOrDefaultAsync(p => p.DelegationId == row.Id && p.Key == proposer, cancellation) is not { } found) return new DelegationChange([], []);
            if (await db.DelegationPeople.AnyAsync(p => p.ProposerId == found.Id, cancellation)) return DelegationChange.Refused("", DelegationRefusal.HasSat);
            db.Remove(found);
            return DelegationChange.Done("proposers", Storage.Conversions.WriteTexts(found.Names), null);
        }, cancellation);

    /// <summary>Makes a new address by which an association proposes without an account, so that the old one opens nothing any more; or takes it back. A letter that waits is taken back with it.</summary>
    /// <returns>The secret, which is seen this once; null when it was taken back, or there is no such association.</returns>
    public async Task<string?> LinkAsync(OfficeView office, string key, string proposer, bool isOpen, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var secret = isOpen ? Tokens.New() : null;
        var (hash, now) = (secret is null ? null : Tokens.Hash(secret), secret is null ? (DateTimeOffset?)null : time.GetUtcNow());
        var found = await db.DelegationProposers.Where(p => p.Key == proposer && p.Delegation!.Key == key)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LinkHash, hash).SetProperty(x => x.LinkMadeAt, now), cancellation);
        await db.Letters.Where(l => l.State == LetterState.Waiting && db.DelegationProposers.Any(p => p.Id == l.DelegationProposerId && p.Key == proposer && p.Delegation!.Key == key)).ExecuteDeleteAsync(cancellation);
        return found == 0 ? null : secret;
    }

    /// <summary>What an association sees by its address: the people it proposed, and while a composition lies before it those seated; null when the address opens nothing.</summary>
    public async Task<(DelegationView Delegation, DelegationProposer Proposer)?> OpenAsync(OfficeView office, string secret, CancellationToken cancellation)
    {
        var hash = Tokens.Hash(secret);
        await using var db = database.ForOffice(office.Id);
        if (await db.DelegationProposers.Where(p => p.LinkHash == hash).Select(p => new { p.Key, Delegation = p.Delegation!.Key }).SingleOrDefaultAsync(cancellation) is not { } found) return null;
        if (await queries.FindAsync(office, found.Delegation, publicOnly: false, cancellation) is not { State: not (DelegationState.Preparing or DelegationState.Ended) } whole) return null;
        var proposer = whole.Proposers.Single(p => p.Key == found.Key);
        var seated = whole.State is DelegationState.Called ? [] : whole.Seatings;
        var named = seated.Select(s => s.Person).ToHashSet();
        IReadOnlyList<DelegationPerson> people = [.. whole.People.Where(p => p.Proposer == proposer.Key || named.Contains(p.Id)).Select(p => p.Proposer == proposer.Key ? p : p with { Email = null, Phone = null })];
        return (whole with { Proposers = [.. whole.Proposers.Select(p => p.Key == proposer.Key ? p : p with { Email = null, Comment = "" })], People = people, Seatings = seated, Documents = [], Contributions = [] }, proposer);
    }

    /// <summary>Records what an association says of the composition that lies before it.</summary>
    public async Task<IReadOnlyList<Finding>> ReplyAsync(OfficeView office, string secret, ProposerReply reply, string comment, CancellationToken cancellation)
    {
        if (comment.Length > DelegationKeeping.LongestComment) return [Finding.About("comment", DelegationRefusal.TextTooLong)];
        var (hash, now) = (Tokens.Hash(secret), time.GetUtcNow());
        await using var db = database.ForOffice(office.Id);
        var today = time.Today();
        var done = await db.DelegationProposers.Where(p => p.LinkHash == hash && p.Delegation!.State == DelegationState.Consulting && p.Delegation.ConsultingUntil >= today)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Reply, reply).SetProperty(x => x.Comment, comment).SetProperty(x => x.RepliedAt, now), cancellation);
        return done == 0 ? [Finding.About("", DelegationRefusal.ProposalsClosed)] : [];
    }

    private static async Task<Finding?> WhyNotAsync(TesseraDb db, DelegationRow row, DelegationTerms terms, CancellationToken cancellation)
    {
        if (await db.Delegations.AnyAsync(d => d.Id != row.Id && d.Body == terms.Body && d.Country == terms.Country && d.FirstDay <= terms.Last && d.LastDay >= terms.First, cancellation))
            return Finding.About("first", DelegationRefusal.TermTaken);
        var sitting = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.ToDay == null).ToListAsync(cancellation);
        var isTaken = sitting.GroupBy(s => (s.Kind, s.Chamber)).Any(g => g.Count() > terms.Seats.Where(b => b.Kind == g.Key.Kind && b.Chamber == g.Key.Chamber).Sum(b => b.Seats));
        return isTaken ? Finding.About("seats", DelegationRefusal.SeatsTaken) : null;
    }

    private static async Task FillAsync(TesseraDb db, DelegationRow row, DelegationTerms terms, CancellationToken cancellation)
    {
        (row.Body, row.BodyNames, row.Names, row.Country) = (terms.Body, terms.BodyNames, terms.Names, terms.Country);
        (row.FirstDay, row.LastDay, row.Seats, row.SeatSource) = (terms.First, terms.Last, [.. terms.Seats.Where(s => s.Seats > 0)], terms.SeatSource);
        (row.Rules, row.Secretary) = (terms.Rules, terms.Secretary);
        row.MembershipId = terms.Membership is { } membership ? await db.Memberships.Where(m => m.Key == membership).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellation) : null;
    }

    private static (string Field, string? Value)[] Said(DelegationRow row) =>
    [
        ("names", Storage.Conversions.WriteTexts(row.Names)), ("body", row.Body), ("country", row.Country), ("first", DelegationDesk.Written(row.FirstDay)), ("last", DelegationDesk.Written(row.LastDay)),
        ("seats", string.Join(", ", row.Seats.Select(s => $"{Words<SeatKind>.Write(s.Kind)}/{Words<Chamber>.Write(s.Chamber)}: {s.Seats}"))), ("seatSource", row.SeatSource),
        ("rules", OfficeItems.Write(row.Rules)), ("secretary", row.Secretary is null ? null : OfficeItems.Write(row.Secretary)),
    ];
}
