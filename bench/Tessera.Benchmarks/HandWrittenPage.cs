using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tessera.Benchmarks;

/// <summary>
/// The peer of S2: the register of partners from the same database by Npgsql alone, written by hand. It says its office and makes the same reads: office, texts, partners with
/// authorities and seats, agreements, dates, fields.
/// </summary>
internal static class HandWrittenPage
{
    private const string Partners = """
        select p.number, p.key, p.names, p.registered_name, p.kind, a.country, s.names, p.id
        from partner p join authority a on a.id = p.authority_id left join place s on s.id = a.seat_id order by p.number
        """;

    private const string Agreements = "select a.partner_id, a.key, a.kind, a.decision from agreement a join partner p on p.id = a.partner_id order by p.number, a.position";
    private const string Dates = "select d.agreement_id, d.role, d.date from agreement_date d join agreement a on a.id = d.agreement_id order by d.position";
    private const string Fields = "select f.partner_id, t.key from partner_field f join office_text t on t.id = f.field_id";

    /// <summary>Serves /{office} at the address.</summary>
    public static async Task ServeAsync(string connectionString, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var app = builder.Build();
        app.MapGet("/{office}", (string office, HttpContext http) => WriteAsync(source, office, http));
        await app.RunAsync();
    }

    private static async Task WriteAsync(NpgsqlDataSource source, string office, HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync(http.RequestAborted);
        var html = new StringBuilder(32_000);
        var id = await OfficeAsync(connection, office, html);
        await ReadAsync(connection, $"select set_config('tessera.office', '{id.ToString(CultureInfo.InvariantCulture)}', false)", _ => { });
        await ReadAsync(connection, "select list, key, heading, text from office_text order by position", r => Text(r, 3));
        await ReadAsync(connection, "select title from source limit 1", r => html.Append("<p>").Append(Text(r, 0)).Append("</p>"));
        var agreements = new Dictionary<Guid, List<string>>();
        await ReadAsync(connection, Agreements, r => Keep(agreements, r.GetGuid(0), $"<a href=\"/{office}/en/agreements/{r.GetString(1)}\">{r.GetString(2)} <span class=\"decision\">{(r.IsDBNull(3) ? "" : r.GetString(3))}</span></a>"));
        await ReadAsync(connection, Dates, r => _ = r.GetString(2));
        await ReadAsync(connection, Fields, r => _ = r.GetString(1));
        html.Append("<table class=\"register\"><tbody>");
        await ReadAsync(connection, Partners, r => Row(html, office, r, agreements));
        html.Append("</tbody></table>");
        var bytes = Encoding.UTF8.GetBytes(html.ToString().PadRight(24_900));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static async Task<int> OfficeAsync(NpgsqlConnection connection, string slug, StringBuilder html)
    {
        await using var command = new NpgsqlCommand("select o.id, o.name, o.summary, s.names from office o join authority a on a.id = o.authority_id left join place s on s.id = a.seat_id where o.slug = $1", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = slug } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        html.Append("<!doctype html><html lang=\"en\"><head><title>").Append(Text(reader, 1)).Append("</title></head><body><h1>").Append(Text(reader, 1)).Append("</h1>");
        return reader.GetInt32(0);
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string sql, Action<NpgsqlDataReader> row)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) row(reader);
    }

    private static void Row(StringBuilder html, string office, NpgsqlDataReader r, Dictionary<Guid, List<string>> agreements)
    {
        html.Append("<tr><td>").Append(r.GetInt32(0)).Append("</td><th><a href=\"/").Append(office).Append("/en/partners/").Append(r.GetString(1)).Append("\">").Append(Text(r, 2))
            .Append("</a><span>").Append(HtmlEncoder.Default.Encode(r.GetString(3))).Append("</span></th><td>").Append(r.GetString(5)).Append("</td><td>").Append(r.GetString(4)).Append("</td><td>");
        foreach (var agreement in agreements.GetValueOrDefault(r.GetGuid(7)) ?? []) html.Append("<li>").Append(agreement).Append("</li>");
        html.Append("</td></tr>");
    }

    private static void Keep(Dictionary<Guid, List<string>> lists, Guid key, string value)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }

    private static string Text(NpgsqlDataReader reader, int column)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(column))!;
        return HtmlEncoder.Default.Encode(texts.GetValueOrDefault("en") ?? texts.Values.FirstOrDefault() ?? "");
    }
}
