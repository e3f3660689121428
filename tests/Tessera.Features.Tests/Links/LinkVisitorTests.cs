using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Tessera.Features.Links;
using Xunit;

namespace Tessera.Features.Tests.Links;

/// <summary>How links are followed, against a website on this machine.</summary>
public sealed class LinkVisitorTests
{
    private static readonly LinkSettings Settings = new(() => "https://partners.example.org")
    {
        MayAsk = a => a.Equals(IPAddress.Loopback),
        Pause = TimeSpan.Zero,
        Patience = TimeSpan.FromSeconds(1),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, LinkEnd.Somewhere)]
    [InlineData(204, LinkEnd.Somewhere)]
    [InlineData(401, LinkEnd.Somewhere)]
    [InlineData(403, LinkEnd.Somewhere)]
    [InlineData(429, LinkEnd.Somewhere)]
    [InlineData(404, LinkEnd.Nowhere)]
    [InlineData(410, LinkEnd.Nowhere)]
    [InlineData(500, LinkEnd.Nowhere)]
    [InlineData(503, LinkEnd.Nowhere)]
    public async Task Link_ByWhatItsHostAnswers_LeadsSomewhereOrNot(int status, LinkEnd leads)
    {
        await using var site = await LinkedSite.StartAsync(c => Answer(c, status));
        var answer = await FollowAsync(new Uri(site.Address, "/page").ToString());
        Assert.Equal((leads, status.ToString(System.Globalization.CultureInfo.InvariantCulture), true), (answer.Leads, answer.Said, answer.IsFromAServer));
        Assert.Equal("HEAD /page", site.Asked.First());
        Assert.Equal(status is 200 or 204 ? 1 : 2, site.Asked.Count);
        Assert.All(site.Agents, a => Assert.Matches(@"^Tessera/\d+\.\d+ \(link check; \+https://partners\.example\.org/\)$", a));
    }

    [Fact]
    public async Task Host_ThatKnowsNoHead_IsAskedWithGet()
    {
        await using var site = await LinkedSite.StartAsync(c => Answer(c, c.Request.Method == "HEAD" ? 405 : 200));
        Assert.Equal(LinkEnd.Somewhere, (await FollowAsync(site.Address.ToString())).Leads);
        Assert.Equal(["HEAD /", "GET /"], site.Asked);
    }

    [Theory]
    [InlineData(5, LinkEnd.Somewhere)]
    [InlineData(6, LinkEnd.Nowhere)]
    public async Task Redirects_UpToFive_AreFollowed(int redirects, LinkEnd leads)
    {
        await using var site = await LinkedSite.StartAsync(c => int.Parse(c.Request.Query["n"]!, System.Globalization.CultureInfo.InvariantCulture) is var n && n > 0 ? Lead(c, $"?n={n - 1}") : Answer(c, 200));
        Assert.Equal(leads, (await FollowAsync(new Uri(site.Address, $"?n={redirects}").ToString())).Leads);
        Assert.Equal(6, site.Asked.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task Link_ToWhatIsNoWebsite_IsNotFollowed_NeitherAtOnceNorByRedirect(string address)
    {
        await using var site = await LinkedSite.StartAsync(c => Lead(c, address));
        Assert.Equal(LinkEnd.Unknown, (await FollowAsync(address)).Leads);
        Assert.Equal(LinkEnd.Unknown, (await FollowAsync(site.Address.ToString())).Leads);
        Assert.Equal("HEAD /", Assert.Single(site.Asked));
    }

    [Fact]
    public async Task Redirect_ToAnAddressThatMayNotBeAsked_IsNotFollowed()
    {
        await using var inside = await LinkedSite.StartAsync(c => Answer(c, 200));
        await using var site = await LinkedSite.StartAsync(c => Lead(c, inside.Elsewhere.ToString()));
        var answer = await FollowAsync(site.Address.ToString());
        Assert.Equal((LinkEnd.Unknown, "not followed: no public address"), (answer.Leads, answer.Said));
        Assert.Empty(inside.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0.0.0.0")]
    public async Task AddressOfThisMachine_HoweverItIsWritten_IsNeverAsked(string host)
    {
        await using var site = await LinkedSite.StartAsync(c => Answer(c, 200));
        var answer = await FollowAsync($"http://{host}:{site.Address.Port}/", Settings with { MayAsk = PublicInternet.Has });
        Assert.Equal((LinkEnd.Unknown, "not followed: no public address"), (answer.Leads, answer.Said));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Host_ThatDoesNotAnswerInTime_LeadsNowhere()
    {
        await using var site = await LinkedSite.StartAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var answer = await FollowAsync(site.Address.ToString()).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        Assert.Equal((LinkEnd.Nowhere, false), (answer.Leads, answer.IsFromAServer));
    }

    [Fact]
    public async Task Host_ThatIsNotThere_LeadsNowhere()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Equal(LinkEnd.Nowhere, (await FollowAsync($"http://127.0.0.1:{port}/")).Leads);
    }

    [Fact]
    public async Task Links_ToOneHost_AreAskedOneAtATimeWithPauses()
    {
        await using var site = await LinkedSite.StartAsync(async c => await Task.Delay(30, c.RequestAborted));
        var begun = TimeProvider.System.GetTimestamp();
        using var visitor = new LinkVisitor(Settings with { Pause = TimeSpan.FromSeconds(0.2) }, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => visitor.FollowAsync($"{site.Address}{n}", Cancellation)));
        Assert.Equal((1, 4), (site.MostAtOnce, site.Asked.Count));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) >= TimeSpan.FromSeconds(0.6));
    }

    private static async Task<LinkAnswer> FollowAsync(string link, LinkSettings? settings = null)
    {
        using var visitor = new LinkVisitor(settings ?? Settings, TimeProvider.System);
        return await visitor.FollowAsync(link, Cancellation);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Lead(HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
