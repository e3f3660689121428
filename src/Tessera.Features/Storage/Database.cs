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
    private readonly DbContextOptions<TesseraDb> _options;

    /// <param name="connectionString">Of the program's own role, which is subject to row-level security.</param>
    public Database(string connectionString)
    {
        Source = new NpgsqlDataSourceBuilder(Prepared(connectionString)).Build();
        _options = new DbContextOptionsBuilder<TesseraDb>()
            .UseNpgsql(Source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SayWhoReads())
            .Options;
    }

    /// <summary>Connections of the program's role, which has said no office.</summary>
    public NpgsqlDataSource Source { get; }

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

    /// <summary>
    /// Does once, beside the start of the server, what the first page would wait for: the model is built and queries are translated. No connection is
    /// opened.
    /// </summary>
    public static void WarmUp()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=/nowhere");
        using var db = new TesseraDb(new DbContextOptionsBuilder<TesseraDb>().UseNpgsql(nowhere).AddInterceptors(new SayWhoReads()).Options);
        _ = db.Memberships.Include(m => m.Organisation).Include(m => m.Source).OrderBy(m => m.Position).ToQueryString();
        _ = db.SettlementRelations.Include(r => r.Settlement).ThenInclude(p => p!.Source).OrderBy(r => r.Position).ToQueryString();
    }

    /// <summary>What is asked often is planned once for each connection, where the connection string says nothing else.</summary>
    private static string Prepared(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = PreparedStatements;
        return builder.ConnectionString;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private sealed class SayWhoReads : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection, eventData.Context);
            command?.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = Command(connection, eventData.Context);
            if (command is not null) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        private static NpgsqlBatch? Command(DbConnection connection, DbContext? context) =>
            context is TesseraDb { Office: not null } or TesseraDb { IsHost: true } or TesseraDb { Account: not null } ? ((TesseraDb)context).SayWho((NpgsqlConnection)connection) : null;
    }
}
