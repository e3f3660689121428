using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Contacts;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Registrations;
using Tessera.Features.Storage;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Guests;

/// <summary>
/// What is held on people in activities: guests and what they need, people registered, those whom authorities send on study tours, hosts, interpreters, and who sees to promises. A name that is taken out of an activity is taken out of what the
/// history and files that were read keep of it too: there a mark says that something stood.
/// </summary>
public sealed class PeopleOfActivities(Database database, ActivityService activities, RegistrationService registrations, TimeProvider time)
{
    private const string Hidden = "…";

    /// <summary>What is held on whoever bears a folded name or address.</summary>
    /// <param name="reader">Who hands out what guests need to the one they are of, which is written down; null to learn only that they are held.</param>
    internal async Task<IReadOnlyList<HeldData>> FindAsync(TesseraDb db, OfficeView office, string wanted, string? reader, CancellationToken cancellation)
    {
        var found = new List<HeldData>();
        var guests = await db.Guests.Include(g => g.Activity).Where(g => g.Folded.Contains(wanted)).OrderBy(g => g.Id).ToListAsync(cancellation);
        found.AddRange(guests.Select(g => new HeldData("guest", g.Id.ToString(), $"{g.Name}, {g.Email} ({g.Activity!.Key}): {Words<GuestAnswer>.Write(g.Answer)} {g.Comment}".TrimEnd(), null, g.AddedBy, g.Activity.LastDay?.AddDays(Keeping.DaysOfGuests), true)));
        found.AddRange(await NeedsAsync(db, office, guests, reader, cancellation));
        found.AddRange((await db.Registrations.Include(r => r.Activity).Where(r => r.Folded.Contains(wanted)).OrderBy(r => r.Id).ToListAsync(cancellation)).Select(r => new HeldData(
            "registration", r.Id.ToString(), $"{r.Name}, {r.Email}, {r.Phone} ({r.Activity!.Key}): {r.People}, {Words<RegistrationState>.Write(r.State)} {r.Reply}".TrimEnd(), null, null, r.Activity.LastDay?.AddDays(Keeping.DaysOfRegistrations), true)));
        found.AddRange((await db.TourApplications.Include(a => a.Activity).Where(a => a.Folded.Contains(wanted)).OrderBy(a => a.Id).ToListAsync(cancellation)).Select(a => new HeldData(
            "tour-application", a.Id.ToString(), $"{a.Authority}: {a.Name}, {a.Email}; {string.Join(", ", a.Participants)} ({a.Activity!.Key}) {a.Reply}".TrimEnd(), null, null, a.Activity.LastDay?.AddDays(Keeping.DaysOfRegistrations), true)));
        var named = (await NamingAsync(db, cancellation)).SelectMany(a => NamesInActivities.Of(a.Item).Select(n => (a.Key, n.Kind, n.Text))).Concat(await NamesInActivities.BeforeAsync(db, cancellation));
        found.AddRange(named.Where(n => Folding.Of(n.Text).Contains(wanted, StringComparison.Ordinal)).Select(n => new HeldData(n.Kind, n.Key, n.Text, null, null, null, true)).Distinct());
        return found;
    }

    /// <summary>Erases it; false when it is none of these.</summary>
    internal async Task<bool> EraseAsync(OfficeView office, HeldData held, Edit edit, CancellationToken cancellation)
    {
        if (NamesInActivities.IsKind(held.Kind))
        {
            await using var named = database.ForOffice(office.Id);
            if (await named.Activities.AnyAsync(a => a.Key == held.Key, cancellation)) await activities.ForgetNameAsync(office, held.Key, a => NamesInActivities.Without(a, held.Kind, held.Text), edit, cancellation);
            await NamesInActivities.EraseBeforeAsync(named, held.Key, held.Kind, held.Text, cancellation);
            return true;
        }

        if (held.Kind is not ("guest" or "guest-need" or "registration" or "tour-application")) return false;
        var id = Guid.Parse(held.Key);
        await using var db = database.ForOffice(office.Id);
        if (held.Kind == "guest") await db.Guests.Where(g => g.Id == id).ExecuteDeleteAsync(cancellation);
        if (held.Kind == "guest-need") await db.GuestNeeds.Where(n => n.GuestId == id).ExecuteDeleteAsync(cancellation);
        if (held.Kind == "tour-application") await TourService.EraseAsync(db, id, cancellation);
        if (held.Kind == "registration") await registrations.EraseAsync(office, id, cancellation);
        return true;
    }

    private async Task<List<HeldData>> NeedsAsync(TesseraDb db, OfficeView office, List<GuestRow> guests, string? reader, CancellationToken cancellation)
    {
        var ids = guests.Select(g => g.Id).ToList();
        var needs = await db.GuestNeeds.Where(n => ids.Contains(n.GuestId)).OrderBy(n => n.GuestId).ToListAsync(cancellation);
        if (reader is not null)
        {
            db.AddRange(needs.Select(n => new GuestNeedReadingRow { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = office.Id, GuestId = n.GuestId, Reader = reader, At = time.GetUtcNow() }));
            await db.SaveChangesAsync(cancellation);
        }

        return [.. needs.Select(n => new HeldData("guest-need", n.GuestId.ToString(), reader is null ? Hidden : string.Join("; ", new[] { n.Diet, n.Mobility, n.Passport }.Where(t => t.Length > 0)), null, null,
            guests.Single(g => g.Id == n.GuestId).Activity!.LastDay?.AddDays(Keeping.DaysOfNeeds), true))];
    }

    /// <summary>The activities that name somebody.</summary>
    private static async Task<List<(string Key, ActivityItem Item)>> NamingAsync(TesseraDb db, CancellationToken cancellation)
    {
        var rows = await db.Activities.FromSql($"select * from activity where jsonb_path_exists(item, '$.hosts[*]') or jsonb_path_exists(item, '$.programme[*].interpreter') or jsonb_path_exists(item, '$.promises[*].person')")
            .OrderBy(a => a.Key).Select(a => new { a.Key, a.Item }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Key, r.Item))];
    }
}
