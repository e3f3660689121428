using System.IO.Compression;
using System.Net;
using System.Text;
using Tessera.Features.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Caching;

/// <summary>What a reader gets from the cache, and what a change does to it.</summary>
public sealed class CachedPagesTests(PortalFixture portal)
{
    [Fact]
    public async Task APage_AskedForWithItsEntityTag_IsNotSentAgain()
    {
        using var first = await GetAsync(portal.Client, "/hargita/en/partners", "br");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/hargita/en/partners");
        again.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await portal.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task APage_InEveryCoding_SaysTheSameAndHasAnEntityTagOfItsOwn()
    {
        var plain = await GetAsync(portal.Client, "/svenljunga/sv", null);
        var text = await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var tags = new HashSet<string> { plain.Headers.ETag!.Tag };
        foreach (var coding in new[] { "br", "gzip" })
        {
            using var response = await GetAsync(portal.Client, "/svenljunga/sv", coding);
            Assert.Equal([coding], response.Content.Headers.ContentEncoding);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream decoded = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            Assert.Equal(text, await new StreamReader(decoded).ReadToEndAsync(TestContext.Current.CancellationToken));
            Assert.True(tags.Add(response.Headers.ETag!.Tag));
        }
    }

    [Theory]
    [InlineData("/hargita/en")]
    [InlineData("/hargita/en/partners.json")]
    [InlineData("/hargita/en/nowhere")]
    [InlineData("/assets/nothing")]
    [InlineData("/hargita/en/report")]
    public async Task EveryAnswer_CarriesTheStrictHeaders(string address)
    {
        using var response = await portal.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = string.Join(';', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Join(';', response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task AForm_IsNeverKept()
    {
        var first = await portal.Client.GetStringAsync("/hargita/en/report", TestContext.Current.CancellationToken);
        var second = await portal.Client.GetStringAsync("/hargita/en/report", TestContext.Current.CancellationToken);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task AChange_InAnotherProcess_IsOnThePageWithinTwoSeconds()
    {
        await using var own = await TestPortal.StartAsync();
        Assert.Contains("268/2009", await own.Client.GetStringAsync("/hargita/en/partners", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var text = (await File.ReadAllTextAsync(Checkout.File("examples", "hargita.json"), TestContext.Current.CancellationToken)).Replace("\"268/2009\"", "\"999/2009\"", StringComparison.Ordinal);
        await using var elsewhere = new Features.Storage.Database(own.Database.AppConnectionString);
        await new OfficeLoader(elsewhere, TimeProvider.System).LoadAsync(Encoding.UTF8.GetBytes(text), "hargita.json", "test", TestContext.Current.CancellationToken);
        var enough = TimeProvider.System.GetUtcNow().AddSeconds(2);
        string page;
        do page = await own.Client.GetStringAsync("/hargita/en/partners", TestContext.Current.CancellationToken);
        while (!page.Contains("999/2009", StringComparison.Ordinal) && TimeProvider.System.GetUtcNow() < enough);
        Assert.Contains("999/2009", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_BeyondTheLimit_AreRefusedInWords()
    {
        await using var own = await TestPortal.StartAsync();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 6; i++)
        {
            last?.Dispose();
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["message"] = "x" });
            last = await own.Client.PostAsync("/hargita/en/report", content, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Contains("<h1>", await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        last.Dispose();
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (coding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
