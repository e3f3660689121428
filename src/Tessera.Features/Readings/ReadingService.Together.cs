using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Partners;

namespace Tessera.Features.Readings;

/// <summary>Decides on many proposals together: at once where there are few, else as a run that a node works off, batch by batch.</summary>
public sealed partial class ReadingService
{
    /// <summary>So many are decided on while somebody waits; more become a run.</summary>
    public const int MostAtOnce = 50;

    private const int BatchSize = 25;

    /// <summary>
    /// Takes every open proposal that is trusted at least so far, in transactions of a batch each. What is likely a partner that the register has waits for somebody to say so, and so does what cannot be
    /// taken as it stands.
    /// </summary>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="progress">Hears of each decision once its batch is done.</param>
    public async Task<TakenTogether> TakeAllAsync(OfficeView office, Guid reading, double confidence, Edit edit, CancellationToken cancellation, Func<TakingProgress, Task>? progress = null)
    {
        var (sure, likely) = await SureAsync(office, reading, confidence, cancellation);
        var (taken, refused) = (0, 0);
        foreach (var batch in sure.Chunk(BatchSize))
        {
            foreach (var (item, decision) in await TakeBatchAsync(office, reading, batch, edit, cancellation))
            {
                if (decision.IsDone) taken++;
                else refused++;
                if (progress is not null) await progress(new TakingProgress(taken + refused, sure.Count, likely, refused, item, decision));
            }
        }

        return new TakenTogether(taken, likely, refused);
    }

    /// <summary>Orders a run over a reading's proposals; it is begun by the node that looks next, and goes on when one stops.</summary>
    /// <param name="confidence">0 to 1; of no meaning where all is taken back.</param>
    /// <returns>False when there is no such reading, it was undone, or a run over it is under way.</returns>
    public async Task<bool> OrderAsync(OfficeView office, Guid reading, ReadingWorkKind kind, double confidence, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from reading where id = {reading} for update", cancellation);
        if (!await db.Readings.AnyAsync(r => r.Id == reading && r.UndoneAt == null, cancellation) || await db.ReadingWorks.AnyAsync(w => w.ReadingId == reading && w.EndedAt == null, cancellation)) return false;
        var items = db.ReadingItems.Where(i => i.ReadingId == reading);
        var total = await (kind == ReadingWorkKind.Undo ? items.Where(i => i.State == ReadingState.Taken || i.State == ReadingState.Joined) : items.Where(i => i.State == ReadingState.Open && i.Confidence >= confidence)).CountAsync(cancellation);
        var now = time.GetUtcNow();
        db.Add(new ReadingWorkRow { Id = Guid.CreateVersion7(now), OfficeId = office.Id, ReadingId = reading, Kind = kind, Confidence = confidence, Total = total, OrderedAt = now, OrderedBy = edit.Author, Reason = edit.Reason ?? "" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The runs that wait or were broken off, the oldest first, by the slug of their office.</summary>
    internal async Task<IReadOnlyList<(string Office, Guid Work)>> OrderedAsync(CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        var rows = await db.ReadingWorks.Where(w => w.EndedAt == null).OrderBy(w => w.OrderedAt).Join(db.Offices, w => w.OfficeId, o => o.Id, (w, o) => new { o.Slug, w.Id }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Slug, r.Id))];
    }

    /// <summary>Works a run off, from where it was broken off; how far it is stands in its row after each batch.</summary>
    internal async Task WorkAsync(OfficeView office, Guid work, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.ReadingWorks.SingleOrDefaultAsync(w => w.Id == work && w.EndedAt == null, cancellation) is not { } row) return;
        var edit = new Edit(row.OrderedBy, row.Reason.Length > 0 ? row.Reason : null);
        if (row.Kind == ReadingWorkKind.Take)
        {
            var before = row.Done;
            var all = await TakeAllAsync(office, row.ReadingId, row.Confidence, edit, cancellation, now => now.Done % BatchSize == 0 ? SayAsync(work, office, before + now.Done - now.Refused, now.Refused, now.Likely, cancellation) : Task.CompletedTask);
            await SayAsync(work, office, before + all.Taken, all.Refused, all.Likely, cancellation);
        }
        else if (await UndoAsync(office, row.ReadingId, edit, cancellation, done => done % BatchSize == 0 ? SayAsync(work, office, done, 0, 0, cancellation) : Task.CompletedTask) is { } undone)
        {
            var left = undone.Left.Select(l => l.Names.For(office.Languages)?.Text ?? l.Partner).Distinct().ToArray();
            await db.ReadingWorks.Where(w => w.Id == work).ExecuteUpdateAsync(w => w.SetProperty(x => x.Done, undone.Undone).SetProperty(x => x.LeftNames, left), cancellation);
        }

        DateTimeOffset? ended = time.GetUtcNow();
        await db.ReadingWorks.Where(w => w.Id == work).ExecuteUpdateAsync(w => w.SetProperty(x => x.EndedAt, ended), cancellation);
    }

