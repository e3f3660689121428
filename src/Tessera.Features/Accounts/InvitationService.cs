using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>An invitation as its office sees it.</summary>
public sealed record InvitationView(Guid Id, string Email, OfficeRole Role, string InvitedBy, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);

/// <summary>An invitation as the invited sees it.</summary>
/// <param name="Office">Null for an invitation to be the installation's first administrator.</param>
/// <param name="Email">Null when any address may accept it.</param>
public sealed record OpenInvitation(OfficeView? Office, string? Email, OfficeRole Role, string InvitedBy);

/// <summary>What became of an invitation that somebody wanted to accept.</summary>
public enum Acceptance
{
    /// <summary>She works in the office now.</summary>
    Accepted,

    /// <summary>It stands no more.</summary>
    Gone,

    /// <summary>It is for another address than her account's; it still stands.</summary>
    OtherAddress,
}

/// <summary>Invitations: each may be accepted once, for a time, by who holds its link and has the address that was invited.</summary>
public sealed class InvitationService(Database database, OfficeQueries offices, MemberService members, TimeProvider time)
{
    /// <summary>How long an invitation to an office stands.</summary>
    public static readonly TimeSpan Stands = TimeSpan.FromDays(14);

    /// <summary>How long the link of the first administrator stands.</summary>
    public static readonly TimeSpan FirstStands = TimeSpan.FromDays(2);

    /// <summary>Invites somebody to an office; the token is for the link in her mail. An earlier invitation of hers ends.</summary>
    public async Task<string> InviteAsync(OfficeView office, string email, OfficeRole role, string invitedBy, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Invitations.Where(i => i.Email == email && i.AcceptedAt == null).ExecuteDeleteAsync(cancellation);
        return await AddAsync(db, office.Id, email, role, invitedBy, Stands, cancellation);
    }

    /// <summary>The link of the first administrator: only while nobody has an account. Earlier ones end.</summary>
    public async Task<string?> FirstAsync(CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        if (await db.Accounts.AnyAsync(cancellation)) return null;
        await db.Invitations.Where(i => i.OfficeId == null).ExecuteDeleteAsync(cancellation);
        return await AddAsync(db, null, null, OfficeRole.Administrator, "tessera", FirstStands, cancellation);
    }

    /// <summary>The office's invitations that nobody has accepted yet.</summary>
    public async Task<IReadOnlyList<InvitationView>> OpenAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.Invitations.Where(i => i.AcceptedAt == null).OrderByDescending(i => i.MadeAt)
            .Select(i => new InvitationView(i.Id, i.Email!, i.Role, i.InvitedBy, i.MadeAt, i.ExpiresAt)).ToListAsync(cancellation);
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task WithdrawAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Invitations.Where(i => i.Id == id && i.AcceptedAt == null).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The invitation behind a link; null when it was accepted, withdrawn or has expired.</summary>
    /// <param name="slug">The office in the link; null for the first administrator's.</param>
    public async Task<OpenInvitation?> FindAsync(string? slug, string token, CancellationToken cancellation)
    {
        var office = slug is null ? null : await offices.FindAsync(slug, cancellation);
        if (slug is not null && office is null) return null;
        await using var db = Unit(office);
        return await Standing(db, token).SingleOrDefaultAsync(cancellation) is { } row ? new OpenInvitation(office, row.Email, row.Role, row.InvitedBy) : null;
    }

    /// <summary>Accepts an invitation for an account. The first administrator becomes host, and administrator of every office that has none.</summary>
    public async Task<Acceptance> AcceptAsync(string? slug, string token, Guid account, CancellationToken cancellation)
    {
        var office = slug is null ? null : await offices.FindAsync(slug, cancellation);
        await using var db = Unit(office);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        if (await Standing(db, token).SingleOrDefaultAsync(cancellation) is not { } row) return Acceptance.Gone;
        var email = await db.Accounts.Where(a => a.Id == account).Select(a => a.Email).SingleOrDefaultAsync(cancellation);
        if (!IsFor(row.Email, email)) return Acceptance.OtherAddress;
        if (await Standing(db, token).ExecuteUpdateAsync(i => i.SetProperty(x => x.AcceptedAt, now), cancellation) == 0) return Acceptance.Gone;
        if (office is not null) await members.JoinAsync(db, office.Id, account, row.Role, cancellation);
        else await BecomeHostAsync(db, account, cancellation);
        await transaction.CommitAsync(cancellation);
        return Acceptance.Accepted;
    }

    /// <summary>May an account of this address accept an invitation to that one? One without an address is for anybody.</summary>
    public static bool IsFor(string? invited, string? email) => invited is null || string.Equals(invited, email, StringComparison.OrdinalIgnoreCase);

    private async Task BecomeHostAsync(TesseraDb db, Guid account, CancellationToken cancellation)
    {
        await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsHost, true), cancellation);
        foreach (var office in await db.Offices.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation))
        {
            await db.WorkForAsync(office, cancellation);
            if (!await db.Members.AnyAsync(cancellation)) await members.JoinAsync(db, office, account, OfficeRole.Administrator, cancellation);
        }
    }

    private TesseraDb Unit(OfficeView? office) => office is null ? database.ForHost() : database.ForOffice(office.Id);

    private IQueryable<InvitationRow> Standing(TesseraDb db, string token)
    {
        var (hash, now) = (Tokens.Hash(token), time.GetUtcNow());
        return db.Invitations.Where(i => i.TokenHash == hash && i.AcceptedAt == null && i.ExpiresAt > now);
    }

    private async Task<string> AddAsync(TesseraDb db, int? office, string? email, OfficeRole role, string invitedBy, TimeSpan stands, CancellationToken cancellation)
    {
        var (token, now) = (Tokens.New(), time.GetUtcNow());
        db.Add(new InvitationRow { Id = Guid.CreateVersion7(now), OfficeId = office, Email = email, Role = role, TokenHash = Tokens.Hash(token), InvitedBy = invitedBy, MadeAt = now, ExpiresAt = now + stands });
        await db.SaveChangesAsync(cancellation);
        return token;
    }
}
