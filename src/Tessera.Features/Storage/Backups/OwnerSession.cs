using System.Data;
using Npgsql;

namespace Tessera.Features.Storage.Backups;

/// <summary>
/// A connection of the role that owns the tables, for work that may take hours: without time limits of its own, but it waits for no lock longer than
/// ten seconds. Values are written and read in the same way whatever the server is set to.
/// </summary>
internal sealed class OwnerSession : IAsyncDisposable
{
    private const string Settings = """
        set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s'; set search_path = public; set timezone = 'UTC';
        set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set xmloption = 'content';
        set synchronize_seqscans = off
        """;

    private OwnerSession(NpgsqlConnection connection) => Connection = connection;

    /// <summary>The connection; nothing else uses it.</summary>
    public NpgsqlConnection Connection { get; }

    public static async Task<OwnerSession> OpenAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        var way = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false, CommandTimeout = 0, Encoding = "UTF8", ClientEncoding = "UTF8" };
        var session = new OwnerSession(new NpgsqlConnection(way.ConnectionString));
        await session.Connection.OpenAsync(cancellation);
        await session.RunAsync(Settings, cancellation);
        return session;
    }

    public async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var command = new NpgsqlCommand(sql, Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Lets its locks go before it says that it has ended: a server with much to do notices a closed connection only some time later.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Connection.State is ConnectionState.Open) await RunAsync("select pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // Within a transaction that failed nothing is carried out; then the locks end with the connection.
        }

        await Connection.DisposeAsync();
    }
}
