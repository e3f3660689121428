using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>
/// The connection over which a request reads by hand, kept from one read to the next instead of being given back to the pool, cleaned there and taken again.
/// Each read says anew whose rows it works on. Whoever opens another connection meanwhile gives this one back first: nobody holds one and waits for a second.
/// </summary>
internal sealed class KeptConnection : IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private volatile bool _isOver;

    /// <summary>The connection, which is then the caller's; null when none is kept, or somebody reads over it.</summary>
    public NpgsqlConnection? Take() => Interlocked.Exchange(ref _connection, null);

    /// <summary>Keeps a connection over which a read has ended well.</summary>
    public async ValueTask PutAsync(NpgsqlConnection connection)
    {
        if (Interlocked.CompareExchange(ref _connection, connection, null) is not null) await connection.DisposeAsync();
        if (_isOver) await GiveBackAsync();
    }

    /// <summary>Gives it back to the pool; the next read takes one anew.</summary>
    public ValueTask GiveBackAsync() => Take()?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The request is over.</summary>
    public ValueTask DisposeAsync()
    {
        _isOver = true;
        return GiveBackAsync();
    }
}
