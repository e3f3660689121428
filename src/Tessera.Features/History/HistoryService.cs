using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.History;

/// <summary>A field's value before and after, as the history keeps it.</summary>
public sealed record FieldChangeView(string Field, string? Old, string? New);

/// <summary>An entry of the history as the office reads it.</summary>
/// <param name="Parent">The key of the partner above a base fact or an agreement.</param>
public sealed record HistoryEntry(
    Guid Id, DateTimeOffset At, string Author, string? Reason, ChangeKind Kind, string Subject, string Key, string? Parent, LocalText Names, IReadOnlyList<FieldChangeView> Fields);

/// <summary>What is asked of the history.</summary>
/// <param name="Subject">partner, agreement, base-fact, …; null for all.</param>
/// <param name="Before">The entry after which to go on; null for the newest.</param>
public sealed record HistoryFilter(string? Subject = null, string? Key = null, DateOnly? From = null, DateOnly? Until = null, Guid? Before = null);

/// <summary>Reads an office's history, and restores what a record was.</summary>
public sealed class HistoryService(Database database, PartnerService partners)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Entries, newest first; of a partner those of its facts and agreements too.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> ReadAsync(OfficeView office, HistoryFilter filter, int most, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var found = Narrowed(db, filter);
        var rows = await found.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>
    /// Makes a partner's record, an agreement or a base fact what it was before an entry and all that came after it, as a new change. Null when there is nothing to be
    /// restored: the record was added by it, or is of a kind that is not restored one by one.
    /// </summary>
    public async Task<EditResult?> RestoreAsync(OfficeView office, Guid entry, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Changes.SingleOrDefaultAsync(c => c.Id == entry, cancellation) is not { Kind: ChangeKind.Changed } wanted) return null;
        var since = await db.Changes.Where(c => c.Subject == wanted.Subject && c.Key == wanted.Key && c.Parent == wanted.Parent && c.At >= wanted.At && c.Kind == ChangeKind.Changed)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToListAsync(cancellation);
        var old = since.TakeWhile(c => c.Id != entry).Append(wanted).SelectMany(c => c.Fields).Select(f => (f.Field, f.Old)).GroupBy(f => f.Field).Select(g => g.Last()).ToList();
        var partner = wanted.Subject == "partner" ? wanted.Key : wanted.Parent;
        if (partner is null || await partners.FindAsync(office, partner, cancellation) is null) return null;
        return await partners.ChangeAsync(office, partner, null, p => Restored(p, wanted, old), edit, cancellation);
    }

    private static PartnerItem Restored(PartnerItem partner, ChangeRow entry, List<(string Field, string? Value)> old) => entry.Subject switch
    {
        "partner" => OfficeItems.With(partner, old),
        "agreement" => partner with { Agreements = [.. partner.Agreements.Select(a => a.Key == entry.Key ? OfficeItems.With(a, old) : a)] },
        "base-fact" => partner with { Facts = [.. partner.Facts.Select(f => f.Key == entry.Key ? OfficeItems.With(f, old) : f)] },
        _ => partner,
    };

    private static IQueryable<ChangeRow> Narrowed(TesseraDb db, HistoryFilter filter)
    {
        IQueryable<ChangeRow> found = db.Changes;
        if (filter.Subject == "partner" && filter.Key is { } partner) found = found.Where(c => (c.Subject == "partner" && c.Key == partner) || c.Parent == partner);
        else if (filter.Key is { } key) found = found.Where(c => c.Subject == filter.Subject && c.Key == key);
        else if (filter.Subject is { } subject) found = found.Where(c => c.Subject == subject);
        if (filter.From is { } from && from > DateOnly.MinValue) found = found.Where(c => c.At >= new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero));
        if (filter.Until is { } until && until < DateOnly.MaxValue) found = found.Where(c => c.At < new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        if (filter.Before is { } before) found = found.Where(c => db.Changes.Any(b => b.Id == before && (c.At < b.At || (c.At == b.At && c.Id.CompareTo(b.Id) < 0))));
        return found;
    }

    private static HistoryEntry View(ChangeRow c) => new(c.Id, c.At, c.Author, c.Reason, c.Kind, c.Subject, c.Key, c.Parent, c.Names, [.. c.Fields.Select(f => new FieldChangeView(f.Field, f.Old, f.New))]);
}
