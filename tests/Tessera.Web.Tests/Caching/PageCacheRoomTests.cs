using System.IO.Compression;
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

    [Fact]
    public void Bodies_OfAPageThatWasKept_AreAllTheSamePage()
    {
        var text = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"<li>Székelyudvarhely {i}</li>")));
        var page = new CachedResponse(text, [], "office", 1);
        var (plain, brotli, gzip) = (page.For(""), page.For("br"), page.For("gzip"));
        Assert.Equal(text, plain.Bytes);
        Assert.Equal(text.Length, plain.Length);
        Assert.Equal(text, Unpacked(new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress)));
        Assert.Equal(text, Unpacked(new GZipStream(new MemoryStream(gzip.Bytes), CompressionMode.Decompress)));
        Assert.True(page.Size < text.Length / 2, $"{page.Size} bytes are kept of {text.Length}");
    }

    private static byte[] Unpacked(Stream packed)
    {
        using var whole = new MemoryStream();
        using (packed) packed.CopyTo(whole);
        return whole.ToArray();
    }

    private static CachedResponse Page(PageCache cache, int bytes)
    {
        var body = new byte[bytes];
        new Random(bytes).NextBytes(body);
        return new CachedResponse(body, [], "office", cache.Generation);
    }
}
