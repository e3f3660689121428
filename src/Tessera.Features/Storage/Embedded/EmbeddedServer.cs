using System.Diagnostics;

namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The private PostgreSQL server of a data folder. It listens on a Unix socket in a folder of its own and stops when this is
/// disposed. A program that is killed leaves the server running; the next one takes it over.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly DataFolder _data;
    private readonly Cluster _cluster;
    private readonly PostmasterFile _server;
    private readonly bool _stopsAlways;
    private FileStream? _lock;

    private EmbeddedServer(DataFolder data, Cluster cluster, PostmasterFile server, FileStream held, bool stopsAlways) =>
        (_data, _cluster, _server, _lock, _stopsAlways) = (data, cluster, server, held, stopsAlways);

    /// <summary>For the migrator: the role that owns the database and its tables.</summary>
    public string OwnerConnectionString => ConnectionString(DatabaseSetup.Owner, DatabaseSetup.Database);

    /// <summary>For the program: a role that is subject to row-level security.</summary>
    public string AppConnectionString => ConnectionString(DatabaseSetup.App, DatabaseSetup.Database);

    /// <summary>For tests and for care of the server: the superuser, in the database <c>postgres</c>.</summary>
    public string SuperuserConnectionString => ConnectionString(DatabaseSetup.Superuser, DatabaseSetup.Superuser);

    /// <summary>The private folder that holds the socket.</summary>
    public string SocketFolder => _server.SocketFolder;

    /// <summary>The process id of the server.</summary>
    public int ProcessId => _server.ProcessId;

    /// <summary>Starts the server for a program that serves: one per data folder.</summary>
    /// <exception cref="EmbeddedServerException">Among others <c>embedded.folder-in-use</c>, naming the process.</exception>
    public static async Task<EmbeddedServer> StartAsync(EmbeddedServerOptions options, CancellationToken cancellation = default)
    {
        var data = DataFolder.Open(options.DataFolder);
        var held = data.TryOwn() ?? throw EmbeddedServerException.FolderInUse(data.Location, data.OwnerProcess());
        return await StartAsync(data, options, held, stopsAlways: true, cancellation);
    }

    /// <summary>
    /// For a command: uses the server that a running program has, and leaves it running; else starts one for as long as the
    /// command, or the last of several commands, takes.
    /// </summary>
    public static async Task<EmbeddedServer> JoinOrStartAsync(EmbeddedServerOptions options, CancellationToken cancellation = default)
    {
        var data = DataFolder.Open(options.DataFolder);
        var cluster = new Cluster(data, options);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < options.StartTimeout; await Task.Delay(s_pause, cancellation))
        {
            if (data.TryOwn() is { } held)
            {
                return await StartAsync(data, options, held, stopsAlways: false, cancellation);
            }

            var visit = data.TryVisit();
            if (visit is not null && await cluster.RunningAsync(cancellation) is { IsReady: true } server && await HasDatabaseAsync(server, cancellation))
            {
                return new EmbeddedServer(data, cluster, server, visit, stopsAlways: false);
            }

            visit?.Dispose();
        }

        throw EmbeddedServerException.FolderInUse(data.Location, data.OwnerProcess());
    }

    /// <summary>Stops the server, unless another process still needs it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lock, null) is not { } held)
        {
            return;
        }

        if (_stopsAlways)
        {
            await using (held)
            {
                await _cluster.StopAsync(_server);
            }

            return;
        }

        await held.DisposeAsync();
        await StopAsLastAsync();
    }

    private static async Task<EmbeddedServer> StartAsync(
        DataFolder data, EmbeddedServerOptions options, FileStream held, bool stopsAlways, CancellationToken cancellation)
    {
        var cluster = new Cluster(data, options);
        PostmasterFile? server = null;
        try
        {
            server = await cluster.StartAsync(cancellation);
            await DatabaseSetup.CompleteAsync(server.SocketFolder, cancellation);
            return new EmbeddedServer(data, cluster, server, held, stopsAlways);
        }
        catch (Exception)
        {
            await using (held)
            {
                await (server is null ? Task.CompletedTask : cluster.StopAsync(server));
            }

            throw;
        }
    }

    /// <summary>
    /// The last one out switches off the light. Who finds guests gives the ownership back and looks again: a guest who left in
    /// between could not become the owner.
    /// </summary>
    private async Task StopAsLastAsync()
    {
        while (_data.TryOwn() is { } owned)
        {
            await using (owned)
            {
                await using var closed = _data.TryCloseToGuests();
                if (closed is not null)
                {
                    await _cluster.StopAsync(_server);
                    return;
                }
            }

            await using var deserted = _data.TryCloseToGuests();
            if (deserted is null)
            {
                return;
            }
        }
    }

    private static async Task<bool> HasDatabaseAsync(PostmasterFile server, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new Npgsql.NpgsqlConnection(
                DatabaseSetup.ConnectionString(server.SocketFolder, DatabaseSetup.App, DatabaseSetup.Database) + ";Pooling=false");
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (Npgsql.NpgsqlException)
        {
            return false;
        }
    }

    private string ConnectionString(string role, string database) =>
        DatabaseSetup.ConnectionString(_server.SocketFolder, role, database);
}
