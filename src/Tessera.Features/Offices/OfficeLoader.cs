using Microsoft.EntityFrameworkCore;
using Tessera.Features.Authorities;
using Tessera.Features.History;
using Tessera.Features.Partners;
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
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('tessera.office.load'))", cancellation);
        var before = await DumpAsync(db, file.Office.Slug, DirectoryKeys.Of(file), cancellation);
        var changes = OfficeDifference.Between(before, file);
        if (changes.Count > 0) await WriteAsync(db, file, changes, edit, cancellation);
        await transaction.CommitAsync(cancellation);
        return new OfficeLoading(file.Office.Slug, [], changes);
    }

    /// <summary>The office as a file; null when there is no such office.</summary>
    public async Task<OfficeFile?> DumpAsync(string slug, CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        return await DumpAsync(db, slug, DirectoryKeys.None, cancellation);
    }

    private static async Task<OfficeFile?> DumpAsync(TesseraDb db, string slug, DirectoryKeys alsoWanted, CancellationToken cancellation)
    {
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Slug == slug, cancellation);
        if (office is null) return null;
        await db.WorkForAsync(office.Id, cancellation);
        return await OfficeDump.ReadAsync(db, office, alsoWanted, cancellation);
    }

    private async Task WriteAsync(TesseraDb db, OfficeFile file, IReadOnlyList<OfficeChange> changes, Edit edit, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        db.ChangeTracker.Clear();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var directory = await new DirectoryWriting(db).WriteAsync(file, cancellation);
        var office = await db.Offices.SingleOrDefaultAsync(o => o.Slug == file.Office.Slug, cancellation) ?? db.Offices.Add(new OfficeRow { Slug = file.Office.Slug }).Entity;
        OfficeWriting.WriteSheet(office, file.Office, directory, now);
        await db.SaveChangesAsync(cancellation);

        await db.WorkForAsync(office.Id, cancellation);
        var graph = await OfficeGraph.ReadAsync(db, tracked: true, cancellation);
        new RegisterWriting(db, office.Id, graph, directory, Touched(changes), now).Write(file);
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, RegisterWriting.NamesOf(c, file), office.Id, edit, now)));
        await db.SaveChangesAsync(cancellation);
        await RegisterCounting.CountAsync(db, office.Id, cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
    }

    private static HashSet<string> Touched(IReadOnlyList<OfficeChange> changes) =>
        changes.SelectMany(c => new[] { $"{c.Subject}/{c.Key}", c.Parent is null ? "" : $"partner/{c.Parent}" }).ToHashSet();
}
