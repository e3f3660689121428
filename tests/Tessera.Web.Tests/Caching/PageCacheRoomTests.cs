using Tessera.Web.Caching;
using Xunit;

namespace Tessera.Web.Tests.Caching;

/// <summary>What the cache has room for, and that nothing slips in beside a change.</summary>
public sealed class PageCacheRoomTests
{
    [Fact]
    public void Keep_OfOneEnormousPage_DoesNotDriveOutTheRest()
    {
        var cache = new PageCache(most: 100_000);
        cache.Keep("small", Page(cache, 5_000));
        cache.Keep("enormous", Page(cache, 60_000));
        Assert.NotNull(cache.Find("small"));
        Assert.Null(cache.Find("enormous"));
    }

    [Fact]
    public void Keep_OfTheSamePageAgain_CountsItOnce()
    {
        var cache = new PageCache();
        cache.Keep("one", Page(cache, 5_000));
        var size = cache.Size;
        cache.Keep("one", Page(cache, 5_000));
        Assert.Equal(size, cache.Size);
        cache.Evict("office");
        Assert.Equal(0, cache.Size);
    }

    [Fact]
    public async Task Evict_FromManyThreadsAtOnce_NeverLeavesAPageBegunBefore()
    {
        var cache = new PageCache();
        for (var round = 0; round < 200; round++)
        {
            var begun = Page(cache, 100);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => cache.Evict("office"), TestContext.Current.CancellationToken)));
            cache.Keep("one", begun);
            Assert.Null(cache.Find("one"));
            Assert.True(cache.IsStale(begun));
            var between = Page(cache, 100);
            Assert.False(cache.IsStale(between));
        }
    }

    private static CachedResponse Page(PageCache cache, int bytes) => new(new byte[bytes], [], "office", cache.Generation);
}
