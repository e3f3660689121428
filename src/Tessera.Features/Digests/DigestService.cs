using Microsoft.EntityFrameworkCore;
using Tessera.Features.Accounts;
using Tessera.Features.Storage;

namespace Tessera.Features.Digests;

/// <summary>Who gets the weekly mail of what needs her, and that nobody gets it twice in a week.</summary>
public sealed class DigestService(Database database, TimeProvider time)
{
    private const int WeeksKept = 8;
    private const int DaysOfAWeek = 7;

    /// <summary>The Monday of the week in which a day lies.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek));

    /// <summary>Accounts that want the mail and have none of this week yet.</summary>
    public async Task<IReadOnlyList<Account>> WantedAsync(DateOnly week, CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.Accounts.Where(a => a.WantsDigest && !db.Digests.Any(d => d.AccountId == a.Id && d.Week == week)).OrderBy(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>Takes it upon itself to send the mail of a week; false when another does or did, or she wants none any more.</summary>
    public async Task<bool> TakeAsync(Guid account, DateOnly week, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.Public();
        return await db.Database.ExecuteSqlAsync(
            $"insert into digest (account_id, week, taken_at) select id, {week}, {now} from account where id = {account} and wants_digest on conflict do nothing", cancellation) > 0;
    }

    /// <summary>The mail of a week could not be sent: it may be taken again.</summary>
    public async Task GiveBackAsync(Guid account, DateOnly week, CancellationToken cancellation)
    {
        await using var db = database.Public();
        await db.Digests.Where(d => d.AccountId == account && d.Week == week).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Forgets mails of long ago.</summary>
    public async Task ForgetBeforeAsync(DateOnly week, CancellationToken cancellation)
    {
        var oldest = week.AddDays(-WeeksKept * DaysOfAWeek);
        await using var db = database.Public();
        await db.Digests.Where(d => d.Week < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>She wants no weekly mail any more.</summary>
    public async Task EndAsync(Guid account, CancellationToken cancellation)
    {
        await using var db = database.Public();
        await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.WantsDigest, false), cancellation);
    }
}
