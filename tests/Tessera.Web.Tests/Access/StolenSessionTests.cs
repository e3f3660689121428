using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Testing;
using Tessera.Web.Access;
using Tessera.Web.Tests.SignOn;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>What one browser holds helps nobody else: sessions, kept forms, secrets of authenticators.</summary>
public sealed class StolenSessionTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task SigningIn_OverAnothersSession_EndsTheOld_AndHasAKeyOfItsOwn()
    {
        using var browser = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "before@example.org");
        using var _ = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "after@example.org");
        using var mallory = Copy(browser);
        var old = Session(browser);
        var page = await browser.PageAsync("/account/authenticator");
        using var come = await browser.SendAsync(page, "/account/sign-in", null, ("email", "after@example.org"), ("password", DeskClient.Password));
        Assert.Equal("/hargita/office", come.Headers.Location?.OriginalString);
        Assert.NotEqual(old, Session(browser));
        Assert.Contains("value=\"after\"", (await browser.PageAsync("/account")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var ended = await mallory.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task SigningIn_AgainAsTheSamePerson_HasANewKey_AndTheOldOneEnds()
    {
        using var browser = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "twice@example.org");
        using var mallory = Copy(browser);
        var old = Session(browser);
        (await browser.SendAsync(await browser.PageAsync("/account/authenticator"), "/account/sign-in", null, ("email", "twice@example.org"), ("password", DeskClient.Password))).Dispose();
        Assert.NotEqual(old, Session(browser));
        Assert.Single((await browser.PageAsync("/account")).QuerySelectorAll("section[aria-labelledby=sessions] tbody tr"));
        using var ended = await mallory.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task SigningIn_WithACookieThatWasLaidBefore_DoesNotTakeItUp()
    {
        using var _ = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "fixed@example.org");
        using var victim = DeskClient.Nobody(desk.Portal);
        victim.Cookies.Add(new Cookie(SessionTickets.Cookie, "laid-before", "/", desk.Portal.Address.Host));
        (await victim.SignInAsync("fixed@example.org")).Dispose();
        Assert.NotEqual("laid-before", Session(victim));
        using var mallory = DeskClient.Nobody(desk.Portal);
        mallory.Cookies.Add(new Cookie(SessionTickets.Cookie, "laid-before", "/", desk.Portal.Address.Host));
        using var closed = await mallory.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task SigningIn_OverAnothersSession_DoesNotHandHersOver()
    {
        using var browser = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "mallory@example.org");
        using var _ = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "alice@example.org");
        using var mallory = Copy(browser);
        var page = await browser.PageAsync("/account/authenticator");
        (await browser.SendAsync(page, "/account/sign-in", null, ("email", "alice@example.org"), ("password", DeskClient.Password))).Dispose();
        using var answer = await mallory.GetAsync("/account");
        Assert.DoesNotContain("value=\"alice\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_KeptInOneBrowser_IsShownInNoOther()
    {
        using var mallory = DeskClient.Nobody(desk.Portal);
        using var kept = await mallory.SendAsync(await desk.As(OfficeRole.Administrator).PageAsync("/hargita/office/people"), "/hargita/office/people", "Invite", ("email", "mallory@evil.example"), ("role", "administrator"));
        var address = Uri.UnescapeDataString(kept.Headers.Location!.OriginalString.Split("back=")[1]);
        using var shown = await desk.As(OfficeRole.Administrator).GetAsync(address);
        Assert.DoesNotContain("mallory@evil.example", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Session(DeskClient client) => client.Cookies.GetAllCookies().Single(c => c.Name == SessionTickets.Cookie).Value;

    private DeskClient Copy(DeskClient browser)
    {
        var copy = DeskClient.Nobody(desk.Portal);
        foreach (Cookie cookie in browser.Cookies.GetAllCookies()) copy.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        return copy;
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Form_SentByAnotherSite_IsNotKept(string header, string? value)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Portal.Address };
        using var form = new HttpRequestMessage(HttpMethod.Post, "/hargita/office/people?handler=Invite") { Content = new FormUrlEncodedContent([KeyValuePair.Create("email", "mallory@evil.example")]) };
        if (value is not null) form.Headers.Add(header, value);
        using var answer = await client.SendAsync(form, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("kept", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authenticator_ThatIsOn_ShowsItsSecretNoMore()
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "secret@example.org");
        var key = (await owner.PageAsync("/account/authenticator")).QuerySelector(".key")!.TextContent;
        (await owner.SendAsync("/account/authenticator", null, ("code", Totp.Code(key)))).Dispose();
        Assert.DoesNotContain(key, (await owner.PageAsync("/account/authenticator")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull((await owner.PageAsync("/account/authenticator")).Forms.FirstOrDefault(f => f.Action.Contains("handler=Off", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Authenticator_SetUp_EndsNoSessionOfItsOwner()
    {
        var clock = new TestClock();
        await using var portal = await TestPortal.StartAsync(time: clock);
        using var owner = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Reader, "stays@example.org");
        (await owner.PageAsync("/account/authenticator")).Dispose();
        clock.Ahead = TimeSpan.FromMinutes(6);
        using var answer = await owner.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "Eve", "password")]
    [InlineData(DeskClient.Password, "Eve", "email")]
    public async Task Joining_WithNoPasswordOrAnAddressTooLong_IsRefused(string password, string name, string field)
    {
        var office = await desk.Portal.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        var email = field == "email" ? new string('e', 189) + "@example.org" : "eve-" + field + "@example.org";
        await using var portal = field == "email" ? await TestPortal.StartAsync() : null;
        var address = portal is null
            ? $"/hargita/office/join/{await desk.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, email, OfficeRole.Reader, "test", CancellationToken.None)}"
            : $"/account/first/{await portal.Services.GetRequiredService<InvitationService>().FirstAsync(CancellationToken.None)}";
        using var client = DeskClient.Nobody(portal ?? desk.Portal);
        using var refused = await client.SendAsync(address, null, ("name", name), ("email", email), ("password", password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(refused)).QuerySelector($"#{field}-error"));
    }

    [Fact]
    public async Task Lockout_CountsAttemptsThatComeAtOnce()
    {
        using var _ = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "atonce@example.org");
        var clients = Enumerable.Range(0, 24).Select(_ => DeskClient.Nobody(desk.Portal)).ToList();
        var pages = await Task.WhenAll(clients.Select(c => c.PageAsync("/account/sign-in")));
        await Task.WhenAll(clients.Select(async (c, i) => (await c.SendAsync(pages[i], "/account/sign-in", null, ("email", "atonce@example.org"), ("password", "not the password"))).Dispose()));
        using var right = await clients[0].SignInAsync("atonce@example.org");
        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        foreach (var client in clients) client.Dispose();
    }
}
