using Tessera.Web.Caching;
using Xunit;

namespace Tessera.Web.Tests.Caching;

public sealed class PageCacheTests
{
    [Fact]
    public void Find_AfterKeep_GivesThePage()
    {
        var cache = new PageCache();
        cache.Keep("k", Page(cache, "hargita"));
        Assert.NotNull(cache.Find("k"));
    }

    [Fact]
    public void Evict_OfAnOffice_DropsItsPagesAndTheIndexAndNoOthers()
    {
        var cache = new PageCache();
        foreach (var tag in new[] { "hargita", "toosz", "offices" }) cache.Keep(tag, Page(cache, tag));
        cache.Evict("hargita");
        Assert.Null(cache.Find("hargita"));
        Assert.Null(cache.Find("offices"));
        Assert.NotNull(cache.Find("toosz"));
    }

    [Fact]
    public void Keep_OfAPageBegunBeforeAChange_KeepsNothing()
    {
        var cache = new PageCache();
        var begun = Page(cache, "hargita");
        cache.Evict("hargita");
        cache.Keep("k", begun);
        Assert.Null(cache.Find("k"));
    }

    [Fact]
    public void Keep_BeyondItsBound_LetsTheLongestUnusedGo()
    {
        var cache = new PageCache(most: 100_000);
        for (var i = 0; i < 50; i++)
        {
            cache.Keep($"page {i}", Page(cache, "hargita", 3_000));
            cache.Find("page 0");
            Assert.True(cache.Size <= 100_000 + 25_000, $"{cache.Size} bytes");
        }

        Assert.NotNull(cache.Find("page 0"));
        Assert.Null(cache.Find("page 1"));
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("brotli", "")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public void For_AReadersCodings_PicksTheBest(string accepted, string coding) => Assert.Equal(coding, Page(new PageCache(), "x").For(accepted).Coding.ToString());

    private static CachedResponse Page(PageCache cache, string tag, int size = 2000)
    {
        var body = new byte[size];
        new Random(size).NextBytes(body);
        return new CachedResponse(body, [], tag, cache.Generation);
    }
}
