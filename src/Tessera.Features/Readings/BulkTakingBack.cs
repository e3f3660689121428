using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using ChangeKind = Tessera.Features.History.ChangeKind;

namespace Tessera.Features.Readings;

/// <summary>
/// Takes back what came into the registers of offices in bulk, in a few statements for each: a partner goes when it still has its first version, so that nobody has touched it, and no document or contact
/// was laid to it. Those behind it move up, each with one entry in the history. Linear in the partners of the offices.
/// </summary>
/// <param name="db">A unit of work of the host, whose transaction the caller commits.</param>
internal sealed class BulkTakingBack(TesseraDb db, Edit edit, DateTimeOffset now)
{
    /// <summary>A proposal was taken in bulk when its partner came with it and is not kept as it was then.</summary>
    private const string IsBulk = "i.brought is not null and i.brought ->> 'before' is null and i.brought ->> 'after' is null";

    private const string Others = $"""
        select i.number as "Value" from reading_item i where i.reading_id = @reading and i.state in ('taken', 'joined') and not coalesce({IsBulk}, false) order by i.decided_at desc, i.number desc
        """;

    private const string Lock = $"select 1 from partner p where p.key in (select i.partner_key from reading_item i where i.reading_id = $1 and i.state = 'taken' and {IsBulk}) order by p.id for update";

    private const string Bulk = $"""
        select i.number as item, i.brought ->> 'authority' as authority, i.brought ->> 'place' as place, p.id as partner, p.key, p.names,
            p.version <> 1 or exists (select from document d where d.partner_id = p.id) or exists (select from contact c where c.partner_id = p.id) or exists (select from activity_partner l where l.partner_id = p.id) or exists (select from news_partner l where l.partner_id = p.id) as stays
        from reading_item i left join partner p on p.key = i.partner_key where i.reading_id = $1 and i.state = 'taken' and {IsBulk}
        """;

    private const string Moved = $"""
        with bulk as materialized ({Bulk})
        select * from (select p.id, p.number, p.number - count(b.partner) over (order by p.number) as up, b.partner is not null as goes from partner p left join bulk b on b.partner = p.id and not b.stays) m
        where not goes and up < number
        """;

    private const string Gone = """
        insert into change (id, office_id, at, author, reason, kind, subject, key, names, fields)
        select n.id, $1, $2, $3, $4, $5, 'partner', p.key, p.names, '[]' from unnest($6::uuid[], $7::uuid[]) n (id, partner) join partner p on p.id = n.partner
        """;

    private const string MovedUp = """
        with moved as materialized (select n.id, p.id as partner, p.key, p.names, p.number, n.up from unnest($6::uuid[], $7::uuid[], $8::int[]) n (id, partner, up) join partner p on p.id = n.partner),
            renumbered as (update partner p set number = m.up from moved m where p.id = m.partner)
        insert into change (id, office_id, at, author, reason, kind, subject, key, names, fields)
        select id, $1, $2, $3, $4, $5, 'partner', key, names, jsonb_build_array(jsonb_build_object('field', 'number', 'old', number::text, 'new', up::text)) from moved
        """;

    /// <summary>Hundreds together; where one of them is in use, which only the database sees of offices that this session does not see, each of those by itself.</summary>
    private const string Unused = """
        do $$
        declare
            hundreds int;
            one text;
        begin
            for hundreds in select distinct part from brought where {key} is not null
            loop
                begin
                    delete from {table} using brought b where {table}.key = b.{key} and b.part = hundreds and {condition};
                exception when foreign_key_violation then
                    for one in select distinct b.{key} from brought b where b.part = hundreds and b.{key} is not null and {condition}
                    loop
                        begin
                            delete from {table} where key = one;
                        exception when foreign_key_violation then null;
                        end;
                    end loop;
                end;
            end loop;
        end $$
        """;

    private static readonly string UnusedAuthorities = Unused.Replace("{table}", "authority", StringComparison.Ordinal).Replace("{key}", "authority", StringComparison.Ordinal).Replace("{condition}", "true", StringComparison.Ordinal);
    private static readonly string UnusedPlaces = Unused.Replace("{table}", "place", StringComparison.Ordinal).Replace("{key}", "place", StringComparison.Ordinal)
        .Replace("{condition}", "not exists (select from authority a where a.key = b.authority)", StringComparison.Ordinal);

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();
    private readonly HashSet<(string? Authority, string? Place)> _brought = [];

    /// <summary>A proposal that was taken in bulk.</summary>
    /// <param name="Partner">Null when it is gone.</param>
    /// <param name="Left">What stays; null when it goes.</param>
    private sealed record Item(int Number, string? Authority, string? Place, Guid? Partner, LeftRecord? Left);

