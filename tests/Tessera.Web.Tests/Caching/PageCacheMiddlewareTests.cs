using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tessera.Web.Caching;
using Xunit;

namespace Tessera.Web.Tests.Caching;

/// <summary>The cache in front of a page that the test holds in its hand.</summary>
public sealed class PageCacheMiddlewareTests : IAsyncLifetime
{
    private readonly PageCache _cache = new();
    private Func<HttpContext, Task> _page = context => context.Response.WriteAsync("page");
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private int _made;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_cache);
        _app = builder.Build();
        _app.UseMiddleware<PageCacheMiddleware>();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _made);
            return _page(context);
        });
        await _app.StartAsync(Cancellation);
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task APage_ThatManyAskForAtOnce_IsMadeOnce()
    {
        var gate = new TaskCompletionSource();
        _page = async context =>
        {
            await gate.Task;
            await context.Response.WriteAsync("page");
        };
        var readers = Enumerable.Range(0, 50).Select(_ => _client.GetStringAsync("/office/en", Cancellation)).ToList();
        await UntilAsync(() => _made > 0);
        await Task.Delay(100, Cancellation);
        gate.SetResult();
        Assert.All(await Task.WhenAll(readers), text => Assert.Equal("page", text));
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task APage_WhoseFirstReaderGoesAway_IsMadeForTheNext()
    {
        var gate = new TaskCompletionSource();
        _page = async context =>
        {
            await gate.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync("page");
        };
        using var impatience = new CancellationTokenSource();
        var first = _client.GetStringAsync("/office/en", impatience.Token);
        await UntilAsync(() => _made == 1);
        var second = _client.GetStringAsync("/office/en", Cancellation);
        await Task.Delay(50, Cancellation);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await UntilAsync(() => _made == 2);
        gate.SetResult();
        Assert.Equal("page", await second);
    }

    [Fact]
    public async Task APage_BegunBeforeAChange_IsNotShownToWhoAsksAfterIt()
    {
        var (old, begun, gate) = (true, new TaskCompletionSource(), new TaskCompletionSource());
        _page = async context =>
        {
            var text = old ? "old" : "new";
            begun.TrySetResult();
            if (text == "old") await gate.Task;
            await context.Response.WriteAsync(text);
        };
        var before = _client.GetStringAsync("/office/en", Cancellation);
        await begun.Task;
        old = false;
        _cache.Evict("office");
        var after = _client.GetStringAsync("/office/en", Cancellation);
        await Task.Delay(100, Cancellation);
        gate.SetResult();
        Assert.Equal("old", await before);
        Assert.Equal("new", await after);
        Assert.Equal("new", await _client.GetStringAsync("/office/en", Cancellation));
    }

    [Fact]
    public async Task AChange_OfOneOffice_LeavesTheOthersPagesAndTakesTheIndex()
    {
        _page = context => context.Response.WriteAsync($"{context.Request.Path} {_made}");
        string[] addresses = ["/one/en", "/two/en", "/en", "/sitemap.xml"];
        var before = await TextsAsync(addresses);
        Assert.Equal(before, await TextsAsync(addresses));
        _cache.Evict("one");
        var after = await TextsAsync(addresses);
        Assert.Equal([false, true, false, false], before.Zip(after, (b, a) => b == a));
        _cache.Evict(PageCache.Everything);
        Assert.Equal(0, _cache.Size);
    }

    [Fact]
    public async Task ASlowReader_OfAPageThatIsNotKept_DoesNotHoldTheOthers()
    {
        var large = new byte[32 * 1024 * 1024];
        _page = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.Body.WriteAsync(context.Request.Headers.ContainsKey("X-Slow") ? large : "gone"u8.ToArray());
        };
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port, Cancellation);
        await slow.GetStream().WriteAsync("GET /office/none HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: 1\r\n\r\n"u8.ToArray(), Cancellation);
        await UntilAsync(() => _made == 1);
        using var other = await _client.GetAsync(new Uri($"http://127.0.0.1:{_client.BaseAddress.Port}/office/none"), Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        Assert.Equal("gone", await other.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("Cookie", "tessera-form=abc")]
    [InlineData("Cookie", "theme=dark; tessera-session=abc")]
    [InlineData("Authorization", "Basic YTpi")]
    public async Task APage_MadeForAReaderTheProgramKnows_IsNotKeptForOthers(string header, string value)
    {
        _page = context => context.Response.WriteAsync(context.Request.Headers.ContainsKey(header) ? "hers" : "everybody's");
        Assert.Equal("hers", await TextAsync("/office/en", (header, value)));
        Assert.Equal("everybody's", await TextAsync("/office/en"));
        Assert.Equal("everybody's", await TextAsync("/office/en", (header, value)));
    }

    [Theory]
    [InlineData("Set-Cookie", "a=b")]
    [InlineData("Cache-Control", "no-cache, no-store")]
    [InlineData("Cache-Control", "private")]
    public async Task APage_ThatSaysItIsForOneReader_IsNotKept(string header, string value)
    {
        _page = context =>
        {
            context.Response.Headers[header] = value;
            return context.Response.WriteAsync("page");
        };
        await TextsAsync(["/office/en", "/office/en"]);
        Assert.Equal(2, _made);
        Assert.Equal(0, _cache.Size);
    }

    [Theory]
    [InlineData("/office/en/report")]
    [InlineData("/office/en/partners?q=a")]
    [InlineData("/health/ready")]
    [InlineData("/assets/site.css")]
    public async Task AnAddressThatIsNeverKept_IsMadeEachTime(string address)
    {
        await TextsAsync([address, address]);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task APage_MadeFromItsKey_SeesNothingOfTheQueryButThat()
    {
        _page = context => context.Response.WriteAsync(context.Request.QueryString + context.Request.Method);
        Assert.Equal("?country=HU&page=2GET", await TextAsync("/office/en/partners?page=2&x=1&country=hu&q=&kind=none"));
        Assert.Equal("GET", await TextAsync("/office/en/about?country=HU"));
    }

    [Fact]
    public async Task Pages_OfTwoHosts_AreNotMixed()
    {
        _page = context => context.Response.WriteAsync(context.Request.Host.Value!);
        Assert.Equal("one.example", await TextAsync("/office/en", ("Host", "one.example")));
        Assert.Equal("two.example", await TextAsync("/office/en", ("Host", "two.example")));
    }

    [Fact]
    public async Task APagesOwnCacheControl_IsKeptWithIt()
    {
        _page = context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("page");
        };
        for (var i = 0; i < 2; i++)
        {
            using var response = await _client.GetAsync("/favicon.svg", Cancellation);
            Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.CacheControl?.MaxAge);
        }
    }

    private async Task<string[]> TextsAsync(string[] addresses)
    {
        var texts = new List<string>();
        foreach (var address in addresses) texts.Add(await TextAsync(address));
        return [.. texts];
    }

    private async Task<string> TextAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(5, Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }
}
