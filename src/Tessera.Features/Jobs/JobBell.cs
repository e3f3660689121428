using System.Collections.Concurrent;

namespace Tessera.Features.Jobs;

/// <summary>Tells this node that a job has something to do now, so that nobody waits for its next look. Other nodes look as ever.</summary>
public sealed class JobBell
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new();

    /// <summary>Rings for a job; several rings before somebody hears count as one.</summary>
    public void Ring(string job)
    {
        var bell = BellOf(job);
        lock (bell)
        {
            if (bell.CurrentCount == 0) bell.Release();
        }
    }

    /// <summary>Waits until it rings for a job, or for so long.</summary>
    /// <returns>Did it ring?</returns>
    public async Task<bool> WaitAsync(string job, TimeSpan most, TimeProvider time, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rung = BellOf(job).WaitAsync(waiting.Token);
        var first = await Task.WhenAny(rung, Task.Delay(most, time, waiting.Token));
        await waiting.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await rung;
            return true;
        }
        catch (OperationCanceledException) when (first != rung)
        {
            return false;
        }
    }

    private SemaphoreSlim BellOf(string job) => _bells.GetOrAdd(job, _ => new SemaphoreSlim(0, 1));
}
