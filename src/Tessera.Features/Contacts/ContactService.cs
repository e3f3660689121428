using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Contacts;

/// <summary>A person at a partner, why we hold her data, where they came from, and until when they are kept.</summary>
public sealed record Contact(
    Guid Id, string PartnerKey, string Name, string Role, string? Email, string? Phone, string? Language, string Purpose, string Source, DateOnly KeepUntil);

/// <summary>
/// Keeps people at partners. The history tells that a contact was added, changed or erased and by whom, and never what was held of her, since it could not be erased
/// from there. What she was before a change is kept beside her and erased with her.
/// </summary>
public sealed class ContactService(Database database, TimeProvider time)
{
    /// <summary>Years for which a contact is kept unless said otherwise.</summary>
    public const int UsualYears = 3;

    private const string Subject = "contact";

    /// <summary>The contacts at a partner, by name.</summary>
    public async Task<IReadOnlyList<Contact>> OfPartnerAsync(OfficeView office, string partner, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Contacts.Include(c => c.Partner).Where(c => c.Partner!.Key == partner).OrderBy(c => c.Name).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>Keeps a contact: a new one, or a known one as it is now. One that says what is there already changes nothing.</summary>
    public async Task PutAsync(OfficeView office, Contact contact, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var partner = await db.Partners.Where(p => p.Key == contact.PartnerKey).Select(p => new { p.Id, p.Names }).SingleAsync(cancellation);
        var row = await db.Contacts.AsTracking().SingleOrDefaultAsync(c => c.Id == contact.Id, cancellation);
        if (row is not null && Said(row) == Said(contact)) return;
        var entry = Entry(row is null ? Interchange.Offices.ChangeKind.Added : Interchange.Offices.ChangeKind.Changed, contact.Id, contact.PartnerKey, partner.Names, office, edit);
        db.Changes.Add(entry);
        if (row is not null) db.Add(new ContactStateRow { Id = entry.Id, OfficeId = office.Id, ContactId = row.Id, Said = JsonSerializer.Serialize(Said(row)), Folded = row.Folded });
        row ??= db.Add(new ContactRow { Id = contact.Id, OfficeId = office.Id, PartnerId = partner.Id, CreatedAt = entry.At }).Entity;
        Fill(row, Said(contact), entry.At);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Makes a contact what it was before an entry of the history, as a new change; false when that is not kept, as of an erased person.</summary>
    internal async Task<bool> RestoreAsync(OfficeView office, Guid entry, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.ContactStates.SingleOrDefaultAsync(s => s.Id == entry, cancellation) is not { } state) return false;
        var row = await db.Contacts.Include(c => c.Partner).SingleAsync(c => c.Id == state.ContactId, cancellation);
        var was = Read(state);
        // A day that has passed would have her forgotten tonight, which nobody asked for.
        var until = was.KeepUntil > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) ? was.KeepUntil : row.KeepUntil;
        await PutAsync(office, new Contact(row.Id, row.Partner!.Key, was.Name, was.Role, was.Email, was.Phone, was.Language, was.Purpose, was.Source, until), edit, cancellation);
        return true;
    }

    /// <summary>Erases a contact; the history says that somebody was erased, and not whom.</summary>
    public async Task EraseAsync(OfficeView office, Guid id, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Contacts.AsTracking().Include(c => c.Partner).SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } row) return;
        db.Remove(row);
        db.Changes.Add(Entry(Interchange.Offices.ChangeKind.Removed, id, row.Partner!.Key, row.Partner.Names, office, edit));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Erases the contacts whose time has passed, and says so in the history. How many there were.</summary>
    public async Task<int> ForgetAsync(OfficeView office, Edit edit, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        List<Guid> past;
        await using (var db = database.ForOffice(office.Id)) past = await db.Contacts.Where(c => c.KeepUntil < today).Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in past) await EraseAsync(office, id, edit, cancellation);
        return past.Count;
    }

    private ChangeRow Entry(Interchange.Offices.ChangeKind kind, Guid id, string partner, LocalText names, OfficeView office, Edit edit) =>
        ChangeEntries.Of(new OfficeChange(kind, Subject, id.ToString(), partner, []), names, office.Id, edit, time.GetUtcNow());

    /// <summary>What a contact was.</summary>
    internal static SaidOfContact Read(ContactStateRow state) => JsonSerializer.Deserialize<SaidOfContact>(state.Said)!;

    private static void Fill(ContactRow row, SaidOfContact said, DateTimeOffset now)
    {
        (row.Name, row.Role, row.Email, row.Phone, row.Language) = (said.Name, said.Role, said.Email, said.Phone, said.Language);
        (row.Purpose, row.Source, row.KeepUntil, row.UpdatedAt) = (said.Purpose, said.Source, said.KeepUntil, now);
        row.Folded = Folding.Of($"{said.Name}\n{said.Role}\n{said.Email}\n{said.Phone}");
    }

    private static SaidOfContact Said(ContactRow c) => new(c.Name, c.Role, c.Email, c.Phone, c.Language, c.Purpose, c.Source, c.KeepUntil);

    private static SaidOfContact Said(Contact c) => new(c.Name, c.Role, c.Email, c.Phone, c.Language, c.Purpose, c.Source, c.KeepUntil);

    internal static Contact View(ContactRow c) => new(c.Id, c.Partner!.Key, c.Name, c.Role, c.Email, c.Phone, c.Language, c.Purpose, c.Source, c.KeepUntil);
}
