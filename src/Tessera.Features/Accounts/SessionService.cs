using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>A session as its owner sees it in the list of her own.</summary>
/// <param name="Id">Names the session in a form; whoever knows it cannot take the session up.</param>
public sealed record SessionView(string Id, string Browser, DateTimeOffset BegunAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>Sessions are kept in the database, so that they can be listed and ended, survive a restart, and are known to every node.</summary>
public sealed class SessionService(Database database, TimeProvider time)
{
    /// <summary>Letters kept of what the browser calls itself.</summary>
    public const int LongestBrowser = 300;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session; the key is for the browser's cookie.</summary>
    public async Task<string> BeginAsync(Guid account, byte[] ticket, string browser, DateTimeOffset expires, CancellationToken cancellation)
    {
        var (key, now) = (Tokens.New(), time.GetUtcNow());
        await using var db = database.Public();
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        db.Add(new SessionRow
        {
            KeyHash = Tokens.Hash(key),
            AccountId = account,
            Ticket = ticket,
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
            BegunAt = now,
            SeenAt = now,
            ExpiresAt = expires,
        });
        await db.SaveChangesAsync(cancellation);
        return key;
    }

    /// <summary>The ticket of a session, or null when it has ended.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancellation)
    {
        var (hash, now) = (Tokens.Hash(key), time.GetUtcNow());
        await using var db = database.Public();
        var found = await db.Sessions.Where(s => s.KeyHash == hash && s.ExpiresAt > now).Select(s => new { s.Ticket, s.SeenAt }).SingleOrDefaultAsync(cancellation);
        if (found is not null && found.SeenAt < now - SeenEvery) await db.Sessions.Where(s => s.KeyHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancellation);
        return found?.Ticket;
    }

    /// <summary>Prolongs a session. It stays its owner's: the ticket of somebody else ends it, so that whoever knows its key never comes in as her.</summary>
    public async Task RenewAsync(string key, Guid account, byte[] ticket, DateTimeOffset expires, CancellationToken cancellation)
    {
        var (hash, now) = (Tokens.Hash(key), time.GetUtcNow());
        await using var db = database.Public();
        var kept = await db.Sessions.Where(s => s.KeyHash == hash && s.AccountId == account)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ticket, ticket).SetProperty(x => x.ExpiresAt, expires).SetProperty(x => x.SeenAt, now), cancellation);
        if (kept == 0) await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends a session by its key.</summary>
    public async Task EndAsync(string key, CancellationToken cancellation)
    {
        var hash = Tokens.Hash(key);
        await using var db = database.Public();
        await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>An account's sessions, the one seen last first.</summary>
    public async Task<IReadOnlyList<SessionView>> OfAsync(Guid account, string? thisKey, CancellationToken cancellation)
    {
        var (mine, now) = (thisKey is null ? [] : Tokens.Hash(thisKey), time.GetUtcNow());
        await using var db = database.Public();
        var rows = await db.Sessions.Where(s => s.AccountId == account && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt)
            .Select(s => new { s.KeyHash, s.Browser, s.BegunAt, s.SeenAt }).ToListAsync(cancellation);
        return [.. rows.Select(s => new SessionView(Convert.ToHexStringLower(s.KeyHash), s.Browser, s.BegunAt, s.SeenAt, s.KeyHash.AsSpan().SequenceEqual(mine)))];
    }

    /// <summary>Ends one of an account's sessions.</summary>
    public async Task EndOneAsync(Guid account, string id, CancellationToken cancellation)
    {
        if (id.Length != 64 || !id.All(char.IsAsciiHexDigit)) return;
        var hash = Convert.FromHexString(id);
        await using var db = database.Public();
        await db.Sessions.Where(s => s.AccountId == account && s.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Signs an account out everywhere, but for the session with this key.</summary>
    public async Task EndAllAsync(Guid account, string? exceptKey, CancellationToken cancellation)
    {
        var mine = exceptKey is null ? [] : Tokens.Hash(exceptKey);
        await using var db = database.Public();
        await db.Sessions.Where(s => s.AccountId == account && s.KeyHash != mine).ExecuteDeleteAsync(cancellation);
    }
}
