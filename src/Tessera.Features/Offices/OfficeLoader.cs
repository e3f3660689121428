using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Guests;
using Tessera.Features.History;
using Tessera.Features.Library;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>What came of loading a file: what is wrong with it, and then nothing was changed; or what changed, and then all of it was.</summary>
/// <param name="Office">The slug; null when the file was refused before it could be read.</param>
public sealed record OfficeLoading(string? Office, IReadOnlyList<Finding> Findings, IReadOnlyList<OfficeChange> Changes)
{
    /// <summary>Was the file refused?</summary>
    public bool IsRefused => Findings.Count > 0;
}

/// <summary>Loads an office from its file and dumps it back.</summary>
public sealed class OfficeLoader(Database database, TimeProvider time)
{
    /// <summary>
    /// Makes the register what the file says, in one transaction: what the file adds or changes is written, what an office's own lists no longer hold is
    /// removed, the shared directory is added to and amended. Each difference is an entry of the history. A second load of the same file changes nothing.
    /// </summary>
    /// <param name="author">Who loads, as the history will say.</param>
    public Task<OfficeLoading> LoadAsync(ReadOnlyMemory<byte> utf8, string fileName, string author, CancellationToken cancellation) => LoadAsync(utf8, fileName, new Edit(author), cancellation);

    /// <summary>The same with the reason for it.</summary>
    public async Task<OfficeLoading> LoadAsync(ReadOnlyMemory<byte> utf8, string fileName, Edit edit, CancellationToken cancellation)
    {
        var reading = OfficeFileReader.Read(utf8, fileName);
        if (reading.File is not { } file || reading.Findings.Count > 0) return new OfficeLoading(reading.File?.Office.Slug, reading.Findings, []);

        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LockAsync(db, file.Office.Slug, cancellation);
        var before = await DumpAsync(db, file.Office.Slug, DirectoryKeys.Of(file), withActivities: true, cancellation);
        var changes = OfficeDifference.Between(before, file);
        if (await ExpectedAsync(db, changes, cancellation) is { Count: > 0 } expected) return new OfficeLoading(file.Office.Slug, expected, []);
        await BookingClash.AskAtTheEndAsync(db, cancellation);
        if (changes.Count > 0) await WriteAsync(db, file, changes, isWhole: true, edit, cancellation);
        if (changes.Count > 0 && await BookingClash.AmongAsync(db, null, file.Office.Languages, cancellation) is { Count: > 0 } clashes)
            return new OfficeLoading(file.Office.Slug, [.. clashes.Select(c => c.WhyNot with { Path = $"activities/{c.ActivityKey}/{c.WhyNot.Path}" })], []);
        await transaction.CommitAsync(cancellation);
        return new OfficeLoading(file.Office.Slug, [], changes);
    }

    /// <summary>
    /// Changes an office that is there, as its file without its activities, news and library, in one transaction: nobody's change of a partner comes between. Of the shared directory only what the change
    /// says anew is written; a record that another office has brought into it meanwhile, or under the same key, is not taken over.
    /// </summary>
    public async Task<OfficeLoading> ChangeAsync(string slug, Func<OfficeFile, OfficeFile> change, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LockAsync(db, slug, cancellation);
        var before = await DumpAsync(db, slug, DirectoryKeys.None, withActivities: false, cancellation) ?? throw new InvalidOperationException($"No office {slug}.");
        var (after, findings) = OfficeChecking.Checked(before, change(before));
        if (after is null) return new OfficeLoading(slug, findings, []);
        var changes = OfficeDifference.Between(before, after);
        if (await TakenAsync(db, changes, cancellation) is { Count: > 0 } taken) return new OfficeLoading(slug, taken, []);
        if (await UsedAsync(db, changes, cancellation) is { Count: > 0 } used) return new OfficeLoading(slug, used, []);
        if (changes.Count > 0) await WriteAsync(db, after, changes, isWhole: false, edit, cancellation);
        await transaction.CommitAsync(cancellation);
        return new OfficeLoading(slug, [], changes);
    }

