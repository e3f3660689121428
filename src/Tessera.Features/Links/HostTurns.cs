using System.Collections.Concurrent;

namespace Tessera.Features.Links;

/// <summary>Asks each host one thing at a time, with a pause between.</summary>
internal sealed class HostTurns(TimeSpan pause, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Does something with a host when its turn has come.</summary>
    public async Task<T> TakeAsync<T>(string host, Func<Task<T>> ask, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(host, _ => new Turn());
        await turn.Gate.WaitAsync(cancellation);
        try
        {
            if (turn.LastEnd is { } end && time.GetElapsedTime(end) is var gone && gone < pause) await Task.Delay(pause - gone, time, cancellation);
            return await ask();
        }
        finally
        {
            turn.LastEnd = time.GetTimestamp();
            turn.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var turn in _turns.Values) turn.Gate.Dispose();
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? LastEnd { get; set; }
    }
}
