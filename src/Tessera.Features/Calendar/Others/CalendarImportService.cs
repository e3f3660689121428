using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>
/// Takes calendar files over: a file is kept, shown against what is there, and what is ticked of it becomes activities in one transaction. The UIDs stay known, so a newer file changes what an older
/// one brought. Taking a file is undone as one. The file itself is let go once it is taken, and after <see cref="DaysKept"/> days if nobody takes it, since it may name people.
/// </summary>
public sealed class CalendarImportService(Database database, TimeProvider time)
{
    /// <summary>Bytes of a file at most.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Series of a file at most; a larger one is refused.</summary>
    public const int MostSeries = 800;

    /// <summary>Letters of a file's name at most.</summary>
    public const int LongestTitle = 200;

    /// <summary>Days for which a file waits to be taken.</summary>
    public const int DaysKept = 30;

    private const int MostListed = 50;

    /// <summary>Keeps a file to be looked at.</summary>
    /// <returns>Its number, or why it is not kept: a code of <see cref="CalendarCodes"/>.</returns>
    public async Task<(Guid? Id, string? Refusal)> KeepAsync(OfficeView office, string title, string language, byte[] content, string author, CancellationToken cancellation)
    {
        if (content.Length > Largest) return (null, CalendarCodes.TooLarge);
        var read = ProposedCalendar.Of(content, CountryZone.ZoneOf(office.Country), language);
        if (read.Series.Count > MostSeries) return (null, CalendarCodes.TooMany);
        if (read.Series.Count == 0) return (null, CalendarCodes.Empty);
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        var named = title.Length > 0 ? title : read.Name.Trim() is { Length: > 0 } said ? said : "calendar.ics";
        var row = db.Add(new CalendarImportRow { Id = Guid.CreateVersion7(now), OfficeId = office.Id, Title = named.Length > LongestTitle ? named[..LongestTitle] : named, Language = language, Content = content, MadeAt = now, MadeBy = author }).Entity;
        await db.SaveChangesAsync(cancellation);
        return (row.Id, null);
    }

    /// <summary>Lets go of files that nobody has taken for so long.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().AddDays(-DaysKept);
        await using var db = database.ForOffice(office.Id);
        return await db.CalendarImports.Where(i => i.TakenAt == null && i.MadeAt < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The files that were read, the latest first.</summary>
    public async Task<IReadOnlyList<CalendarImportCard>> ListAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.CalendarImports.OrderByDescending(i => i.MadeAt).Take(MostListed)
            .Select(i => new CalendarImportCard(i.Id, i.Title, i.MadeAt, i.MadeBy, i.TakenAt, i.UndoneAt, db.CalendarImportEntries.Count(e => e.ImportId == i.Id))).ToListAsync(cancellation);
    }

