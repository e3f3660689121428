using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features;

/// <summary>A record that an office's file tells as an item of its own.</summary>
internal interface IItemRecord
{
    Guid Id { get; }

    string Key { get; }

    /// <summary>Its place among the office's.</summary>
    int Position { get; set; }

    /// <summary>Rises with every change.</summary>
    int Version { get; }
}

/// <summary>
/// Keeps records that are items of an office's file. Every change is one transaction: the office is taken, the record read and locked, changed as an item, held against the rules of the file, compared
/// with what was, written, and entered in the history field by field.
/// </summary>
internal abstract class ItemKeeper<TRecord, TItem>(Database database, TimeProvider time)
    where TRecord : class, IItemRecord
    where TItem : class
{
    /// <summary>The word in the history, which is the table's too, and the key's where a title gives none.</summary>
    protected abstract string Subject { get; }

    protected TimeProvider Time => time;

    /// <summary>The record as it is kept; null when there is none under this key.</summary>
    public async Task<TRecord?> FindAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await Whole(db, tracked: false).SingleOrDefaultAsync(r => r.Key == key, cancellation);
    }

    /// <summary>Adds a record under a key made of its title.</summary>
    public async Task<(IReadOnlyList<Finding> Findings, string Key)> AddAsync(OfficeView office, TItem said, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var key = await FreeKeyAsync(db, said, cancellation);
        var findings = await SaveAsync(db, office, null, null, With(said, key, await NewPartners.SourceAsync(db, office, time.GetUtcNow(), cancellation)), edit, cancellation);
        if (findings.Count == 0) await transaction.CommitAsync(cancellation);
        return (findings, key);
    }

    /// <summary>Changes a record; its key and source stay.</summary>
    /// <param name="version">That of the record when the form was opened; null to change whatever is there.</param>
    /// <returns>What stands against it, or the record as somebody else has left it meanwhile; neither when it is done.</returns>
    public Task<(IReadOnlyList<Finding> Findings, TRecord? Meanwhile)> ChangeAsync(OfficeView office, string key, int? version, Func<TItem, TItem> change, Edit edit, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => ChangeOnceAsync(office, key, version, change, edit, cancellation), cancellation);

    private async Task<(IReadOnlyList<Finding> Findings, TRecord? Meanwhile)> ChangeOnceAsync(OfficeView office, string key, int? version, Func<TItem, TItem> change, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        if (version is { } seen && seen != row.Version) return ([], row);
        var before = Item(row);
        var findings = await SaveAsync(db, office, row, before, With(change(before), key, SourceOf(before)), edit, cancellation);
        if (findings.Count == 0) await transaction.CommitAsync(cancellation);
        return (findings, null);
    }

    /// <summary>Takes a record out for good, with what hangs on it.</summary>
    /// <returns>The record as somebody else has left it meanwhile; null when it is done.</returns>
    public async Task<TRecord?> RemoveAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        if (row.Version != version) return row;
        var gone = Item(row);
        await db.Set<TRecord>().Where(r => r.Id == row.Id).ExecuteDeleteAsync(cancellation);
        db.ChangeTracker.Clear();
        Enter(db, office, Between(gone, null), TitleOf(gone), edit);
        await SaveAsync(db, office, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>The statement that takes a record of a key.</summary>
    protected abstract FormattableString RowLock(string key);

    /// <summary>The records with all that their items tell.</summary>
    protected abstract IQueryable<TRecord> Whole(TesseraDb db, bool tracked);

    /// <summary>The item that a record is.</summary>
    public abstract TItem Item(TRecord row);

    /// <summary>The item under a key and from a source.</summary>
    protected abstract TItem With(TItem item, string key, string source);

    protected abstract string SourceOf(TItem item);

    protected abstract LocalText TitleOf(TItem item);

    protected abstract IReadOnlyList<OfficeChange> Between(TItem? before, TItem? after);

    /// <summary>What the rules of the file say against an item, and what writes it: into the record, or for null into a new one that is tracked.</summary>
    protected abstract Task<(IReadOnlyList<Finding> Findings, Func<TRecord?, TRecord> Write)> ReadyAsync(TesseraDb db, OfficeView office, TItem item, CancellationToken cancellation);

    /// <summary>Does what is to be done within the transaction when a record has been written.</summary>
    protected virtual Task WrittenAsync(TesseraDb db, TRecord row, CancellationToken cancellation) => Task.CompletedTask;

    private async Task<TRecord> LockAsync(TesseraDb db, OfficeView office, string key, CancellationToken cancellation)
    {
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        await db.Database.ExecuteSqlAsync(RowLock(key), cancellation);
        var row = await Whole(db, tracked: true).SingleOrDefaultAsync(r => r.Key == key, cancellation);
        return row ?? throw new InvalidOperationException($"No {Subject} {key}.");
    }

    private async Task<string> FreeKeyAsync(TesseraDb db, TItem item, CancellationToken cancellation)
    {
        var title = TitleOf(item).FirstOrDefault().Text ?? "";
        var stem = Keys.Of(title) is { Length: > 0 } made ? made : Subject;
        var taken = await db.Set<TRecord>().Where(r => r.Key.StartsWith(stem)).Select(r => r.Key).ToListAsync(cancellation);
        return Keys.Of(title, Subject, taken.Append("new").Contains);
    }

    /// <param name="row">Null for one that is new.</param>
    private async Task<IReadOnlyList<Finding>> SaveAsync(TesseraDb db, OfficeView office, TRecord? row, TItem? before, TItem after, Edit edit, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var (findings, write) = await ReadyAsync(db, office, after, cancellation);
        if (findings.Count > 0) return findings;
        var changes = Between(before, after);
        if (changes.Count == 0) return [];
        var last = row is null ? await db.Set<TRecord>().MaxAsync(r => (int?)r.Position, cancellation) : null;
        var written = write(row);
        if (row is null) written.Position = last + 1 ?? 0;
        Enter(db, office, changes, TitleOf(after), edit);
        await SaveAsync(db, office, cancellation);
        await WrittenAsync(db, written, cancellation);
        return [];
    }

    private void Enter(TesseraDb db, OfficeView office, IReadOnlyList<OfficeChange> changes, LocalText title, Edit edit) =>
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, title, office.Id, edit, time.GetUtcNow())));

    private async Task SaveAsync(TesseraDb db, OfficeView office, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"update office set updated_at = {time.GetUtcNow()} where id = {office.Id}", cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
    }
}
