using Tessera.Features.Storage;

namespace Tessera.Web.Caching;

/// <summary>Makes pages stale when a register changes in any process of the installation, and all of them when a new day begins: standings are of a day.</summary>
public sealed class CacheEviction(Changes changes, PageCache cache, TimeProvider time) : BackgroundService
{
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

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await foreach (var office in changes.ListenAsync(cancellation)) cache.Evict(office);
    }

    private async Task TurnDaysAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            await Task.Delay(now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime + TimeSpan.FromMilliseconds(50), time, cancellation);
            cache.Evict(PageCache.Everything);
        }
    }
}
