namespace Tessera.Web.Hosting;

/// <summary>
/// Gives memory back while nobody asks for anything: an office's program serves some pages a minute, and the collector, which works when something is wanted, would keep what the busy minutes took. What counts as rest is
/// told by what was allocated, so jobs that work are not disturbed either.
/// </summary>
public sealed class Resting(TimeProvider time) : BackgroundService
{
    /// <summary>How long hardly anything must have been wanted.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var watch = new RestWatch(GC.GetTotalAllocatedBytes()); ;)
            {
                await Task.Delay(Pause, time, stoppingToken);
                if (watch.IsTime(GC.GetTotalAllocatedBytes())) GiveBack();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeMemory.GiveBack();
    }
}
