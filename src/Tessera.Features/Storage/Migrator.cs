using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>A migration that cannot be carried out, with what to do about it.</summary>
public sealed class MigrationException(string code, string message) : Exception(message)
{
    /// <summary>migration.changed, migration.newer-database or migration.no-role.</summary>
    public string Code { get; } = code;
}

/// <summary>
/// Brings a database to the program's schema: the SQL files <c>Storage/Migrations/NNNN_name.sql</c> in order, each in a transaction of its own, remembered with
/// its hash. Several programs may start at once: they wait for each other. A file that was changed after it was applied, or a database that is
/// ahead of the program, is refused.
/// </summary>
public static class Migrator
{
    /// <summary>The advisory lock that keeps migrations, backups and restorations apart, as SQL writes its key.</summary>
    internal const string LockKey = "hashtext('tessera.migrate')";

    private const string TableOfMigrations =
        "create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())";

    private const string Prefix = "Tessera.Features.Storage.Migrations.";

    /// <summary>Applies what is missing.</summary>
    /// <param name="ownerConnectionString">Of the role that owns the schema; it must be able to grant to the role <c>tessera_app</c>.</param>
    /// <returns>The names of the migrations applied now, in order; empty when there was nothing to do.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        await using var servers = new Servers(new NpgsqlConnectionStringBuilder(ownerConnectionString));
        await using var connection = await servers.OpenAsync(cancellation);
        await RunAsync(connection, $"select pg_advisory_lock({LockKey})", cancellation);
        await EnsureRoleAsync(connection, cancellation);
        await RunAsync(connection, TableOfMigrations, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        var files = Files();
        if (applied.Keys.FirstOrDefault(name => !files.ContainsKey(name)) is { } unknown)
        {
            throw new MigrationException("migration.newer-database", $"The database has the migration {unknown}, which this version of Tessera does not know. Use the version that made it, or a newer one.");
        }

        var now = new List<string>();
        foreach (var (name, sql) in files) if (await ApplyAsync(connection, name, sql, applied, cancellation)) now.Add(name);
        await RunAsync(connection, "grant select on migration to tessera_app", cancellation);
        return now;
    }

    /// <summary>The migrations of this version, by name, in the order in which they are applied.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        var assembly = typeof(Migrator).Assembly;
        return new SortedDictionary<string, string>(
            assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(n => Path.GetFileNameWithoutExtension(n[Prefix.Length..]), n => ReadAll(assembly.GetManifestResourceStream(n)!)),
            StringComparer.Ordinal);
    }

    private static async Task<bool> ApplyAsync(
        NpgsqlConnection connection, string name, string sql, Dictionary<string, string> applied, CancellationToken cancellation)
    {
        if (applied.TryGetValue(name, out var known))
        {
            return known == HashOf(sql) ? false : throw new MigrationException("migration.changed", $"The migration {name} was changed after it had been applied to this database. Undo the change and write a new migration.");
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await CarryOutAsync(connection, name, sql, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Carries these migrations out within the caller's transaction, on a schema that has had none of them.</summary>
    internal static async Task CarryOutWithinAsync(NpgsqlConnection connection, IEnumerable<KeyValuePair<string, string>> files, CancellationToken cancellation)
    {
        await EnsureRoleAsync(connection, cancellation);
        await RunAsync(connection, TableOfMigrations, cancellation);
        foreach (var (name, sql) in files) await CarryOutAsync(connection, name, sql, cancellation);
        await RunAsync(connection, "grant select on migration to tessera_app", cancellation);
    }

    /// <summary>What the database remembers of a migration beside its name.</summary>
    internal static string HashOf(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));

    private static async Task CarryOutAsync(NpgsqlConnection connection, string name, string sql, CancellationToken cancellation)
    {
        await RunAsync(connection, sql, cancellation);
        await using var remember = new NpgsqlCommand("insert into migration (name, hash) values ($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name }, new NpgsqlParameter<string> { TypedValue = HashOf(sql) } },
        };
        await remember.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task EnsureRoleAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_roles where rolname = 'tessera_app')", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is true) return;
        try
        {
            await RunAsync(connection, "create role tessera_app nologin; grant tessera_app to current_user", cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationException("migration.no-role", string.Create(CultureInfo.InvariantCulture,
                $"The database has no role tessera_app, and this connection may not create it. Let an administrator run: create role tessera_app nologin; grant tessera_app to \"{connection.UserName}\";"));
        }
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select name, hash from migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) applied[reader.GetString(0)] = reader.GetString(1);
        return applied;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string ReadAll(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
