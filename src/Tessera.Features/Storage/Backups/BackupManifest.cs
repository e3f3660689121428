using System.Security.Cryptography;
using System.Text.Json;

namespace Tessera.Features.Storage.Backups;

/// <summary>What a backup holds: the member <c>manifest.json</c> of its file. The member <c>manifest.sha256</c> holds its hash.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Of the form of the file: <see cref="FormatVersion"/>.</param>
/// <param name="Made">When the database was as the backup says.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="PostgreSql">The version of the server it was read from.</param>
/// <param name="Migrations">The migrations that the database had, in order.</param>
/// <param name="Tables">Every table of the schema but that of the migrations, by name.</param>
/// <param name="Sequences">The state of every sequence, those of identity columns among them.</param>
public sealed record BackupManifest(
    string Format,
    int Version,
    DateTimeOffset Made,
    string Program,
    string PostgreSql,
    IReadOnlyList<BackupMigration> Migrations,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupSequence> Sequences)
{
    /// <summary>The name by which a file says that it is a backup of Tessera.</summary>
    public const string FormatName = "tessera-backup";

    /// <summary>The form that this program writes, and the newest that it reads.</summary>
    public const int FormatVersion = 1;

    internal const string Member = "manifest.json";
    internal const string HashMember = "manifest.sha256";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The rows of all tables.</summary>
    public long Rows() => Tables.Sum(t => t.Rows);

    internal byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static string HashOf(byte[] utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    /// <exception cref="BackupException">backup.not-a-backup, backup.unknown-version</exception>
    /// <exception cref="JsonException">It says that it is a backup of this version and is not formed like one.</exception>
    internal static BackupManifest Parse(byte[] utf8, string file)
    {
        var heading = JsonSerializer.Deserialize<Heading>(utf8, Json);
        if (heading?.Format != FormatName) throw new BackupException(BackupCodes.NotABackup, ("file", file));
        if (heading.Version != FormatVersion) throw new BackupException(BackupCodes.UnknownVersion, ("file", file), ("version", $"{heading.Version}"));
        return JsonSerializer.Deserialize<BackupManifest>(utf8, Json)!;
    }

    /// <summary>What every version of the form says.</summary>
    private sealed record Heading(string? Format = null, int Version = 0);
}

/// <summary>A migration that the database had.</summary>
/// <param name="Hash">SHA-256 of its SQL.</param>
public sealed record BackupMigration(string Name, string Hash);

/// <summary>The rows of a table.</summary>
/// <param name="Member">The member of the file that holds them, as CSV with a heading.</param>
/// <param name="Bytes">Of the member, uncompressed.</param>
/// <param name="Sha256">Of the member, uncompressed.</param>
public sealed record BackupTable(string Name, string Member, IReadOnlyList<string> Columns, long Rows, long Bytes, string Sha256);

/// <summary>The state of a sequence.</summary>
/// <param name="IsCalled">Was <paramref name="Value"/> given out already?</param>
public sealed record BackupSequence(string Name, long Value, bool IsCalled);
