using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Backups;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage.Backups;

/// <summary>The example offices in a database with a reader's report and a key, and a backup of it.</summary>
public sealed class BackedUpOffices : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-backup-").FullName;

    public static IReadOnlyList<string> Slugs { get; } = ["hargita", "svenljunga", "toosz"];

    public TestDatabase Source { get; private set; } = null!;

    public BackupManifest Manifest { get; private set; } = null!;

    public string File => Path.Combine(_folder, "offices.tessera-backup");

    public async ValueTask InitializeAsync()
    {
        Source = await NewDatabaseAsync();
        await Loading.ExamplesAsync(Source);
        await using var session = await Source.Database.Source.OpenConnectionAsync();
        await TwoOffices.RunAsync(session, "insert into protection_key (name, xml, created_at) values ('key', E'<key>\\n\"quoted\", and \\\\. so on</key>', '2026-11-21T06:00:00.123456Z')");
        await TwoOffices.RunAsync(session, """
            select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false);
            insert into error_report (id, at, page, message, reply_to, language) values ('00000000-0000-7000-8000-000000000001', now(), '/', '', null, 'hu')
            """);
        Manifest = await WriteAsync(Source, File);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static async Task<TestDatabase> NewDatabaseAsync() => await (await TestServer.SharedAsync()).CreateDatabaseAsync();

    /// <summary>A name in the folder of this class that no other test uses.</summary>
    public string NewFile() => Path.Combine(_folder, $"{Guid.CreateVersion7():N}.tessera-backup");

    public static Task<BackupManifest> WriteAsync(TestDatabase database, string file, bool overwrite = false) =>
        new BackupWriter(database.OwnerConnectionString, TimeProvider.System).WriteAsync(file, overwrite, TestContext.Current.CancellationToken);

    public static async Task<Restoration> RestoreAsync(TestDatabase database, string file, bool replace = false)
    {
        using var backup = await BackupReader.OpenAsync(file, TestContext.Current.CancellationToken);
        return await new Restorer(database.OwnerConnectionString).RestoreAsync(backup, replace, TestContext.Current.CancellationToken);
    }

    /// <summary>Every table with its hash and every sequence with its value: equal for equal databases.</summary>
    public async Task<IReadOnlyList<string>> FingerprintAsync(TestDatabase database) => Fingerprint(await WriteAsync(database, NewFile()));

    public static IReadOnlyList<string> Fingerprint(BackupManifest manifest) =>
        [.. manifest.Migrations.Select(m => $"{m}"), .. manifest.Tables.Select(t => $"{t.Name} {t.Rows} {t.Bytes} {t.Sha256}"), .. manifest.Sequences.Select(s => $"{s}")];

    /// <summary>Every office as its file says it, through the program's own role.</summary>
    public static async Task<IReadOnlyList<byte[]>> DumpsAsync(TestDatabase database)
    {
        await using var tables = new Database(database.AppConnectionString);
        var (loader, dumps) = (new OfficeLoader(tables, TimeProvider.System), new List<byte[]>());
        foreach (var slug in Slugs) dumps.Add(OfficeFileWriter.Write((await loader.DumpAsync(slug, TestContext.Current.CancellationToken))!));
        return dumps;
    }

    /// <summary>The rows of a table that each office sees, as JSON.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(TestDatabase database, string table)
    {
        await using var tables = new Database(database.AppConnectionString);
        await using var session = await tables.Source.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var office in await TwoOffices.ColumnAsync(session, "select id::text from office order by slug"))
        {
            await TwoOffices.RunAsync(session, $"select set_config('tessera.office', '{office}', false)");
            rows.AddRange(await TwoOffices.ColumnAsync(session, $"select to_jsonb(t)::text from {table} t order by 1"));
        }

        return rows;
    }

    public static async Task RunAsOwnerAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await TwoOffices.RunAsync(connection, sql);
    }

    public static async Task<List<string>> ColumnAsOwnerAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return await TwoOffices.ColumnAsync(connection, sql);
    }
}
