using Npgsql;
using Tessera.Features.Storage;
using Tessera.Features.Storage.Backups;
using Tessera.Features.Storage.Embedded;

namespace Tessera.Web.Commands;

/// <summary>Where an installation keeps what it keeps, as the environment says.</summary>
/// <param name="Home">The checkout or the folder of the program.</param>
/// <param name="DataFolder">TESSERA_DATA, else <c>.tessera</c> in <see cref="Home"/>.</param>
/// <param name="ConnectionString">TESSERA_DATABASE: a server of one's own instead of the embedded one; null for the embedded one.</param>
/// <param name="OwnerConnectionString">TESSERA_DATABASE_OWNER: of the role that owns the tables, where it is not the same.</param>
public sealed record Installation(string Home, string DataFolder, string? ConnectionString, string? OwnerConnectionString)
{
    /// <summary>The folder of the example offices.</summary>
    public string Examples => Path.Combine(Home, "examples");

    /// <summary>Reads the environment.</summary>
    public static Installation FromEnvironment()
    {
        var home = Value("TESSERA_HOME") ?? Directory.GetCurrentDirectory();
        return new Installation(home, Path.GetFullPath(Value("TESSERA_DATA") ?? Path.Combine(home, ".tessera")), Value("TESSERA_DATABASE"), Value("TESSERA_DATABASE_OWNER"));
    }

    /// <summary>Opens the database for the program that serves: the embedded server belongs to it until it is disposed.</summary>
    public Task<OpenedDatabase> OpenToServeAsync(CancellationToken cancellation) => OpenAsync(EmbeddedServer.StartAsync, cancellation);

    /// <summary>Opens the database for a command, beside a program that may be serving.</summary>
    public Task<OpenedDatabase> OpenAsync(CancellationToken cancellation) => OpenAsync(EmbeddedServer.JoinOrStartAsync, cancellation);

    private async Task<OpenedDatabase> OpenAsync(Func<EmbeddedServerOptions, CancellationToken, Task<EmbeddedServer>> start, CancellationToken cancellation)
    {
        if (ConnectionString is { } own) return new OpenedDatabase(null, AsProgramRole(own), OwnerConnectionString ?? own);
        var server = await start(new EmbeddedServerOptions { DataFolder = DataFolder, Home = Home }, cancellation);
        return new OpenedDatabase(server, server.AppConnectionString, server.OwnerConnectionString);
    }

    private static string AsProgramRole(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = string.IsNullOrEmpty(builder.Options) ? "-c role=tessera_app" : builder.Options + " -c role=tessera_app";
        return builder.ConnectionString;
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>A database that is open, with the embedded server behind it where there is one.</summary>
public sealed class OpenedDatabase(EmbeddedServer? server, string app, string owner) : IAsyncDisposable
{
    /// <summary>The database as the program's role sees it.</summary>
    public Database Database { get; } = new(app);

    /// <summary>Is it the embedded server?</summary>
    public bool IsEmbedded => server is not null;

    /// <summary>Brings the schema up to date.</summary>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation) => Migrator.MigrateAsync(owner, cancellation);

    /// <summary>Writes backups of it.</summary>
    public BackupWriter Backups(TimeProvider time) => new(owner, time);

    /// <summary>Makes it what a backup says.</summary>
    public Restorer Restorer() => new(owner);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (server is not null) await server.DisposeAsync();
    }
}
