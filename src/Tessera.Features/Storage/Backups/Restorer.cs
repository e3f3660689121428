using System.Diagnostics;
using Npgsql;

namespace Tessera.Features.Storage.Backups;

/// <summary>What a restoration did.</summary>
/// <param name="Manifest">Of the backup: what was loaded.</param>
/// <param name="Migrated">The migrations newer than the backup, carried out after its rows were in.</param>
/// <param name="LeftOut">Tables of the backup that no migration makes, and which are therefore not in the database.</param>
public sealed record Restoration(BackupManifest Manifest, IReadOnlyList<string> Migrated, IReadOnlyList<string> LeftOut);

/// <summary>
/// Makes the database what a backup says, in one transaction: all or nothing. The schema is made anew by the backup's own migrations, filled, counted, and then
/// brought up to date. Everything that stood in the schema <c>public</c> is gone afterwards, except extensions.
/// </summary>
/// <param name="ownerConnectionString">Of the role that owns the tables.</param>
public sealed class Restorer(string ownerConnectionString)
{
    /// <summary>How long a program that has just stopped may take to leave.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The migrations that this program knows, by name.</summary>
    internal IReadOnlyDictionary<string, string> Migrations { get; init; } = Migrator.Files();

    /// <summary>Restores a backup, which was found whole when it was opened.</summary>
    /// <param name="replace">May the offices that the database holds be lost?</param>
    /// <exception cref="BackupException">
    /// backup.newer-migration, backup.changed-migration, backup.in-use, backup.busy, backup.holds-offices, backup.schema-differs, backup.count-differs,
    /// backup.damaged: the file was changed meanwhile
    /// </exception>
    public async Task<Restoration> RestoreAsync(BackupReader backup, bool replace, CancellationToken cancellation)
    {
        RefuseUnknownMigrations(backup.Manifest);
        await using var session = await OwnerSession.OpenAsync(ownerConnectionString, cancellation);
        try
        {
            await session.RunAsync($"select pg_advisory_lock({Migrator.LockKey})", cancellation);
            await RefuseOthersAsync(session, cancellation);
            if (!replace) await RefuseOfficesAsync(session, cancellation);
            return await ReplaceAsync(session, backup, cancellation);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new BackupException(BackupCodes.Busy);
        }
    }

    private void RefuseUnknownMigrations(BackupManifest manifest)
    {
        foreach (var (name, hash) in manifest.Migrations)
        {
            if (!Migrations.TryGetValue(name, out var sql)) throw new BackupException(BackupCodes.NewerMigration, ("migration", name), ("program", manifest.Program));
            if (Migrator.HashOf(sql) != hash) throw new BackupException(BackupCodes.ChangedMigration, ("migration", name));
        }
    }

    /// <summary>
    /// A program that is serving would go on with pages, plans and caches of what is gone. Of another role's sessions PostgreSQL does not say to
    /// everybody what they are: those count too.
    /// </summary>
    private static async Task RefuseOthersAsync(OwnerSession session, CancellationToken cancellation)
    {
        const string Others = """
            select count(*) from pg_stat_activity where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()
                and coalesce(backend_type, 'client backend') = 'client backend'
            """;
        for (var clock = Stopwatch.StartNew(); await session.ScalarAsync<long>(Others, cancellation) is > 0 and var count; await Task.Delay(Pause, cancellation))
        {
            if (clock.Elapsed > Leaving) throw new BackupException(BackupCodes.InUse, ("count", $"{count}"));
        }
    }

    private static async Task RefuseOfficesAsync(OwnerSession session, CancellationToken cancellation)
    {
        if (!await session.ScalarAsync<bool>("select to_regclass('public.office') is not null", cancellation)) return;
        var count = await session.ScalarAsync<long>("select count(*) from office", cancellation);
        if (count > 0) throw new BackupException(BackupCodes.HoldsOffices, ("count", $"{count}"));
    }

    private async Task<Restoration> ReplaceAsync(OwnerSession session, BackupReader backup, CancellationToken cancellation)
    {
        var had = backup.Manifest.Migrations.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var files = Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).ToLookup(m => had.Contains(m.Key));
        await using var transaction = await session.Connection.BeginTransactionAsync(cancellation);
        await SchemaRemoval.RunAsync(session, cancellation);
        await Migrator.CarryOutWithinAsync(session.Connection, files[true], cancellation);
        var leftOut = await new TableLoading(session, backup).RunAsync(cancellation);
        await Migrator.CarryOutWithinAsync(session.Connection, files[false], cancellation);
        foreach (var table in await Catalogue.TablesAsync(session, cancellation)) await session.RunAsync($"analyze {table.Quoted}", cancellation);
        await transaction.CommitAsync(cancellation);
        return new Restoration(backup.Manifest, [.. files[false].Select(m => m.Key)], leftOut);
    }
}
