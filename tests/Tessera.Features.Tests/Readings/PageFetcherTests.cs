using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tessera.Features.Links;
using Tessera.Features.Readings;
using Tessera.Features.Tests.Links;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>How a page is fetched for reading, against a website on this machine.</summary>
public sealed class PageFetcherTests
{
    private static readonly PageFetchSettings Settings = new(() => "https://partners.example.org")
    {
        MayAsk = a => a.Equals(IPAddress.Loopback),
        MayUsePort = _ => true,
        Patience = TimeSpan.FromSeconds(20),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_ThatIsThere_ComesWithItsTypeAndWithoutCookies()
    {
        await using var site = await LinkedSite.StartAsync(c => Page(c, "<h1>Vänorter</h1>"));
        var page = await FetchAsync(site.Address);
        Assert.Equal(("<h1>Vänorter</h1>", "text/html; charset=utf-8", site.Address), (Encoding.UTF8.GetString(page.Content), page.ContentType, page.Address));
        Assert.Matches(@"^Tessera/\d+\.\d+ \(reads a page for its office; \+https://partners\.example\.org/\)$", Assert.Single(site.Agents));
    }

    [Fact]
    public async Task Cookie_SetOnTheWay_IsNotSentBack()
    {
        var cookies = new List<string>();
        await using var site = await LinkedSite.StartAsync(c =>
        {
            cookies.Add(c.Request.Headers.Cookie.ToString());
            c.Response.Cookies.Append("who", "office");
            return c.Request.Path == "/end" ? Page(c, "x") : Lead(c, "/end");
        });
        Assert.Equal("/end", (await FetchAsync(site.Address)).Address.AbsolutePath);
        Assert.Equal(["", ""], cookies);
    }

    [Theory]
    [InlineData("file:///etc/passwd", PageFetchCodes.NoWebAddress)]
    [InlineData("ftp://127.0.0.1/", PageFetchCodes.NoWebAddress)]
    [InlineData("gopher://127.0.0.1/", PageFetchCodes.NoWebAddress)]
    [InlineData("http://clerk:secret@127.0.0.1/", PageFetchCodes.Credentials)]
    [InlineData("http://127.0.0.1:22/", PageFetchCodes.Port)]
    [InlineData("http://127.0.0.1:5432/", PageFetchCodes.Port)]
    [InlineData("http://127.0.0.1/", PageFetchCodes.NotPublic)]
    [InlineData("http://localhost/", PageFetchCodes.NotPublic)]
    [InlineData("http://2130706433/", PageFetchCodes.NotPublic)]
    [InlineData("http://[::1]/", PageFetchCodes.NotPublic)]
    [InlineData("http://[::ffff:127.0.0.1]/", PageFetchCodes.NotPublic)]
    [InlineData("http://[64:ff9b::7f00:1]/", PageFetchCodes.NotPublic)]
    [InlineData("http://169.254.169.254/latest/meta-data/", PageFetchCodes.NotPublic)]
    [InlineData("http://10.0.0.1/", PageFetchCodes.NotPublic)]
    [InlineData("http://0.0.0.0/", PageFetchCodes.NotPublic)]
    [InlineData("http://224.0.0.1/", PageFetchCodes.NotPublic)]
    public async Task Address_ThatMayNotBeAsked_IsRefused_AtOnceAndByRedirect(string address, string code)
    {
        var strict = new PageFetchSettings(() => "https://partners.example.org");
        Assert.Equal(code, (await RefusalAsync(new Uri(address), strict)).Code);
        await using var site = await LinkedSite.StartAsync(c => Lead(c, address));
        var settings = strict with { MayAsk = a => a.Equals(IPAddress.Parse("127.0.0.2")) || PublicInternet.Has(a), MayUsePort = p => p == site.Elsewhere.Port || strict.MayUsePort(p) };
        Assert.Equal(code, (await RefusalAsync(site.Elsewhere, settings)).Code);
        Assert.Equal("GET /", Assert.Single(site.Asked));
    }

    [Fact]
    public async Task Name_ThatResolvesToAPrivateAddress_IsRefused()
    {
        await using var inside = await LinkedSite.StartAsync(c => Page(c, "secret"));
        var settings = Settings with { MayAsk = PublicInternet.Has, LookUp = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.1.2.3"), IPAddress.Parse("::ffff:127.0.0.1")]) };
        var refusal = await RefusalAsync(new Uri($"http://partners.example.org:{inside.Address.Port}/"), settings);
        Assert.Equal((PageFetchCodes.NotPublic, ("host", "partners.example.org")), (refusal.Code, Assert.Single(refusal.Arguments)));
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task Name_AnsweredDifferentlyAMomentLater_LeadsToTheAddressThatWasLookedAt()
    {
        await using var site = await LinkedSite.StartAsync(c => Page(c, "outside"));
        var asked = 0;
        var settings = Settings with { LookUp = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "127.0.0.2")]) };
        Assert.Equal("outside", Encoding.UTF8.GetString((await FetchAsync(new Uri($"http://rebinding.example.org:{site.Address.Port}/"), settings)).Content));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Name_ThatIsNot_IsRefusedAsSuch()
    {
        var settings = Settings with { LookUp = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        Assert.Equal(PageFetchCodes.NoHost, (await RefusalAsync(new Uri("http://nowhere.example.org/"), settings)).Code);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, PageFetchCodes.TooManyRedirects)]
    [InlineData(1000, PageFetchCodes.TooManyRedirects)]
    public async Task Redirects_UpToFive_AreFollowed(int redirects, string? code)
    {
        await using var site = await LinkedSite.StartAsync(c => int.Parse(c.Request.Query["n"]!, System.Globalization.CultureInfo.InvariantCulture) is var n && n > 0 ? Lead(c, $"?n={n - 1}") : Page(c, "end"));
        var address = new Uri(site.Address, $"?n={redirects}");
        if (code is null) Assert.Equal("end", Encoding.UTF8.GetString((await FetchAsync(address)).Content));
        else Assert.Equal(code, (await RefusalAsync(address)).Code);
        Assert.Equal(6, site.Asked.Count);
    }

    [Fact]
    public async Task Redirect_ToItself_IsRefused()
    {
        await using var site = await LinkedSite.StartAsync(c => Lead(c, c.Request.Path));
        Assert.Equal(PageFetchCodes.TooManyRedirects, (await RefusalAsync(site.Address)).Code);
    }

    [Fact]
    public async Task Body_WithoutEnd_IsRefusedWhenItIsTooLarge()
    {
        using var site = new TcpListener(IPAddress.Loopback, 0);
        site.Start();
        var sending = SendWithoutEndAsync(site);
        var refusal = await RefusalAsync(new Uri($"http://{site.LocalEndpoint}/")).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Equal(PageFetchCodes.TooLarge, refusal.Code);
        var sent = await sending.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.True(sent is >= PageFetcher.MostBytes and < 20L * PageFetcher.MostBytes, $"{sent} bytes were taken");
    }

    [Fact]
    public async Task Body_ThatSaysItIsTooLarge_IsNotRead()
    {
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            c.Response.ContentLength = PageFetcher.MostBytes + 1;
            await c.Response.Body.FlushAsync(c.RequestAborted);
            await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        Assert.Equal(PageFetchCodes.TooLarge, (await RefusalAsync(site.Address)).Code);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Body_SmallButPackedFromALargeOne_IsRefused(string encoding)
    {
        var packed = Packed(encoding, 200 * 1024 * 1024);
        Assert.True(packed.Length < 1024 * 1024);
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = encoding;
            await c.Response.Body.WriteAsync(packed, c.RequestAborted);
        });
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(PageFetchCodes.TooLarge, (await RefusalAsync(site.Address)).Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 100L * 1024 * 1024);
    }

