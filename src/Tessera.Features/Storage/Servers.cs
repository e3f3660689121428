using System.Diagnostics;
using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>
/// The server that a connection string names, or the several of which one may be written to at a time: a primary and its standbys. Opening a connection
/// waits while none answers, since nothing has been asked of the database yet; what was asked is never sent a second time from here.
/// </summary>
internal sealed class Servers : IAsyncDisposable
{
    /// <summary>How long opening waits, counted for everybody from the moment the database was first missed: later comers are told at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A machine that is gone does not even refuse; the other one is to be asked soon.
    private const int SecondsForEachOfSeveral = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly NpgsqlMultiHostDataSource? _several;
    private readonly TimeSpan _patience;
    private long _missedSince;

    public Servers(NpgsqlConnectionStringBuilder said, TimeSpan? patience = null)
    {
        _patience = patience ?? Patience;
        var builder = new NpgsqlConnectionStringBuilder(said.ConnectionString);
        var isOfSeveral = builder.Host?.Contains(',', StringComparison.Ordinal) == true;
        if (!isOfSeveral) builder.TargetSessionAttributes = null;
        else if (builder.TargetSessionAttributes is null or "any") builder.TargetSessionAttributes = "primary";
        if (isOfSeveral && !builder.ShouldSerialize("Timeout")) builder.Timeout = SecondsForEachOfSeveral;
        var making = new NpgsqlDataSourceBuilder(builder.ConnectionString);
        _several = isOfSeveral ? making.BuildMultiHost() : null;
        Source = _several ?? making.Build();
    }

    /// <summary>Connections to the server that may be written to.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A connection that is open.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = Source.CreateConnection();
        try
        {
            await OpenAsync(connection, null, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a connection, and greets: what is said to every session may be said again to the next when this one turns out to be dead.</summary>
    public async Task OpenAsync(NpgsqlConnection connection, NpgsqlBatch? greeting, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await TryOpenAsync(connection, greeting, begun, cancellation)) await Task.Delay(Pause, cancellation);
    }

    /// <summary>Idle connections may be dead without knowing it, and another server may be the primary: nothing of what is known is relied on any more.</summary>
    public void Forget()
    {
        Source.Clear();
        _several?.ClearDatabaseStates();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private async Task<bool> TryOpenAsync(NpgsqlConnection connection, NpgsqlBatch? greeting, long begun, CancellationToken cancellation)
    {
        try
        {
            await connection.OpenAsync(cancellation);
            if (greeting is not null) await greeting.ExecuteNonQueryAsync(cancellation);
            Volatile.Write(ref _missedSince, 0);
            return true;
        }
        catch (NpgsqlException missed) when (DatabaseLoss.IsCauseOf(missed))
        {
            await connection.CloseAsync();
            // Npgsql would pass a standby by for ten seconds, also when it has been promoted meanwhile.
            _several?.ClearDatabaseStates();
            if (!MayWait(begun)) throw;
            return false;
        }
    }

    /// <summary>Others may get through meanwhile, so each is also told in its own time.</summary>
    private bool MayWait(long begun)
    {
        var now = Stopwatch.GetTimestamp();
        var since = Interlocked.CompareExchange(ref _missedSince, now, 0);
        return Stopwatch.GetElapsedTime(since == 0 ? now : since, now) < _patience && Stopwatch.GetElapsedTime(begun, now) < _patience;
    }
}
