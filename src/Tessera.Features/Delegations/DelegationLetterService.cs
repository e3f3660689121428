using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Guests;
using Tessera.Features.Accounts;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Delegations;

/// <summary>A letter to an association that is due.</summary>
/// <param name="Secret">The last part of the address that it brings; kept by nobody until the letter has gone.</param>
public sealed record AssociationLetter(DelegationView Delegation, DelegationProposer Proposer, string Secret);

/// <summary>
/// Letters to the associations that propose people for a delegation. Each brings a new address, made when the letter is sent; the one before it serves until then, so that nobody is shut out while the mail
/// server is away. Whoever makes or takes back an address by hand takes back the letter that waits.
/// </summary>
public sealed class DelegationLetterService(Database database, DelegationQueries queries, TimeProvider time)
{
    /// <summary>What is written to associations at a stage; null at those at which nothing is.</summary>
    public static LetterKind? KindAt(DelegationState state) => state switch
    {
        DelegationState.Called => LetterKind.DelegationCall,
        DelegationState.Consulting => LetterKind.DelegationConsultation,
        _ => null,
    };

    /// <summary>Asks for letters to those of the associations that have an e-mail address.</summary>
    /// <returns>The keys of those to whom a letter goes.</returns>
    public Task<IReadOnlyList<string>> AskAsync(OfficeView office, string key, IReadOnlyCollection<string> associations, CancellationToken cancellation) => OnceMore.DoAsync(async () =>
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await DelegationDesk.LockAsync(db, office, key, cancellation);
        if (KindAt(row.State) is not { } kind) return (IReadOnlyList<string>)[];
        var asked = await db.DelegationProposers.Where(p => p.DelegationId == row.Id && p.Email != null && associations.Contains(p.Key)).OrderBy(p => p.Position).ToListAsync(cancellation);
        foreach (var proposer in asked) await LetterQueue.AskAssociationAsync(db, office.Id, kind, proposer.Id, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [.. asked.Select(p => p.Key)];
    }, cancellation);

    /// <summary>The letters to each association of a delegation by its key, the oldest first.</summary>
    public async Task<ILookup<string, LetterView>> ListAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var letters = await db.DelegationProposers.Where(p => p.Delegation!.Key == key).Join(db.Letters, p => (Guid?)p.Id, l => l.DelegationProposerId, (p, l) => new { p.Key, Letter = l }).OrderBy(l => l.Letter.Id).ToListAsync(cancellation);
        return letters.ToLookup(l => l.Key, l => new LetterView(l.Letter.Kind, l.Letter.State, l.Letter.AskedAt, l.Letter.EndedAt, l.Letter.Why));
    }

    /// <summary>What a letter that is due says, with a new address; null when the delegation has gone on, the time to answer is over or there is no e-mail address any more.</summary>
    public async Task<AssociationLetter?> FindAsync(OfficeView office, Guid proposer, LetterKind kind, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.DelegationProposers.Where(p => p.Id == proposer).Select(p => p.Delegation!.Key).SingleOrDefaultAsync(cancellation) is not { } key) return null;
        if (await queries.FindAsync(office, key, publicOnly: false, cancellation) is not { } delegation || KindAt(delegation.State) != kind) return null;
        var until = kind is LetterKind.DelegationCall ? delegation.ProposalsUntil : delegation.ConsultingUntil;
        return until >= time.Today() && delegation.Proposers.FirstOrDefault(p => p.Id == proposer) is { Email: not null } known ? new AssociationLetter(delegation, known, Tokens.New()) : null;
    }

    /// <summary>The letter has gone: its address opens the association's pages, and no other does. Not when somebody has made or taken back one by hand meanwhile.</summary>
    public async Task SentAsync(OfficeView office, AssociationLetter letter, CancellationToken cancellation)
    {
        var (hash, now, before) = (Tokens.Hash(letter.Secret), time.GetUtcNow(), letter.Proposer.LinkMadeAt);
        await using var db = database.ForOffice(office.Id);
        await db.DelegationProposers.Where(p => p.Id == letter.Proposer.Id && p.LinkMadeAt == before).ExecuteUpdateAsync(p => p.SetProperty(x => x.LinkHash, hash).SetProperty(x => x.LinkMadeAt, now), cancellation);
    }
}
