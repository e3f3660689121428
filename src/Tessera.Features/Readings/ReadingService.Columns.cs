using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>What an office's person says of the columns of tables, and what is remembered of it.</summary>
public sealed partial class ReadingService
{
    /// <summary>
    /// Reads a file again with what somebody says of the columns of one of its tables, and remembers that for every file with the same headings. The new reading takes the place of the old one, of which
    /// nothing was decided; else both stay, as two versions of one page. All in one transaction.
    /// </summary>
    /// <param name="table">The table's number on the page.</param>
    /// <param name="fields">By column, one of <see cref="ColumnFields.All"/>, or empty to go by what stands in the cells.</param>
    /// <returns>The new reading, or a code of <see cref="ReadingCodes"/>.</returns>
    public async Task<PageRead> ReadAgainAsync(OfficeView office, Guid reading, int table, IReadOnlyDictionary<int, string> fields, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from reading where id = {reading} for update", cancellation);
        if (await db.Readings.SingleOrDefaultAsync(r => r.Id == reading && r.UndoneAt == null, cancellation) is not { Source: { } source } old) return new PageRead(null, ReadingCodes.NotAgain);
        if (old.Tables.FirstOrDefault(t => t.Table == table) is not { } mapping || await db.ReadingWorks.AnyAsync(w => w.ReadingId == reading && w.EndedAt == null, cancellation)) return new PageRead(null, ReadingCodes.NotAgain);
        await TellAsync(db, office, mapping, fields, author, cancellation);
        if (!await db.ReadingItems.AnyAsync(i => i.ReadingId == reading && i.State != ReadingState.Open && i.State != ReadingState.Same, cancellation)) await db.Readings.Where(r => r.Id == reading).ExecuteDeleteAsync(cancellation);
        var read = await KeepAsync(db, office, new PageSent(old.Kind, old.Title, old.Address, source, old.SourceType), author, cancellation);
        await transaction.CommitAsync(cancellation);
        return read;
    }

    /// <summary>What the office said of columns, the newest first.</summary>
    public async Task<IReadOnlyList<RememberedColumns>> RememberedAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.ToldColumns.OrderByDescending(t => t.ToldAt).ThenBy(t => t.Headings).Take(MostListed).Select(t => new RememberedColumns(t.Headings, t.Columns, t.ToldAt, t.ToldBy)).ToListAsync(cancellation);
    }

    /// <summary>Forgets what was said of the columns under these headings; files that were read stay as they are.</summary>
    /// <returns>Was there anything?</returns>
    public async Task<bool> ForgetAsync(OfficeView office, string headings, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.ToldColumns.Where(t => t.Headings == headings).ExecuteDeleteAsync(cancellation) > 0;
    }

    private async Task TellAsync(TesseraDb db, OfficeView office, TableMapping mapping, IReadOnlyDictionary<int, string> fields, string author, CancellationToken cancellation)
    {
        var columns = mapping.Columns.Select(c => new ToldColumn(c.Header, fields.GetValueOrDefault(c.Column, ""))).ToList();
        await db.ToldColumns.Where(t => t.Headings == mapping.Key).ExecuteDeleteAsync(cancellation);
        db.Add(new ToldColumnsRow { OfficeId = office.Id, Headings = mapping.Key, Columns = columns, ToldAt = time.GetUtcNow(), ToldBy = author });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What is remembered, as the reader takes it.</summary>
    private static async Task<IReadOnlyList<ToldColumns>> ToldAsync(TesseraDb db, CancellationToken cancellation) =>
        [.. (await db.ToldColumns.OrderBy(t => t.Headings).ToListAsync(cancellation)).Select(t => new ToldColumns(t.Headings, t.Columns, t.ToldAt))];
}
