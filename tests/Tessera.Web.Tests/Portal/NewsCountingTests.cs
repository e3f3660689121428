using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Features.News;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>Reads and answers of readers, counted without a cookie.</summary>
public sealed class NewsCountingTests : IAsyncLifetime
{
    private const string News = "/hargita/en/news/egyuttmukodes-a-romak-segiteseert";
    private TestPortal? _portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public async ValueTask DisposeAsync() => await _portal!.DisposeAsync();

    [Fact]
    public async Task Reads_OfKeptAndFreshPages_AreCountedOnceAVisitorWithoutCookie()
    {
        for (var i = 0; i < 3; i++)
        {
            using var page = await AskAsync(HttpMethod.Get, News, "Mozilla/5.0 Firefox/140.0");
            Assert.Equal((HttpStatusCode.OK, false), (page.StatusCode, page.Headers.Contains("Set-Cookie")));
        }

        using var other = await AskAsync(HttpMethod.Get, "/hargita/hu/news/egyuttmukodes-a-romak-segiteseert", "Mozilla/5.0 Chrome/140.0");
        using var bot = await AskAsync(HttpMethod.Get, News, "Mozilla/5.0 (compatible; bingbot/2.0)");
        using var missing = await AskAsync(HttpMethod.Get, News + "-gone", "Mozilla/5.0 Firefox/140.0");
        using var record = await AskAsync(HttpMethod.Get, News + ".json", "Mozilla/5.0 Safari/605.1");
        using var head = await AskAsync(HttpMethod.Head, News, "Mozilla/5.0 Safari/605.1");
        Assert.Equal(2, await _portal!.Services.GetRequiredService<NewsReads>().WriteAsync(Cancellation));
    }

    [Fact]
    public async Task Answer_WithATokenOfTheRightAge_IsCountedOnceAndOthersNot()
    {
        using var page = await AskAsync(HttpMethod.Get, News, "Mozilla/5.0 Firefox/140.0");
        var form = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync(Cancellation))).QuerySelector($"form[action='{News}/useful']")!;
        var token = form.QuerySelector("[name=token]")!.GetAttribute("value")!;
        using var forged = await SendAsync("nothing of ours");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(1.1), Cancellation);
        for (var i = 0; i < 2; i++)
        {
            using var sent = await SendAsync(token);
            Assert.Equal((HttpStatusCode.Redirect, News + "/useful?sent=true"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        }

        (await SendAsync(token, "Mozilla/5.0 Chrome/140.0", "no")).Dispose();
        (await SendAsync(token, "Mozilla/5.0 Safari/605.1", "no")).Dispose();
        using var tooMany = await SendAsync(token, "Mozilla/5.0 Edg/140.0", "no");
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        var office = await _portal!.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", Cancellation);
        var found = await _portal.Services.GetRequiredService<NewsQueries>().FindAsync(office!, News.Split('/')[^1], default, publicOnly: false, Cancellation);
        Assert.Equal((1, 2), (found!.Row.Useful, found.Row.NotUseful));
        using var thanks = await AskAsync(HttpMethod.Get, News + "/useful?sent=true", "Mozilla/5.0 Firefox/140.0");
        Assert.Contains("Thank you", await thanks.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string token, string agent = "Mozilla/5.0 Firefox/140.0", string useful = "yes") =>
        await AskAsync(HttpMethod.Post, News + "/useful", agent, new FormUrlEncodedContent([KeyValuePair.Create("token", token), KeyValuePair.Create("useful", useful)]));

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string agent, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await _portal!.Client.SendAsync(request, Cancellation);
    }
}
