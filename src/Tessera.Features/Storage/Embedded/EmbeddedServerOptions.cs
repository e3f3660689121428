namespace Tessera.Features.Storage.Embedded;

/// <summary>How the private PostgreSQL of a data folder is set up. Only the folder has to be said.</summary>
public sealed record EmbeddedServerOptions
{
    /// <summary>The program's data folder. The cluster lives in <c>postgres</c> below it, its log in <c>postgres.log</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A folder with <c>initdb</c> and <c>postgres</c>; without it the environment variable TESSERA_POSTGRES,
    /// then the npm package, then an installed PostgreSQL.</summary>
    public string? Binaries { get; init; }

    /// <summary>The folder whose <c>node_modules</c> is looked into first; without it TESSERA_HOME, then the folders above the program.</summary>
    public string? Home { get; init; }

    /// <summary>The folder in which the socket folder is made; without it TMPDIR, or /tmp where TMPDIR would be too long.</summary>
    public string? SocketRoot { get; init; }

    /// <summary>True for a cluster that nobody will miss (tests): it never waits for the disk, so a power cut may spoil it.</summary>
    public bool IsDisposable { get; init; }

    /// <summary>How many connections the server accepts at once.</summary>
    public int MaxConnections { get; init; } = 50;

    /// <summary>The server's own page cache; the operating system's cache works behind it.</summary>
    public int SharedBuffersMegabytes { get; init; } = 48;

    /// <summary>How long a start may take; recovery after a crash is the only thing that ever takes longer than a second.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(3);
}
