using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Embedded;

namespace Tessera.Benchmarks;

/// <summary>
/// S4: <c>tessera import-pairs --all-offices</c> as a whole process into a fresh database with a thousand offices, and beside it COPY of the very rows it wrote: taken out of its database in PostgreSQL's
/// binary format and copied by the tables' owner, in one transaction, into the same tables of another fresh database with row-level security off. Indexes, constraints and foreign keys are the same.
/// </summary>
internal static class PairRounds
{
    private const string Prepared = "pairs_prepared";
    private static readonly (string Table, string Where)[] Register =
    [
        ("directory_source", "key not in (select key from source where key = 'page') and key <> 'page'"), ("place", "key like 'geonames-%'"),
        ("authority", "source_id <> (select id from directory_source where key = 'page')"), ("source", "key <> 'page'"), ("partner", "true"),
    ];

    private static readonly (string Table, string Where)[] Kept = [("change", "author like 'tessera import-pairs%'"), ("reading", "true"), ("reading_item", "true")];

    /// <summary>Our imports of the 25,000 and of the 5,000 pairs, and the peer's seconds for the register's own rows and for all.</summary>
    private sealed record Round(Imported Ours, Imported Fewer, double Register, double All);

    /// <summary>The import's number, its seconds, what was taken, the peak of memory in megabytes, and the processor seconds.</summary>
    private sealed record Imported(Guid Id, double Seconds, int Taken, double Peak, double Cpu);

    /// <summary>Writes rows for the table of results to the output; what it does, to the error stream.</summary>
    public static async Task RunAsync(string folder, string program, string root, int rounds)
    {
        await using var server = await EmbeddedServer.StartAsync(new EmbeddedServerOptions { DataFolder = Path.Combine(folder, "data"), Home = root, MaxConnections = 50 });
        await PrepareAsync(server, Path.Combine(folder, "offices"));
        var all = new List<Round>();
        for (var round = 0; round < rounds; round++)
        {
            all.Add(await RoundAsync(server, folder, program, root));
            Console.Error.WriteLine(all[^1]);
        }

        double Median(Func<Round, double> of) => all.Select(of).Order().ElementAt(all.Count / 2);
        Say("S4", Median(r => r.All / r.Ours.Seconds), $"of COPY's rate, {all[0].Ours.Taken} of 25000 pairs taken for 1000 offices in {Median(r => r.Ours.Seconds):F1} s ({Median(r => r.Ours.Cpu):F1} s of the processor), history and undoing included", "COPY of the same rows, the same tables without row security", ">= 0.3", v => v >= 0.3);
        Say("S4-register", Median(r => r.Register / r.Ours.Seconds), "of COPY's rate for the register's own rows alone (partners, authorities, places, sources)", "the same without history and readings", "-", _ => true);
        Say("S4-memory", Median(r => r.Ours.Peak / r.Fewer.Peak), $"times the peak memory of 5000 pairs ({Median(r => r.Fewer.Peak):F0} MB; at 25000 {Median(r => r.Ours.Peak):F0} MB)", "itself", "<= 1.2", v => v <= 1.2);
        await UndoAsync(server, all[^1], folder, program, root);
    }

    private static async Task<Round> RoundAsync(EmbeddedServer server, string folder, string program, string root)
    {
        await RenewAsync(server, "pairs_ours", "pairs_fewer", "pairs_peer");
        var fewer = await ImportAsync(server, "pairs_fewer", program, root, Path.Combine(folder, "pairs-5000.tsv"), "--all-offices");
        var ours = await ImportAsync(server, "pairs_ours", program, root, Path.Combine(folder, "pairs-25000.tsv"), "--all-offices");
        var (register, all) = await CopyAsync(server);
        return new Round(ours, fewer, register, all);
    }

    /// <summary>Whole processes that take the last round's imports back, and imports of one office.</summary>
    private static async Task UndoAsync(EmbeddedServer server, Round last, string folder, string program, string root)
    {
        var all = (Fewer: await UndoAsync(server, "pairs_fewer", last.Fewer, program, root), Ours: await UndoAsync(server, "pairs_ours", last.Ours, program, root));
        Say("S4-undo", all.Ours, $"s to take the import of {last.Ours.Taken} pairs back from 1000 offices ({last.Fewer.Taken} pairs: {all.Fewer:F1} s)", "-", "-", _ => true);
        await RenewAsync(server, "pairs_fewer", "pairs_ours");
        var office = await File.ReadAllTextAsync(Path.Combine(folder, "one"));
        var (fewer, ours) = (await ImportAsync(server, "pairs_fewer", program, root, Path.Combine(folder, "one-5000.tsv"), "--office", office), await ImportAsync(server, "pairs_ours", program, root, Path.Combine(folder, "one-20000.tsv"), "--office", office));
        all = (await UndoAsync(server, "pairs_fewer", fewer, program, root), await UndoAsync(server, "pairs_ours", ours, program, root));
        Say("S4-undo-one", all.Ours, $"s to take an import of {ours.Taken} pairs back from one office ({fewer.Taken} pairs: {all.Fewer:F1} s)", "-", "-", _ => true);
    }