    /// <summary>The numbers of a reading's proposals that were taken or joined one by one, the last first.</summary>
    public Task<List<int>> OthersAsync(Guid reading, CancellationToken cancellation) => db.Database.SqlQueryRaw<int>(Others, new NpgsqlParameter<Guid>("reading", reading)).ToListAsync(cancellation);

    /// <summary>Takes back what a reading brought in bulk into the register of the office for which the unit of work works.</summary>
    /// <returns>How many proposals were taken back, and whose partners stay.</returns>
    public async Task<(int Undone, IReadOnlyList<LeftRecord> Left)> TakeBackAsync(OfficeView office, Guid reading, CancellationToken cancellation)
    {
        var (items, moved) = await ReadAsync(reading, cancellation);
        var goes = items.Where(i => i.Left is null).ToList();
        if (goes.Count > 0) await WriteAsync(office, reading, goes, moved, cancellation);
        return (goes.Count, [.. items.Select(i => i.Left).OfType<LeftRecord>()]);
    }

    /// <summary>Takes out of the directory what came with partners that have gone, unless something, perhaps of another office, has come to use it.</summary>
    public async Task ClearDirectoryAsync(CancellationToken cancellation)
    {
        if (_brought.Count == 0) return;
        await using var batch = new NpgsqlBatch(_connection) { Timeout = 0 };
        Add(batch, "create temp table brought on commit drop as select authority, place, n / 500 as part from unnest($1::text[], $2::text[]) with ordinality b (authority, place, n)", Texts(_brought.Select(b => b.Authority)), Texts(_brought.Select(b => b.Place)));
        foreach (var statement in (string[])["create index on brought (part)", "analyze brought", UnusedAuthorities, UnusedPlaces]) Add(batch, statement);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<(List<Item> Items, List<(Guid Partner, int Up)> Moved)> ReadAsync(Guid reading, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(_connection) { Timeout = 0 };
        foreach (var statement in (string[])[Lock, Bulk + " order by i.number desc", Moved]) Add(batch, statement, Value(reading));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.PassAsync(cancellation);
        return (await reader.AllAsync(Read, cancellation), await reader.AllAsync(r => (r.GetGuid(0), (int)r.GetInt64(2)), cancellation));
    }

    private async Task WriteAsync(OfficeView office, Guid reading, List<Item> goes, List<(Guid Partner, int Up)> moved, CancellationToken cancellation)
    {
        var gone = goes.Select(g => g.Partner).OfType<Guid>().ToArray();
        await using var batch = new NpgsqlBatch(_connection) { Timeout = 0 };
        Add(batch, Gone, [.. Entries(office, ChangeKind.Removed, gone.Length), Value(gone)]);
        Add(batch, "delete from partner where id = any($1)", Value(gone));
        if (moved.Count > 0) Add(batch, MovedUp, [.. Entries(office, ChangeKind.Changed, moved.Count), Value(moved.Select(m => m.Partner).ToArray()), Value(moved.Select(m => m.Up).ToArray())]);
        Add(batch, "update reading_item set state = $3 where reading_id = $1 and number = any($2)", Value(reading), Value(goes.Select(g => g.Number).ToArray()), Value(Words<ReadingState>.Write(ReadingState.Undone)));
        await batch.ExecuteNonQueryAsync(cancellation);
        _brought.UnionWith(goes.Where(g => g.Partner is not null && (g.Authority ?? g.Place) is not null).Select(g => (g.Authority, g.Place)));
    }

    private static Item Read(NpgsqlDataReader row)
    {
        var left = !row.IsDBNull(6) && row.GetBoolean(6) ? new LeftRecord("partner", row.GetString(4), row.GetString(4), row.Texts(5)) : null;
        return new Item(row.GetInt32(0), row.TextOrNull(1), row.TextOrNull(2), row.IdOrNull(3), left);
    }

    /// <summary>What so many entries of the history have in common, and their numbers.</summary>
    private IEnumerable<NpgsqlParameter> Entries(OfficeView office, ChangeKind kind, int many) =>
    [
        Value(office.Id), Value(now), Value(edit.Author), new NpgsqlParameter { Value = edit.Reason ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, Value(Words<ChangeKind>.Write(kind)),
        Value(Enumerable.Range(0, many).Select(_ => Guid.CreateVersion7(now)).ToArray()),
    ];

    private static void Add(NpgsqlBatch batch, string statement, params IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<string?[]> Texts(IEnumerable<string?> texts) => new() { TypedValue = [.. texts] };
}
