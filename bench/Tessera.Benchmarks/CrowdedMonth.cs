using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tessera.Benchmarks;

/// <summary>A region's calendar with 100,000 entries in a year, and the peer of its month page: the same reads by Npgsql alone in one prepared batch, and what differs from day to day written by hand.</summary>
internal static class CrowdedMonth
{
    private const string Fill = """
        select set_config('tessera.office', (select id::text from office where slug = 'svenljunga'), false);
        insert into activity (id, key, position, kind, status, is_public, title, starts, ends, zone, except_days, first_day, last_day, is_short, place, item, source_id, search_text, version, updated_at)
        select gen_random_uuid(), 'many-' || i, i, 'event', 'confirmed', true, jsonb_build_object('sv', 'Evenemang ' || i, 'en', 'Event ' || i), d::text || h, case when l > 0 then (d + l)::text || h end, 'Europe/Stockholm', '{}', d, d + l, true, '{}',
            jsonb_build_object('key', 'many-' || i, 'kind', 'event', 'status', 'confirmed', 'title', jsonb_build_object('sv', 'Evenemang'), 'source', ''), (select id from source limit 1), 'evenemang', 1, now()
        from (select i, date '2027-01-01' + i % 365 as d, case when i % 100 = 0 then 2 else 0 end as l, 'T' || lpad((8 + i % 14)::text, 2, '0') || ':00' as h from generate_series(1, 100000) i) n;
        """;

    private const string Office = "select o.name, o.summary, s.names from office o join authority a on a.id = o.authority_id left join place s on s.id = a.seat_id where o.id = current_office()";
    private const string Texts = "select list, key, heading, text from office_text order by position";
    private const string Source = "select title from source limit 1";
    private const string Beside = "select (select max(first_day) from activity where is_public and first_day < $1), (select min(first_day) from activity where is_public and first_day > $2)";
    private const string Counts = "select first_day, count(*)::int from activity where is_short and last_day - first_day = 0 and is_public and first_day between $1 and $2 group by first_day order by first_day";

    private const string First = """
        select d.day::date, a.key, a.starts, a.title, a.status from generate_series($1::date, $2::date, interval '1 day') d(day)
        cross join lateral (select * from activity a where a.is_short and a.last_day - a.first_day = 0 and a.is_public and a.first_day = d.day::date order by a.starts, a.key limit 4) a
        """;

    private const string Longer = "select first_day, last_day, key, starts, title from activity where is_public and is_short and last_day - first_day > 0 and first_day between $1 - 31 and $2 and last_day >= $1";
    private const string Others = "select first_day, last_day, key, starts, title from activity where is_public and not is_short and not (first_day is null and last_day is null) and (first_day is null or first_day <= $2) and (last_day is null or last_day >= $1)";

    /// <summary>Fills the office of svenljunga.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using (var fill = source.CreateCommand(Fill)) await fill.ExecuteNonQueryAsync();
        await using var analyze = source.CreateCommand("vacuum analyze activity");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>Serves /{office} at the address.</summary>
    /// <param name="length">Bytes of the page that it is the peer of.</param>
    public static async Task ServeAsync(string connectionString, string address, int length)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var source = NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=100");
        await using var app = builder.Build();
        app.MapGet("/{office}", (string office, HttpContext http) => WriteAsync(source, office, length, http));
        await app.RunAsync();
    }

    private static async Task WriteAsync(NpgsqlDataSource source, string office, int length, HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync(http.RequestAborted);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { HandWriting.SayOffice(office), new NpgsqlBatchCommand(Office), new NpgsqlBatchCommand(Texts), new NpgsqlBatchCommand(Source) } };
        foreach (var query in (string[])[Beside, Counts, First, Longer, Others])
            batch.BatchCommands.Add(new NpgsqlBatchCommand(query) { Parameters = { new NpgsqlParameter<DateOnly> { TypedValue = new DateOnly(2027, 6, 1) }, new NpgsqlParameter<DateOnly> { TypedValue = new DateOnly(2027, 6, 30) } } });
        await using var reader = await batch.ExecuteReaderAsync(http.RequestAborted);
        await HandWriting.EachAsync(reader, _ => { });
        var html = new StringBuilder(length + 4096);
        var (counts, entries) = (new SortedDictionary<DateOnly, int>(), new Dictionary<DateOnly, List<(string Starts, string Line)>>());
        await HandWriting.EachAsync(reader, r => html.Append("<!doctype html><html lang=\"en\"><head><title>").Append(HandWriting.Text(r, 0)).Append("</title></head><body><h1>").Append(HandWriting.Text(r, 0)).Append("</h1>"));
        await HandWriting.EachAsync(reader, r => HandWriting.Text(r, 3));
        await HandWriting.EachAsync(reader, r => html.Append("<p>").Append(HandWriting.Text(r, 0)).Append("</p>"));
        await HandWriting.EachAsync(reader, _ => { });
        await HandWriting.EachAsync(reader, r => counts[r.GetFieldValue<DateOnly>(0)] = r.GetInt32(1));
        await HandWriting.EachAsync(reader, r => HandWriting.Keep(entries, r.GetFieldValue<DateOnly>(0), (r.GetString(2), Line(office, r, 1, 2, 3))));
        for (var longer = 0; longer < 2; longer++) await HandWriting.EachAsync(reader, r => Spread(r, office, counts, entries));
        html.Append("<table class=\"month\">");
        foreach (var (day, count) in counts) Day(html, office, day, count, entries.GetValueOrDefault(day) ?? []);
        // Navigation and footer do not change from day to day: a hand-written page copies them, here as blanks.
        var bytes = Encoding.UTF8.GetBytes(html.Append("</table>").ToString().PadRight(length));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static void Spread(NpgsqlDataReader r, string office, SortedDictionary<DateOnly, int> counts, Dictionary<DateOnly, List<(string, string)>> entries)
    {
        if (r.IsDBNull(3)) return;
        var (line, last) = (Line(office, r, 2, 3, 4), r.IsDBNull(1) ? new DateOnly(2027, 6, 30) : r.GetFieldValue<DateOnly>(1));
        for (var day = r.GetFieldValue<DateOnly>(0); day <= last; day = day.AddDays(1))
        {
            if (day.Month != 6) continue;
            counts[day] = counts.GetValueOrDefault(day) + 1;
            HandWriting.Keep(entries, day, (r.GetString(3), line));
        }
    }

    private static void Day(StringBuilder html, string office, DateOnly day, int count, List<(string Starts, string Line)> lines)
    {
        var iso = day.ToString("O", CultureInfo.InvariantCulture);
        html.Append("<td><a href=\"/").Append(office).Append("/en/calendar/day/").Append(iso).Append("\">").Append(day.Day).Append("</a><ul>");
        foreach (var (_, line) in lines.OrderBy(l => l.Starts, StringComparer.Ordinal).Take(4)) html.Append(line);
        html.Append("<li><a href=\"/").Append(office).Append("/en/calendar/day/").Append(iso).Append("\">").Append(count - 4).Append(" more</a></li></ul></td>");
    }

    private static string Line(string office, NpgsqlDataReader r, int key, int starts, int title) =>
        $"<li>{(r.GetString(starts) is { Length: > 11 } hour ? hour[11..] : "")} <a href=\"/{office}/en/activities/{r.GetString(key)}\">{HandWriting.Text(r, title)}</a></li>";
}
