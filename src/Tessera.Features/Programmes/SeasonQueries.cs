using Npgsql;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>Reads seasons: programmes, organisers and days in one journey to the database, however many they are; public holidays are added from the program's own data.</summary>
public sealed class SeasonQueries(Database database)
{
    private const string Entries = """
        select a.id, a.key, a.kind, a.status, a.is_public, a.title, a.starts, a.ends, a.zone, a.recurrence, a.except_days, a.place, h.names, (a.item -> 'place' ->> 'latitude')::float8,
               (a.item -> 'place' ->> 'longitude')::float8, s.latitude, s.longitude, (a.item -> 'coordination')::text, a.organiser_id, a.version
        from activity a left join authority h on h.id = a.authority_id left join place s on s.id = h.seat_id
        where a.organiser_id is not null and a.status not in ('cancelled', 'postponed') and a.starts is not null
          and (a.first_day is null or a.first_day <= $2) and (a.last_day is null or a.last_day >= $1)
        order by a.first_day, a.key
        """;

    private const string Organisers = """
        select o.id, o.key, o.names, o.country, o.place, coalesce(o.latitude, s.latitude), coalesce(o.longitude, s.longitude), o.email,
               coalesce(o.link_made_at, (select max(a.asked_at) from season_asking a where a.organiser_id = o.id and a.secret_hash is not null)), o.language
        from organiser o left join authority h on h.id = o.authority_id left join place s on s.id = h.seat_id order by o.position
        """;

    private const string Days = """
        select d.key, d.kind, d.names, d.first_day, d.last_day, d.country, d.latitude, d.longitude, d.radius_km, o.key, d.audiences, d.weight
        from region_day d left join organiser o on o.id = d.organiser_id where d.first_day <= $2 and d.last_day >= $1 order by d.first_day, d.key
        """;

    private const string Bounds = """
        select min(first_day), max(last_day) from activity
        where organiser_id is not null and last_day >= $1 and first_day <= $2 and status not in ('cancelled', 'postponed')
        """;

    /// <summary>The season as it stands.</summary>
    public async Task<SeasonBoard> ReadAsync(OfficeView office, SeasonSpan span, CancellationToken cancellation)
    {
        var (rows, organisers, days) = await database.ReadAsync(async (connection, c) =>
        {
            await using var batch = Database.BatchFor(office.Id, connection, Entries, Organisers, Days);
            foreach (var query in (int[])[1, 3])
            {
                batch.BatchCommands[query].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = span.First });
                batch.BatchCommands[query].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = span.Last });
            }

            await using var reader = await batch.ExecuteReaderAsync(c);
            await reader.PassAsync(c);
            return (await reader.AllAsync(Row, c), await reader.AllAsync(Organiser, c), await reader.AllAsync(Day, c));
        }, cancellation);
        return SeasonMaking.Of(office, span, rows, organisers, days);
    }

    /// <summary>The organisers in their order.</summary>
    public async Task<IReadOnlyList<OrganiserView>> OrganisersAsync(OfficeView office, CancellationToken cancellation) => await database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office.Id, connection, Organisers);
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.PassAsync(c);
        return await reader.AllAsync(Organiser, c);
    }, cancellation);

    /// <summary>From the first programme that is not over to the last, within a year; half a year from today where there is none.</summary>
    public async Task<SeasonSpan> ComingAsync(OfficeView office, DateOnly today, CancellationToken cancellation) => await database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office.Id, connection, Bounds);
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today.AddDays(CoordinationLimits.Days) });
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.PassAsync(c);
        await reader.ReadAsync(c);
        if (reader.IsDBNull(0)) return new SeasonSpan(today, today.AddMonths(6));
        var first = reader.GetFieldValue<DateOnly>(0);
        var last = reader.IsDBNull(1) ? first.AddMonths(6) : reader.GetFieldValue<DateOnly>(1);
        first = first < today ? today : first;
        return new SeasonSpan(first, last.DayNumber - first.DayNumber > CoordinationLimits.Days ? first.AddDays(CoordinationLimits.Days) : last);
    }, cancellation);

    /// <summary>What is booked on these days, by resource and time.</summary>
    public async Task<IReadOnlyList<BookingView>> BookingsAsync(OfficeView office, SeasonSpan span, CancellationToken cancellation) => await database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office.Id, connection, """
            select b.name, a.key, a.title, o.names, a.starts, a.ends, a.zone from booking b join activity a on a.id = b.activity_id left join organiser o on o.id = a.organiser_id
            where b.starts < $2 and b.ends > $1 order by b.resource, b.starts
            """);
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = new DateTimeOffset(span.First, TimeOnly.MinValue, TimeSpan.Zero) });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = new DateTimeOffset(span.Last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) });
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.PassAsync(c);
        return await reader.AllAsync(
            r => new BookingView(r.GetString(0), r.GetString(1), r.Texts(2), r.IsDBNull(3) ? LocalText.Empty : r.Texts(3), ActivityTime.Read(new StatedTime(r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6), null, [], null, null))!.First!.Value), c);
    }, cancellation);

    private static SeasonRow Row(NpgsqlDataReader r)
    {
        var said = new StatedTime(r.TextOrNull(6), r.TextOrNull(7), r.TextOrNull(8), r.TextOrNull(9), r.GetFieldValue<string[]>(10), null, null);
        var place = r.Texts(11);
        return new SeasonRow(
            r.GetGuid(0), r.GetString(1), r.Word<ActivityKind>(2), r.Word<ActivityStatus>(3), r.GetBoolean(4), r.Texts(5), ActivityTime.Read(said) ?? ActivityTime.Unknown,
            place.IsEmpty && !r.IsDBNull(12) ? r.Texts(12) : place, Point(r, 13) ?? Point(r, 15), OfficeItems.Read<CoordinationItem>(r.GetString(17)), r.GetGuid(18), r.GetInt32(19));
    }

    private static OrganiserView Organiser(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.Texts(2), r.TextOrNull(3), r.Texts(4), Point(r, 5), r.TextOrNull(7), r.IsDBNull(8) ? null : r.GetFieldValue<DateTimeOffset>(8), r.TextOrNull(9));

    private static SeasonDayRow Day(NpgsqlDataReader r) => new(
        new SeasonDay(r.GetString(0), r.Word<DayKind>(1), r.Texts(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), r.TextOrNull(5), r.TextOrNull(9)),
        Point(r, 6), r.IsDBNull(8) ? 0 : r.GetDouble(8), r.GetFieldValue<string[]>(10), r.IsDBNull(11) ? 1 : r.GetDouble(11));

    private static (double, double)? Point(NpgsqlDataReader r, int at) => r.IsDBNull(at) || r.IsDBNull(at + 1) ? null : (r.GetDouble(at), r.GetDouble(at + 1));
}

/// <summary>What is booked, by which programme, when.</summary>
public sealed record BookingView(string Resource, string Activity, LocalText Title, LocalText Organiser, ActivityDates Dates);

/// <summary>An activity of the season as it is read.</summary>
internal sealed record SeasonRow(
    Guid Id, string Key, ActivityKind Kind, ActivityStatus Status, bool IsPublic, LocalText Title, ActivityTime Time, LocalText Place, (double Latitude, double Longitude)? At, CoordinationItem Said, Guid Organiser, int Version);

/// <summary>A day as it is read.</summary>
internal sealed record SeasonDayRow(SeasonDay Day, (double Latitude, double Longitude)? Middle, double RadiusKm, string[] Audiences, double Weight);
