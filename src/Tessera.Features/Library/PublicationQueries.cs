using Microsoft.EntityFrameworkCore;
using Tessera.Features.Authorities;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Library;

/// <summary>Reads the library for pages, downloads and feeds. Everybody sees what is public; the desk sees all.</summary>
public sealed class PublicationQueries(Database database, DocumentService documents)
{
    /// <summary>The most that a download or the site map has.</summary>
    public const int Most = 5_000;

    /// <summary>The most activities that a form offers: the latest.</summary>
    private const int MostActivities = 200;

    /// <summary>A page of the list: of a search what fits best first, else the newest first.</summary>
    public async Task<PublicationList> ListAsync(OfficeView office, PublicationFilter filter, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var from = (filter.Page - 1) * PublicationFilter.PageSize;
        if (filter.Search is { } said) return await FoundAsync(db, said, Within(db, filter, publicOnly), from, cancellation);
        var found = Within(db, filter, publicOnly);
        return new PublicationList(await Brief(Ordered(found).Skip(from).Take(PublicationFilter.PageSize)).ToListAsync(cancellation), await found.CountAsync(cancellation));
    }

    /// <summary>All that everybody sees, the newest first.</summary>
    public async Task<IReadOnlyList<PublicationBrief>> AllAsync(OfficeView office, PublicationFilter filter, int most, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await Brief(Ordered(Within(db, filter, publicOnly: true)).Take(most)).ToListAsync(cancellation);
    }

    /// <summary>Has the office anything in its library that everybody sees?</summary>
    public async Task<bool> IsOpenAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.Publications.AnyAsync(p => p.IsPublic, cancellation);
    }

    /// <summary>The languages and years of what the reader sees.</summary>
    public async Task<PublicationChoices> ChoicesAsync(OfficeView office, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var all = Within(db, new PublicationFilter(), publicOnly);
        return new PublicationChoices(
            await all.Select(p => p.Language).Distinct().Order().ToListAsync(cancellation),
            await all.Where(p => p.Year != null).Select(p => p.Year!.Value).Distinct().OrderDescending().ToListAsync(cancellation));
    }

    /// <summary>A publication in full; null when there is none under this key, or it is not for everybody.</summary>
    public async Task<PublicationPage?> FindAsync(OfficeView office, string key, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await PublicationDesk.Whole(db, tracked: false).SingleOrDefaultAsync(p => p.Key == key, cancellation) is not { } row || (publicOnly && !row.IsPublic)) return null;
        var activities = row.Activities.Where(a => a.IsPublic || !publicOnly).ToDictionary(a => a.Key, a => a.Title);
        return new PublicationPage(
            Of(row), row.Item.Url, [.. row.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
            [.. News.NewsWriting.Ordered(activities.Keys, row.Item.Activities).Select(k => new CitingActivity(k, activities[k]))],
            await documents.OfAsync(office, new DocumentOwner(DocumentOwnerKind.Publication, key), publicOnly, cancellation), row.Source!.View());
    }

    /// <summary>What an activity brought or cites, the newest first.</summary>
    public async Task<IReadOnlyList<PublicationBrief>> OfActivityAsync(OfficeView office, string activity, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await Brief(Ordered(Within(db, new PublicationFilter(), publicOnly).Where(p => p.Activities.Any(a => a.Key == activity)))).ToListAsync(cancellation);
    }

    /// <summary>The activities that a form offers: those named first, then the latest.</summary>
    public async Task<IReadOnlyList<CitingActivity>> ActivitiesAsync(OfficeView office, IReadOnlyList<string> named, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var keys = named.ToList();
        return await db.Activities.OrderByDescending(a => keys.Contains(a.Key)).ThenByDescending(a => a.FirstDay != null).ThenByDescending(a => a.FirstDay).ThenBy(a => a.Key).Take(MostActivities)
            .Select(a => new CitingActivity(a.Key, a.Title)).ToListAsync(cancellation);
    }

    private static async Task<PublicationList> FoundAsync(TesseraDb db, string said, IQueryable<PublicationRecord> within, int from, CancellationToken cancellation)
    {
        var (hits, matching) = await PublicationSearch.FindAsync(db, said, within, from, cancellation);
        var ids = hits.Select(h => h.Id).ToList();
        var rows = await Brief(db.Publications.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(p => p.Id, cancellation);
        return new PublicationList([.. hits.Select(h => rows[h.Id] with { Excerpt = h.Excerpt })], matching);
    }

    private static IQueryable<PublicationRecord> Within(TesseraDb db, PublicationFilter filter, bool publicOnly)
    {
        IQueryable<PublicationRecord> found = db.Publications;
        if (publicOnly) found = found.Where(p => p.IsPublic);
        if (filter.Kind is { } kind) found = found.Where(p => p.Kind == kind);
        if (filter.Language is { } language) found = found.Where(p => p.Language == language);
        if (filter.Year is { } year) found = found.Where(p => p.Year == year);
        if (filter.Field is { } field) found = found.Where(p => p.Fields.Any(f => f.Key == field));
        return found;
    }

    private static IQueryable<PublicationRecord> Ordered(IQueryable<PublicationRecord> found) => found.OrderByDescending(p => p.Year != null).ThenByDescending(p => p.Year).ThenBy(p => p.Key);

    private static IQueryable<PublicationBrief> Brief(IQueryable<PublicationRecord> found) =>
        found.Select(p => new PublicationBrief(p.Id, p.Key, p.Kind, p.Title, p.Language, p.Year, p.Authors, p.Abstract, p.IsPublic, p.Version, p.UpdatedAt));

    private static PublicationBrief Of(PublicationRecord p) => new(p.Id, p.Key, p.Kind, p.Title, p.Language, p.Year, p.Authors, p.Abstract, p.IsPublic, p.Version, p.UpdatedAt);
}
