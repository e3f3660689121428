using System.Net;
using System.Text;
using Xunit;

namespace Tessera.Web.Tests.Caching;

/// <summary>Pages from the cache as readers get them.</summary>
public sealed class CachedAnswersTests(PortalFixture portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AQueryThatNoPageLooksAt_IsNotInWhatTheNextReaderGets()
    {
        var stranger = await TextAsync("/svenljunga/ro/about?evil=spam");
        var reader = await TextAsync("/svenljunga/ro/about");
        Assert.DoesNotContain("evil", stranger, StringComparison.Ordinal);
        Assert.Equal(reader, stranger);
    }

    [Fact]
    public async Task AFilterWithAnEscapedFilterInIt_IsNotTakenForTheOtherPage()
    {
        var forged = await RowsAsync("/hargita/ro/partners?country=IT%26kind%3Dtwin-town");
        var meant = await RowsAsync("/hargita/ro/partners?country=IT&kind=twin-town");
        Assert.Equal(19, forged);
        Assert.Equal(0, meant);
    }

    [Fact]
    public async Task TheSameFilterInAnotherOrder_IsTheSamePage()
    {
        using var one = await GetAsync("/hargita/sv/partners?sort=name&country=HU&kind=");
        using var other = await GetAsync("/hargita/sv/partners?country=hu&sort=name&page=1&utm_source=x");
        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.0, gzip;q=0.000", null)]
    [InlineData("br; q=0.001", "br")]
    [InlineData("*", "br")]
    [InlineData("*;q=0, gzip", "gzip")]
    [InlineData("brotli, xgzip", null)]
    [InlineData("identity", null)]
    public async Task ACoding_ThatTheReaderTakes_IsTheOneUsed(string accepted, string? expected)
    {
        using var response = await GetAsync("/toosz/hu", ("Accept-Encoding", accepted));
        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(response.Content.Headers.ContentLength, (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task AnEntityTag_OfOneCoding_IsNoneOfTheOthersAndNeedsNoBodyTwice()
    {
        using var plain = await GetAsync("/toosz/ro");
        using var brotli = await GetAsync("/toosz/ro", ("Accept-Encoding", "br"));
        Assert.NotEqual(plain.Headers.ETag, brotli.Headers.ETag);
        Assert.False(brotli.Headers.ETag!.IsWeak);
        using var again = await GetAsync("/toosz/ro", ("Accept-Encoding", "br"), ("If-None-Match", $"\"other\", {brotli.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(brotli.Headers.ETag, again.Headers.ETag);
        Assert.Contains("Accept-Encoding", again.Headers.Vary);
        using var stale = await GetAsync("/toosz/ro", ("Accept-Encoding", "br"), ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
    }

    [Theory]
    [InlineData("/toosz/sv/memberships.json")]
    [InlineData("/toosz/sv/memberships")]
    [InlineData("/hargita/catalogue.ttl")]
    public async Task Head_OfWhatNobodyAskedForYet_SaysWhatGetSays(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await portal.Client.SendAsync(request, Cancellation);
        using var get = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Fact]
    public async Task TheIndexWithoutALanguage_VariesByTheReadersLanguage()
    {
        using var hungarian = await GetAsync("/", ("Accept-Language", "hu"));
        using var swedish = await GetAsync("/", ("Accept-Language", "sv"));
        Assert.Contains("Accept-Language", hungarian.Headers.Vary);
        Assert.Contains("lang=\"hu\"", await hungarian.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("lang=\"sv\"", await swedish.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var said = await GetAsync("/sv", ("Accept-Language", "hu"));
        Assert.DoesNotContain("Accept-Language", said.Headers.Vary);
    }

    [Theory]
    [InlineData("/hargita/en/report")]
    [InlineData("/hargita/en/partners?q=zala")]
    [InlineData("/hargita/en/partners/atlantis")]
    public async Task APageForOneReader_IsNeverKept(string address)
    {
        using var response = await GetAsync(address);
        Assert.Null(response.Headers.ETag);
        Assert.False(response.Headers.CacheControl?.Public ?? false);
    }

    [Fact]
    public async Task AWorkbook_WhichIsCompressedAlready_IsNotCompressedAgain()
    {
        using var response = await GetAsync("/hargita/en/partners.xlsx", ("Accept-Encoding", "br"));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("PK", Encoding.ASCII.GetString((await response.Content.ReadAsByteArrayAsync(Cancellation))[..2]));
    }

    private async Task<string> TextAsync(string address)
    {
        using var response = await GetAsync(address);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<int> RowsAsync(string address) => (await portal.PageAsync(address)).QuerySelectorAll("table.register tbody tr").Length;

    private async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await portal.Client.SendAsync(request, Cancellation);
    }
}
