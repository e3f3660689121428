using System.Text;
using Npgsql;
using Tessera.Domain.Calendar;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>Which activities a query takes, as SQL over <c>activity a</c> with its parameters. Only what is asked stands in it, so that each has its own plan.</summary>
internal sealed class ActivityCondition
{
    private readonly StringBuilder _sql = new("true");
    private readonly List<NpgsqlParameter> _values = [];

    public ActivityCondition(ActivityFilter filter, bool publicOnly)
    {
        if (publicOnly) _sql.Append(" and a.is_public");
        if (filter.Kind is { } kind) And($"a.kind = {Value(Words<ActivityKind>.Write(kind))}");
        if (filter.Partner is { } partner) And($"a.id in (select l.activity_id from activity_partner l join partner p on p.id = l.partner_id where p.key = {Value(partner)})");
        if (filter.Field is { } field) And($"a.id in (select l.activity_id from activity_field l join office_text t on t.id = l.field_id where t.list = 'field' and t.key = {Value(field)})");
    }

    /// <summary>Narrows it further.</summary>
    public ActivityCondition And(string sql)
    {
        _sql.Append(" and ").Append(sql);
        return this;
    }

    /// <summary>Puts a value in, and says how the SQL calls it.</summary>
    public string Value<T>(T value)
    {
        _values.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    /// <summary>A query around the condition.</summary>
    public NpgsqlBatchCommand Command(string before, string after = "")
    {
        var command = new NpgsqlBatchCommand($"{before} where {_sql} {after}");
        foreach (var value in _values) command.Parameters.Add(value.Clone());
        return command;
    }
}

/// <summary>Reads activities with their partners and fields, in two journeys to the database however many there are.</summary>
internal static class ActivityReader
{
    /// <summary>What <see cref="Brief"/> reads.</summary>
    internal const string Columns = $"{Own}, h.names, a.version, a.updated_at, f.title";

    /// <summary>What <see cref="Once"/> reads.</summary>
    internal const string ColumnsOnce = "a.id, a.key, a.kind, a.purpose, a.status, a.is_public, a.title, a.starts, a.ends, a.zone, a.place, a.version, a.updated_at";

    /// <summary>What they come from besides <c>activity a</c>.</summary>
    internal const string Joins = "left join authority h on h.id = a.authority_id left join calendar_mark m on m.activity_id = a.id left join calendar_feed f on f.id = m.feed_id";

    internal const string Activities = $"select {Columns} from activity a {Joins}";

    private const string Own = "a.id, a.key, a.kind, a.purpose, a.status, a.is_public, a.title, a.starts, a.ends, a.zone, a.recurrence, a.except_days, a.roughly, a.every_years, a.place";

    private const string Partners = """
        select l.activity_id, p.key, p.names, l.part from activity_partner l join partner p on p.id = l.partner_id where l.activity_id = any($1) order by l.position
        """;

    private const string Positions = """
        select a.id, coalesce((a.item #>> '{place,latitude}')::float8, s.latitude), coalesce((a.item #>> '{place,longitude}')::float8, s.longitude)
        from activity a left join authority h on h.id = a.authority_id left join place s on s.id = h.seat_id
        where a.id = any($1) and (a.item #>> '{place,latitude}' is not null or s.id is not null)
        """;

    private const string Fields = "select l.activity_id, t.key from activity_field l join office_text t on t.id = l.field_id where l.activity_id = any($1) order by t.position";

    /// <summary>Those that a condition takes.</summary>
    /// <param name="order">After "order by", with a limit perhaps.</param>
    public static Task<List<ActivityBrief>> ReadAsync(Database database, int office, ActivityCondition condition, string order, CancellationToken cancellation) =>
        database.ReadAsync(async (connection, c) =>
        {
            await using var batch = Database.BatchFor(office, connection);
            batch.BatchCommands.Add(condition.Command(Activities, "order by " + order));
            var rows = new List<ActivityBrief>();
            await using (var reader = await batch.ExecuteReaderAsync(c))
            {
                await reader.PassAsync(c);
                rows = await reader.AllAsync(Brief, c);
            }

            return rows.Count == 0 ? rows : await WithListsAsync(connection, office, rows, c);
        }, cancellation);

