using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tessera.Domain.Vocabulary;

namespace Tessera.Benchmarks;

/// <summary>The peers of S3: a text from memory at /plaintext, and the same names in PostgreSQL under one trigram index (pg_trgm, GIN) at /prefix and /misspelt.</summary>
internal static class PlacesInPostgreSql
{
    private const string Begin = "select place, name, max(weight) from place_name where name like $1 || '%' group by place, name order by max(weight) desc limit 10";
    private const string Near = "select place, name, similarity(name, $1) as near from place_name where name % $1 order by near desc, weight desc limit 10";

    /// <summary>Loads the names into a schema of its own, and serves.</summary>
    public static async Task ServeAsync(string connectionString, string table, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var source = NpgsqlDataSource.Create(connectionString + ";Search Path=bench_places,public;Max Auto Prepare=100");
        await LoadAsync(source, table);
        await using var app = builder.Build();
        app.MapGet("/plaintext", () => "Hello, World!");
        app.MapGet("/prefix", (string q, HttpContext http) => AnswerAsync(source, Begin, q, http));
        app.MapGet("/misspelt", (string q, HttpContext http) => AnswerAsync(source, Near, q, http));
        await app.RunAsync();
    }

    private static async Task LoadAsync(NpgsqlDataSource source, string table)
    {
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, "drop schema if exists bench_places cascade; create schema bench_places; create extension if not exists pg_trgm; create table bench_places.place_name (place int, name text, weight int)");
        await using (var copy = await connection.BeginBinaryImportAsync("copy bench_places.place_name from stdin (format binary)"))
        {
            foreach (var fields in File.ReadLines(table).Select(l => l.Split('\t')))
            {
                foreach (var name in fields[3].Split(',').Append(fields[1]).Select(Folding.Of).Where(n => n.Length > 0).Distinct())
                    await copy.WriteRowAsync(CancellationToken.None, int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), name, (int)long.Parse(fields[14], System.Globalization.CultureInfo.InvariantCulture));
            }

            await copy.CompleteAsync();
        }

        await RunAsync(connection, "create index on bench_places.place_name using gin (name gin_trgm_ops); analyze bench_places.place_name");
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AnswerAsync(NpgsqlDataSource source, string sql, string asked, HttpContext http)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Folding.Of(asked) });
        await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "text/plain; charset=utf-8";
        while (await reader.ReadAsync(http.RequestAborted)) await http.Response.WriteAsync($"{reader.GetInt32(0)} {reader.GetString(1)}\n", http.RequestAborted);
    }
}