    /// <summary>A file; null when the office has none of this number.</summary>
    public async Task<CalendarImportView?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.CalendarImports.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } row) return null;
        var entries = await db.CalendarImportEntries.Where(e => e.ImportId == id).ToListAsync(cancellation);
        var card = new CalendarImportCard(row.Id, row.Title, row.MadeAt, row.MadeBy, row.TakenAt, row.UndoneAt, entries.Count);
        if (row.TakenAt is not null || row.Content is null) return new CalendarImportView(card, [], [], await TakenAsync(db, entries, cancellation));
        var read = ProposedCalendar.Of(row.Content, CountryZone.ZoneOf(office.Country), row.Language);
        var taking = await CalendarTaking.OpenAsync(db, office.Id, null, [.. read.Series.Select(s => s.Uid)], tracked: false, cancellation);
        return new CalendarImportView(card, [.. read.Series.Select(taking.Preview)], read.Findings, []);
    }

    /// <summary>Takes what is ticked of a file over, once.</summary>
    /// <returns>Null when there is no such file, or it was taken before.</returns>
    public async Task<CalendarTaken?> TakeAsync(OfficeView office, Guid id, CalendarTake take, string author, CancellationToken cancellation)
    {
        var booked = new Dictionary<string, Finding>(StringComparer.Ordinal);
        while (true)
        {
            // A series that would have a stage that another has by then is left out, and the others are taken without it.
            var before = booked.Count;
            var taken = await OnceMore.DoAsync(() => TakeOnceAsync(office, id, take, booked, author, cancellation), cancellation);
            if (booked.Count == before) return taken;
        }
    }

    /// <param name="booked">Series that are left out, and why; those that turn out to be are added, and then nothing was done.</param>
    private async Task<CalendarTaken?> TakeOnceAsync(OfficeView office, Guid id, CalendarTake take, Dictionary<string, Finding> booked, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        if (await db.CalendarImports.SingleOrDefaultAsync(i => i.Id == id && i.TakenAt == null, cancellation) is not { Content: { } content } row) return null;
        var now = time.GetUtcNow();
        var read = ProposedCalendar.Of(content, CountryZone.ZoneOf(office.Country), row.Language);
        var ticked = read.Series.Where(s => take.Uids.Contains(s.Uid)).ToList();
        var taking = await CalendarTaking.OpenAsync(db, office.Id, null, [.. ticked.Select(s => s.Uid)], tracked: true, cancellation);
        var source = await CalendarSources.AddAsync(db, office.Id, LocalText.Of(row.Language, row.Title), now, cancellation);
        var batch = new ActivityBatch(db, office, new Edit(author, row.Title), now);
        var (parts, refused) = (new List<TakenPart>(), new List<(string, CalendarFinding)>());
        foreach (var series in ticked)
        {
            ActivityItem Fresh(ProposedActivity proposed) => proposed.Item with { Kind = Words<Domain.Calendar.ActivityKind>.Write(take.Kind), Public = take.IsPublic && !proposed.IsPrivate, Source = source.Key };
            var (taken, whyNot) = booked.TryGetValue(series.Uid, out var finding) ? ([], new CalendarFinding(series.Line, finding.Code, series.Title) { AtTheOffice = finding }) : await taking.TakeAsync(series, Fresh, batch, cancellation);
            parts.AddRange(taken);
            if (whyNot is not null) refused.Add((series.Title, whyNot));
        }

        if (parts.All(p => p.Before is not null)) db.Remove(source);
        db.AddRange(parts.Select(p => EntryOf(p, office.Id, id)));
        (row.TakenAt, row.Content) = (now, null);
        if (await batch.SaveAsync(cancellation) is { Count: > 0 } clashes)
        {
            foreach (var clash in clashes) booked[parts.First(p => p.Row.Id == clash.Activity).Uid] = clash.WhyNot;
            return null;
        }

        await transaction.CommitAsync(cancellation);
        return new CalendarTaken(parts.Count(p => p.Before is null), parts.Count(p => p is { Before: not null, IsGone: false }), parts.Count(p => p.IsGone), refused);
    }

    /// <summary>Makes undone in one transaction what taking a file did, but for activities that somebody has changed since.</summary>
    /// <returns>Null when there is no such file, or nothing of it to undo.</returns>
    public async Task<CalendarUndone?> UndoAsync(OfficeView office, Guid id, string author, CancellationToken cancellation)
    {
        var booked = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            // What another has taken the stage of since is left as it is.
            var before = booked.Count;
            var undone = await OnceMore.DoAsync(() => UndoOnceAsync(office, id, booked, author, cancellation), cancellation);
            if (booked.Count == before) return undone;
        }
    }

    /// <param name="booked">The keys of activities that are left; those that turn out to be are added, and then nothing was done.</param>
    private async Task<CalendarUndone?> UndoOnceAsync(OfficeView office, Guid id, HashSet<string> booked, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        if (await db.CalendarImports.SingleOrDefaultAsync(i => i.Id == id && i.TakenAt != null && i.UndoneAt == null, cancellation) is not { } row) return null;
        var now = time.GetUtcNow();
        var undoing = new CalendarUndoing(db, office.Id, new ActivityBatch(db, office, new Edit(author, row.Title), now));
        var undone = await undoing.UndoAsync(await db.CalendarImportEntries.Where(e => e.ImportId == id).ToListAsync(cancellation), booked, cancellation);
        if (undone is null) return null;
        (row.UndoneAt, row.UndoneBy) = (now, author);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return undone;
    }

    private static CalendarImportEntryRow EntryOf(TakenPart part, int office, Guid import) => new()
    {
        OfficeId = office,
        ImportId = import,
        ActivityKey = part.Row.Key,
        Uid = part.Uid,
        Part = part.Part,
        ItemBefore = part.Before,
        VersionAfter = part.IsGone ? null : part.Row.Version,
        SequenceBefore = part.Sequence,
        ModifiedBefore = part.Modified,
        HashBefore = part.Hash,
    };

    private static async Task<IReadOnlyList<TakenActivity>> TakenAsync(TesseraDb db, IReadOnlyList<CalendarImportEntryRow> entries, CancellationToken cancellation)
    {
        var keys = entries.Select(e => e.ActivityKey).ToList();
        var titles = await db.Activities.Where(a => keys.Contains(a.Key)).Select(a => new { a.Key, a.Title }).ToDictionaryAsync(a => a.Key, a => a.Title, cancellation);
        return [.. entries.Select(e => new TakenActivity(e.ActivityKey, titles.GetValueOrDefault(e.ActivityKey) ?? e.ItemBefore?.Title ?? LocalText.Empty, e.ItemBefore is null, titles.ContainsKey(e.ActivityKey))).OrderBy(t => t.Key, StringComparer.Ordinal)];
    }
}