    private static async Task<double> UndoAsync(EmbeddedServer server, string database, Imported imported, string program, string root)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(server, database, program, root, "import", "--undo", imported.Id.ToString());
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Console.Error.WriteLine($"  {clock.Elapsed.TotalSeconds:F1} s: {said.Trim()}");
        return process.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("It was not taken back.");
    }

    private static async Task RenewAsync(EmbeddedServer server, params IEnumerable<string> databases)
    {
        foreach (var name in databases) await RunAsync(server, "postgres", $"drop database if exists {name} with (force)", $"create database {name} template {Prepared} owner tessera_owner");
    }

    private static async Task<Imported> ImportAsync(EmbeddedServer server, string database, string program, string root, params string[] what)
    {
        using var process = Start(server, database, program, root, ["import-pairs", .. what, "--json"]);
        var said = process.StandardOutput.ReadToEndAsync();
        var (peak, cpu) = (0.0, 0.0);
        while (!process.WaitForExit(10)) (peak, cpu) = (Math.Max(peak, Peak(process.Id)), Math.Max(cpu, Processor(process.Id)));
        var document = JsonDocument.Parse(await said).RootElement;
        return new Imported(document.GetProperty("import").GetGuid(), document.GetProperty("seconds").GetDouble(), document.GetProperty("counts").GetProperty("taken").GetInt32(), peak, cpu);
    }

    private static Process Start(EmbeddedServer server, string database, string program, string root, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words.Prepend(program)) start.ArgumentList.Add(word);
        (start.Environment["TESSERA_HOME"], start.Environment["TESSERA_DATABASE"], start.Environment["TESSERA_DATABASE_OWNER"]) = (root, As(server, "tessera_app", database), As(server, "tessera_owner", database));
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Megabytes; the kernel's high-water mark, so that looking now and then is enough.</summary>
    private static double Peak(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Seconds of the processor, of the program and of the kernel for it.</summary>
    private static double Processor(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task<(double Register, double All)> CopyAsync(EmbeddedServer server)
    {
        await RunAsync(server, "pairs_peer", [.. Register.Concat(Kept).Select(t => $"alter table {t.Table} disable row level security; alter table {t.Table} no force row level security")]);
        var rows = new List<(string Target, byte[] Bytes)>();
        await using (var ours = await OpenAsync(As(server, "postgres", "pairs_ours")))
        {
            foreach (var (table, where) in Register.Concat(Kept)) rows.Add(await TakeAsync(ours, table, where));
        }

        await using var peer = await OpenAsync(As(server, "tessera_owner", "pairs_peer"));
        var clock = Stopwatch.StartNew();
        var register = 0.0;
        await using var transaction = await peer.BeginTransactionAsync();
        foreach (var (target, bytes) in rows)
        {
            if (target.StartsWith(Kept[0].Table + " ", StringComparison.Ordinal)) register = clock.Elapsed.TotalSeconds;
            await using var stream = await peer.BeginRawBinaryCopyAsync($"copy {target} from stdin (format binary)");
            await stream.WriteAsync(bytes);
        }

        await transaction.CommitAsync();
        return (register, clock.Elapsed.TotalSeconds);
    }

    /// <summary>A table's rows, and the table with the columns that they fill: what the database computes by itself cannot be copied into it.</summary>
    private static async Task<(string Target, byte[] Bytes)> TakeAsync(NpgsqlConnection connection, string table, string where)
    {
        await using var asks = new NpgsqlCommand("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''", connection) { Parameters = { new() { Value = table } } };
        var columns = (string)(await asks.ExecuteScalarAsync())!;
        await using var stream = await connection.BeginRawBinaryCopyAsync($"copy (select {columns} from {table} where {where}) to stdout (format binary)");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        Console.Error.WriteLine($"  {table}: {bytes.Length / 1024} kB");
        return ($"{table} ({columns})", bytes.ToArray());
    }

    private static async Task PrepareAsync(EmbeddedServer server, string offices)
    {
        await using (var there = await OpenAsync(server.SuperuserConnectionString))
        {
            await using var asks = new NpgsqlCommand($"select exists (select from pg_database where datname = '{Prepared}')", there);
            if (await asks.ExecuteScalarAsync() is true) return;
        }

        await RunAsync(server, "postgres", $"create database {Prepared} owner tessera_owner");
        await Migrator.MigrateAsync(As(server, "tessera_owner", Prepared), CancellationToken.None);
        await using var database = new Database(As(server, "tessera_app", Prepared));
        var loader = new OfficeLoader(database, TimeProvider.System);
        foreach (var file in Directory.GetFiles(offices))
        {
            var loading = await loader.LoadAsync(await File.ReadAllBytesAsync(file), Path.GetFileName(file), "bench", CancellationToken.None);
            if (loading.IsRefused) throw new InvalidOperationException($"{file}: {loading.Findings[0].Path} {loading.Findings[0].Code}");
        }
    }

    private static void Say(string id, double value, string unit, string peer, string target, Func<double, bool> isMet) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}|{value:0.###}|{unit}|{peer}|{target}|{(isMet(value) ? "true" : "false")}"));

    private static string As(EmbeddedServer server, string role, string database) => new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString) { Username = role, Database = database, Pooling = false }.ConnectionString;

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(EmbeddedServer server, string database, params string[] statements)
    {
        await using var connection = await OpenAsync(As(server, "postgres", database));
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
