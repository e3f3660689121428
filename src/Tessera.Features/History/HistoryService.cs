using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Contacts;
using Tessera.Features.Documents;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.History;

/// <summary>A field's value before and after, as the history keeps it.</summary>
public sealed record FieldChangeView(string Field, string? Old, string? New);

/// <summary>An entry of the history as the office reads it.</summary>
/// <param name="Parent">The key of the partner above a base fact or an agreement.</param>
/// <param name="WhyNotRestored">Of <see cref="RestoringCodes"/>, why the state before it cannot come back; null when it can.</param>
public sealed record HistoryEntry(
    Guid Id, DateTimeOffset At, string Author, string? Reason, ChangeKind Kind, string Subject, string Key, string? Parent, LocalText Names, IReadOnlyList<FieldChangeView> Fields,
    string? WhyNotRestored);

/// <summary>What came of restoring: done, or why not, or what stands against the state as it was; then nothing was changed.</summary>
/// <param name="WhyNot">Of <see cref="RestoringCodes"/>; null when nothing speaks against it from the outset.</param>
public sealed record Restoring(string? WhyNot, IReadOnlyList<Finding> Findings)
{
    /// <summary>Was it done?</summary>
    public bool IsDone => WhyNot is null && Findings.Count == 0;
}

/// <summary>What is asked of the history.</summary>
/// <param name="Subject">partner, agreement, base-fact, …; null for all.</param>
/// <param name="Before">The entry after which to go on; null for the newest.</param>
public sealed record HistoryFilter(string? Subject = null, string? Key = null, DateOnly? From = null, DateOnly? Until = null, Guid? Before = null);

/// <summary>Reads an office's history, and restores what a record was.</summary>
public sealed class HistoryService(Database database, PartnerService partners, OfficeService offices, ContactService contacts, DocumentService documents, ActivityService activities, NewsService news, PublicationService library)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Entries, newest first; of a partner those of its facts and agreements too.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> ReadAsync(OfficeView office, HistoryFilter filter, int most, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var found = Narrowed(db, filter);
        var rows = await found.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancellation);
        var there = await WhatIsThere.ReadAsync(db, rows, cancellation);
        return [.. rows.Select(r => View(r, there.WhyNot(r)))];
    }

    /// <summary>The role that restoring a record asks for: the office's own sheet is its administrators'.</summary>
    public static OfficeRole LeastFor(string subject) => subject == "office" ? OfficeRole.Administrator : OfficeRole.Approver;

    /// <summary>Makes a record what it was before an entry and all that came after it, as a new change.</summary>
    /// <param name="role">Of who asks.</param>
    public async Task<Restoring> RestoreAsync(OfficeView office, Guid entry, OfficeRole role, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Changes.SingleOrDefaultAsync(c => c.Id == entry, cancellation) is not { } wanted) return new Restoring(RestoringCodes.Gone, []);
        if (role < LeastFor(wanted.Subject)) return new Restoring(RestoringCodes.Administrator, []);
        if ((await WhatIsThere.ReadAsync(db, [wanted], cancellation)).WhyNot(wanted) is { } why) return new Restoring(why, []);
        try
        {
            return await RestoreAsync(office, wanted, await ValuesBeforeAsync(db, wanted, cancellation), edit, cancellation);
        }
        catch (JsonException)
        {
            // The entry is of a time when the record had another form.
            return new Restoring(RestoringCodes.Form, []);
        }
    }

    /// <summary>What each field was that this entry or a later one has changed.</summary>
    private static async Task<List<(string Field, string? Value)>> ValuesBeforeAsync(TesseraDb db, ChangeRow wanted, CancellationToken cancellation)
    {
        var since = await db.Changes.Where(c => c.Subject == wanted.Subject && c.Key == wanted.Key && (c.Parent == wanted.Parent || c.Subject == "document") && c.At >= wanted.At && c.Kind == ChangeKind.Changed)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToListAsync(cancellation);
        return [.. since.TakeWhile(c => c.Id != wanted.Id).Append(wanted).SelectMany(c => c.Fields).Select(f => (f.Field, f.Old)).GroupBy(f => f.Field).Select(g => g.Last())];
    }

    private async Task<Restoring> RestoreAsync(OfficeView office, ChangeRow wanted, List<(string Field, string? Value)> old, Edit edit, CancellationToken cancellation)
    {
        if (wanted.Subject == "contact") return new Restoring(await contacts.RestoreAsync(office, wanted.Id, edit, cancellation) ? null : RestoringCodes.Erased, []);
        if (wanted.Subject == "document")
        {
            await documents.RestoreAsync(office, Guid.Parse(wanted.Key), old, edit, cancellation);
            return new Restoring(null, []);
        }

        if (wanted.Subject == "activity") return new Restoring(null, (await activities.ChangeAsync(office, wanted.Key, null, a => OfficeItems.With(a, old), edit, cancellation)).Findings);
        if (wanted.Subject == "news") return new Restoring(null, (await news.ChangeAsync(office, wanted.Key, null, n => OfficeItems.With(n, old), edit, cancellation)).Findings);
        if (wanted.Subject == "publication") return new Restoring(null, (await library.ChangeAsync(office, wanted.Key, null, p => OfficeItems.With(p, old), edit, cancellation)).Findings);
        if ((wanted.Subject == "partner" ? wanted.Key : wanted.Parent) is { } partner)
            return new Restoring(null, (await partners.ChangeAsync(office, partner, null, p => Restored(p, wanted, old), edit, cancellation)).Findings);
        return new Restoring(null, await offices.ChangeAsync(office, f => Restored(f, wanted, old), edit, cancellation));
    }

    private static PartnerItem Restored(PartnerItem partner, ChangeRow entry, List<(string Field, string? Value)> old) => entry.Subject switch
    {
        "partner" => OfficeItems.With(partner, old),
        "agreement" => partner with { Agreements = With(partner.Agreements, a => a.Key == entry.Key, old) },
        "base-fact" => partner with { Facts = With(partner.Facts, f => f.Key == entry.Key, old) },
        _ => partner,
    };

    private static OfficeFile Restored(OfficeFile file, ChangeRow entry, List<(string Field, string? Value)> old) => entry.Subject switch
    {
        "office" => file with { Office = OfficeItems.With(file.Office, old) },
        "source" => file with { Sources = With(file.Sources, s => s.Key == entry.Key, old) },
        "organiser" => file with { Organisers = With(file.Organisers, o => o.Key == entry.Key, old) },
        "day" => file with { Days = With(file.Days, d => d.Key == entry.Key, old) },
        "membership" => file with { Memberships = With(file.Memberships, m => m.Key == entry.Key, old) },
        "settlement-relation" => file with { SettlementRelations = With(file.SettlementRelations, r => r.Key == entry.Key, old) },
        _ => file,
    };

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> items, Func<T, bool> isMeant, List<(string Field, string? Value)> old) => [.. items.Select(i => isMeant(i) ? OfficeItems.With(i, old) : i)];

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

    private static HistoryEntry View(ChangeRow c, string? whyNot) =>
        new(c.Id, c.At, c.Author, c.Reason, c.Kind, c.Subject, c.Key, c.Parent, c.Names, [.. c.Fields.Select(f => new FieldChangeView(f.Field, f.Old, f.New))], whyNot);
}
