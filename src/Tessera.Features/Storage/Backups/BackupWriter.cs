using System.IO.Compression;
using System.Reflection;
using System.Text;
using Npgsql;

namespace Tessera.Features.Storage.Backups;

/// <summary>
/// Writes the whole installation, all offices, into one file: a zip with each table as CSV and a manifest with their hashes. All of it is read in
/// one repeatable-read transaction, so it is the database of one moment; programs go on working meanwhile. Rows stream from the server to the
/// file: memory does not grow with them. A single value is limited by PostgreSQL's text form of it, 1 GB: 500 MB of bytea.
/// </summary>
/// <param name="ownerConnectionString">Of the role that owns the tables.</param>
public sealed class BackupWriter(string ownerConnectionString, TimeProvider time)
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes the file.</summary>
    /// <param name="overwrite">May a file of that name be replaced?</param>
    /// <exception cref="BackupException">backup.file-exists, backup.no-such-file, backup.no-schema, backup.busy, backup.rows-hidden</exception>
    public async Task<BackupManifest> WriteAsync(string file, bool overwrite, CancellationToken cancellation)
    {
        if (!overwrite && File.Exists(file)) throw new BackupException(BackupCodes.FileExists, ("file", file));
        await using var target = BackupTarget.Create(file);
        await using var session = await OwnerSession.OpenAsync(ownerConnectionString, cancellation);
        BackupManifest manifest;
        try
        {
            await HoldAsync(session, cancellation);
            manifest = await ReadAsync(session, target.Stream, cancellation);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new BackupException(BackupCodes.Busy);
        }

        await target.CompleteAsync(overwrite, cancellation);
        return manifest;
    }

    /// <summary>No other backup runs beside it, and no migration while the tables are looked up. The locks end with the session.</summary>
    private static async Task HoldAsync(OwnerSession session, CancellationToken cancellation)
    {
        await session.RunAsync($"select pg_advisory_lock_shared({Migrator.LockKey})", cancellation);
        if (!await session.ScalarAsync<bool>("select pg_try_advisory_lock(hashtext('tessera.backup'))", cancellation)) throw new BackupException(BackupCodes.Busy);
    }

    private async Task<BackupManifest> ReadAsync(OwnerSession session, Stream target, CancellationToken cancellation)
    {
        var migrations = await Catalogue.MigrationsAsync(session, cancellation);
        if (migrations.Count == 0) throw new BackupException(BackupCodes.NoSchema);
        var tables = await Catalogue.TablesAsync(session, cancellation);
        try
        {
            await OpenedTables.OpenAsync(session, tables, cancellation);
            await BeginAsync(session, tables, cancellation);
            var manifest = await WriteMembersAsync(session, tables, migrations, target, cancellation);
            await session.RunAsync("commit", cancellation);
            return manifest;
        }
        finally
        {
            await EndAsync(session);
            await OpenedTables.CloseAsync(session, tables);
        }
    }

    /// <summary>From here on the rows of this moment, in tables that keep their form: a migration waits for them, and a program that only starts does not.</summary>
    private static async Task BeginAsync(OwnerSession session, IReadOnlyList<CatalogueTable> tables, CancellationToken cancellation)
    {
        await session.RunAsync("begin isolation level repeatable read read only", cancellation);
        await session.RunAsync($"lock table {string.Join(", ", tables.Select(t => $"only {t.Quoted}"))} in access share mode", cancellation);
        await session.RunAsync($"select pg_advisory_unlock_shared({Migrator.LockKey})", cancellation);
    }

    private static async Task EndAsync(OwnerSession session)
    {
        try
        {
            await session.RunAsync("rollback", CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and its transaction with it.
        }
    }

    private async Task<BackupManifest> WriteMembersAsync(
        OwnerSession session, IReadOnlyList<CatalogueTable> tables, IReadOnlyList<BackupMigration> migrations, Stream target, CancellationToken cancellation)
    {
        await using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var made = time.GetUtcNow();
        var written = new List<BackupTable>();
        foreach (var table in tables) written.Add(await WriteTableAsync(session, table, archive, cancellation));
        var manifest = new BackupManifest(
            BackupManifest.FormatName, BackupManifest.FormatVersion, made, ProgramVersion(), session.Connection.PostgreSqlVersion.ToString(), migrations, written,
            await SequencesAsync(session, cancellation));
        var utf8 = manifest.ToUtf8();
        await WriteMemberAsync(archive, BackupManifest.Member, utf8, cancellation);
        await WriteMemberAsync(archive, BackupManifest.HashMember, Encoding.ASCII.GetBytes(BackupManifest.HashOf(utf8)), cancellation);
        return manifest;
    }

    private static async Task<BackupTable> WriteTableAsync(OwnerSession session, CatalogueTable table, ZipArchive archive, CancellationToken cancellation)
    {
        var rows = await session.ScalarAsync<long>($"select count(*) from only {table.Quoted}", cancellation);
        var member = $"tables/{Uri.EscapeDataString(table.Name)}.csv";
        await using var stream = await archive.CreateEntry(member, CompressionLevel.Optimal).OpenAsync(cancellation);
        await using var hashing = new HashingStream(stream);
        using (var copy = (StreamReader)await session.Connection.BeginTextExportAsync(CopySql(table), cancellation))
        {
            await copy.BaseStream.CopyToAsync(hashing, BufferSize, cancellation);
        }

        return new BackupTable(table.Name, member, table.Columns, rows, hashing.Bytes, hashing.Sha256());
    }

    /// <summary>In the order of the primary key, so that the same rows make the same file.</summary>
    private static string CopySql(CatalogueTable table)
    {
        var order = table.Key is { } key ? $" order by {key}" : "";
        return $"copy (select {Sql.Names(table.Columns)} from only {table.Quoted}{order}) to stdout (format csv, header true, encoding 'UTF8')";
    }

    private static async Task<IReadOnlyList<BackupSequence>> SequencesAsync(OwnerSession session, CancellationToken cancellation)
    {
        var sequences = new List<BackupSequence>();
        foreach (var (name, quoted) in await Catalogue.SequencesAsync(session, cancellation))
        {
            sequences.AddRange(await session.RowsAsync($"select last_value, is_called from {quoted}", r => new BackupSequence(name, r.GetInt64(0), r.GetBoolean(1)), cancellation));
        }

        return sequences;
    }

    private static async Task WriteMemberAsync(ZipArchive archive, string name, byte[] content, CancellationToken cancellation)
    {
        await using var stream = await archive.CreateEntry(name).OpenAsync(cancellation);
        await stream.WriteAsync(content, cancellation);
    }

    private static string ProgramVersion() =>
        typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
