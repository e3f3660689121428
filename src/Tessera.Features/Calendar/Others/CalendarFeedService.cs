using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Links;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>
/// Follows calendars elsewhere: what they say becomes activities of the office, which change with them. They are asked politely: one request at a time to a host, no more than every
/// <see cref="Every"/>, only for what has changed; after failures less and less often. Internal unless the office says that all of a calendar is for everybody.
/// </summary>
public sealed class CalendarFeedService(Database database, CalendarFeedSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>How long a calendar is left alone.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>The longest pause after failures.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>Calendars that an office follows at most.</summary>
    public const int MostFeeds = 50;

    /// <summary>Series of a calendar at most.</summary>
    public const int MostSeries = 2000;

    /// <summary>Letters of an address at most.</summary>
    public const int LongestAddress = 1000;

    // Made with the first request: the program knows where it listens only after it has started.
    private readonly Lazy<PageFetcher> _fetcher = new(() => new PageFetcher(settings.Fetch));
    private readonly HostTurns _turns = new(settings.Pause, time);

    /// <summary>The calendars that an office follows.</summary>
    public async Task<IReadOnlyList<CalendarFeedView>> ListAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return [.. (await db.CalendarFeeds.OrderBy(f => f.Title).ThenBy(f => f.Id).ToListAsync(cancellation)).Select(View)];
    }

    /// <summary>One of them; null when there is none of this number.</summary>
    public async Task<CalendarFeedView?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == id, cancellation) is { } row ? View(row) with { TakenOut = await db.CalendarGone.CountAsync(g => g.FeedId == id, cancellation) } : null;
    }

    /// <summary>Asks for a calendar and, when it is there, follows it from now on.</summary>
    /// <returns>Its number, or why it is not followed.</returns>
    public async Task<(Guid? Id, FeedFailure? WhyNot)> AddAsync(OfficeView office, NewCalendarFeed feed, string author, CancellationToken cancellation)
    {
        var typed = feed.Address.Trim();
        if (typed.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase)) typed = "https:" + typed["webcal:".Length..];
        if (typed.Length > LongestAddress || !Uri.TryCreate(typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed, UriKind.Absolute, out var address)) return (null, FeedFailure.Of(PageFetchCodes.NoWebAddress));
        var found = address.AbsoluteUri;
        await using (var known = database.ForOffice(office.Id))
        {
            if (found.Length > LongestAddress) return (null, FeedFailure.Of(PageFetchCodes.NoWebAddress));
            if (await known.CalendarFeeds.AnyAsync(f => f.Address == found, cancellation)) return (null, FeedFailure.Of(CalendarCodes.FollowedAlready));
            if (await known.CalendarFeeds.CountAsync(cancellation) >= MostFeeds) return (null, FeedFailure.Of(CalendarCodes.FollowedEnough));
        }

        var (fetched, read, whyNot) = await FetchAsync(office, address, FetchedState.None, feed.Language, cancellation);
        if (whyNot is not null) return (null, whyNot);
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var title = new[] { feed.Title.Trim(), read!.Name.Trim(), address.IdnHost }.First(t => t.Length > 0);
        if (title.Length > CalendarImportService.LongestTitle) title = title[..CalendarImportService.LongestTitle];
        var source = await CalendarSources.AddAsync(db, office.Id, LocalText.Of(feed.Language, title), now, cancellation);
        var row = db.Add(new CalendarFeedRow { Id = Guid.CreateVersion7(now), OfficeId = office.Id, Address = found, Title = title, Kind = feed.Kind, Language = feed.Language, IsPublic = feed.IsPublic, SourceId = source.Id, MadeAt = now, MadeBy = author }).Entity;
        await db.SaveChangesAsync(cancellation);
        await TakeAsync(db, office, row, fetched!, read, [], cancellation);
        await transaction.CommitAsync(cancellation);
        return (row.Id, null);
    }

    /// <summary>Gives a calendar another name or kind, or shows its activities on the portal or no more. The kind is that of activities that come from now on.</summary>
    public async Task ChangeAsync(OfficeView office, Guid id, string title, ActivityKind kind, bool isPublic, string author, CancellationToken cancellation)
    {
        await ForOneAsync(office, id, new Edit(author), async (db, row, batch) =>
        {
            (row.Title, row.Kind) = (title, kind);
            if (row.IsPublic == isPublic) return true;
            row.IsPublic = isPublic;
            await (await CalendarTaking.OpenAsync(db, office.Id, id, null, tracked: true, cancellation)).PublishAsync(isPublic, batch, cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>Follows a calendar no more: its activities go with it.</summary>
    public async Task RemoveAsync(OfficeView office, Guid id, string author, CancellationToken cancellation)
    {
        await ForOneAsync(office, id, new Edit(author), async (db, row, batch) =>
        {
            await (await CalendarTaking.OpenAsync(db, office.Id, id, null, tracked: true, cancellation)).RemoveAllAsync(batch, cancellation);
            await batch.SaveAsync(cancellation);
            db.Remove(row);
            await db.SaveChangesAsync(cancellation);
            await db.Sources.Where(s => s.Id == row.SourceId && !db.Activities.Any(a => a.SourceId == s.Id)).ExecuteDeleteAsync(cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>The calendars of an office that are due.</summary>
    internal async Task<IReadOnlyList<(Guid Id, string Host)>> DueAsync(int office, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office);
        var due = await db.CalendarFeeds.Where(f => f.NextAt <= now).OrderBy(f => f.NextAt).Select(f => new { f.Id, f.Address }).ToListAsync(cancellation);
        return [.. due.Select(f => (f.Id, new Uri(f.Address).IdnHost))];
    }

    /// <summary>Asks for a calendar, and takes over what has changed.</summary>
    /// <returns>Why not; null when it was there.</returns>
    public async Task<FeedFailure?> FollowAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var reading = database.ForOffice(office.Id);
        if (await reading.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == id, cancellation) is not { } known) return null;
        var (fetched, read, whyNot) = await FetchAsync(office, new Uri(known.Address), new FetchedState(known.Tag, known.Modified), known.Language, cancellation);
        // A series that would have a stage that another has by then is left out, and the others are taken without it.
        var (booked, before) = (new HashSet<string>(StringComparer.Ordinal), -1);
        while (before != booked.Count)
        {
            before = booked.Count;
            await ForOneAsync(office, id, new Edit(known.Title), async (db, row, _) =>
            {
                var now = time.GetUtcNow();
                row.AskedAt = now;
                if (whyNot is not null) Fail(row, whyNot, now);
                else if (fetched is null) (row.Failure, row.Failures, row.SucceededAt, row.NextAt) = (null, 0, now, now + Every);
                else return await TakeAsync(db, office, row, fetched, read!, booked, cancellation);
                return true;
            }, cancellation);
        }

        return whyNot;
    }

    /// <summary>Lets what somebody has taken out by hand come again, and asks for the calendar.</summary>
    /// <returns>Why it does not come; null when it was there.</returns>
    public async Task<FeedFailure?> BringBackAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await ForOneAsync(office, id, new Edit(""), async (db, row, _) =>
        {
            (row.Tag, row.Modified) = (null, null);
            await db.CalendarGone.Where(g => g.FeedId == id).ExecuteDeleteAsync(cancellation);
            return true;
        }, cancellation);
        return await FollowAsync(office, id, cancellation);
    }

    /// <summary>Remembers that a calendar came and could not be kept, so that it waits like one that did not come.</summary>
    internal Task NotKeptAsync(OfficeView office, Guid id, CancellationToken cancellation) => ForOneAsync(office, id, new Edit(""), (_, row, _) =>
    {
        row.AskedAt = time.GetUtcNow();
        Fail(row, FeedFailure.Of(CalendarCodes.NotKept), time.GetUtcNow());
        return Task.FromResult(true);
    }, cancellation);

    private static void Fail(CalendarFeedRow row, FeedFailure whyNot, DateTimeOffset now)
    {
        row.Failures++;
        (row.Failure, row.NextAt) = (JsonSerializer.Serialize(whyNot), now + PauseAfter(row.Failures));
    }

    /// <summary>The pause after so many failures in a row: an hour, doubled with each.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromHours(Math.Pow(2, Math.Min(failures - 1, 10)));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_fetcher.IsValueCreated) _fetcher.Value.Dispose();
        _turns.Dispose();
    }

    /// <param name="change">Shall what it did be kept?</param>
    private Task ForOneAsync(OfficeView office, Guid id, Edit edit, Func<TesseraDb, CalendarFeedRow, ActivityBatch, Task<bool>> change, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => ForOneOnceAsync(office, id, edit, change, cancellation), cancellation);

    private async Task ForOneOnceAsync(OfficeView office, Guid id, Edit edit, Func<TesseraDb, CalendarFeedRow, ActivityBatch, Task<bool>> change, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == id, cancellation) is not { } row) return;
        var batch = new ActivityBatch(db, office, edit, time.GetUtcNow());
        if (!await change(db, row, batch)) return;
        await batch.SaveAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A calendar that is read, or null twice when it has not changed, or why it does not come. What is no calendar, such as the page of a host that is out of order, changes nothing.</summary>
    private async Task<(FetchedPage? Fetched, ProposedCalendar? Read, FeedFailure? WhyNot)> FetchAsync(OfficeView office, Uri address, FetchedState before, string language, CancellationToken cancellation)
    {
        try
        {
            var fetched = await _turns.TakeAsync(address.IdnHost, () => _fetcher.Value.FetchChangedAsync(address, before, cancellation), cancellation);
            if (fetched is null) return (null, null, null);
            var read = ProposedCalendar.Of(fetched.Content, CountryZone.ZoneOf(office.Country), language);
            if (read.Series.Count > MostSeries) return (null, null, FeedFailure.Of(CalendarCodes.TooMany));
            return read.Series.Count == 0 ? (null, null, FeedFailure.Of(CalendarCodes.Empty)) : (fetched, read, null);
        }
        catch (PageFetchException failed)
        {
            return (null, null, FeedFailure.Of(failed));
        }
    }

    /// <param name="booked">The UIDs of series that are left out; those that turn out to clash with another's stage are added.</param>
    /// <returns>Were there none to add, so that it may be kept?</returns>
    private async Task<bool> TakeAsync(TesseraDb db, OfficeView office, CalendarFeedRow row, FetchedPage fetched, ProposedCalendar read, HashSet<string> booked, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var batch = new ActivityBatch(db, office, new Edit(row.Title), now);
        var source = await db.Sources.SingleOrDefaultAsync(s => s.Id == row.SourceId, cancellation) ?? await CalendarSources.AddAsync(db, office.Id, LocalText.Of(row.Language, row.Title), now, cancellation);
        row.SourceId = source.Id;
        var taking = await CalendarTaking.OpenAsync(db, office.Id, row.Id, null, tracked: true, cancellation);
        var (refused, uids) = (0, new Dictionary<Guid, string>());
        foreach (var series in read.Series.Select(taking.WithoutGone).OfType<ProposedSeries>())
        {
            ActivityItem Fresh(ProposedActivity proposed) => proposed.Item with { Kind = Words<ActivityKind>.Write(row.Kind), Public = row.IsPublic && !proposed.IsPrivate, Source = source.Key };
            var (parts, whyNot) = booked.Contains(series.Uid) ? ([], null) : await taking.TakeAsync(series, Fresh, batch, cancellation);
            if (whyNot is not null || booked.Contains(series.Uid)) refused++;
            foreach (var part in parts) uids[part.Row.Id] = series.Uid;
        }

        var said = read.Series.Select(s => s.Uid).ToHashSet(StringComparer.Ordinal);
        await taking.LetGoAsync(said, DateOnly.FromDateTime(now.UtcDateTime), batch, cancellation);
        var clashes = await batch.SaveAsync(cancellation);
        booked.UnionWith(clashes.Select(c => uids[c.Activity]));
        if (clashes.Count > 0) return false;
        (row.Tag, row.Modified, row.Refused, row.Entries) = (booked.Count > 0 ? null : fetched.State.Tag, booked.Count > 0 ? null : fetched.State.Modified, refused, await db.CalendarMarks.CountAsync(m => m.FeedId == row.Id, cancellation));
        (row.AskedAt, row.SucceededAt, row.Failure, row.Failures, row.NextAt) = (now, now, null, 0, now + Every);
        // What the calendar has let go itself may come anew one day.
        await db.CalendarGone.Where(g => g.FeedId == row.Id && !said.Contains(g.Uid)).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static CalendarFeedView View(CalendarFeedRow row) =>
        new(row.Id, row.Title, row.Address, row.Kind, row.IsPublic, row.NextAt, row.AskedAt, row.SucceededAt, row.Failure is null ? null : JsonSerializer.Deserialize<FeedFailure>(row.Failure), row.Entries, row.Refused);
}
