using Npgsql;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Planning.Maps;

namespace Tessera.Features.Pairs;

/// <summary>An authority that a partner can be given.</summary>
/// <param name="IsNew">Does it come with this import?</param>
internal sealed record KnownAuthority(Guid Id, string Key, GeoPoint? Point, bool IsNew);

/// <summary>
/// The living authorities of the shared directory: found by their seat at GeoNames, else by kind, country and name in any language, where their seat is not known to lie elsewhere. One look-up each; some
/// 300 bytes for each authority of the directory, no matter how long the register is.
/// </summary>
internal sealed class KnownAuthorities
{
    /// <summary>A town's middle may be set this far from another source's.</summary>
    private const double NearKm = 30;

    private const string Living = """
        select a.id, a.key, a.kind, a.country, a.names, s.latitude, s.longitude, s.geonames, a.ended is null
        from authority a left join place s on s.id = a.seat_id order by a.key
        """;

    private readonly Dictionary<(AuthorityKind Kind, long Place), KnownAuthority> _byPlace = [];
    private readonly Dictionary<(AuthorityKind Kind, string? Country, string Name), KnownAuthority[]> _byName = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>Reads the directory, row by row.</summary>
    public static async Task<KnownAuthorities> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var known = new KnownAuthorities();
        await using var command = new NpgsqlCommand(Living, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            GeoPoint? point = reader.IsDBNull(5) ? null : new GeoPoint(reader.GetDouble(5), reader.GetDouble(6));
            var authority = new KnownAuthority(reader.GetGuid(0), reader.GetString(1), point, IsNew: false);
            known._keys.Add(authority.Key);
            if (reader.GetBoolean(8)) known.Add(authority, reader.Word<AuthorityKind>(2), reader.TextOrNull(3), reader.Texts(4).Select(n => n.Text), reader.IsDBNull(7) ? null : reader.GetInt64(7));
        }

        return known;
    }

    /// <summary>The authority of a pair's other side; null when the directory has none.</summary>
    public KnownAuthority? Find(StatedPair pair, AuthorityKind kind)
    {
        if (pair.Meant is { } place && _byPlace.TryGetValue((kind, place.Id), out var seated)) return seated;
        var named = _byName.GetValueOrDefault((kind, pair.Other.Country, Folding.Of(pair.Other.Name)), []);
        return named.FirstOrDefault(a => a.Point is not { } seat || pair.Point is not { } here || seat.DistanceKm(here) < NearKm);
    }

    /// <summary>A new authority, under a key that no other has.</summary>
    public KnownAuthority Add(StatedPair pair, AuthorityKind kind)
    {
        var key = Keys.Of(pair.Other.Name, "authority", _keys.Contains);
        _keys.Add(key);
        var authority = new KnownAuthority(Guid.CreateVersion7(), key, pair.Meant is { } place ? new GeoPoint(place.Latitude, place.Longitude) : null, IsNew: true);
        Add(authority, kind, pair.Other.Country, [pair.Other.Name], pair.Meant?.Id);
        return authority;
    }

    private void Add(KnownAuthority authority, AuthorityKind kind, string? country, IEnumerable<string> names, long? place)
    {
        if (place is { } seat) _byPlace.TryAdd((kind, seat), authority);
        foreach (var name in names.Select(Folding.Of).Distinct())
        {
            var others = _byName.GetValueOrDefault((kind, country, name), []);
            _byName[(kind, country, name)] = [.. others, authority];
        }
    }
}
