using Npgsql;

namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The roles and the database inside the cluster. <c>tessera_owner</c> owns the tables and migrates them; <c>tessera_app</c> is
/// what the program works as, and row-level security binds it.
/// </summary>
internal static class DatabaseSetup
{
    public const string Superuser = "postgres";
    public const string Owner = "tessera_owner";
    public const string App = "tessera_app";
    public const string Database = "tessera";

    private const string Roles = """
        do $$ begin
            if not exists (select from pg_roles where rolname = 'tessera_owner') then
                create role tessera_owner login nosuperuser nobypassrls nocreaterole;
            end if;
            if not exists (select from pg_roles where rolname = 'tessera_app') then
                create role tessera_app login nosuperuser nobypassrls nocreaterole nocreatedb;
            end if;
        end $$
        """;

    private const string Extensions = """
        create extension if not exists pg_trgm;
        create extension if not exists unaccent;
        create extension if not exists btree_gist;
        """;

    /// <summary>How to connect to a server as a role.</summary>
    public static string ConnectionString(string socketFolder, string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = int.Parse(Cluster.Port, System.Globalization.CultureInfo.InvariantCulture),
        Username = role,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Completes what is missing. On a server that has everything this is one connection and one round trip.</summary>
    public static async Task CompleteAsync(string socketFolder, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(socketFolder, Database, cancellation, Extensions);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await RunAsync(socketFolder, Superuser, cancellation, Roles, $"create database {Database} owner {Owner}");
            await RunAsync(socketFolder, Database, cancellation, Extensions);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
        {
            throw EmbeddedServerException.ExtensionMissing(missing.MessageText, missing);
        }
    }

    private static async Task RunAsync(string socketFolder, string database, CancellationToken cancellation, params string[] commands)
    {
        var way = new NpgsqlConnectionStringBuilder(ConnectionString(socketFolder, Superuser, database)) { Pooling = false };
        await using var connection = new NpgsqlConnection(way.ConnectionString);
        await connection.OpenAsync(cancellation);
        foreach (var text in commands)
        {
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
