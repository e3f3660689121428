using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Authorities;

/// <summary>What a file's directory keys became.</summary>
internal sealed record WrittenDirectory(IReadOnlyDictionary<string, Guid> Places, IReadOnlyDictionary<string, Guid> Authorities);

/// <summary>Adds a file's places, authorities and events to the shared directory, or amends those that are there under the same key.</summary>
/// <param name="only">"subject/key" of what is to be written, with sources only where the directory has none under their keys; null for all that the file says.</param>
internal sealed class DirectoryWriting(TesseraDb db, IReadOnlySet<string>? only)
{
    private Dictionary<string, DirectorySourceRow> _sources = [];
    private Dictionary<string, PlaceRow> _places = [];
    private Dictionary<string, AuthorityRow> _authorities = [];

    /// <summary>Tracks everything the file says; the caller saves.</summary>
    public async Task<WrittenDirectory> WriteAsync(OfficeFile file, CancellationToken cancellation)
    {
        await ReadAsync(file, cancellation);
        var (places, authorities, events) = (file.Places.Where(p => IsSaid("place", p.Key)), file.Authorities.Where(a => IsSaid("authority", a.Key)), file.AuthorityEvents.Where(e => IsSaid("authority-event", e.Key)));
        var used = places.Select(p => p.Source).Concat(authorities.Select(a => a.Source)).Concat(events.Select(e => e.Source)).ToHashSet();
        foreach (var source in file.Sources.Where(s => used.Contains(s.Key) && (only is null || !_sources.ContainsKey(s.Key)))) Write(source);
        foreach (var place in places) Write(place);
        foreach (var authority in authorities) Write(authority);
        await WriteEventsAsync([.. events], cancellation);
        return new WrittenDirectory(_places.ToDictionary(p => p.Key, p => p.Value.Id), _authorities.ToDictionary(a => a.Key, a => a.Value.Id));
    }

    private async Task ReadAsync(OfficeFile file, CancellationToken cancellation)
    {
        var keys = DirectoryKeys.Of(file);
        var sourceKeys = file.Sources.Select(s => s.Key).Concat(file.Places.Select(p => p.Source)).Concat(file.Authorities.Select(a => a.Source)).Concat(file.AuthorityEvents.Select(e => e.Source)).Distinct().ToList();
        _sources = await db.DirectorySources.Where(s => sourceKeys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, cancellation);
        _places = await db.Places.Where(p => keys.Places.Contains(p.Key)).ToDictionaryAsync(p => p.Key, cancellation);
        _authorities = await db.Authorities.Where(a => keys.Authorities.Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancellation);
    }

    private bool IsSaid(string subject, string key) => only is null || only.Contains($"{subject}/{key}");

    private void Write(SourceItem item)
    {
        var row = Row(_sources, item.Key, () => new DirectorySourceRow { Id = Guid.CreateVersion7(), Key = item.Key });
        (row.Title, row.Publisher, row.Url, row.StatedOn, row.Licence) = (item.Title, item.Publisher, item.Url, item.StatedOn, item.Licence);
    }

    private void Write(PlaceItem item)
    {
        var row = Row(_places, item.Key, () => new PlaceRow { Id = Guid.CreateVersion7(), Key = item.Key });
        (row.Names, row.Country, row.Latitude, row.Longitude) = (item.Names, item.Country, item.Latitude, item.Longitude);
        (row.Population, row.PopulationAsOf, row.GeoNames, row.SourceId) = (item.Population, item.PopulationAsOf, item.GeoNames, _sources[item.Source].Id);
    }

    private void Write(AuthorityItem item)
    {
        var row = Row(_authorities, item.Key, () => new AuthorityRow { Id = Guid.CreateVersion7(), Key = item.Key });
        (row.Kind, row.Country, row.Names, row.Abbreviation) = (Words<AuthorityKind>.Parse(item.Kind), item.Country, item.Names, item.Abbreviation);
        (row.Website, row.Begun, row.Ended) = (item.Website, item.From, item.Until);
        row.SeatId = item.Seat is null ? null : _places[item.Seat].Id;
        row.Identifiers = [.. item.Identifiers.Select(i => new IdentifierView(i.Scheme, i.Value))];
        row.SourceId = _sources[item.Source].Id;
    }

    private async Task WriteEventsAsync(IReadOnlyList<AuthorityEventItem> items, CancellationToken cancellation)
    {
        var keys = items.Select(e => e.Key).ToList();
        var events = await db.AuthorityEvents.Include(e => e.Parties).Where(e => keys.Contains(e.Key)).ToDictionaryAsync(e => e.Key, cancellation);
        foreach (var item in items)
        {
            var row = Row(events, item.Key, () => new AuthorityEventRow { Id = Guid.CreateVersion7(), Key = item.Key, Date = item.Date });
            (row.Kind, row.Date, row.Note, row.SourceId) = (Words<AuthorityEventKind>.Parse(item.Kind), item.Date, item.Note, _sources[item.Source].Id);
            var parties = Parties(row.Id, AuthorityEventPartyRow.FromSide, item.From).Concat(Parties(row.Id, AuthorityEventPartyRow.ToSide, item.To)).ToList();
            if (row.Parties.Select(Identity).SequenceEqual(parties.Select(Identity))) continue;
            row.Parties.Clear();
            row.Parties.AddRange(parties);
        }
    }

    private IEnumerable<AuthorityEventPartyRow> Parties(Guid happening, string side, IReadOnlyList<string> keys) =>
        keys.Select((key, i) => new AuthorityEventPartyRow { EventId = happening, AuthorityId = _authorities[key].Id, Side = side, Position = i });

    private static (string Side, Guid Authority) Identity(AuthorityEventPartyRow party) => (party.Side, party.AuthorityId);

    private T Row<T>(Dictionary<string, T> known, string key, Func<T> create) where T : class
    {
        if (known.TryGetValue(key, out var row)) return row;
        return known[key] = db.Add(create()).Entity;
    }
}
