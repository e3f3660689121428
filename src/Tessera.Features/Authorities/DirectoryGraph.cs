using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Authorities;

/// <summary>Keys of the shared directory that a file speaks of.</summary>
internal sealed record DirectoryKeys(IReadOnlySet<string> Places, IReadOnlySet<string> Authorities, IReadOnlySet<string> Events)
{
    /// <summary>None.</summary>
    public static readonly DirectoryKeys None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    /// <summary>Those of a file.</summary>
    public static DirectoryKeys Of(OfficeFile file) => new(
        file.Places.Select(p => p.Key).ToHashSet(), file.Authorities.Select(a => a.Key).ToHashSet(), file.AuthorityEvents.Select(e => e.Key).ToHashSet());
}

/// <summary>The part of the shared directory that an office refers to, and through events and seats what that refers to; ordered by key.</summary>
internal sealed record DirectoryGraph(List<PlaceRow> Places, List<AuthorityRow> Authorities, List<AuthorityEventRow> Events)
{
    private readonly Dictionary<Guid, string> _authorityKeys = Authorities.ToDictionary(a => a.Id, a => a.Key);
    private readonly Dictionary<Guid, string> _placeKeys = Places.ToDictionary(p => p.Id, p => p.Key);

    public string AuthorityKey(Guid id) => _authorityKeys[id];

    public string PlaceKey(Guid id) => _placeKeys[id];

    /// <summary>Reads it; events are followed until they lead to no new authority.</summary>
    public static async Task<DirectoryGraph> ReadAsync(
        TesseraDb db, OfficeRow office, OfficeGraph register, DirectoryKeys alsoWanted, CancellationToken cancellation)
    {
        var authorityIds = await WantedAuthoritiesAsync(db, office, register, alsoWanted, cancellation);
        var events = await EventsAsync(db, authorityIds, alsoWanted, cancellation);
        var authorities = await db.Authorities.Include(a => a.Seat).Include(a => a.Source)
            .Where(a => authorityIds.Contains(a.Id)).OrderBy(a => a.Key).ToListAsync(cancellation);
        var placeIds = authorities.Where(a => a.SeatId is not null).Select(a => a.SeatId!.Value)
            .Concat(register.Relations.SelectMany(r => new[] { r.SettlementId, r.WithId })).ToHashSet();
        var places = await db.Places.Include(p => p.Source)
            .Where(p => placeIds.Contains(p.Id) || alsoWanted.Places.Contains(p.Key)).OrderBy(p => p.Key).ToListAsync(cancellation);
        return new DirectoryGraph(places, authorities, events);
    }

    private static async Task<HashSet<Guid>> WantedAuthoritiesAsync(
        TesseraDb db, OfficeRow office, OfficeGraph register, DirectoryKeys alsoWanted, CancellationToken cancellation)
    {
        var wanted = register.Partners.Select(p => p.AuthorityId)
            .Concat(register.Partners.SelectMany(p => p.Agreements).Where(a => a.SignedWithId is not null).Select(a => a.SignedWithId!.Value))
            .Concat(register.Activities.Where(a => a.AuthorityId is not null).Select(a => a.AuthorityId!.Value))
            .Concat(register.Organisers.Where(o => o.AuthorityId is not null).Select(o => o.AuthorityId!.Value))
            .Concat(register.Memberships.Select(m => m.OrganisationId)).Append(office.AuthorityId).ToHashSet();
        var keys = alsoWanted.Authorities;
        wanted.UnionWith(await db.Authorities.Where(a => keys.Contains(a.Key)).Select(a => a.Id).ToListAsync(cancellation));
        return wanted;
    }

    private static async Task<List<AuthorityEventRow>> EventsAsync(
        TesseraDb db, HashSet<Guid> authorityIds, DirectoryKeys alsoWanted, CancellationToken cancellation)
    {
        while (true)
        {
            var events = await db.AuthorityEvents.Include(e => e.Source).Include(e => e.Parties).ThenInclude(p => p.Authority)
                .Where(e => alsoWanted.Events.Contains(e.Key) || e.Parties.Any(p => authorityIds.Contains(p.AuthorityId)))
                .OrderBy(e => e.Key).ToListAsync(cancellation);
            var known = authorityIds.Count;
            authorityIds.UnionWith(events.SelectMany(e => e.Parties).Select(p => p.AuthorityId));
            if (authorityIds.Count == known) return events;
        }
    }
}
