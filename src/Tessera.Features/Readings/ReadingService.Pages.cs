using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Readings;

/// <summary>Shows a reading page by page: a constant number of queries, whatever the number of its proposals.</summary>
public sealed partial class ReadingService
{
    /// <summary>Proposals on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A proposal that is trusted less is unsure.</summary>
    public const double SureFrom = 0.75;

    /// <summary>A page of a reading's proposals; null when the office has no such reading.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="item">A proposal whose page is meant instead; null for none. One that the filter leaves out leads to where it would stand.</param>
    public async Task<ReadingSlice?> PageAsync(OfficeView office, Guid id, ReadingFilter filter, int page, int? item, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        if (await db.Readings.Where(r => r.Id == id).Select(WithoutSource).SingleOrDefaultAsync(cancellation) is not { } row) return null;
        var counts = await CountsAsync(db, id, cancellation);
        var shown = db.ReadingItems.Where(i => i.ReadingId == id).Where(Is(filter));
        var pages = Math.Max(1, (counts.Filters[filter] + PageSize - 1) / PageSize);
        if (item is { } number) page = (await shown.CountAsync(i => i.Number < number, cancellation) / PageSize) + 1;
        page = Math.Clamp(page, 1, pages);
        var items = await shown.OrderBy(i => i.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var known = await LikelyPartners.ReadAsync(db, await EarlierPartnersAsync(db, row, cancellation), cancellation);
        var card = new ReadingCard(row.Id, row.Title, row.Kind, row.Address, row.MadeAt, row.MadeBy, row.UndoneAt, counts.Filters[ReadingFilter.All], counts.Filters[ReadingFilter.Waiting]);
        var reading = new ReadingPage(card, row.Text, row.Languages, [.. items.Select(i => View(i, known))]) { Tables = row.Tables };
        return new ReadingSlice(reading, counts, filter, page, pages, await WorkOfAsync(db, id, cancellation));
    }

    /// <summary>The first proposal after another that waits and that a filter shows; null when none does.</summary>
    public async Task<int?> NextAsync(OfficeView office, Guid id, ReadingFilter filter, int after, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.ReadingItems.Where(i => i.ReadingId == id && i.State == ReadingState.Open && i.Number > after).Where(Is(filter)).OrderBy(i => i.Number).Select(i => (int?)i.Number).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>One proposal; null when there is none under this number.</summary>
    public async Task<ReadingItem?> ItemAsync(OfficeView office, Guid id, int number, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.ReadingItems.SingleOrDefaultAsync(i => i.ReadingId == id && i.Number == number, cancellation) is { } row ? new ReadingItem(row.Number, row.Proposal, row.State, row.PartnerKey, [], []) : null;
    }

    private static async Task<ReadingCounts> CountsAsync(TesseraDb db, Guid id, CancellationToken cancellation)
    {
        var groups = await db.ReadingItems.Where(i => i.ReadingId == id).GroupBy(i => new { i.State, i.Confidence }).Select(g => new { g.Key.State, g.Key.Confidence, Count = g.Count() }).ToListAsync(cancellation);
        var states = groups.GroupBy(g => g.State).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
        var waiting = groups.Where(g => g.State == ReadingState.Open).GroupBy(g => (int)Math.Round(g.Confidence * 100, MidpointRounding.AwayFromZero)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
        var filters = Enum.GetValues<ReadingFilter>().ToDictionary(f => f, f =>
        {
            var isShown = Is(f).Compile();
            return groups.Where(g => isShown(new ReadingItemRow { Proposal = null!, State = g.State, Confidence = g.Confidence })).Sum(g => g.Count);
        });
        return new ReadingCounts(states, filters, waiting);
    }

    private static Expression<Func<ReadingItemRow, bool>> Is(ReadingFilter filter) => filter switch
    {
        ReadingFilter.Waiting => i => i.State == ReadingState.Open,
        ReadingFilter.Taken => i => i.State == ReadingState.Taken || i.State == ReadingState.Joined,
        ReadingFilter.Rejected => i => i.State == ReadingState.Rejected,
        ReadingFilter.Unsure => i => i.State == ReadingState.Open && i.Confidence < SureFrom,
        _ => i => true,
    };

    private static Task<ReadingWork?> WorkOfAsync(TesseraDb db, Guid id, CancellationToken cancellation) =>
        db.ReadingWorks.Where(w => w.ReadingId == id).OrderByDescending(w => w.OrderedAt)
            .Select(w => new ReadingWork(w.Kind, w.Total, w.Done, w.Refused, w.Likely, w.LeftNames, w.OrderedAt, w.OrderedBy, w.EndedAt)).FirstOrDefaultAsync(cancellation);
}
