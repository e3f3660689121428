using Npgsql;
using Tessera.Domain.Authorities;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Planning.Maps;

namespace Tessera.Features.Pairs;

/// <summary>An office that takes pairs.</summary>
internal sealed record PairOffice(int Id, string Slug, OfficeKind Kind, string[] Languages);

/// <summary>Tells to which office a place of a register belongs: by the keys of its authority. A key that two offices share belongs to neither.</summary>
internal sealed class PairHomes
{
    private const string Offices = """
        select o.id, o.slug, o.kind, o.languages, o.short_name, a.names, a.kind, coalesce(a.country, s.country), s.names, s.latitude, s.longitude
        from office o join authority a on a.id = o.authority_id left join place s on s.id = a.seat_id
        where o.slug = $1 or ($1 is null and o.suspended_at is null) order by o.id
        """;

    private readonly Dictionary<string, PairOffice?> _byKey = [];
    private readonly Dictionary<int, PairOffice> _byId = [];

    /// <summary>Reads the offices; null when the one that is asked for is not there.</summary>
    /// <param name="slug">Null for all.</param>
    public static async Task<PairHomes?> ReadAsync(NpgsqlConnection connection, PairScreen screen, string? slug, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Offices, connection) { Parameters = { new NpgsqlParameter { Value = slug ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var homes = new PairHomes();
        while (await reader.ReadAsync(cancellation))
        {
            var office = new PairOffice(reader.GetInt32(0), reader.GetString(1), reader.Word<OfficeKind>(2), reader.GetFieldValue<string[]>(3));
            homes.Add(office, screen.KeysOf(Home(reader)));
        }

        return slug is null || homes._byId.Count > 0 ? homes : null;
    }

    /// <summary>The office of a place; null when it is none's.</summary>
    public PairOffice? Of(ScreenedPlace place)
    {
        foreach (var key in place.Keys)
        {
            if (_byKey.TryGetValue(key, out var office)) return office;
        }

        return null;
    }

    /// <summary>An office by its number.</summary>
    public PairOffice this[int id] => _byId[id];

    private static OwnPartner Home(NpgsqlDataReader row)
    {
        var ofSeat = !row.IsDBNull(8) && row.Word<AuthorityKind>(6) is AuthorityKind.Municipality ? row.Texts(8) : LocalText.Empty;
        var names = row.Texts(4).Concat(row.Texts(5)).Concat(ofSeat).Select(n => n.Text).Distinct().ToList();
        return new OwnPartner(row.GetString(1), names, row.TextOrNull(7), row.IsDBNull(9) ? null : new GeoPoint(row.GetDouble(9), row.GetDouble(10)));
    }

    private void Add(PairOffice office, IEnumerable<string> keys)
    {
        _byId.Add(office.Id, office);
        foreach (var key in keys)
        {
            if (!_byKey.TryAdd(key, office)) _byKey[key] = null;
        }
    }
}