    /// <summary>A key that no authority of the shared directory has.</summary>
    public async Task<string> FreeAuthorityKeyAsync(string name, string otherwise, CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await AuthorityKeys.FreeAsync(db, name, otherwise, cancellation);
    }

    /// <summary>The office as a file; null when there is no such office.</summary>
    public Task<OfficeFile?> DumpAsync(string slug, CancellationToken cancellation) => DumpAsync(slug, withActivities: true, cancellation);

    /// <summary>The same without its activities, news and library, if they are not wanted.</summary>
    public async Task<OfficeFile?> DumpAsync(string slug, bool withActivities, CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        return await DumpAsync(db, slug, DirectoryKeys.None, withActivities, cancellation);
    }

    /// <summary>One at a time loads; and nobody changes a partner or adds one until it is done.</summary>
    private static async Task LockAsync(TesseraDb db, string slug, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('tessera.office.load'))", cancellation);
        if (await db.Offices.Where(o => o.Slug == slug).Select(o => (int?)o.Id).SingleOrDefaultAsync(cancellation) is not { } office) return;
        await db.WorkForAsync(office, cancellation);
        await RegisterLock.TakeAsync(db, office, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from publication where office_id = {office} order by id for update", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from news where office_id = {office} order by id for update", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where office_id = {office} order by id for update", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from partner where office_id = {office} order by id for update", cancellation);
    }

    /// <summary>What the change would add to the shared directory under keys that are there, though the office does not refer to them.</summary>
    private static async Task<IReadOnlyList<Finding>> TakenAsync(TesseraDb db, IReadOnlyList<OfficeChange> changes, CancellationToken cancellation)
    {
        List<string> Added(string subject) => [.. changes.Where(c => c.Kind == Interchange.Offices.ChangeKind.Added && c.Subject == subject).Select(c => c.Key)];
        var (places, authorities, events) = (Added("place"), Added("authority"), Added("authority-event"));
        var taken = await db.Places.Where(p => places.Contains(p.Key)).Select(p => p.Key)
            .Concat(db.Authorities.Where(a => authorities.Contains(a.Key)).Select(a => a.Key))
            .Concat(db.AuthorityEvents.Where(e => events.Contains(e.Key)).Select(e => e.Key)).ToListAsync(cancellation);
        return [.. taken.Select(key => Finding.About("key", OfficeFileCodes.RepeatedKey, ("key", key)))];
    }

    /// <summary>Sources and organisers that the change would remove though activities, which are not part of it, news or publications refer to them.</summary>
    private static async Task<IReadOnlyList<Finding>> UsedAsync(TesseraDb db, IReadOnlyList<OfficeChange> changes, CancellationToken cancellation)
    {
        List<string> Gone(string subject) => [.. changes.Where(c => c.Kind == Interchange.Offices.ChangeKind.Removed && c.Subject == subject).Select(c => c.Key)];
        var (sources, organisers) = (Gone("source"), Gone("organiser"));
        if (sources.Count + organisers.Count == 0) return [];
        var used = await db.Activities.Where(a => sources.Contains(a.Source!.Key)).Select(a => a.Source!.Key).Union(db.News.Where(n => sources.Contains(n.Source!.Key)).Select(n => n.Source!.Key)).Union(db.Publications.Where(p => sources.Contains(p.Source!.Key)).Select(p => p.Source!.Key)).ToListAsync(cancellation);
        var busy = await db.Activities.Where(a => organisers.Contains(a.Organiser!.Key)).Select(a => a.Organiser!.Key).Distinct().ToListAsync(cancellation);
        return [.. used.Select(key => Finding.About("source", OfficeFileCodes.UnknownReference, ("key", key))), .. busy.Select(key => Finding.About("organiser", OfficeFileCodes.UnknownReference, ("key", key)))];
    }

    /// <summary>Activities that the file would take out though people are invited or registered, and count on them.</summary>
    private async Task<IReadOnlyList<Finding>> ExpectedAsync(TesseraDb db, IReadOnlyList<OfficeChange> changes, CancellationToken cancellation)
    {
        var gone = changes.Where(c => c.Kind == Interchange.Offices.ChangeKind.Removed && c.Subject == "activity").Select(c => c.Key).ToList();
        if (gone.Count == 0) return [];
        var (expected, today) = (new List<Finding>(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        foreach (var row in await db.Activities.Where(a => gone.Contains(a.Key) && (db.Guests.Any(g => g.ActivityId == a.Id) || db.Registrations.Any(r => r.ActivityId == a.Id) || db.TourApplications.Any(t => t.ActivityId == a.Id))).ToListAsync(cancellation))
        {
            if (await GuestsOf.AreWaitingAsync(db, row, today, cancellation)) expected.Add(Finding.About($"activities/{row.Key}", GuestRefusal.ToldOnes));
        }

        return expected;
    }

    private static async Task<OfficeFile?> DumpAsync(TesseraDb db, string slug, DirectoryKeys alsoWanted, bool withActivities, CancellationToken cancellation)
    {
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Slug == slug, cancellation);
        if (office is null) return null;
        await db.WorkForAsync(office.Id, cancellation);
        return await OfficeDump.ReadAsync(db, office, alsoWanted, withActivities, cancellation);
    }

    /// <param name="isWhole">Does the file stand for itself, so that all it says of the shared directory is written? Else only what changes is.</param>
    private async Task WriteAsync(TesseraDb db, OfficeFile file, IReadOnlyList<OfficeChange> changes, bool isWhole, Edit edit, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        db.ChangeTracker.Clear();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var directory = await new DirectoryWriting(db, isWhole ? null : Touched(changes)).WriteAsync(file, cancellation);
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Slug == file.Office.Slug, cancellation) ?? db.Offices.Add(new OfficeRow { Slug = file.Office.Slug }).Entity;
        OfficeWriting.WriteSheet(office, file.Office, directory, now);
        await db.SaveChangesAsync(cancellation);

        await db.WorkForAsync(office.Id, cancellation);
        var graph = await OfficeGraph.ReadAsync(db, tracked: true, withActivities: isWhole, cancellation);
        await OfficeArms.WriteAsync(db, office.Id, file.Office.Arms, cancellation);
        var writing = new RegisterWriting(db, office.Id, graph, directory, Touched(changes), now);
        writing.Write(file);
        if (isWhole)
        {
            writing.WriteActivities(file);
            writing.WriteNews(file);
            writing.WritePublications(file);
        }

        var titles = file.Activities.Select(a => ("activity", a.Key, a.Title)).Concat(file.News.Select(n => ("news", n.Key, n.Title))).Concat(file.Publications.Select(p => ("publication", p.Key, p.Title))).ToDictionary(t => (t.Item1, t.Key), t => t.Title);
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, c.Subject is "activity" or "news" or "publication" ? titles.GetValueOrDefault((c.Subject, c.Key), LocalText.Empty) : RegisterWriting.NamesOf(c, file), office.Id, edit, now)));
        await db.SaveChangesAsync(cancellation);
        var said = changes.Where(c => c.Subject == "publication").Select(c => c.Key).ToHashSet();
        if (isWhole && said.Count > 0) await PublicationIndex.WriteAsync(db, [.. graph.Publications.Where(p => said.Contains(p.Key)).Select(p => p.Id)], cancellation);
        await RegisterCounting.CountAsync(db, office.Id, cancellation);
        await Storage.Changes.AnnounceAsync(db, changes.Any(IsShared) ? Storage.Changes.Everything : office.Slug, cancellation);
    }

    /// <summary>What others may show too.</summary>
    private static bool IsShared(OfficeChange change) => change.Subject is "place" or "authority" or "authority-event";

    private static HashSet<string> Touched(IReadOnlyList<OfficeChange> changes) =>
        changes.SelectMany(c => new[] { $"{c.Subject}/{c.Key}", c.Parent is null ? "" : $"partner/{c.Parent}" }).ToHashSet();
}
