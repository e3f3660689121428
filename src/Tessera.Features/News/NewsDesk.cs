using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.News;

/// <summary>One piece of news taken out to be changed, and what it may refer to.</summary>
internal static class NewsDesk
{
    /// <summary>All news with what an item says of it.</summary>
    public static IQueryable<NewsRecord> Whole(TesseraDb db, bool tracked)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return db.News.Include(n => n.Source).Include(n => n.Partners).Include(n => n.Fields).Include(n => n.Activities).AsSplitQuery();
    }

    /// <summary>What the item refers to, as far as it is there.</summary>
    public static async Task<NewsTargets> TargetsAsync(TesseraDb db, NewsItem item, CancellationToken cancellation)
    {
        var (partners, activities) = (item.Partners.ToList(), item.Activities.ToList());
        return new NewsTargets(
            await db.Sources.Where(s => s.Key == item.Source).Select(s => new { s.Key, s.Id }).ToDictionaryAsync(s => s.Key, s => s.Id, cancellation),
            await db.Partners.Where(p => partners.Contains(p.Key)).ToDictionaryAsync(p => p.Key, cancellation),
            await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Field).ToDictionaryAsync(t => t.Key, cancellation),
            await db.Activities.Where(a => activities.Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancellation));
    }
}
