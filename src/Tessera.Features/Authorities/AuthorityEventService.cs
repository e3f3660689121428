using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Authorities;

/// <summary>How an office uses an authority of the shared directory.</summary>
/// <param name="Partners">Of its partners, those behind which the authority stands; archived ones too.</param>
/// <param name="Agreements">Of its agreements, those with such a partner or signed with the authority.</param>
public sealed record AuthorityUse(string Office, LocalText ShortName, int Partners, int Agreements);

/// <summary>An event that waits for the host, or that she has decided.</summary>
/// <param name="Affects">The offices that use the authority; empty where nobody asked for them.</param>
/// <param name="IsConfirmed">Null while it waits.</param>
/// <param name="Reason">Why the host refused it, or what she said to it.</param>
public sealed record AuthorityProposal(
    Guid Id, string Office, LocalText OfficeNames, string PartnerKey, LocalText AuthorityNames, string? ToNames, NewAuthorityEvent Event, string ProposedBy, DateTimeOffset ProposedAt,
    DateTimeOffset? DecidedAt, bool? IsConfirmed, string? Reason, IReadOnlyList<AuthorityUse> Affects);

/// <summary>
/// Events that end an authority which other offices use too: the directory is shared, so they wait for the host, who confirms or refuses them. Both stand in the history
/// of the office that proposed it.
/// </summary>
public sealed class AuthorityEventService(Database database, OfficeLoader loader, TimeProvider time)
{
    /// <summary>The code of the refusal when another event of the authority waits already.</summary>
    public const string AlreadyWaiting = "authority-event.already-waiting";

    /// <summary>The code of the refusal when the authority has ended meanwhile, or the proposal was decided.</summary>
    public const string AlreadyDone = "authority-event.already-done";

    private const string Subject = "authority-proposal";

    /// <summary>Does the event have to wait for the host?</summary>
    public async Task<bool> WaitsForHostAsync(OfficeView office, NewAuthorityEvent happening, CancellationToken cancellation)
    {
        if (!happening.Ends) return false;
        await using var db = database.ForHost();
        await db.Database.OpenConnectionAsync(cancellation);
        var authority = await db.Authorities.Where(a => a.Key == happening.Authority).Select(a => a.Id).SingleAsync(cancellation);
        return (await UsesAsync(db, authority, cancellation)).Any(u => u.Office != office.Slug);
    }

