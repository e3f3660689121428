using Npgsql;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Planning.Maps;

namespace Tessera.Features.Pairs;

/// <summary>Reads what the registers of some offices hold, in one journey: each in the name of its office.</summary>
internal static class PairRegisters
{
    private const string Partners = """
        select p.key, p.number, p.registered_name, p.names, a.names, a.kind, coalesce(a.country, s.country), s.names, s.latitude, s.longitude
        from partner p join authority a on a.id = p.authority_id left join place s on s.id = a.seat_id
        """;

    private const string Before = "select (select id from source where key = $1), exists (select from reading where hash = $2 and import_id is not null and undone_at is null)";

    /// <summary>The registers, ready to be decided against.</summary>
    /// <param name="source">The key of the import's source.</param>
    /// <param name="hash">Of the file.</param>
    public static async Task<List<OfficePairs>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<PairOffice> offices, string source, byte[] hash, PairScreen screen, CancellationToken cancellation)
    {
        var registers = new List<OfficePairs>();
        if (offices.Count == 0) return registers;
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var office in offices)
        {
            batch.BatchCommands.Add(TesseraDb.SayWho(office.Id, isHost: true));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Partners));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Before) { Parameters = { new NpgsqlParameter<string> { TypedValue = source }, new NpgsqlParameter<byte[]> { TypedValue = hash } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var office in offices)
        {
            await reader.PassAsync(cancellation);
            var register = new OfficePairs(office);
            while (await reader.ReadAsync(cancellation)) register.Know(reader.GetString(0), reader.GetInt32(1), screen.KeysOf(Partner(reader)));
            await reader.NextResultAsync(cancellation);
            await reader.ReadAsync(cancellation);
            (register.Source, register.HasReadBefore) = (reader.IdOrNull(0), reader.GetBoolean(1));
            await reader.NextResultAsync(cancellation);
            registers.Add(register);
        }

        return registers;
    }

    private static OwnPartner Partner(NpgsqlDataReader row)
    {
        var ofSeat = !row.IsDBNull(7) && row.Word<AuthorityKind>(5) is AuthorityKind.Municipality ? row.Texts(7) : LocalText.Empty;
        var names = row.Texts(3).Concat(row.Texts(4)).Concat(ofSeat).Select(n => n.Text).Prepend(row.GetString(2)).Distinct().ToList();
        return new OwnPartner(row.GetString(0), names, row.TextOrNull(6), row.IsDBNull(8) ? null : new GeoPoint(row.GetDouble(8), row.GetDouble(9)));
    }
}
