using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Guests;
using Tessera.Features.Accounts;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Guests;

/// <summary>What a guest eats, how she gets about, and the number of her passport; each empty where she says nothing.</summary>
public sealed record GuestNeeds(string Diet, string Mobility, string Passport)
{
    /// <summary>Does it say nothing?</summary>
    public bool IsEmpty => Diet.Length + Mobility.Length + Passport.Length == 0;
}

/// <summary>The officer who receives the guests of an activity.</summary>
public sealed record GuestHost(Guid Account, string Name);

/// <summary>What a guest needs, for the officer who receives her.</summary>
/// <param name="Needs">Null where she has said nothing.</param>
public sealed record NeedsOfGuest(GuestView Guest, GuestNeeds? Needs);

/// <summary>Somebody has read what a guest needs.</summary>
public sealed record NeedsReading(string Guest, string Reader, DateTimeOffset At);

/// <summary>
/// The second stage of guests' data. A guest enters it herself by a secret address, where it is not shown again; only the one officer who receives the guests reads it, each reading is written
/// down, and it is erased after the visit (see <see cref="GuestService.ForgetAsync"/>).
/// </summary>
public sealed class GuestNeedService(Database database, LetterQueue letters, TimeProvider time)
{
    private const int ReadingsShown = 100;

    /// <summary>The officer who receives the guests; null while nobody does.</summary>
    public async Task<GuestHost?> HostAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.GuestHosts.Where(h => db.Activities.Any(a => a.Id == h.ActivityId && a.Key == activity)).Join(db.Accounts, h => h.AccountId, a => a.Id, (h, a) => new GuestHost(a.Id, a.Name)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Makes somebody the officer who receives the guests, instead of whoever did.</summary>
    public async Task AppointAsync(OfficeView office, string activity, Guid account, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.Database.ExecuteSqlAsync(
            $"insert into guest_host (activity_id, account_id, since) select id, {account}, {now} from activity where key = {activity} on conflict (activity_id) do update set account_id = excluded.account_id, since = excluded.since", cancellation);
    }

    /// <summary>Gives every guest a secret address and mails it to those who have not had it; who has no e-mail address is given it by hand.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> AskAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Of two who ask at once the second finds everybody asked.
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {activity} for update", cancellation);
        var guests = await db.Guests.Where(g => g.Activity!.Key == activity && g.WithdrawnAt == null && g.Link == null).ToListAsync(cancellation);
        foreach (var guest in guests)
        {
            guest.Link = Tokens.New();
            if (guest.Email is not null) await LetterQueue.AskAsync(db, office.Id, LetterKind.Needs, guest.Id, null, time.GetUtcNow(), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return guests.Count(g => g.Email is not null);
    }

    /// <summary>The guest whom a secret lets say what she needs; null when it lets nobody, or the visit is over.</summary>
    public async Task<GuestOfActivity?> OpenAsync(OfficeView office, string secret, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = database.ForOffice(office.Id);
        if (await db.Guests.Include(g => g.Activity).SingleOrDefaultAsync(g => g.Link == secret && g.WithdrawnAt == null && (g.Activity!.LastDay == null || g.Activity.LastDay >= today), cancellation) is not { } row) return null;
        return new GuestOfActivity(GuestService.View(row) with { HasSaidNeeds = await db.GuestNeeds.AnyAsync(n => n.GuestId == row.Id, cancellation) }, row.Activity!.Key);
    }

    /// <summary>Keeps what a guest says instead of what she said before; nothing said erases it.</summary>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> SayAsync(OfficeView office, Guid guest, GuestNeeds needs, CancellationToken cancellation)
    {
        var wrong = new[] { ("diet", needs.Diet.Length > Keeping.LongestReply), ("mobility", needs.Mobility.Length > Keeping.LongestReply), ("passport", needs.Passport.Length > Keeping.LongestNumber) }
            .Where(f => f.Item2).Select(f => Finding.About(f.Item1, GuestRefusal.TextTooLong)).ToList();
        if (wrong.Count > 0) return wrong;
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        if (needs.IsEmpty) await db.GuestNeeds.Where(n => n.GuestId == guest).ExecuteDeleteAsync(cancellation);
        else
            await db.Database.ExecuteSqlAsync($"""
                insert into guest_need (guest_id, diet, mobility, passport, entered_at) values ({guest}, {needs.Diet}, {needs.Mobility}, {needs.Passport}, {now})
                on conflict (guest_id) do update set diet = excluded.diet, mobility = excluded.mobility, passport = excluded.passport, entered_at = excluded.entered_at
                """, cancellation);
        return [];
    }

    /// <summary>What the guests need, which is written down as read; null, and nothing is read, for whoever does not receive them.</summary>
    /// <param name="only">One guest; null for all.</param>
    public async Task<IReadOnlyList<NeedsOfGuest>?> ReadAsync(OfficeView office, string activity, Guid account, string reader, Guid? only, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (!await db.GuestHosts.AnyAsync(h => h.AccountId == account && db.Activities.Any(a => a.Id == h.ActivityId && a.Key == activity), cancellation)) return null;
        var guests = await db.Guests.Where(g => g.Activity!.Key == activity && g.WithdrawnAt == null && (only == null || g.Id == only)).OrderBy(g => g.AddedAt).ThenBy(g => g.Name).ToListAsync(cancellation);
        var ids = guests.Select(g => g.Id).ToList();
        var needs = await db.GuestNeeds.Where(n => ids.Contains(n.GuestId)).ToDictionaryAsync(n => n.GuestId, cancellation);
        db.AddRange(needs.Keys.Select(id => new GuestNeedReadingRow { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = office.Id, GuestId = id, Reader = reader, At = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellation);
        return [.. guests.Select(g => new NeedsOfGuest(GuestService.View(g), needs.TryGetValue(g.Id, out var n) ? new GuestNeeds(n.Diet, n.Mobility, n.Passport) : null))];
    }

    /// <summary>Who has read what the guests need, the latest first.</summary>
    public async Task<IReadOnlyList<NeedsReading>> ReadingsAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.GuestNeedReadings.Join(db.Guests.Where(g => g.Activity!.Key == activity), r => r.GuestId, g => g.Id, (r, g) => new { g.Name, r.Reader, r.At })
            .OrderByDescending(r => r.At).ThenBy(r => r.Name).Take(ReadingsShown).Select(r => new NeedsReading(r.Name, r.Reader, r.At)).ToListAsync(cancellation);
    }
}
