namespace Tessera.Features.Storage.Embedded;

/// <summary>The settings that the program gives its server on the command line, so that none is left behind in the cluster.</summary>
internal static class ServerSettings
{
    // Whoever can reach the socket in its private folder is the program or its administrator.
    public const string HostBasedAuthentication = "# Written by Tessera: the socket lies in a private folder, nothing else is listened to.\nlocal all all trust\n";

    public static IEnumerable<string> Arguments(EmbeddedServerOptions options, string socketFolder) =>
        Settings(options, socketFolder).SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" });

    private static IEnumerable<(string Name, string Value)> Settings(EmbeddedServerOptions options, string socketFolder)
    {
        yield return ("listen_addresses", "");
        yield return ("port", Cluster.Port);
        yield return ("unix_socket_directories", $"\"{socketFolder.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        yield return ("unix_socket_permissions", "0700");
        yield return ("max_connections", $"{options.MaxConnections}");
        yield return ("shared_buffers", $"{options.SharedBuffersMegabytes}MB");
        yield return ("timezone", "UTC");
        yield return ("log_timezone", "UTC");
        yield return ("lc_messages", "C");
        yield return ("logging_collector", "off");
        yield return ("log_checkpoints", "off");
        // Compiling a plan costs more than any query of an office runs.
        yield return ("jit", "off");
        if (options.IsDisposable)
        {
            yield return ("fsync", "off");
            yield return ("synchronous_commit", "off");
            yield return ("full_page_writes", "off");
            yield return ("wal_level", "minimal");
            yield return ("max_wal_senders", "0");
        }
    }
}
