using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An authority that several offices use ends only when the host says so.</summary>
public sealed class SharedAuthorityTests : IAsyncLifetime
{
    private const string Authority = "/hargita/office/partners/zala/authority";
    private static readonly string[] Listed = ["Zala", "West Transdanubia", "approver@example.org", "Svenljunga", "Harghita", "1 agreement"];
    private TestPortal _portal = null!;
    private DeskClient _host = null!;
    private DeskClient _approver = null!;
    private DeskClient _stranger = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _host = await DeskClient.FirstAsync(_portal);
        _approver = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Approver, "approver@example.org");
        _stranger = await DeskClient.JoinAsync(_portal, "svenljunga", OfficeRole.Administrator, "stranger@example.org");
        using var added = await _stranger.SendAsync("/svenljunga/office/partners/new", null, ("registeredName", "Zala"), ("names.en", "Zala of ours"), ("authority", "hu-zala"), ("country", "HU"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var agreed = await _stranger.SendAsync("/svenljunga/office/partners/zala-of-ours/agreements/new", null, ("kind", "friendship"), ("decision", "5/2010"), ("role", "signed"), ("date", "2010"));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
    }

    [Fact]
    public async Task Event_OfAnAuthorityThatOthersUse_WaitsForTheHost_AndTakesEffectWhenConfirmed()
    {
        Assert.Equal(Authority, await ProposeAsync());
        var waiting = await _approver.PageAsync(Authority);
        Assert.Contains("waits for the host", waiting.QuerySelector("section[aria-labelledby=proposals] .badge")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("until 2020", waiting.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await _approver.PageAsync("/hargita/office")).QuerySelector($".need--awaits-host a[href='{Authority}']"));
        Assert.NotNull((await _host.PageAsync("/hargita/office")).QuerySelector(".need--host-decides a[href='/host']"));
        Assert.DoesNotContain(await OthersNeedsAsync(), n => n.Contains("Zala", StringComparison.Ordinal));

        var listed = (await _host.PageAsync("/host")).QuerySelector("section[aria-labelledby=proposals]")!.TextContent;
        Assert.All(Listed, said => Assert.Contains(said, listed, StringComparison.Ordinal));
        using var confirmed = await _host.SendAsync("/host", "Decide", ("confirmed", "true"));
        Assert.True(confirmed.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(confirmed)).QuerySelector(".error-summary")?.TextContent);
        Assert.Contains("2020", (await _approver.PageAsync(Authority)).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await OthersNeedsAsync(), n => n.Contains("Zala of ours", StringComparison.Ordinal));
        Assert.Null((await _approver.PageAsync("/hargita/office")).QuerySelector(".need--awaits-host"));
        var history = (await _approver.PageAsync("/hargita/office/history")).Body!.TextContent;
        Assert.Contains("Proposed event of an authority", history, StringComparison.Ordinal);
        Assert.Contains("anna@example.org", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Proposed event", (await _approver.PageAsync("/hargita/en/changes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ThatTheHostRefuses_NeedsAReason_ChangesNothing_AndCanBeProposedAgain()
    {
        await ProposeAsync();
        using var twice = await _approver.SendAsync(Authority, null, ("kind", "abolition"), ("date", "2021-01-01"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        var page = await _host.PageAsync("/host");
        using var wordless = await _host.SendAsync(page, "/host", "Decide", ("confirmed", "false"));
        Assert.Equal(HttpStatusCode.BadRequest, wordless.StatusCode);
        var reason = page.QuerySelector("input[name^=reason-]")!.GetAttribute("name")!;
        using var refused = await _host.SendAsync(page, "/host", "Decide", ("confirmed", "false"), (reason, "The merger was never decided."));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        var told = await _approver.PageAsync(Authority);
        Assert.Contains("The merger was never decided.", told.QuerySelector("section[aria-labelledby=proposals]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2020", told.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The merger was never decided.", (await _approver.PageAsync("/hargita/office/history")).Body!.TextContent, StringComparison.Ordinal);
        using var late = await _host.SendAsync(page, "/host", "Decide", ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Equal(Authority, await ProposeAsync());
    }

    [Fact]
    public async Task Decision_ByAnApprover_IsForbidden()
    {
        await ProposeAsync();
        using var tried = await _approver.SendAsync(await _host.PageAsync("/host"), "/host", "Decide", ("confirmed", "true"));
        Assert.NotEqual(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("waits for the host", (await _approver.PageAsync(Authority)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_OfAnAuthorityThatNobodyElseUses_TakesEffectAtOnce()
    {
        using var recorded = await _approver.SendAsync("/hargita/office/partners/bekes/authority", null, ("kind", "merger"), ("date", "2020-01-01"), ("successor.en", "South Plain"));
        Assert.Equal("/hargita/office/partners/bekes", recorded.Headers.Location?.OriginalString);
        Assert.Contains("2020", (await _approver.PageAsync("/hargita/office/partners/bekes/authority")).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _approver.Dispose();
        _stranger.Dispose();
        await _portal.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> OthersNeedsAsync() =>
        [.. (await _stranger.PageAsync("/svenljunga/office")).QuerySelectorAll(".need--host-decides, .need--awaits-host, .need--succeeded").Select(n => n.TextContent)];

    private async Task<string?> ProposeAsync()
    {
        using var proposed = await _approver.SendAsync(Authority, null, ("kind", "merger"), ("date", "2020-01-01"), ("successor.en", "West Transdanubia"));
        Assert.True(proposed.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(proposed)).QuerySelector(".error-summary")?.TextContent);
        return proposed.Headers.Location?.OriginalString;
    }
}
