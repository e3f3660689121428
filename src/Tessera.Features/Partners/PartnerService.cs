using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>A partner as it is kept, with everything of it that is edited.</summary>
/// <param name="Version">To be given back with a change, so that nobody's work is overwritten unseen.</param>
public sealed record KeptPartner(PartnerItem Item, int Version, DateTimeOffset UpdatedAt) : IKept<PartnerItem>;

/// <summary>Who changes something, and why.</summary>
/// <param name="Reason">Said in the history; null when none was given.</param>
public sealed record Edit(string Author, string? Reason = null);

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The partner as somebody else has left it since the form was opened; null when nobody has.</param>
/// <param name="Changes">How many records changed; nought when the form said what is there already.</param>
public sealed record EditResult(IReadOnlyList<Finding> Findings, KeptPartner? Meanwhile, int Changes) : KeepingResult<KeptPartner>(Findings, Meanwhile);

/// <summary>
/// Keeps partners with their facts and agreements. Every change is one transaction: the partner is read and locked, changed as an item of an office file, held
/// against the rules of the file, compared with what was, written, and entered in the history field by field.
/// </summary>
public sealed class PartnerService(Database database, TimeProvider time)
{
    /// <summary>A partner as it is kept, archived ones too; null when there is none under this key.</summary>
    public async Task<KeptPartner?> FindAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        return await PartnerDesk.ReadAsync(db, key, tracked: false, cancellation) is { } desk ? desk.Kept : null;
    }

    /// <summary>The key of the partner to which an agreement belongs; null when the office has no such agreement.</summary>
    public async Task<string?> PartnerOfAsync(OfficeView office, string agreement, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.Agreements.Where(a => a.Key == agreement).Select(a => a.Partner!.Key).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Changes a partner.</summary>
    /// <param name="version">That of the partner when the form was opened; null to change whatever is there.</param>
    /// <param name="change">The partner as it shall be; its key and number stay.</param>
    public Task<EditResult> ChangeAsync(OfficeView office, string key, int? version, Func<PartnerItem, PartnerItem> change, Edit edit, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => ChangeOnceAsync(office, key, version, change, edit, cancellation), cancellation);

    private async Task<EditResult> ChangeOnceAsync(OfficeView office, string key, int? version, Func<PartnerItem, PartnerItem> change, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await ChangeAsync(db, office, key, version, change, edit, cancellation);
        if (result.IsDone) await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>The same within a unit of work whose transaction the caller commits when it is done.</summary>
    internal async Task<EditResult> ChangeAsync(TesseraDb db, OfficeView office, string key, int? version, Func<PartnerItem, PartnerItem> change, Edit edit, CancellationToken cancellation)
    {
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from partner where key = {key} for update", cancellation);
        var desk = await PartnerDesk.ReadAsync(db, key, tracked: true, cancellation) ?? throw new InvalidOperationException($"No partner {key}.");
        if (version is { } seen && seen != desk.Row.Version) return new EditResult([], desk.Kept, 0);
        var before = desk.Kept.Item;
        var after = change(before) with { Key = before.Key, Number = before.Number };
        return await SaveAsync(db, office, desk, before, after, edit, cancellation);
    }

    /// <summary>Adds a partner at the end of the register; its authority joins the shared directory when it is not there yet.</summary>
    public async Task<(EditResult Result, string Key)> AddAsync(OfficeView office, NewPartner partner, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.WorkForAsync(office.Id, cancellation);
        var (result, key) = await AddAsync(db, office, partner, item => item, edit, cancellation);
        if (result.IsDone) await transaction.CommitAsync(cancellation);
        return (result, key);
    }

    /// <summary>The same within a unit of work of the host that works for the office, and whose transaction the caller commits when it is done.</summary>
    /// <param name="fill">The partner with what else comes with it.</param>
    internal async Task<(EditResult Result, string Key)> AddAsync(TesseraDb db, OfficeView office, NewPartner partner, Func<PartnerItem, PartnerItem> fill, Edit edit, CancellationToken cancellation)
    {
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var item = fill(await NewPartners.ItemAsync(db, office, partner, time.GetUtcNow(), cancellation));
        var desk = await PartnerDesk.NewAsync(db, office, item, cancellation);
        return (await SaveAsync(db, office, desk, null, item, edit, cancellation), item.Key);
    }

    /// <summary>Takes a partner out of the register for good, with its facts and agreements, and closes the gap in the numbers. The caller commits.</summary>
    internal async Task RemoveAsync(TesseraDb db, OfficeView office, PartnerDesk desk, Edit edit, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (gone, number) = (desk.Kept.Item, desk.Row.Number);
        db.Remove(desk.Row);
        db.Changes.AddRange(OfficeDifference.Between(gone, null).Select(c => ChangeEntries.Of(c, gone.Names, office.Id, edit, now)));
        foreach (var later in await db.Partners.AsTracking().Where(p => p.Number > number).ToListAsync(cancellation))
        {
            var change = new FieldChange("number", Text(later.Number), Text(later.Number - 1));
            db.Changes.Add(ChangeEntries.Of(new OfficeChange(Interchange.Offices.ChangeKind.Changed, "partner", later.Key, null, [change]), later.Names, office.Id, edit, now));
            later.Number--;
        }

        await SaveAsync(db, office, now, cancellation);
    }

    /// <summary>
    /// Makes two records of one partner one: what the duplicate has is added to the other (names, addresses, websites, facts, agreements under keys of their own),
    /// its documents and contacts too, and the duplicate is archived: all or nothing.
    /// </summary>
    public async Task<EditResult> MergeAsync(OfficeView office, string key, string into, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        // News and activities move along.
        await db.Database.ExecuteSqlAsync($"select 1 from news where id in (select news_id from news_partner n join partner on partner.id = n.partner_id where partner.key = {key}) order by id for update", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where id in (select activity_id from activity_partner p join partner on partner.id = p.partner_id where partner.key = {key}) order by id for update", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from partner where key in ({key}, {into}) order by id for update", cancellation);
        if (key == into || await PartnerDesk.ReadAsync(db, key, tracked: true, cancellation) is not { } duplicate || !await db.Partners.AnyAsync(p => p.Key == into, cancellation))
            return new EditResult([Finding.About("into", OfficeFileCodes.UnknownReference, ("key", into))], null, 0);
        var goes = duplicate.Kept.Item;
        var emptied = await SaveAsync(db, office, duplicate, goes, goes with { Agreements = [], Facts = [], ArchivedOn = Today() }, edit, cancellation);
        if (!emptied.IsDone) return emptied;
        db.ChangeTracker.Clear();
        var stays = (await PartnerDesk.ReadAsync(db, into, tracked: true, cancellation))!;
        var merged = await SaveAsync(db, office, stays, stays.Kept.Item, PartnerMerging.Merge(stays.Kept.Item, goes), edit, cancellation);
        if (!merged.IsDone) return merged;
        await PartnerMerging.MoveAsync(db, duplicate.Row, stays.Row, office, edit, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return merged;
    }

    private PartialDate Today() => PartialDate.OfDay(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    private async Task<EditResult> SaveAsync(TesseraDb db, OfficeView office, PartnerDesk desk, PartnerItem? before, PartnerItem after, Edit edit, CancellationToken cancellation)
    {
        var findings = await desk.WhyNotAsync(db, after, cancellation);
        if (findings.Count > 0) return new EditResult(findings, null, 0);
        var changes = OfficeDifference.Between(before, after);
        if (changes.Count == 0) return new EditResult([], null, 0);
        var now = time.GetUtcNow();
        var touched = changes.SelectMany(c => new[] { $"{c.Subject}/{c.Key}" }).Append($"partner/{after.Key}").ToHashSet();
        new PartnerWriting(db, office.Id, desk.Sources, desk.Fields, desk.Directory, touched, now).Fill(desk.Row, after);
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, after.Names, office.Id, edit, now)));
        await SaveAsync(db, office, now, cancellation);
        return new EditResult([], null, changes.Count);
    }

    private static async Task SaveAsync(TesseraDb db, OfficeView office, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (!db.CountsAtEnd) await CountAsync(db, office, now, cancellation);
    }

    /// <summary>Says that the register has changed; once for several changes of a unit of work that counts at its end.</summary>
    internal static async Task CountAsync(TesseraDb db, OfficeView office, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"update office set updated_at = {now} where id = {office.Id}", cancellation);
        await RegisterCounting.CountAsync(db, office.Id, cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
