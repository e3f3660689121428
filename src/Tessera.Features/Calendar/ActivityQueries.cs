using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar;

/// <summary>Reads activities for pages and feeds. Each query asks in a few journeys to the database however much it finds, and what comes again is expanded only for the days that are asked.</summary>
public sealed class ActivityQueries(Database database)
{
    /// <summary>The most times of activities that one answer has.</summary>
    public const int MostOccurrences = 50_000;

    /// <summary>The most of what comes again or is long that is looked through for the next times.</summary>
    private const int MostAgain = 5_000;

    private const string Unknown = "(a.first_day is null and a.last_day is null)";
    private const string ByDay = "a.first_day desc nulls last, a.key";

    /// <summary>What is on the days from one to another, both counted; what was called off as well.</summary>
    public async Task<ActivityDays> BetweenAsync(OfficeView office, DateOnly from, DateOnly to, ActivityFilter filter, bool publicOnly, CancellationToken cancellation)
    {
        var begun = Short(new ActivityCondition(filter, publicOnly), from);
        begun.And($"a.first_day <= {begun.Value(to)} and a.last_day >= {begun.Value(from)}");
        var others = new ActivityCondition(filter, publicOnly);
        others.And($"not a.is_short and not {Unknown} and (a.first_day is null or a.first_day <= {others.Value(to)}) and (a.last_day is null or a.last_day >= {others.Value(from)})");
        var found = await ActivityReader.ReadAsync(database, office.Id, begun, $"a.first_day, a.key limit {MostOccurrences}", cancellation);
        found.AddRange(await ActivityReader.ReadAsync(database, office.Id, others, $"a.first_day, a.key limit {MostOccurrences}", cancellation));
        var dated = found.SelectMany(a => a.Time.On(from, to).Select(t => new ActivityOccurrence(a, t))).Take(MostOccurrences);
        return new ActivityDays(Sorted(dated), [.. found.Where(a => a.Time.First is null)]);
    }

    /// <summary>The first days nearest before some days and after them, of what has known days; null where there is none.</summary>
    public async Task<(DateOnly? Before, DateOnly? After)> NearestAsync(OfficeView office, DateOnly from, DateOnly to, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var known = db.Activities.Where(a => a.IsPublic || !publicOnly);
        return (await known.Where(a => a.FirstDay < from).MaxAsync(a => a.FirstDay, cancellation), await known.Where(a => a.FirstDay > to).MinAsync(a => a.FirstDay, cancellation));
    }

    /// <summary>A page of the list.</summary>
    public async Task<ActivityList> ListAsync(OfficeView office, ActivityFilter filter, DateOnly today, bool publicOnly, CancellationToken cancellation)
    {
        var matching = await ActivityReader.CountAsync(database, office.Id, Within(filter, today, publicOnly), cancellation);
        var first = (filter.Page - 1) * ActivityFilter.PageSize;
        if (first > 0 && first >= matching) return new ActivityList([], matching);
        if (filter.Span is not ActivitySpan.Coming)
            return new ActivityList(await ActivityReader.ReadAsync(database, office.Id, Within(filter, today, publicOnly), FormattableString.Invariant($"{ByDay} limit {ActivityFilter.PageSize} offset {first}"), cancellation), matching);
        var rows = await ActivityReader.ReadAsync(database, office.Id, Short(Within(filter, today, publicOnly), today), FormattableString.Invariant($"a.first_day, a.key limit {first + ActivityFilter.PageSize}"), cancellation);
        rows.AddRange(await ActivityReader.ReadAsync(database, office.Id, Within(filter, today, publicOnly).And("not a.is_short"), $"a.first_day, a.key limit {MostAgain}", cancellation));
        return new ActivityList([.. ByNext(rows, today).Skip(first).Take(ActivityFilter.PageSize)], matching);
    }

    /// <summary>All that match the filter, for downloads and feeds, at most <see cref="MostOccurrences"/>.</summary>
    public async Task<IReadOnlyList<ActivityBrief>> AllAsync(OfficeView office, ActivityFilter filter, DateOnly today, bool publicOnly, CancellationToken cancellation)
    {
        var rows = await ActivityReader.ReadAsync(database, office.Id, Within(filter, today, publicOnly), $"{ByDay} limit {MostOccurrences}", cancellation);
        return filter.Span is ActivitySpan.Coming ? [.. ByNext(rows, today)] : rows;
    }

    /// <summary>The activities that changed last.</summary>
    public async Task<IReadOnlyList<ActivityBrief>> ChangedAsync(OfficeView office, ActivityFilter filter, int most, CancellationToken cancellation) =>
        await ActivityReader.ReadAsync(database, office.Id, new ActivityCondition(filter, publicOnly: true), FormattableString.Invariant($"a.updated_at desc, a.key limit {most}"), cancellation);

    /// <summary>An activity in full; null when there is none under this key, or it is not for everybody.</summary>
    public async Task<ActivityPage?> FindAsync(OfficeView office, string key, bool publicOnly, CancellationToken cancellation)
    {
        var condition = new ActivityCondition(new ActivityFilter(), publicOnly);
        condition.And($"a.key = {condition.Value(key)}");
        if ((await ActivityReader.ReadAsync(database, office.Id, condition, "a.key", cancellation)).SingleOrDefault() is not { } row) return null;
        await using var db = database.ForOffice(office.Id);
        var whole = await db.Activities.Include(a => a.Source).Include(a => a.Unit).Include(a => a.Organiser).Include(a => a.Authority).ThenInclude(a => a!.Seat).SingleAsync(a => a.Id == row.Id, cancellation);
        var seat = whole.Authority?.Seat;
        (double, double)? at = whole.Item.Place is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : seat is null ? null : (seat.Latitude, seat.Longitude);
        return new ActivityPage(row, whole.Item, at, whole.Unit?.Heading, whole.Source!.View()) { Organiser = whole.Organiser?.Names };
    }