    private async Task SayAsync(Guid work, OfficeView office, int done, int refused, int likely, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.ReadingWorks.Where(w => w.Id == work).ExecuteUpdateAsync(w => w.SetProperty(x => x.Done, done).SetProperty(x => x.Refused, refused).SetProperty(x => x.Likely, likely), cancellation);
    }

    /// <summary>The numbers of the open proposals that are trusted so far and like no partner of the register, and how many are like one.</summary>
    private async Task<(IReadOnlyList<int> Sure, int Likely)> SureAsync(OfficeView office, Guid reading, double confidence, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        if (await db.Readings.Where(r => r.Id == reading).Select(r => new ReadingRow { Id = r.Id, Title = r.Title, Address = r.Address, MadeAt = r.MadeAt }).SingleOrDefaultAsync(cancellation) is not { } row) return ([], 0);
        var open = await db.ReadingItems.Where(i => i.ReadingId == reading && i.State == ReadingState.Open && i.Confidence >= confidence).OrderBy(i => i.Number).ToListAsync(cancellation);
        var known = await LikelyPartners.ReadAsync(db, await EarlierPartnersAsync(db, row, cancellation), cancellation);
        var sure = open.Where(i => !known.HasLike(i.Proposal)).Select(i => i.Number).ToList();
        return (sure, open.Count - sure.Count);
    }

    /// <summary>Takes some proposals in one transaction. One that is refused leaves nothing, and the rest is taken.</summary>
    private async Task<IReadOnlyList<(TakenItem Item, Decision Decision)>> TakeBatchAsync(OfficeView office, Guid reading, IReadOnlyCollection<int> numbers, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await ReadingDesk.OpenAsync(database, office, reading, cancellation);
        if (desk.Row is not { UndoneAt: null }) return [];
        desk.Db.CountsAtEnd = true;
        var items = await desk.Db.ReadingItems.AsNoTracking().Where(i => i.ReadingId == reading && numbers.Contains(i.Number) && i.State == ReadingState.Open).OrderBy(i => i.Number).ToListAsync(cancellation);
        var (over, known, decided) = (await TakingOverAsync(desk, office, cancellation), new AuthoritiesByName(desk.Db), new List<(TakenItem, Decision)>());
        foreach (var item in items)
        {
            await desk.Transaction.CreateSavepointAsync("item", cancellation);
            var decision = await TakeAsync(desk, office, item, null, over, known, edit, cancellation);
            if (!decision.IsDone) await desk.Transaction.RollbackToSavepointAsync("item", cancellation);
            await desk.Transaction.ReleaseSavepointAsync("item", cancellation);
            desk.Db.ChangeTracker.Clear();
            decided.Add((new TakenItem(item.Number, item.Proposal.Name), decision));
        }

        await PartnerService.CountAsync(desk.Db, office, time.GetUtcNow(), cancellation);
        await desk.Transaction.CommitAsync(cancellation);
        return decided;
    }
}
