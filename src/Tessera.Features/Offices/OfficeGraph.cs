using Microsoft.EntityFrameworkCore;
using Tessera.Features.Calendar;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>Everything that an office owns, read in eleven queries, eight for its activities, five for its news and four for its library, however much it is.</summary>
internal sealed record OfficeGraph(
    List<SourceRow> Sources, List<OfficeTextRow> AllTexts, List<PartnerRecord> Partners, List<MembershipRow> Memberships, List<SettlementRelationRow> Relations,
    List<ActivityRecord> Activities, List<OrganiserRecord> Organisers, List<RegionDayRecord> Days, List<NewsRecord> News, List<PublicationRecord> Publications)
{
    /// <summary>Reads the rows of the office that <paramref name="db"/> works for, tracked when they are to be changed.</summary>
    /// <param name="withActivities">Activities, news and the library: an office may have a hundred thousand, and who changes its sheet does not need them.</param>
    public static async Task<OfficeGraph> ReadAsync(TesseraDb db, bool tracked, bool withActivities, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        var partners = db.Partners.Include(p => p.Source).Include(p => p.Fields).Include(p => p.Facts).ThenInclude(f => f.Source)
            .Include(p => p.Agreements).ThenInclude(a => a.Dates).Include(p => p.Agreements).ThenInclude(a => a.Fields)
            .Include(p => p.Agreements).ThenInclude(a => a.Source);
        return new OfficeGraph(
            await db.Sources.OrderBy(s => s.Position).ToListAsync(cancellation),
            await db.OfficeTexts.OrderBy(t => t.List).ThenBy(t => t.Position).ToListAsync(cancellation),
            await partners.OrderBy(p => p.Number).AsSplitQuery().ToListAsync(cancellation),
            await db.Memberships.Include(m => m.Source).OrderBy(m => m.Position).ToListAsync(cancellation),
            await db.SettlementRelations.Include(r => r.Source).OrderBy(r => r.Position).ToListAsync(cancellation),
            withActivities ? await ActivityDesk.Whole(db, tracked).OrderBy(a => a.Position).ToListAsync(cancellation) : [],
            await db.Organisers.OrderBy(o => o.Position).ToListAsync(cancellation),
            await db.RegionDays.Include(d => d.Organiser).OrderBy(d => d.Position).ToListAsync(cancellation),
            withActivities ? await NewsDesk.Whole(db, tracked).OrderBy(n => n.Position).ToListAsync(cancellation) : [],
            withActivities ? await PublicationDesk.Whole(db, tracked).OrderBy(p => p.Position).ToListAsync(cancellation) : []);
    }

    /// <summary>A list of short texts in its order.</summary>
    public List<TextItem> Texts(string list) => [.. AllTexts.Where(t => t.List == list).Select(t => new TextItem(t.Key, t.Text))];

    /// <summary>A list of sections in its order.</summary>
    public List<SectionItem> SectionsOf(string list) => [.. AllTexts.Where(t => t.List == list).Select(t => new SectionItem(t.Key, t.Heading, t.Text))];
}
