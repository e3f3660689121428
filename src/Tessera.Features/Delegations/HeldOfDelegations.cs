using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.Contacts;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>What is held on people in delegations. Who sits or has sat is the public record; what only the rules needed of her may be erased when her seat has ended.</summary>
public sealed class HeldOfDelegations(Database database, DelegationPeople people, TimeProvider time)
{
    private const string Person = "delegation-person";
    private const string Traits = "delegation-trait";
    private const string Hidden = "…";
    private const string Request = "request";

    /// <summary>What is held on whoever bears a folded name or address.</summary>
    /// <param name="reader">Who hands out what the rules need to the one it is of, which is written down; null to learn only that it is held.</param>
    internal async Task<IReadOnlyList<HeldData>> FindAsync(TesseraDb db, OfficeView office, string wanted, string? reader, CancellationToken cancellation)
    {
        var rows = await db.DelegationPeople.Include(p => p.Delegation).Where(p => p.Folded.Contains(wanted)).OrderBy(p => p.Id).ToListAsync(cancellation);
        if (rows.Count == 0) return [];
        var ids = rows.Select(r => r.Id).ToList();
        var seats = (await db.DelegationSeatings.Where(s => ids.Contains(s.PersonId) && s.FromDay != null).ToListAsync(cancellation)).ToLookup(s => s.PersonId);
        var said = await db.DelegationTraits.Where(t => ids.Contains(t.PersonId)).ToDictionaryAsync(t => t.PersonId, cancellation);
        if (reader is not null)
        {
            foreach (var delegation in rows.Where(r => said.ContainsKey(r.Id)).Select(r => r.DelegationId).Distinct())
                await DelegationPeople.ReadTraitsAsync(db, office, delegation, reader, Request, time.GetUtcNow(), cancellation);
        }

        return
        [
            .. rows.Select(r => new HeldData(Person, r.Id.ToString(), $"{r.Name}, {r.Authority}, {r.Email}, {r.Phone} ({r.Delegation!.Key})", null, r.ProposedBy, r.Delegation.LastDay.AddDays(DelegationKeeping.DaysOfCandidates), !seats[r.Id].Any())),
            .. rows.Where(r => said.ContainsKey(r.Id)).Select(r => new HeldData(
                Traits, r.Id.ToString(), reader is null ? Hidden : Said(said[r.Id]), DelegationComposing.Purpose, null, r.Delegation!.LastDay.AddDays(DelegationKeeping.DaysOfTraits), seats[r.Id].All(s => s.ToDay is not null))),
        ];
    }

    /// <summary>Erases it; false where it is nothing of a delegation.</summary>
    internal async Task<bool> EraseAsync(OfficeView office, HeldData held, Edit edit, CancellationToken cancellation)
    {
        if (held.Kind is not (Person or Traits)) return false;
        var id = Guid.Parse(held.Key);
        await using var db = database.ForOffice(office.Id);
        if (held.Kind == Traits) await db.DelegationTraits.Where(t => t.PersonId == id && !db.DelegationSeatings.Any(s => s.PersonId == id && s.FromDay != null && s.ToDay == null)).ExecuteDeleteAsync(cancellation);
        else if (await db.DelegationPeople.Where(p => p.Id == id).Select(p => p.Delegation!.Key).SingleOrDefaultAsync(cancellation) is { } key) await people.EraseAsync(office, key, id, edit, cancellation);
        return true;
    }

    private static string Said(DelegationTraitRow row) =>
        string.Join("; ", new[] { Words<Sex>.Write(row.Sex), row.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", row.PoliticalGroup }.Where(t => t.Length > 0));
}