    /// <summary>What a form of an activity offers.</summary>
    /// <param name="authority">The authority that the activity names already; null for none.</param>
    public async Task<ActivityChoices> ChoicesAsync(OfficeView office, string? authority, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await ActivityChoices.ReadAsync(db, office, authority, cancellation);
    }

    /// <summary>Visits that were held or are coming, by year and partner, the latest year first; those of unknown days last.</summary>
    public async Task<VisitBalance> BalanceAsync(OfficeView office, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        ActivityKind[] visits = [.. Enum.GetValues<ActivityKind>().Where(ActivityLife.IsVisit)];
        var rows = await db.ActivityPartners.Join(db.Activities.Where(a => visits.Contains(a.Kind) && a.Status != ActivityStatus.Cancelled && (a.IsPublic || !publicOnly)), p => p.ActivityId, a => a.Id,
            (p, a) => new { a.Id, a.Kind, Year = a.FirstDay == null ? (int?)null : a.FirstDay.Value.Year, p.Partner!.Key, p.Partner.Names, p.Partner.Authority!.Country }).ToListAsync(cancellation);
        var fields = (await db.Activities.Where(a => visits.Contains(a.Kind)).SelectMany(a => a.Fields.Select(f => new { a.Id, f.Key })).ToListAsync(cancellation)).ToLookup(f => f.Id, f => f.Key);
        var visitsOnce = rows.DistinctBy(r => r.Id).ToList();
        var byField = visitsOnce.SelectMany(r => fields[r.Id].Select(f => (Field: f, IsOut: r.Kind is ActivityKind.OutgoingVisit))).GroupBy(f => f.Field).ToDictionary(g => g.Key, g => (g.Count(f => !f.IsOut), g.Count(f => f.IsOut)));
        List<VisitCount> counts = [.. rows.GroupBy(r => (r.Year, r.Key)).Select(g => new VisitCount(
                g.Key.Year, g.Key.Key, g.First().Names, g.First().Country ?? "", [.. g.SelectMany(r => fields[r.Id]).Distinct()],
                g.Count(r => r.Kind is not ActivityKind.OutgoingVisit), g.Count(r => r.Kind is ActivityKind.OutgoingVisit)))
            .OrderByDescending(c => c.Year ?? int.MinValue).ThenByDescending(c => c.In + c.Out).ThenBy(c => c.Partner, StringComparer.Ordinal)];
        return new VisitBalance(counts, byField, visitsOnce.Count(r => r.Kind is not ActivityKind.OutgoingVisit), visitsOnce.Count(r => r.Kind is ActivityKind.OutgoingVisit));
    }

    /// <summary>What comes again on days that are not known, at most a page of it.</summary>
    public async Task<IReadOnlyList<ActivityBrief>> AgainAsync(OfficeView office, bool publicOnly, CancellationToken cancellation) =>
        await ActivityReader.ReadAsync(database, office.Id, new ActivityCondition(new ActivityFilter(), publicOnly).And("a.first_day is null and a.every_years is not null"), FormattableString.Invariant($"a.key limit {ActivityFilter.PageSize}"), cancellation);

    /// <summary>Where activities are on the earth: their own position, else the seat of the authority at which they are; those of which neither is known are left out.</summary>
    public Task<Dictionary<Guid, (double Latitude, double Longitude)>> PositionsAsync(OfficeView office, Guid[] ids, CancellationToken cancellation) => ActivityReader.PositionsAsync(database, office.Id, ids, cancellation);

    /// <summary>What is short and not over before a day is found by its first day alone.</summary>
    private static ActivityCondition Short(ActivityCondition condition, DateOnly from) => condition.And($"a.is_short and a.first_day >= {condition.Value(ActivityWriting.Earliest(from))}");

    private static ActivityCondition Within(ActivityFilter filter, DateOnly today, bool publicOnly)
    {
        var condition = new ActivityCondition(filter, publicOnly);
        return filter.Span switch
        {
            ActivitySpan.Coming => condition.And($"(a.last_day >= {condition.Value(today)} or (a.last_day is null and (a.first_day is not null or a.every_years is not null or a.status in ('planned', 'confirmed', 'postponed'))))"),
            ActivitySpan.Past => condition.And($"(a.last_day < {condition.Value(today)} or ({Unknown} and a.every_years is null and a.status in ('held', 'cancelled')))"),
            _ => condition,
        };
    }

    /// <summary>By the next time; what is on unknown days after all else.</summary>
    private static IEnumerable<ActivityBrief> ByNext(IEnumerable<ActivityBrief> rows, DateOnly today) =>
        rows.Select(r => (Row: r, Day: r.Next(today)?.FirstDay ?? r.Time.Stated.When?.Earliest ?? DateOnly.MaxValue)).OrderBy(r => r.Day).ThenBy(r => r.Row.Key, StringComparer.Ordinal).Select(r => r.Row);

    private static List<ActivityOccurrence> Sorted(IEnumerable<ActivityOccurrence> times) => [.. times.OrderBy(t => t.Dates.Start.Wall).ThenBy(t => t.Activity.Key, StringComparer.Ordinal)];
}
