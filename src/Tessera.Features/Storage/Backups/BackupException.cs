namespace Tessera.Features.Storage.Backups;

/// <summary>A backup or a restoration that is refused, and then nothing was changed. The sentence belongs to the command and its language.</summary>
/// <param name="code">One of <see cref="BackupCodes"/>.</param>
/// <param name="arguments">What the sentence names.</param>
public sealed class BackupException(string code, params (string Name, string Value)[] arguments)
    : Exception($"{code} {string.Join(", ", arguments.Select(a => $"{a.Name}={a.Value}"))}".TrimEnd())
{
    /// <summary>A stable name of what is wrong, such as <c>backup.damaged</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What the sentence names: files, tables, migrations.</summary>
    public IReadOnlyList<(string Name, string Value)> Arguments { get; } = arguments;
}

/// <summary>Why a backup or a restoration is refused.</summary>
public static class BackupCodes
{
    /// <summary>The file to be written exists. {file}</summary>
    public const string FileExists = "backup.file-exists";

    /// <summary>There is no such file to restore, or no such folder to write to. {file}</summary>
    public const string NoSuchFile = "backup.no-such-file";

    /// <summary>The database has no schema of Tessera yet.</summary>
    public const string NoSchema = "backup.no-schema";

    /// <summary>Another backup, a migration or a long transaction holds what is needed.</summary>
    public const string Busy = "backup.busy";

    /// <summary>A restrictive policy would hide rows from the backup. {table}</summary>
    public const string RowsHidden = "backup.rows-hidden";

    /// <summary>The file is something else. {file}</summary>
    public const string NotABackup = "backup.not-a-backup";

    /// <summary>The file has a later form than this program reads. {version}</summary>
    public const string UnknownVersion = "backup.unknown-version";

    /// <summary>The file is truncated, or not what was written. {file} {member}</summary>
    public const string Damaged = "backup.damaged";

    /// <summary>A newer program made the file. {migration}</summary>
    public const string NewerMigration = "backup.newer-migration";

    /// <summary>This program's migration of that name is not the one the file was made with. {migration}</summary>
    public const string ChangedMigration = "backup.changed-migration";

    /// <summary>The tables or columns of the file are not those of its migrations. {table}</summary>
    public const string SchemaDiffers = "backup.schema-differs";

    /// <summary>The database holds offices, and was not said to be replaced. {count}</summary>
    public const string HoldsOffices = "backup.holds-offices";

    /// <summary>Programs work with the database. {count}</summary>
    public const string InUse = "backup.in-use";

    /// <summary>After loading, a table does not have the rows that were written. {table} {rows} {loaded}</summary>
    public const string CountDiffers = "backup.count-differs";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FileExists, NoSuchFile, NoSchema, Busy, RowsHidden, NotABackup, UnknownVersion, Damaged, NewerMigration, ChangedMigration, SchemaDiffers, HoldsOffices, InUse,
        CountDiffers,
    ];
}