    /// <summary>Proposes an event to the host; what is wrong comes back as findings, and then nothing was proposed.</summary>
    public async Task<IReadOnlyList<Finding>> ProposeAsync(OfficeView office, string partner, NewAuthorityEvent happening, Edit edit, CancellationToken cancellation)
    {
        var file = await loader.DumpAsync(office.Slug, cancellation) ?? throw new InvalidOperationException($"No office {office.Slug}.");
        if (OfficeChecking.Checked(file, happening.RecordedIn(file, await NewKeyAsync(happening, cancellation))).Findings is { Count: > 0 } wrong) return wrong;
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.WorkForAsync(office.Id, cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('tessera.authority.propose'))", cancellation);
        var authority = await db.Authorities.Where(a => a.Key == happening.Authority).SingleAsync(cancellation);
        if (authority.Ended is not null) return [Finding.About("", AlreadyDone)];
        if (await db.AuthorityProposals.AnyAsync(p => p.AuthorityId == authority.Id && p.DecidedAt == null, cancellation)) return [Finding.About("", AlreadyWaiting)];
        var row = db.Add(Row(office, partner, authority.Id, happening, edit)).Entity;
        Enter(db, row, authority.Names, Interchange.Offices.ChangeKind.Added, new FieldChange("date", null, happening.Date.ToString()), edit);
        await db.SaveChangesAsync(cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>What an office has proposed of an authority, newest first.</summary>
    public async Task<IReadOnlyList<AuthorityProposal>> OfOfficeAsync(OfficeView office, string authority, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        var rows = await db.AuthorityProposals.Include(p => p.Authority).Where(p => p.Authority!.Key == authority).OrderByDescending(p => p.ProposedAt).ToListAsync(cancellation);
        return [.. rows.Select(r => View(r, office.Slug, office.ShortName, null, []))];
    }

    /// <summary>What waits for the host, oldest first, with what each would affect.</summary>
    public async Task<IReadOnlyList<AuthorityProposal>> WaitingAsync(CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await db.Database.OpenConnectionAsync(cancellation);
        var rows = await db.AuthorityProposals.Include(p => p.Authority).Where(p => p.DecidedAt == null).OrderBy(p => p.ProposedAt).ToListAsync(cancellation);
        var waiting = new List<AuthorityProposal>();
        foreach (var row in rows)
        {
            var office = await db.Offices.SingleAsync(o => o.Id == row.OfficeId, cancellation);
            var to = row.ToKey is null ? row.Successor : await db.Authorities.Where(a => a.Key == row.ToKey).Select(a => a.Names).SingleOrDefaultAsync(cancellation);
            waiting.Add(View(row, office.Slug, office.ShortName, to?.For(["en", .. office.Languages])?.Text, await UsesAsync(db, row.AuthorityId, cancellation)));
        }

        return waiting;
    }

    /// <summary>Confirms a proposal, and then the event takes effect for every office, or refuses it. What stands against it comes back as findings; then it still waits.</summary>
    /// <param name="edit">The host, and what she says to it.</param>
    public async Task<IReadOnlyList<Finding>> DecideAsync(Guid id, bool isConfirmed, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from authority_proposal where id = {id} for update", cancellation);
        var row = await db.AuthorityProposals.AsTracking().Include(p => p.Authority).SingleOrDefaultAsync(p => p.Id == id && p.DecidedAt == null, cancellation);
        if (row is null) return [Finding.About("", AlreadyDone)];
        var slug = await db.Offices.Where(o => o.Id == row.OfficeId).Select(o => o.Slug).SingleAsync(cancellation);
        if (isConfirmed && await TakeEffectAsync(slug, row, edit, cancellation) is { Count: > 0 } wrong) return wrong;
        await db.WorkForAsync(row.OfficeId, cancellation);
        (row.DecidedBy, row.DecidedAt, row.IsConfirmed, row.Reason) = (edit.Author, time.GetUtcNow(), isConfirmed, edit.Reason);
        Enter(db, row, row.Authority!.Names, Interchange.Offices.ChangeKind.Changed, new FieldChange("decision", null, isConfirmed ? "confirmed" : "refused"), edit);
        await db.SaveChangesAsync(cancellation);
        await Storage.Changes.AnnounceAsync(db, slug, cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>In a transaction of its own. Should the decision then not be written, the proposal waits with an authority that has ended, and can only be refused.</summary>
    private async Task<IReadOnlyList<Finding>> TakeEffectAsync(string slug, AuthorityProposalRow row, Edit edit, CancellationToken cancellation)
    {
        if (row.Authority!.Ended is not null) return [Finding.About("", AlreadyDone)];
        var (happening, key) = (row.Event(), await NewKeyAsync(row.Event(), cancellation));
        return (await loader.ChangeAsync(slug, f => f.Authorities.Any(a => a.Key == happening.Authority) ? happening.RecordedIn(f, key) : f, edit, cancellation)).Findings;
    }

    private async Task<string?> NewKeyAsync(NewAuthorityEvent happening, CancellationToken cancellation) =>
        happening.To is null && !happening.Successor.IsEmpty ? await loader.FreeAuthorityKeyAsync(happening.Successor.First().Text, "authority", cancellation) : null;

    private AuthorityProposalRow Row(OfficeView office, string partner, Guid authority, NewAuthorityEvent happening, Edit edit) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        AuthorityId = authority,
        PartnerKey = partner,
        Kind = happening.Kind,
        Date = happening.Date,
        ToKey = happening.To,
        Successor = happening.Successor,
        Note = happening.Note,
        ProposedBy = edit.Author,
        ProposedAt = time.GetUtcNow(),
    };

    private void Enter(TesseraDb db, AuthorityProposalRow row, LocalText names, Interchange.Offices.ChangeKind kind, FieldChange field, Edit edit) =>
        db.Changes.Add(ChangeEntries.Of(new OfficeChange(kind, Subject, row.Id.ToString(), row.PartnerKey, [field]), names, row.OfficeId, edit, time.GetUtcNow()));

    /// <summary>Who uses an authority. No office sees another's register, so each is asked in its own name.</summary>
    private static async Task<List<AuthorityUse>> UsesAsync(TesseraDb db, Guid authority, CancellationToken cancellation)
    {
        var uses = new List<AuthorityUse>();
        foreach (var office in await db.Offices.OrderBy(o => o.Slug).Select(o => new { o.Id, o.Slug, o.ShortName, o.AuthorityId }).ToListAsync(cancellation))
        {
            await db.WorkForAsync(office.Id, cancellation);
            var partners = await db.Partners.CountAsync(p => p.OfficeId == office.Id && p.AuthorityId == authority, cancellation);
            var agreements = await db.Agreements.CountAsync(a => a.OfficeId == office.Id && (a.SignedWithId ?? a.Partner!.AuthorityId) == authority, cancellation);
            var isMember = await db.Memberships.AnyAsync(m => m.OfficeId == office.Id && m.OrganisationId == authority, cancellation);
            if (partners + agreements > 0 || isMember || office.AuthorityId == authority) uses.Add(new AuthorityUse(office.Slug, office.ShortName, partners, agreements));
        }

        return uses;
    }

    private static AuthorityProposal View(AuthorityProposalRow row, string office, LocalText names, string? to, IReadOnlyList<AuthorityUse> affects) => new(
        row.Id, office, names, row.PartnerKey, row.Authority!.Names, to, row.Event(), row.ProposedBy, row.ProposedAt, row.DecidedAt, row.IsConfirmed, row.Reason, affects);
}
