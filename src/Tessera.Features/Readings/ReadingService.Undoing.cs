using Microsoft.EntityFrameworkCore;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using ChangeKind = Tessera.Interchange.Offices.ChangeKind;

namespace Tessera.Features.Readings;

/// <summary>Undoes readings.</summary>
public sealed partial class ReadingService
{
    /// <summary>
    /// Takes back in one transaction everything that a reading brought, the last first: the partners that came with it, and what it added to others. Where somebody has changed a record since, or laid
    /// a document or a contact to it, that record is named and left. Each removal is a change in the history.
    /// </summary>
    /// <param name="progress">Hears how many are taken back, though nothing is before all are.</param>
    /// <returns>Null when the office has no such reading, or it was undone before.</returns>
    public async Task<UndoneReading?> UndoAsync(OfficeView office, Guid reading, Edit edit, CancellationToken cancellation, Func<int, Task>? progress = null)
    {
        await using var desk = await ReadingDesk.OpenAsync(database, office, reading, cancellation);
        if (desk.Row is not { UndoneAt: null }) return null;
        var numbers = await desk.Db.ReadingItems.Where(i => i.ReadingId == reading && (i.State == ReadingState.Taken || i.State == ReadingState.Joined)).OrderByDescending(i => i.DecidedAt).ThenByDescending(i => i.Number).Select(i => i.Number).ToListAsync(cancellation);
        desk.Db.CountsAtEnd = true;
        var (undone, left) = (0, new List<LeftRecord>());
        foreach (var number in numbers)
        {
            desk.Db.ChangeTracker.Clear();
            var item = await desk.Db.ReadingItems.AsNoTracking().SingleAsync(i => i.ReadingId == reading && i.Number == number, cancellation);
            var stays = item.Brought is { } brought ? await TakeBackAsync(desk.Db, office, item.PartnerKey!, brought, edit, cancellation) : [];
            left.AddRange(stays);
            if (stays.Count > 0) continue;
            undone++;
            await desk.Db.ReadingItems.Where(i => i.ReadingId == reading && i.Number == number).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ReadingState.Undone), cancellation);
            if (progress is not null) await progress(undone);
        }

        if (desk.Reading.SourceKey is { } source) await RemoveSourceAsync(desk.Db, office, source, edit, cancellation);
        var now = time.GetUtcNow();
        await PartnerService.CountAsync(desk.Db, office, now, cancellation);
        await desk.Db.Readings.Where(r => r.Id == reading).ExecuteUpdateAsync(r => r.SetProperty(x => x.UndoneAt, now).SetProperty(x => x.UndoneBy, edit.Author), cancellation);
        await desk.Transaction.CommitAsync(cancellation);
        return new UndoneReading(undone, left);
    }

    /// <summary>Takes back what one proposal brought; what was changed since is returned and stays.</summary>
    private async Task<IReadOnlyList<LeftRecord>> TakeBackAsync(TesseraDb db, OfficeView office, string key, Brought brought, Edit edit, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from partner where key = {key} for update", cancellation);
        if (await PartnerDesk.ReadAsync(db, key, tracked: true, cancellation) is not { } desk) return [];
        var now = desk.Kept.Item;
        if (brought.Before is { } before)
        {
            var (after, stays) = TakingBack.From(now, before, brought.After!);
            db.ChangeTracker.Clear();
            if (brought.Seat is { } given) await Seats.TakeBackAsync(db, given, cancellation);
            var result = await partners.ChangeAsync(db, office, key, null, _ => after, edit, cancellation);
            return result.IsDone ? [.. stays.Select(s => new LeftRecord(s.Subject, s.Key, key, now.Names))] : [new LeftRecord("partner", key, key, now.Names)];
        }

        var isUsed = await db.Documents.AnyAsync(d => d.PartnerId == desk.Row.Id, cancellation) || await db.Contacts.AnyAsync(c => c.PartnerId == desk.Row.Id, cancellation);
        var isUntouched = brought.After is { } then ? TakingBack.IsUntouched(now, then) : desk.Row.Version == 1;
        if (isUsed || !isUntouched) return [new LeftRecord("partner", key, key, now.Names)];
        await partners.RemoveAsync(db, office, desk, edit, cancellation);
        if (brought.Authority is { } authority && !await RemoveAuthorityAsync(db, authority, cancellation)) return [];
        if (brought.Seat is { } seat) await Seats.TakeBackAsync(db, seat, cancellation);
        if (brought.Place is { } place) await RemoveUnusedAsync(db, db.Places.Where(p => p.Key == place), cancellation);
        return [];
    }

    /// <summary>Takes an authority out of the directory again, unless another office has come to use it: then it stays, with its seat.</summary>
    private static Task<bool> RemoveAuthorityAsync(TesseraDb db, string key, CancellationToken cancellation) =>
        Seats.UnlessUsedAsync(db, () => db.Authorities.Where(a => a.Key == key).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Takes out the source that an import of pairs gave its partners, of the office and of the directory, unless something still names it.</summary>
    private async Task RemoveSourceAsync(TesseraDb db, OfficeView office, string key, Edit edit, CancellationToken cancellation)
    {
        if (await db.Sources.FirstOrDefaultAsync(s => s.Key == key, cancellation) is { } source && await RemoveUnusedAsync(db, db.Sources.Where(s => s.Key == key), cancellation))
        {
            db.ChangeTracker.Clear();
            db.Changes.Add(ChangeEntries.Of(new OfficeChange(ChangeKind.Removed, "source", key, null, []), source.Title, office.Id, edit, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        await RemoveUnusedAsync(db, db.DirectorySources.Where(s => s.Key == key), cancellation);
    }

    /// <summary>Takes a record out again, unless something, perhaps of another office, has come to use it.</summary>
    private static async Task<bool> RemoveUnusedAsync<T>(TesseraDb db, IQueryable<T> record, CancellationToken cancellation)
    {
        var gone = 0;
        return await Seats.UnlessUsedAsync(db, async () => gone = await record.ExecuteDeleteAsync(cancellation), cancellation) && gone > 0;
    }
}
