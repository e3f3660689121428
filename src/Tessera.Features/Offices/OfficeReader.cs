using Npgsql;
using Tessera.Domain.Offices;
using Tessera.Features.Authorities;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

/// <summary>Reads an office as every page of its portal needs it, in one journey to the database.</summary>
internal static class OfficeReader
{
    private const string SayOffice = "select set_config('tessera.office', coalesce((select id::text from office where slug = $1 and suspended_at is null), ''), false), set_config('tessera.host', '', false), set_config('tessera.account', '', false)";

    private const string Office = $"""
        select o.id, o.slug, o.kind, o.name, o.short_name, o.languages, o.colour, o.summary, o.address, o.website, o.email, o.phone, o.updated_at, a.country, arms.media_type, arms.hash,
            exists (select from delegation where published_at is not null), exists (select from publication p where p.is_public), {Columns.Place}, {Columns.Source}, {Columns.OwnSource}
        from office o join authority a on a.id = o.authority_id join source own on own.key = o.source_key left join place s on s.id = a.seat_id left join directory_source d on d.id = s.source_id
        left join office_arms arms on arms.office_id = o.id where o.id = current_office()
        """;

    private const string Fields = "select key, text from office_text where list = 'field' order by position";

    /// <summary>The office, or null when there is none under this slug.</summary>
    public static Task<OfficeView?> FindAsync(Database database, string slug, CancellationToken cancellation) =>
        database.ReadAsync((connection, c) => FindAsync(connection, slug, c), cancellation);

    private static async Task<OfficeView?> FindAsync(NpgsqlConnection connection, string slug, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(SayOffice) { Parameters = { new NpgsqlParameter<string> { TypedValue = slug } } },
                new NpgsqlBatchCommand(Fields), new NpgsqlBatchCommand(Office),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.PassAsync(cancellation);
        var fields = await reader.AllAsync(r => new TextView(r.GetString(0), r.Texts(1)), cancellation);
        return await reader.SingleAsync(r => View(r, fields), cancellation);
    }

    private static OfficeView View(NpgsqlDataReader r, List<TextView> fields) => new(
        r.GetInt32(0), r.GetString(1), r.Word<OfficeKind>(2), r.Texts(3), r.Texts(4), r.GetFieldValue<string[]>(5), r.GetString(6), r.Texts(7),
        r.TextOrNull(13), r.Place(18, _ => r.DirectorySource(28))?.View(), new ContactView(r.GetFieldValue<string[]>(8), r.TextOrNull(9), r.TextOrNull(10), r.TextOrNull(11)),
        fields, r.DirectorySource(35).View(), r.GetFieldValue<DateTimeOffset>(12))
    {
        Arms = r.TextOrNull(14) is { } mediaType ? OfficeArms.NameOf(r.GetFieldValue<byte[]>(15), mediaType) : null,
        HasDelegations = r.GetBoolean(16),
        HasLibrary = r.GetBoolean(17),
    };
}
