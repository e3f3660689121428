using System.Globalization;
using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar;

/// <summary>
/// Reads the days of a calendar of which a page shows a few times each. Of what is once and on one day, which is most in the calendar of a region, only the first of a day are read, and the others counted in the
/// index; all else is read whole. One journey to the database, and one for what has rough days.
/// </summary>
public sealed class ActivityDayQueries(Database database)
{
    private const string OnOneDay = "a.is_short and a.last_day - a.first_day = 0";
    private const string Counted = $"select a.first_day, count(*)::int from activity a where {OnOneDay} and a.is_public and a.first_day between $1 and $2 group by a.first_day";
    private const string Beside = "select (select max(first_day) from activity a where a.is_public and a.first_day < $1), (select min(first_day) from activity a where a.is_public and a.first_day > $2)";

    // The days as a list and how many of each as a number: with a series or a parameter PostgreSQL would guess too much, and plan anew every time.
    private const string First = $"""
        select {ActivityReader.ColumnsOnce} from unnest($1::date[]) d(day)
        cross join lateral (select * from activity a where {OnOneDay} and a.is_public and a.first_day = d.day order by a.starts, a.key limit
        """;

    private const string Longer = $"""
        select {ActivityReader.ColumnsOnce} from activity a where a.is_public and a.is_short and a.last_day - a.first_day > 0 and a.first_day between $3 and $2 and a.last_day >= $1 order by a.starts, a.key limit 50000
        """;

    private const string Others = $"""
        {ActivityReader.Activities} where a.is_public and not a.is_short and not (a.first_day is null and a.last_day is null) and (a.first_day is null or a.first_day <= $2) and (a.last_day is null or a.last_day >= $1)
        order by a.starts, a.key limit 50000
        """;

    /// <summary>What everybody may see of the days from one to another, both counted; what was called off as well.</summary>
    /// <param name="most">How many times of a day are given; the others are counted.</param>
    public Task<CalendarDays> BetweenAsync(OfficeView office, DateOnly from, DateOnly to, int most, CancellationToken cancellation) => database.ReadAsync(async (connection, c) =>
    {
        var (nearest, counts, found, others) = await ReadAsync(connection, office.Id, from, to, most, c);
        List<ActivityBrief> rough = [.. others.Where(a => a.Time.First is null)];
        if (rough.Count > 0) rough = await ActivityReader.WithListsAsync(connection, office.Id, rough, c);
        var once = found.Select(a => new ActivityOccurrence(a, a.Time.First!.Value));
        List<ActivityOccurrence> whole = [.. others.SelectMany(a => a.Time.On(from, to).Select(t => new ActivityOccurrence(a, t))).Take(ActivityQueries.MostOccurrences)];
        return new CalendarDays(CalendarDay.Of(counts, once, whole, from, to, most), rough, counts.Values.Sum() + whole.Count, nearest);
    }, cancellation);

    private static async Task<((DateOnly?, DateOnly?) Nearest, Dictionary<DateOnly, int> Counts, List<ActivityBrief> Found, List<ActivityBrief> Others)> ReadAsync(
        NpgsqlConnection connection, int office, DateOnly from, DateOnly to, int most, CancellationToken cancellation)
    {
        await using var batch = Database.BatchFor(office, connection, Beside, Counted, string.Create(CultureInfo.InvariantCulture, $"{First} {most}) a"), Longer, Others);
        foreach (var query in (int[])[1, 2, 4, 5]) Ask(batch.BatchCommands[query], from, to);
        batch.BatchCommands[3].Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)] });
        batch.BatchCommands[4].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = ActivityWriting.Earliest(from) });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.PassAsync(cancellation);
        var nearest = (await reader.AllAsync(r => (Day(r, 0), Day(r, 1)), cancellation))[0];
        var counts = (await reader.AllAsync(r => (Day: Day(r, 0)!.Value, Count: r.GetInt32(1)), cancellation)).ToDictionary(d => d.Day, d => d.Count);
        return (nearest, counts, await reader.AllAsync(ActivityReader.Once, cancellation), [.. await reader.AllAsync(ActivityReader.Once, cancellation), .. await reader.AllAsync(ActivityReader.Brief, cancellation)]);
    }

    private static void Ask(NpgsqlBatchCommand command, DateOnly from, DateOnly to)
    {
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = to });
    }

    private static DateOnly? Day(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
