using Microsoft.EntityFrameworkCore;
using Tessera.Features.Accounts;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar.Others;

/// <summary>The secret address of a person's own calendar.</summary>
/// <param name="AskedOn">The day on which a program last asked by it; null when none has.</param>
public sealed record CalendarKeyView(DateTimeOffset MadeAt, DateOnly? AskedOn);

/// <summary>Secret addresses of people's own calendars: one for each person, shown once when it is made, replaced by a new one or taken back at any time. Only its hash is kept.</summary>
public sealed class CalendarKeyService(Database database, TimeProvider time)
{
    /// <summary>Whether a person has one; null when she has none.</summary>
    public async Task<CalendarKeyView?> FindAsync(Guid account, CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.CalendarKeys.Where(k => k.AccountId == account).Select(k => new CalendarKeyView(k.MadeAt, k.AskedOn)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Makes one; an older one opens nothing any more.</summary>
    /// <returns>The secret, which nobody can read again.</returns>
    public async Task<string> MakeAsync(Guid account, CancellationToken cancellation)
    {
        var (secret, now) = (Tokens.New(), time.GetUtcNow());
        var hash = Tokens.Hash(secret);
        await using var db = database.Public();
        await db.Database.ExecuteSqlAsync(
            $"insert into calendar_key (account_id, secret_hash, made_at) values ({account}, {hash}, {now}) on conflict (account_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at, asked_on = null", cancellation);
        return secret;
    }

    /// <summary>Takes it back.</summary>
    public async Task EndAsync(Guid account, CancellationToken cancellation)
    {
        await using var db = database.Public();
        await db.CalendarKeys.Where(k => k.AccountId == account).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Whose calendar a secret opens; null when it opens none.</summary>
    public async Task<Guid?> OpenAsync(string secret, CancellationToken cancellation)
    {
        var (hash, today) = (Tokens.Hash(secret), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await using var db = database.Public();
        if (await db.CalendarKeys.SingleOrDefaultAsync(k => k.SecretHash == hash, cancellation) is not { } key) return null;
        if (key.AskedOn != today) await db.CalendarKeys.Where(k => k.AccountId == key.AccountId).ExecuteUpdateAsync(k => k.SetProperty(x => x.AskedOn, today), cancellation);
        return key.AccountId;
    }
}
