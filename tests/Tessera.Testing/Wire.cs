using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tessera.Testing;

/// <summary>A network between a program and its PostgreSQL that can lose what is sent without telling either side, as a firewall does that has forgotten a connection.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Connection> _connections = [];
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Task _accepting;

    /// <param name="connectionString">Of the server, which listens on a Unix socket.</param>
    public Wire(string connectionString)
    {
        _server = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The way to the server over this wire.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;

    /// <summary>From now on nothing comes through what is connected, and nothing is closed; new connections are as good as ever.</summary>
    public void LoseConnectionsSilently()
    {
        foreach (var connection in _connections) connection.IsLost = true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections) connection.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_stop.Token);
                var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await far.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_server.Host!, $".s.PGSQL.{_server.Port}")), _stop.Token);
                var connection = new Connection(near, far);
                _connections.Add(connection);
                _ = connection.CarryAsync(near, far, _stop.Token);
                _ = connection.CarryAsync(far, near, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private sealed class Connection(Socket near, Socket far) : IDisposable
    {
        private volatile bool _isLost;

        public bool IsLost
        {
            set => _isLost = value;
        }

        public async Task CarryAsync(Socket from, Socket to, CancellationToken cancellation)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await from.ReceiveAsync(buffer, cancellation) is > 0 and var count)
                {
                    if (!_isLost) await to.SendAsync(buffer.AsMemory(0, count), cancellation);
                }

                if (!_isLost) Dispose();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                if (!_isLost) Dispose();
            }
        }

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
