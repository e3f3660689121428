using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>One activity taken out to be changed, and what it may refer to.</summary>
internal static class ActivityDesk
{
    /// <summary>Reads an activity; null when there is none under this key.</summary>
    public static Task<ActivityRecord?> ReadAsync(TesseraDb db, string key, bool tracked, CancellationToken cancellation) =>
        Whole(db, tracked).SingleOrDefaultAsync(a => a.Key == key, cancellation);

    /// <summary>Every activity with what an item says of it.</summary>
    public static IQueryable<ActivityRecord> Whole(TesseraDb db, bool tracked)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return db.Activities.Include(a => a.Source).Include(a => a.Authority).Include(a => a.Unit).Include(a => a.Membership).Include(a => a.Partners).ThenInclude(p => p.Partner).Include(a => a.Fields).Include(a => a.Organiser).Include(a => a.Bookings).AsSplitQuery();
    }

    /// <summary>What the item refers to, as far as it is there.</summary>
    public static async Task<ActivityTargets> TargetsAsync(TesseraDb db, ActivityItem item, CancellationToken cancellation)
    {
        var partners = item.Partners.Select(p => p.Partner).ToList();
        var (authority, organiser) = (item.Place?.Authority, item.Coordination?.Organiser);
        return new ActivityTargets(
            await db.Sources.Where(s => s.Key == item.Source).Select(s => new { s.Key, s.Id }).ToDictionaryAsync(s => s.Key, s => s.Id, cancellation),
            await db.Authorities.Where(a => a.Key == authority).Select(a => new { a.Key, a.Id }).ToDictionaryAsync(a => a.Key, a => a.Id, cancellation),
            await db.Partners.Where(p => partners.Contains(p.Key)).Select(p => new { p.Key, p.Id }).ToDictionaryAsync(p => p.Key, p => p.Id, cancellation),
            await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Field).ToDictionaryAsync(t => t.Key, cancellation),
            await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Responsible).Select(t => new { t.Key, t.Id }).ToDictionaryAsync(t => t.Key, t => t.Id, cancellation),
            organiser is null ? [] : await db.Organisers.Where(o => o.Key == organiser).ToDictionaryAsync(o => o.Key, o => new OrganiserTarget(o.Id, o.Country), cancellation),
            item.Membership is not { } membership ? [] : await db.Memberships.Where(m => m.Key == membership).Select(m => new { m.Key, m.Id }).ToDictionaryAsync(m => m.Key, m => m.Id, cancellation));
    }

    /// <summary>What stands against the activity being so.</summary>
    public static IReadOnlyList<Finding> WhyNot(ActivityItem after, ActivityTargets targets) =>
        ActivityRules.Check(after, new ActivityReferences(targets.Sources.Keys, targets.Authorities.Keys, targets.Fields.Keys, targets.Partners.Keys, targets.Units.Keys, targets.Organisers.Keys, targets.Memberships.Keys));
}
