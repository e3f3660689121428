using System.Globalization;
using Npgsql;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Embedded;

namespace Tessera.Testing;

/// <summary>
/// A real PostgreSQL for the tests of one assembly: a disposable cluster in a temporary folder, with a migrated template database that is cloned for each
/// test class. The environment variable TESSERA_TEST_SERVER (a superuser's connection string) names another server instead.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private const string Template = "tessera_template";
    private static readonly Lazy<Task<TestServer>> Shared = new(StartAsync);
    private static int _databases;

    private readonly EmbeddedServer? _server;
    private readonly string _superuser;
    private readonly string? _folder;
    private readonly SemaphoreSlim _cloning = new(1);
    private int _disposed;

    private TestServer(EmbeddedServer? server, string superuser, string? folder) => (_server, _superuser, _folder) = (server, superuser, folder);

    /// <summary>The server that all the tests of this process use; it is stopped when the process ends.</summary>
    public static Task<TestServer> SharedAsync() => Shared.Value;

    /// <summary>A database of its own, migrated and empty.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"tessera_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await _cloning.WaitAsync();
        try
        {
            await RunAsync(_superuser, $"create database {name} template {Template} owner tessera_owner");
        }
        finally
        {
            _cloning.Release();
        }

        return new TestDatabase(As("tessera_owner", name), As("tessera_app", name), () => RunAsync(_superuser, $"drop database if exists {name} with (force)"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
        _cloning.Dispose();
    }

    /// <summary>A server of its own from other binaries, such as an installed PostgreSQL's.</summary>
    public static Task<TestServer> StartOnAsync(string binaries) => PrepareAsync(StartClusterAsync(binaries));

    private static Task<TestServer> StartAsync() => PrepareAsync(ConnectAsync());

    private static async Task<TestServer> PrepareAsync(Task<TestServer> connecting)
    {
        var server = await connecting;
        await RunAsync(server._superuser, $"drop database if exists {Template} with (force)");
        await RunAsync(server._superuser, $"create database {Template} owner tessera_owner");
        await Migrator.MigrateAsync(server.As("tessera_owner", Template) + ";Pooling=false", CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    private static async Task<TestServer> ConnectAsync()
    {
        if (Environment.GetEnvironmentVariable("TESSERA_TEST_SERVER") is { Length: > 0 } other)
        {
            foreach (var role in (string[])["tessera_owner", "tessera_app"]) await EnsureRoleAsync(other, role);
            return new TestServer(null, other, null);
        }

        return await StartClusterAsync(binaries: null);
    }

    private static async Task<TestServer> StartClusterAsync(string? binaries)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-test-").FullName;
        var server = await EmbeddedServer.StartAsync(new EmbeddedServerOptions { DataFolder = folder, Binaries = binaries, IsDisposable = true, MaxConnections = 100 });
        return new TestServer(server, server.SuperuserConnectionString, folder);
    }

    private static Task EnsureRoleAsync(string superuser, string role) =>
        RunAsync(superuser, $"do $$ begin if not exists (select from pg_roles where rolname = '{role}') then create role {role} login nosuperuser nobypassrls; end if; end $$");

    private string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(_superuser) { Username = role, Database = database, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A database for one test class.</summary>
public sealed class TestDatabase(string owner, string app, Func<Task> drop) : IAsyncDisposable
{
    private readonly Lazy<Database> _database = new(() => new Database(app));

    /// <summary>Of the role that owns the tables.</summary>
    public string OwnerConnectionString => owner;

    /// <summary>Of the program's role, which is subject to row-level security.</summary>
    public string AppConnectionString => app;

    /// <summary>The database as the program uses it.</summary>
    public Database Database => _database.Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated) await _database.Value.DisposeAsync();
        await drop();
    }
}
