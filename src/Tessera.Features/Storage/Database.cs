using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>
/// The one way to the tables: a unit of work in the name of an office, of the host, or of nobody. What a session may see is
/// said to PostgreSQL whenever a connection is opened, and Npgsql discards it before a pooled connection is used again.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private const int PreparedStatements = 100;
    private const int SecondsOfSilence = 10;
    private readonly NpgsqlConnectionStringBuilder _said;
    private readonly Servers _servers;
    private readonly AsyncLocal<KeptConnection?> _kept = new();
    private readonly DbContextOptions<TesseraDb> _options;

    /// <param name="connectionString">Of the program's own role, which is subject to row-level security; several hosts are a primary and its standbys.</param>
    /// <param name="patience">How long a unit of work waits for a database that is away; null for ten seconds.</param>
    public Database(string connectionString, TimeSpan? patience = null)
    {
        _said = new NpgsqlConnectionStringBuilder(connectionString);
        _servers = new Servers(Prepared(_said), patience);
        _options = new DbContextOptionsBuilder<TesseraDb>()
            .UseNpgsql(Source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SayWhoReads(_servers, _kept))
            .Options;
    }

    /// <summary>Connections of the program's role, which has said no office. Opening one does not wait for a database that is away.</summary>
    public NpgsqlDataSource Source => _servers.Source;

    /// <summary>Until it is disposed of, what the caller and those it calls read by hand goes over one connection.</summary>
    public IAsyncDisposable KeepConnection() => _kept.Value = new KeptConnection();

    /// <summary>A unit of work that sees the shared directory and the index of offices, and no register.</summary>
    internal TesseraDb Public() => new(_options);

    /// <summary>A unit of work that sees and writes this office's rows, and reads what is shared.</summary>
    internal TesseraDb ForOffice(int office) => new(_options) { Office = office };

    /// <summary>A unit of work that sees in which offices this account has a role.</summary>
    internal TesseraDb ForAccount(Guid account) => new(_options) { Account = account };

    /// <summary>A unit of work of the host: it may create offices and write the shared directory.</summary>
    internal TesseraDb ForHost() => new(_options) { IsHost = true };

    /// <summary>Queries that are sent together, after the session has said whose rows it works on; the first result is empty of meaning.</summary>
    internal static NpgsqlBatch BatchFor(int office, NpgsqlConnection connection, params ReadOnlySpan<string> queries)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(TesseraDb.SayWho(office, isHost: false));
        foreach (var query in queries) batch.BatchCommands.Add(new NpgsqlBatchCommand(query));
        return batch;
    }

    /// <summary>Reads by hand. What only reads may be asked again: once more, when the connection from the pool turns out to be dead.</summary>
    internal async Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await ReadOnceAsync(read, cancellation);
        }
        catch (NpgsqlException dead) when (DatabaseLoss.IsOfConnection(dead))
        {
            return await ReadOnceAsync(read, cancellation);
        }
    }

    /// <summary>A connection of the host to work on by hand, where EF Core would be too slow; it waits for a database that is away.</summary>
    internal async Task<NpgsqlConnection> OpenForHostAsync(CancellationToken cancellation)
    {
        var connection = await _servers.OpenAsync(cancellation);
        await using var who = new NpgsqlBatch(connection) { BatchCommands = { TesseraDb.SayWho(null, isHost: true) } };
        await who.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>Connections to listen with: nothing is sent on them for days, so each asks now and then whether the server is still there.</summary>
    internal Servers ToListen()
    {
        var builder = new NpgsqlConnectionStringBuilder(_said.ConnectionString) { Pooling = false };
        if (builder.KeepAlive == 0) builder.KeepAlive = SecondsOfSilence;
        builder.CommandTimeout = builder.KeepAlive;
        return new Servers(builder, TimeSpan.Zero);
    }

    /// <summary>To be called by who finds a connection dead: the next ones are opened anew, on the server that is now the primary.</summary>
    internal void Forget() => _servers.Forget();

    /// <summary>
    /// Does once, beside the start of the server, what the first page would wait for: the model is built and queries are translated. No connection is
    /// opened.
    /// </summary>
    public static void WarmUp()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=/nowhere");
        using var db = new TesseraDb(new DbContextOptionsBuilder<TesseraDb>().UseNpgsql(nowhere).Options);
        _ = db.Memberships.Include(m => m.Organisation).Include(m => m.Source).OrderBy(m => m.Position).ToQueryString();
        _ = db.SettlementRelations.Include(r => r.Settlement).ThenInclude(p => p!.Source).OrderBy(r => r.Position).ToQueryString();
    }

    /// <summary>What is asked often is planned once for each connection, where the connection string says nothing else.</summary>
    private static NpgsqlConnectionStringBuilder Prepared(NpgsqlConnectionStringBuilder said)
    {
        var builder = new NpgsqlConnectionStringBuilder(said.ConnectionString);
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = PreparedStatements;
        return builder;
    }

    private async Task<T> ReadOnceAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var kept = _kept.Value;
        var connection = kept?.Take() ?? await _servers.OpenAsync(cancellation);
        try
        {
            var found = await read(connection, cancellation);
            if (kept is null) return found;
            await kept.PutAsync(connection);
            connection = null;
            return found;
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    /// <summary>Opens a unit of work's connection, waiting for a database that is away. Who opens without await does not wait, since a thread would.</summary>
    private sealed class SayWhoReads(Servers servers, AsyncLocal<KeptConnection?> kept) : DbConnectionInterceptor
    {
        public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (kept.Value is { } idle) await idle.GiveBackAsync();
            await using var command = Command(connection, eventData.Context);
            await servers.OpenAsync((NpgsqlConnection)connection, command, cancellationToken).ConfigureAwait(false);
            return InterceptionResult.Suppress();
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection, eventData.Context);
            command?.ExecuteNonQuery();
        }

        private static NpgsqlBatch? Command(DbConnection connection, DbContext? context) =>
            context is TesseraDb { Office: not null } or TesseraDb { IsHost: true } or TesseraDb { Account: not null } ? ((TesseraDb)context).SayWho((NpgsqlConnection)connection) : null;
    }
}