    [Fact]
    public async Task Body_PackedAndWhole_IsUnpacked()
    {
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await c.Response.Body.WriteAsync(Packed("gzip", 1000), c.RequestAborted);
        });
        Assert.Equal(1000, (await FetchAsync(site.Address)).Content.Length);
    }

    [Fact]
    public async Task Body_ThatComesSlowly_IsRefusedWhenTimeIsUp()
    {
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.Body.WriteAsync("x"u8.ToArray(), CancellationToken.None);
                await c.Response.Body.FlushAsync(CancellationToken.None);
                await Task.Delay(50, CancellationToken.None);
            }
        });
        var refusal = await RefusalAsync(site.Address, Settings with { Patience = TimeSpan.FromSeconds(1) }).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal((PageFetchCodes.TooSlow, ("seconds", "1")), (refusal.Code, Assert.Single(refusal.Arguments)));
    }

    [Fact]
    public async Task Redirects_EachInTimeButNotTogether_AreRefused()
    {
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            await Task.Delay(600, CancellationToken.None);
            await Lead(c, c.Request.Path + "x");
        });
        Assert.Equal(PageFetchCodes.TooSlow, (await RefusalAsync(site.Address, Settings with { Patience = TimeSpan.FromSeconds(1) })).Code);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Answer_WithoutThePage_IsRefusedWithItsStatus(int status)
    {
        await using var site = await LinkedSite.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var refusal = await RefusalAsync(site.Address);
        Assert.Equal((PageFetchCodes.Status, ("status", status.ToString(System.Globalization.CultureInfo.InvariantCulture))), (refusal.Code, Assert.Single(refusal.Arguments)));
    }

    [Fact]
    public async Task Answer_ThatBreaksOff_IsRefused()
    {
        await using var site = await LinkedSite.StartAsync(async c =>
        {
            c.Response.ContentLength = 1000;
            await c.Response.WriteAsync("half", c.RequestAborted);
            await c.Response.Body.FlushAsync(c.RequestAborted);
            c.Abort();
        });
        Assert.Equal(PageFetchCodes.NoAnswer, (await RefusalAsync(site.Address)).Code);
    }

    [Fact]
    public async Task Caller_WhoGivesUp_IsToldSo()
    {
        await using var site = await LinkedSite.StartAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var fetcher = new PageFetcher(Settings);
        using var enough = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(site.Address, enough.Token));
    }

    private static async Task<FetchedPage> FetchAsync(Uri address, PageFetchSettings? settings = null)
    {
        using var fetcher = new PageFetcher(settings ?? Settings);
        return await fetcher.FetchAsync(address, Cancellation);
    }

    private static Task<PageFetchException> RefusalAsync(Uri address, PageFetchSettings? settings = null) => Assert.ThrowsAsync<PageFetchException>(() => FetchAsync(address, settings));

    /// <summary>Answers with bytes until the other side hangs up, and says how many it took. A bare socket, since a web server goes on counting what it writes to a connection that is gone.</summary>
    private static async Task<long> SendWithoutEndAsync(TcpListener site)
    {
        using var connection = await site.AcceptTcpClientAsync(Cancellation);
        var stream = connection.GetStream();
        var piece = new byte[65_536];
        _ = await stream.ReadAsync(piece, Cancellation);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), Cancellation);
        for (long sent = 0; ; sent += piece.Length)
        {
            try
            {
                await stream.WriteAsync(piece, Cancellation);
            }
            catch (IOException)
            {
                return sent;
            }
        }
    }

    private static byte[] Packed(string encoding, int length)
    {
        using var packed = new MemoryStream();
        using (Stream target = encoding == "br" ? new BrotliStream(packed, CompressionLevel.SmallestSize) : new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var piece = new byte[Math.Min(length, 1024 * 1024)];
            for (var left = length; left > 0; left -= piece.Length) target.Write(piece, 0, Math.Min(left, piece.Length));
        }

        return packed.ToArray();
    }

    private static Task Page(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static Task Lead(HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
