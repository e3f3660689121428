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
    /// Takes back in one transaction everything that a reading brought, the last first, and what came in bulk together at the end: the partners that came with it, and what it added to others. Where
    /// somebody has changed a record since, or laid a document or a contact to it, that record is named and left. Each removal is a change in the history.
    /// </summary>
    /// <param name="progress">Hears how many are taken back, though nothing is before all are.</param>
    /// <returns>Null when the office has no such reading, or it was undone before.</returns>
    public async Task<UndoneReading?> UndoAsync(OfficeView office, Guid reading, Edit edit, CancellationToken cancellation, Func<int, Task>? progress = null)
    {
        await using var desk = await ReadingDesk.OpenAsync(database, office, reading, cancellation);
        if (desk.Row is not { UndoneAt: null }) return null;
        var bulk = new BulkTakingBack(desk.Db, edit, time.GetUtcNow());
        var undone = await UndoAsync(desk, office, bulk, edit, progress, cancellation);
        await FinishAsync(desk, bulk, [desk.Reading.SourceKey], cancellation);
        return undone;
    }

    /// <summary>The same for readings of several offices, all of them in one transaction; one that was undone before is passed over.</summary>
    /// <param name="progress">Hears of each office that is done, though nothing is before all are.</param>
    internal async Task<IReadOnlyList<(OfficeView Office, UndoneReading Undone)>> UndoAllAsync(IReadOnlyList<(OfficeView Office, Guid Reading)> readings, Edit edit, Action<string>? progress, CancellationToken cancellation)
    {
        var (done, sources) = (new List<(OfficeView, UndoneReading)>(), new HashSet<string?>());
        if (readings is not [var (first, its), ..]) return done;
        await using var desk = await ReadingDesk.OpenAsync(database, first, its, cancellation);
        var bulk = new BulkTakingBack(desk.Db, edit, time.GetUtcNow());
        foreach (var (office, reading) in readings)
        {
            await desk.TurnToAsync(office, reading, cancellation);
            if (desk.Row is not { UndoneAt: null }) continue;
            sources.Add(desk.Reading.SourceKey);
            done.Add((office, await UndoAsync(desk, office, bulk, edit, null, cancellation)));
            progress?.Invoke(office.Slug);
        }

        await FinishAsync(desk, bulk, sources, cancellation);
        return done;
    }

    /// <summary>Takes back what the desk's reading brought, but for what came into the directory in bulk.</summary>
    private async Task<UndoneReading> UndoAsync(ReadingDesk desk, OfficeView office, BulkTakingBack bulk, Edit edit, Func<int, Task>? progress, CancellationToken cancellation)
    {
        var (db, reading) = (desk.Db, desk.Reading.Id);
        var (undone, left) = (0, new List<LeftRecord>());
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        db.CountsAtEnd = true;
        foreach (var number in await bulk.OthersAsync(reading, cancellation))
        {
            db.ChangeTracker.Clear();
            var item = await db.ReadingItems.AsNoTracking().SingleAsync(i => i.ReadingId == reading && i.Number == number, cancellation);
            var stays = item.Brought is { } brought ? await TakeBackAsync(db, office, item.PartnerKey!, brought, edit, cancellation) : [];
            left.AddRange(stays);
            if (stays.Count > 0) continue;
            undone++;
            await db.ReadingItems.Where(i => i.ReadingId == reading && i.Number == number).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ReadingState.Undone), cancellation);
            if (progress is not null) await progress(undone);
        }

        if (desk.Reading.SourceKey is { } source)
        {
            var (gone, stay) = await bulk.TakeBackAsync(office, reading, cancellation);
            undone += gone;
            left.AddRange(stay);
            if (progress is not null) await progress(undone);
            await RemoveSourceAsync(db, office, source, edit, cancellation);
        }

        var now = time.GetUtcNow();
        await PartnerService.CountAsync(db, office, now, cancellation);
        await db.Readings.Where(r => r.Id == reading).ExecuteUpdateAsync(r => r.SetProperty(x => x.UndoneAt, now).SetProperty(x => x.UndoneBy, edit.Author), cancellation);
        return new UndoneReading(undone, left);
    }

    /// <summary>Takes out of the directory what nothing uses any more, and commits.</summary>
    private static async Task FinishAsync(ReadingDesk desk, BulkTakingBack bulk, IEnumerable<string?> sources, CancellationToken cancellation)
    {
        await bulk.ClearDirectoryAsync(cancellation);
        foreach (var source in sources.OfType<string>()) await RemoveUnusedAsync(desk.Db, desk.Db.DirectorySources.Where(s => s.Key == source), cancellation);
        await desk.Transaction.CommitAsync(cancellation);
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

        var isUsed = await db.Documents.AnyAsync(d => d.PartnerId == desk.Row.Id, cancellation) || await db.Contacts.AnyAsync(c => c.PartnerId == desk.Row.Id, cancellation) || await db.ActivityPartners.AnyAsync(a => a.PartnerId == desk.Row.Id, cancellation) || await db.News.AnyAsync(n => n.Partners.Any(p => p.Id == desk.Row.Id), cancellation);
        if (isUsed || !TakingBack.IsUntouched(now, brought.After!)) return [new LeftRecord("partner", key, key, now.Names)];
        await partners.RemoveAsync(db, office, desk, edit, cancellation);
        if (brought.Authority is { } authority && !await RemoveAuthorityAsync(db, authority, cancellation)) return [];
        if (brought.Seat is { } seat) await Seats.TakeBackAsync(db, seat, cancellation);
        return [];
    }

    /// <summary>Takes an authority out of the directory again, unless another office has come to use it: then it stays, with its seat.</summary>
    private static Task<bool> RemoveAuthorityAsync(TesseraDb db, string key, CancellationToken cancellation) =>
        Seats.UnlessUsedAsync(db, () => db.Authorities.Where(a => a.Key == key).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Takes out the office's source that an import of pairs gave its partners, unless something still names it.</summary>
    private async Task RemoveSourceAsync(TesseraDb db, OfficeView office, string key, Edit edit, CancellationToken cancellation)
    {
        if (await db.Sources.FirstOrDefaultAsync(s => s.Key == key, cancellation) is { } source && await RemoveUnusedAsync(db, db.Sources.Where(s => s.Key == key), cancellation))
        {
            db.ChangeTracker.Clear();
            db.Changes.Add(ChangeEntries.Of(new OfficeChange(ChangeKind.Removed, "source", key, null, []), source.Title, office.Id, edit, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Takes a record out again, unless something, perhaps of another office, has come to use it.</summary>
    private static async Task<bool> RemoveUnusedAsync<T>(TesseraDb db, IQueryable<T> record, CancellationToken cancellation)
    {
        var gone = 0;
        return await Seats.UnlessUsedAsync(db, async () => gone = await record.ExecuteDeleteAsync(cancellation), cancellation) && gone > 0;
    }
}
