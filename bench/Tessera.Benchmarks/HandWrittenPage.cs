using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tessera.Benchmarks;

/// <summary>
/// The peer of S2: the register of partners from the same database by Npgsql alone, written by hand. It says its office and makes the same reads in one prepared batch, and writes
/// what differs from row to row.
/// </summary>
internal static class HandWrittenPage
{
    private const string Partners = """
        select p.number, p.key, p.names, p.registered_name, p.kind, a.country, s.names, p.id
        from partner p join authority a on a.id = p.authority_id left join place s on s.id = a.seat_id order by p.number
        """;

    private const string Agreements = "select a.partner_id, a.key, a.kind, a.decision, a.id from agreement a join partner p on p.id = a.partner_id order by p.number, a.position";
    private const string Dates = "select d.agreement_id, d.role, d.date from agreement_date d join agreement a on a.id = d.agreement_id order by d.position";
    private const string Fields = "select f.partner_id, t.key from partner_field f join office_text t on t.id = f.field_id";

    private const string Office = "select o.name, o.summary, s.names from office o join authority a on a.id = o.authority_id left join place s on s.id = a.seat_id where o.id = current_office()";
    private const int PageLength = 24_900;

    /// <summary>Serves /{office} at the address.</summary>
    public static async Task ServeAsync(string connectionString, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var source = NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=100");
        await using var app = builder.Build();
        app.MapGet("/{office}", (string office, HttpContext http) => WriteAsync(source, office, http));
        await app.RunAsync();
    }

    private static async Task WriteAsync(NpgsqlDataSource source, string office, HttpContext http)
    {
        await using var connection = await source.OpenConnectionAsync(http.RequestAborted);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                HandWriting.SayOffice(office),
                new NpgsqlBatchCommand(Office), new NpgsqlBatchCommand("select list, key, heading, text from office_text order by position"), new NpgsqlBatchCommand("select title from source limit 1"),
                new NpgsqlBatchCommand(Dates), new NpgsqlBatchCommand(Fields), new NpgsqlBatchCommand(Agreements), new NpgsqlBatchCommand(Partners),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(http.RequestAborted);
        await HandWriting.EachAsync(reader, _ => { });
        var html = new StringBuilder(32_000);
        var (texts, dates, fields, agreements) = (new List<string>(), new Dictionary<Guid, List<string>>(), new Dictionary<Guid, List<string>>(), new Dictionary<Guid, List<string>>());
        await HandWriting.EachAsync(reader, r => html.Append("<!doctype html><html lang=\"en\"><head><title>").Append(HandWriting.Text(r, 0)).Append("</title></head><body><h1>").Append(HandWriting.Text(r, 0)).Append("</h1><p>").Append(HandWriting.Text(r, 1)).Append("</p>"));
        await HandWriting.EachAsync(reader, r => texts.Add(HandWriting.Text(r, 3)));
        await HandWriting.EachAsync(reader, r => html.Append("<p>").Append(HandWriting.Text(r, 0)).Append("</p>"));
        await HandWriting.EachAsync(reader, r => HandWriting.Keep(dates, r.GetGuid(0), $"<time datetime=\"{r.GetString(2)}\">{r.GetString(2)}</time>"));
        await HandWriting.EachAsync(reader, r => HandWriting.Keep(fields, r.GetGuid(0), $"<li>{r.GetString(1)}</li>"));
        await HandWriting.EachAsync(reader, r => HandWriting.Keep(agreements, r.GetGuid(0), $"<li><a href=\"/{office}/en/agreements/{r.GetString(1)}\">{r.GetString(2)} <span class=\"decision\">{(r.IsDBNull(3) ? "" : r.GetString(3))}</span></a>{string.Concat(dates.GetValueOrDefault(r.GetGuid(4)) ?? [])}</li>"));
        html.Append("<table class=\"register\"><tbody>");
        await HandWriting.EachAsync(reader, r => Row(html, office, r, agreements, fields));
        html.Append("</tbody></table>");
        foreach (var text in texts.Take(10)) html.Append("<option>").Append(text).Append("</option>");
        // Navigation, filters and footer do not change from row to row: a hand-written page copies them, here as blanks.
        var bytes = Encoding.UTF8.GetBytes(html.ToString().PadRight(PageLength));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static void Row(StringBuilder html, string office, NpgsqlDataReader r, Dictionary<Guid, List<string>> agreements, Dictionary<Guid, List<string>> fields)
    {
        html.Append("<tr><td>").Append(r.GetInt32(0)).Append("</td><th><a href=\"/").Append(office).Append("/en/partners/").Append(r.GetString(1)).Append("\">").Append(HandWriting.Text(r, 2))
            .Append("</a><span>").Append(HtmlEncoder.Default.Encode(r.GetString(3))).Append("</span></th><td>").Append(r.GetString(5)).Append("</td><td>").Append(r.GetString(4)).Append("</td><td>");
        foreach (var agreement in agreements.GetValueOrDefault(r.GetGuid(7)) ?? []) html.Append(agreement);
        foreach (var field in fields.GetValueOrDefault(r.GetGuid(7)) ?? []) html.Append(field);
        html.Append("</td></tr>");
    }
}
