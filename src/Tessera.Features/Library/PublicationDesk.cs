using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Library;

/// <summary>One publication taken out to be changed, and what it may refer to.</summary>
internal static class PublicationDesk
{
    /// <summary>All publications with what an item says of them.</summary>
    public static IQueryable<PublicationRecord> Whole(TesseraDb db, bool tracked)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return db.Publications.Include(p => p.Source).Include(p => p.Fields).Include(p => p.Activities).AsSplitQuery();
    }

    /// <summary>What the item refers to, as far as it is there.</summary>
    public static async Task<PublicationTargets> TargetsAsync(TesseraDb db, PublicationItem item, CancellationToken cancellation)
    {
        var activities = item.Activities.ToList();
        return new PublicationTargets(
            await db.Sources.Where(s => s.Key == item.Source).Select(s => new { s.Key, s.Id }).ToDictionaryAsync(s => s.Key, s => s.Id, cancellation),
            await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Field).ToDictionaryAsync(t => t.Key, cancellation),
            await db.Activities.Where(a => activities.Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancellation));
    }
}