    /// <summary>How many a condition takes.</summary>
    public static Task<int> CountAsync(Database database, int office, ActivityCondition condition, CancellationToken cancellation) => database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office, connection);
        batch.BatchCommands.Add(condition.Command("select count(*)::int from activity a"));
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.PassAsync(c);
        return await reader.ReadAsync(c) ? reader.GetInt32(0) : 0;
    }, cancellation);

    /// <summary>Where they are, as far as that is known.</summary>
    public static Task<Dictionary<Guid, (double Latitude, double Longitude)>> PositionsAsync(Database database, int office, Guid[] ids, CancellationToken cancellation) => database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office, connection, Positions);
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.PassAsync(c);
        return (await reader.AllAsync(r => (Id: r.GetGuid(0), Latitude: r.GetDouble(1), Longitude: r.GetDouble(2)), c)).ToDictionary(p => p.Id, p => (p.Latitude, p.Longitude));
    }, cancellation);

    /// <summary>The same with their partners and fields.</summary>
    internal static async Task<List<ActivityBrief>> WithListsAsync(NpgsqlConnection connection, int office, List<ActivityBrief> rows, CancellationToken cancellation)
    {
        await using var batch = Database.BatchFor(office, connection, Partners, Fields);
        Guid[] ids = [.. rows.Select(r => r.Id)];
        for (var list = 1; list < batch.BatchCommands.Count; list++) batch.BatchCommands[list].Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.PassAsync(cancellation);
        var partners = (await reader.AllAsync(r => (Activity: r.GetGuid(0), Partner: new ActivityPartnerView(r.GetString(1), r.Texts(2), r.Word<PartnerPart>(3))), cancellation)).ToLookup(p => p.Activity, p => p.Partner);
        var fields = (await reader.AllAsync(r => (Activity: r.GetGuid(0), Field: r.GetString(1)), cancellation)).ToLookup(f => f.Activity, f => f.Field);
        return [.. rows.Select(r => r with { Partners = [.. partners[r.Id]], Fields = [.. fields[r.Id]] })];
    }

    /// <summary>One that is once and on known days, of which there are many on a page; without the names of its authority and of its calendar.</summary>
    internal static ActivityBrief Once(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.Word<ActivityKind>(2), r.IsDBNull(3) ? null : r.Word<VisitPurpose>(3), r.Word<ActivityStatus>(4), r.GetBoolean(5), r.Texts(6),
        ActivityTime.Read(new StatedTime(r.GetString(7), r.TextOrNull(8), r.TextOrNull(9), null, [], null, null)) ?? ActivityTime.Unknown, r.Texts(10), r.GetInt32(11), r.GetFieldValue<DateTimeOffset>(12));

    internal static ActivityBrief Brief(NpgsqlDataReader r)
    {
        var said = new StatedTime(r.TextOrNull(7), r.TextOrNull(8), r.TextOrNull(9), r.TextOrNull(10), r.GetFieldValue<string[]>(11), r.Date(12), r.IsDBNull(13) ? null : r.GetInt32(13));
        var place = r.Texts(14);
        return new ActivityBrief(
            r.GetGuid(0), r.GetString(1), r.Word<ActivityKind>(2), r.IsDBNull(3) ? null : r.Word<VisitPurpose>(3), r.Word<ActivityStatus>(4), r.GetBoolean(5), r.Texts(6), ActivityTime.Read(said) ?? ActivityTime.Unknown,
            place.IsEmpty && !r.IsDBNull(15) ? r.Texts(15) : place, r.GetInt32(16), r.GetFieldValue<DateTimeOffset>(17))
        {
            Calendar = r.TextOrNull(18),
        };
    }
}
