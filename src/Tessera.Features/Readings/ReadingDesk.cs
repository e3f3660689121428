using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Readings;

/// <summary>A reading taken out to be decided on: locked, in a transaction of a unit of work that works for the office and may write the directory.</summary>
internal sealed class ReadingDesk(TesseraDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    public TesseraDb Db => db;

    public IDbContextTransaction Transaction => transaction;

    /// <summary>Without the page's text; null when the office has no such reading.</summary>
    public ReadingRow? Row { get; private set; }

    /// <summary>The reading, which is there.</summary>
    public ReadingRow Reading => Row!;

    /// <summary>The proposal that is decided on.</summary>
    public ReadingItemRow? Item { get; set; }

    /// <summary>Opens a reading; who comes second waits.</summary>
    public static async Task<ReadingDesk> OpenAsync(Storage.Database database, OfficeView office, Guid reading, CancellationToken cancellation)
    {
        var db = database.ForHost();
        var desk = new ReadingDesk(db, await db.Database.BeginTransactionAsync(cancellation));
        await desk.TurnToAsync(office, reading, cancellation);
        return desk;
    }

    /// <summary>Goes on with a reading of perhaps another office in the same transaction.</summary>
    public async Task TurnToAsync(OfficeView office, Guid reading, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await db.WorkForAsync(office.Id, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from reading where id = {reading} for update", cancellation);
        Row = await db.Readings.Where(r => r.Id == reading).Select(r => new ReadingRow { Id = r.Id, Title = r.Title, Languages = r.Languages, UndoneAt = r.UndoneAt, SourceKey = r.SourceKey }).SingleOrDefaultAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
