using System.Globalization;
using Npgsql;
using Tessera.Features.Storage.Embedded;

namespace Tessera.Testing;

/// <summary>
/// Two clusters of an installed PostgreSQL: a primary, and a standby that has every change before the primary acknowledges it (synchronous streaming
/// replication). They listen on Unix sockets in a temporary folder, and run as an ordinary user.
/// </summary>
public sealed class StreamingPair : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const string Standby = "standby";
    private const int OldestSupported = 15;
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(30);

    private readonly string _binaries;
    private readonly string _folder;
    private readonly ClusterAccount _account;
    private int _disposed;

    private StreamingPair(string binaries, string folder, ClusterAccount account) => (_binaries, _folder, _account) = (binaries, folder, account);

    /// <summary>The folder of the installed programs, of the oldest PostgreSQL that is supported or of a newer one; null when there is none.</summary>
    public static string? Binaries { get; } = Installed().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_basebackup")));

    /// <summary>The owner's connection string, which names the standby before the primary.</summary>
    public string OwnerConnectionString => As("tessera_owner", "tessera", SocketFolder(Standby), SocketFolder("primary"));

    /// <summary>The program's, which names the standby before the primary.</summary>
    public string AppConnectionString => As("tessera_app", "tessera", SocketFolder(Standby), SocketFolder("primary"));

    /// <summary>Starts both and an empty database on them.</summary>
    public static async Task<StreamingPair> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tessera-pair-").FullName;
        var pair = new StreamingPair(Binaries!, folder, await ClusterAccount.ForAsync(Path.Combine(folder, "none"), CancellationToken.None));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => pair.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await pair._account.GiveAsync(folder, CancellationToken.None);
        await pair.StartPrimaryAsync();
        await pair.StartStandbyAsync();
        return pair;
    }

    /// <summary>From now on the standby gets nothing more, so the primary can acknowledge nothing more.</summary>
    public Task CutReplicationAsync() => QueryAsync(Standby, "alter system set primary_conninfo = ''", "select pg_reload_conf()");

    /// <summary>The primary is gone as if its machine had lost its power.</summary>
    public Task StopPrimaryAsync() => RunAsync("pg_ctl", "stop", "-D", Data("primary"), "-m", "immediate", "-w");

    /// <summary>The standby becomes the primary.</summary>
    public Task PromoteAsync() => RunAsync("pg_ctl", "promote", "-D", Data(Standby), "-w");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        foreach (var cluster in (string[])["primary", Standby])
        {
            if (File.Exists(Path.Combine(Data(cluster), "postmaster.pid"))) await RunAsync("pg_ctl", "stop", "-D", Data(cluster), "-m", "immediate", "-w");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> Installed() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) && major >= OldestSupported)
            .Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private async Task StartPrimaryAsync()
    {
        await RunAsync("initdb", "-D", Data("primary"), "-U", Superuser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und", "--no-sync", "--no-instructions");
        await StartAsync("primary");
        await QueryAsync("primary", "create role tessera_owner login nosuperuser nobypassrls", "create role tessera_app login nosuperuser nobypassrls", "create database tessera owner tessera_owner");
    }

    /// <summary>The primary waits for the standby only from here on, and the setting is not in the copy: promoted, it would wait for itself.</summary>
    private async Task StartStandbyAsync()
    {
        await RunAsync("pg_basebackup", "-D", Data(Standby), "-h", SocketFolder("primary"), "-U", Superuser, "-d", $"application_name={Standby}", "--write-recovery-conf", "--checkpoint=fast", "--no-sync");
        await StartAsync(Standby);
        await QueryAsync("primary", $"alter system set synchronous_standby_names = '{Standby}'", "select pg_reload_conf()");
        using var patience = new CancellationTokenSource(LongestCommand);
        while (!await IsSynchronousAsync()) await Task.Delay(20, patience.Token);
    }

    private async Task<bool> IsSynchronousAsync() => await QueryAsync("primary", "select exists (select from pg_stat_replication where sync_state = 'sync')") is true;

    private async Task StartAsync(string cluster)
    {
        await RunAsync("mkdir", "-p", "-m", "700", SocketFolder(cluster));
        await RunAsync("pg_ctl", "start", "-D", Data(cluster), "-w", "-l", Path.Combine(_folder, $"{cluster}.log"), "-o",
            $"-c listen_addresses='' -c unix_socket_directories={SocketFolder(cluster)} -c fsync=off -c max_connections=60 -c timezone=UTC");
    }

    private async Task<object?> QueryAsync(string cluster, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(As(Superuser, Superuser, SocketFolder(cluster)) + ";Pooling=false");
        await connection.OpenAsync();
        object? answer = null;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            answer = await command.ExecuteScalarAsync();
        }

        return answer;
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(LongestCommand);
        var full = Path.Combine(_binaries, program);
        var run = await CommandRun.OfAsync(_account.Command([File.Exists(full) ? full : program, .. arguments]), patience.Token);
        if (!run.Succeeded) throw new InvalidOperationException($"{program} ended with {run.ExitCode}: {run.Output}{Log()}");
    }

    private string Log() => string.Concat(Directory.GetFiles(_folder, "*.log").Select(File.ReadAllText));

    private string Data(string cluster) => Path.Combine(_folder, cluster);

    private string SocketFolder(string cluster) => Path.Combine(_folder, cluster == Standby ? "b" : "a");

    private static string As(string role, string database, params string[] hosts) =>
        new NpgsqlConnectionStringBuilder { Host = string.Join(',', hosts), Username = role, Database = database, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;
}
