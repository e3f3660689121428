namespace Tessera.Features.Storage.Embedded;

/// <summary>The private PostgreSQL could not be started or stopped. <see cref="Code"/> is stable, the message is a full sentence for the terminal.</summary>
public sealed class EmbeddedServerException : Exception
{
    private EmbeddedServerException(string code, string message, string[] arguments, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>A stable name of what is wrong, for example <c>embedded.folder-in-use</c>.</summary>
    public string Code { get; }

    /// <summary>What the sentence names: folders, process ids, versions.</summary>
    public IReadOnlyList<string> Arguments { get; }

    internal static EmbeddedServerException BinariesMissing(string looked) => new(
        "embedded.binaries-missing",
        $"No PostgreSQL 15 or newer was found (looked in {looked}). Run `npm ci` in the checkout, install the package postgresql, or set TESSERA_POSTGRES to a folder with initdb and postgres.",
        [looked]);

    internal static EmbeddedServerException BinariesUnusable(string folder, string reason) => new(
        "embedded.binaries-unusable",
        $"The PostgreSQL programs in {folder} cannot be used: {reason}. Set TESSERA_POSTGRES to a folder with initdb and postgres, version 15 or newer.",
        [folder, reason]);

    internal static EmbeddedServerException DiskFull(string folder, Exception? cause = null) => new(
        "embedded.disk-full",
        $"The disk that holds {folder} is full. Free about 200 MB there, or set TESSERA_DATA to a folder on another disk.",
        [folder], cause);

    internal static EmbeddedServerException FolderNotWritable(string folder, Exception? cause = null) => new(
        "embedded.folder-not-writable",
        $"The data folder {folder} cannot be written by the user who runs Tessera. Give that user the folder (chown -R), or set TESSERA_DATA to another one.",
        [folder], cause);

    internal static EmbeddedServerException FolderInUse(string folder, string processId) => new(
        "embedded.folder-in-use",
        $"The data folder {folder} is in use by another Tessera, process {processId}. Stop that one first, or set TESSERA_DATA to another folder.",
        [folder, processId]);

    internal static EmbeddedServerException VersionMismatch(string folder, string cluster, string binaries) => new(
        "embedded.version-mismatch",
        $"The database in {folder} was made by PostgreSQL {cluster}, but only PostgreSQL {binaries} was found. Install version {cluster} or set TESSERA_POSTGRES to its bin folder; to move to {binaries}, dump with the old version and restore.",
        [folder, cluster, binaries]);

    internal static EmbeddedServerException SocketPathTooLong(string path, int limit) => new(
        "embedded.socket-path-too-long",
        $"The socket path {path} is longer than the {limit} bytes that the operating system allows. Set TMPDIR to a shorter folder.",
        [path]);

    internal static EmbeddedServerException SocketFolderForeign(string folder) => new(
        "embedded.socket-folder-foreign",
        $"The socket folder {folder} exists already and belongs to somebody else, or is not a private folder (mode 0700). Remove it, or set TMPDIR to a folder of your own.",
        [folder]);

    internal static EmbeddedServerException RootWithoutSetpriv() => new(
        "embedded.root-without-setpriv",
        "PostgreSQL refuses to run as root, and the program setpriv (package util-linux) that would run it as another user is missing. Install it, or run Tessera as an ordinary user.",
        []);

    internal static EmbeddedServerException NoOrdinaryUser() => new(
        "embedded.no-ordinary-user",
        "PostgreSQL refuses to run as root, and neither the user postgres nor the user nobody exists. Create one of them, or run Tessera as an ordinary user.",
        []);

    internal static EmbeddedServerException InitFailed(string folder, string reason) => new(
        "embedded.init-failed", $"The database could not be created in {folder}: {reason}", [folder, reason]);

    internal static EmbeddedServerException StartFailed(string log, string reason) => new(
        "embedded.start-failed", $"The database server did not start: {reason} The whole story is in {log}.", [log, reason]);

    internal static EmbeddedServerException StopFailed(string folder, int processId) => new(
        "embedded.stop-failed",
        $"The database server of {folder} (process {processId}) did not stop. Stop it with `kill -QUIT {processId}`.",
        [folder, $"{processId}"]);

    internal static EmbeddedServerException ExtensionMissing(string reason, Exception cause) => new(
        "embedded.extension-missing",
        $"PostgreSQL lacks an extension that Tessera needs (pg_trgm, unaccent, btree_gist): {reason}. Install the package postgresql-contrib of the same version.",
        [reason], cause);
}
