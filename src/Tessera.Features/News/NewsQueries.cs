using Microsoft.EntityFrameworkCore;
using Tessera.Domain.News;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.News;

/// <summary>Reads news for pages and feeds. Everybody sees what is shown on the day; the desk sees all.</summary>
public sealed class NewsQueries(Database database)
{
    /// <summary>The most that a download or the site map has.</summary>
    public const int Most = 5_000;

    /// <summary>The most activities that a form offers: the latest.</summary>
    private const int MostActivities = 200;

    /// <summary>A page of the list, the newest first; of the desk's the drafts before them.</summary>
    public async Task<NewsList> ListAsync(OfficeView office, NewsFilter filter, DateOnly today, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var found = Within(db, filter, today, publicOnly);
        var matching = await found.CountAsync(cancellation);
        return new NewsList(await ReadAsync(found, (filter.Page - 1) * NewsFilter.PageSize, NewsFilter.PageSize, cancellation), matching);
    }

    /// <summary>The newest that everybody sees.</summary>
    public async Task<IReadOnlyList<NewsBrief>> NewestAsync(OfficeView office, NewsFilter filter, DateOnly today, int most, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await ReadAsync(Within(db, filter, today, publicOnly: true), 0, most, cancellation);
    }

    /// <summary>The years of what everybody sees, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(OfficeView office, DateOnly today, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await Within(db, new NewsFilter(), today, publicOnly: true).Select(n => n.Published!.Value.Year).Distinct().OrderDescending().ToListAsync(cancellation);
    }

    /// <summary>A piece of news in full; null when there is none under this key, or it is not for everybody.</summary>
    public async Task<NewsPage?> FindAsync(OfficeView office, string key, DateOnly today, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await NewsDesk.Whole(db, tracked: false).Include(n => n.Days).SingleOrDefaultAsync(n => n.Key == key, cancellation) is not { } row) return null;
        var days = new NewsDays(row.Published, row.Until);
        if (publicOnly && !days.IsShownOn(today)) return null;
        var brief = new NewsBrief(row.Id, row.Key, row.Category, row.Title, row.Lead, days, row.Version, row.UpdatedAt, row.Days.Sum(d => d.Reads))
        {
            Useful = row.Days.Sum(d => d.Useful),
            NotUseful = row.Days.Sum(d => d.NotUseful),
        };
        var partners = row.Partners.Where(p => p.ArchivedOn is null).ToDictionary(p => p.Key, p => p.Names);
        var activities = row.Activities.Where(a => a.IsPublic).ToDictionary(a => a.Key, a => a.Title);
        return new NewsPage(brief, row.Item.Text,
            [.. NewsWriting.Ordered(partners.Keys, row.Item.Partners).Select(k => new NewsLink(k, partners[k]))],
            [.. row.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
            [.. NewsWriting.Ordered(activities.Keys, row.Item.Activities).Select(k => new NewsLink(k, activities[k]))], row.Source!.View());
    }

    /// <summary>What a form of a piece of news offers.</summary>
    public async Task<NewsChoices> ChoicesAsync(OfficeView office, IReadOnlyList<string> activities, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var named = activities.ToList();
        var partners = await db.Partners.Where(p => p.ArchivedOn == null).OrderBy(p => p.Number).Select(p => new NewsLink(p.Key, p.Names)).ToListAsync(cancellation);
        var latest = await db.Activities.OrderByDescending(a => named.Contains(a.Key)).ThenByDescending(a => a.FirstDay != null).ThenByDescending(a => a.FirstDay).ThenBy(a => a.Key).Take(MostActivities)
            .Select(a => new NewsLink(a.Key, a.Title)).ToListAsync(cancellation);
        return new NewsChoices(partners, latest);
    }

    private static IQueryable<NewsRecord> Within(TesseraDb db, NewsFilter filter, DateOnly today, bool publicOnly)
    {
        IQueryable<NewsRecord> found = db.News;
        if (publicOnly) found = found.Where(n => n.Published <= today && (n.Until == null || n.Until >= today));
        if (filter.Category is { } category) found = found.Where(n => n.Category == category);
        if (filter.Partner is { } partner) found = found.Where(n => n.Partners.Any(p => p.Key == partner));
        if (filter.Field is { } field) found = found.Where(n => n.Fields.Any(f => f.Key == field));
        if (filter.Year is not { } year) return found;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return found.Where(n => n.Published >= first && n.Published <= last);
    }

    private static async Task<List<NewsBrief>> ReadAsync(IQueryable<NewsRecord> found, int first, int most, CancellationToken cancellation) =>
        await found.OrderByDescending(n => n.Published == null).ThenByDescending(n => n.Published).ThenBy(n => n.Key).Skip(first).Take(most)
            .Select(n => new NewsBrief(n.Id, n.Key, n.Category, n.Title, n.Lead, new NewsDays(n.Published, n.Until), n.Version, n.UpdatedAt, n.Days.Sum(d => d.Reads))
            {
                Useful = n.Days.Sum(d => d.Useful),
                NotUseful = n.Days.Sum(d => d.NotUseful),
            }).ToListAsync(cancellation);
}
