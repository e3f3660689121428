using Tessera.Features.Storage;

namespace Tessera.Web.Caching;

/// <summary>Makes pages stale when a register changes in any process of the installation, and all of them when a new day begins: standings are of a day.</summary>
public sealed class CacheEviction(Changes changes, PageCache cache, TimeProvider time, ILogger<CacheEviction> log) : BackgroundService
{
    /// <summary>A machine that slept through midnight learns of the new day this long after waking.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), TurnDaysAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    /// <summary>A cache that hears of no change would show old registers for ever: whatever ends the listening, everything is stale and it begins again.</summary>
    private async Task ListenAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await foreach (var office in changes.ListenAsync(cancellation)) cache.Evict(office);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(failure, "Listening for changes ended; it begins again.");
            }

            cache.Evict(PageCache.Everything);
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private async Task TurnDaysAsync(CancellationToken cancellation)
    {
        var day = Today;
        while (true)
        {
            var untilMidnight = TimeSpan.FromDays(1) - time.GetUtcNow().TimeOfDay;
            await Task.Delay(untilMidnight < LongestWait ? untilMidnight : LongestWait, time, cancellation);
            if (Today == day) continue;
            day = Today;
            cache.Evict(PageCache.Everything);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
