using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Digests;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>The weekly mail of what is coming: asked for, confirmed, sent once a week, left at one click.</summary>
public sealed class ActivityMailTests
{
    private const string Public = "https://partners.example.org";
    private readonly SetClock _clock = new(new DateTimeOffset(2027, 3, 1, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_AskedFor_IsConfirmedFirst_ComesOnceAWeek_AndEndsAtOneClick()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        await PlanAsync(portal);
        using var citizen = DeskClient.Nobody(portal);
        Assert.NotNull((await citizen.PageAsync("/hargita/ro/calendar/2027-03")).QuerySelector("a[href='/hargita/ro/calendar/mail']"));
        using var asked = await citizen.SendAsync("/hargita/ro/calendar/mail", null, ("email", "Elena@Example.org"), ("kind", "fair"));
        Assert.Equal("/hargita/ro/calendar/mail?asked=true", asked.Headers.Location?.OriginalString);
        Assert.Empty(await server.MailsAsync());
        Assert.Equal("sent 1, refused 0, not taken by the mail server 0", await SendAsync(portal));
        var asking = await server.MailToAsync("elena@example.org");
        Assert.StartsWith("Confirmați:", asking.Subject, StringComparison.Ordinal);
        Assert.Equal("sent 0", await RunAsync(portal));

        var confirm = LinkIn(asking.Text, "/mail/confirm/");
        using (var opened = await citizen.GetAsync(confirm)) Assert.Equal((HttpStatusCode.OK, true), (opened.StatusCode, opened.Headers.CacheControl!.NoStore));
        Assert.Equal("sent 0", await RunAsync(portal));
        (await citizen.PostAsync(confirm, new FormUrlEncodedContent([]))).Dispose();
        using (var again = await citizen.SendAsync("/hargita/ro/calendar/mail", null, ("email", "elena@example.org"), ("kind", "fair"))) Assert.Equal("/hargita/ro/calendar/mail?asked=true", again.Headers.Location?.OriginalString);
        Assert.StartsWith("sent 0,", await SendAsync(portal), StringComparison.Ordinal);
        Assert.Equal("sent 1", await RunAsync(portal));
        Assert.Equal("sent 0", await RunAsync(portal));
        var mail = (await server.MailsAsync())[^1];
        Assert.Contains("Târgul de primăvară", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Titkos", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hangverseny", mail.Text, StringComparison.Ordinal);

        _clock.Now = _clock.Now.AddDays(7);
        Assert.Equal("sent 1", await RunAsync(portal));
        var off = LinkIn(mail.Text, "/mail/off/");
        using (var wrong = await citizen.PostAsync(off.Replace("/off/", "/confirm/", StringComparison.Ordinal), new FormUrlEncodedContent([]))) Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        using (var left = await citizen.PostAsync(off, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]))) Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        _clock.Now = _clock.Now.AddDays(7);
        Assert.Equal("sent 0", await RunAsync(portal));
        using var late = await citizen.GetAsync(confirm);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task Form_WithMistakes_NamesThem_AndTellsNobodyWhoHasTheMail()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        using var citizen = DeskClient.Nobody(portal);
        using var wrong = await citizen.SendAsync("/hargita/en/calendar/mail", null, ("email", "nobody"), ("kind", "war"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.Equal("nobody", page.QuerySelector("#email")?.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#kind-error"));
        for (var time = 0; time < 3; time++)
        {
            using var asked = await citizen.SendAsync("/hargita/en/calendar/mail", null, ("email", "anna@example.org"));
            Assert.Equal("/hargita/en/calendar/mail?asked=true", asked.Headers.Location?.OriginalString);
        }

        await SendAsync(portal);
        Assert.Single(await server.MailsAsync());
        using var odd = await citizen.SendAsync("/hargita/en/calendar/mail", null, ("email", "anna@example.org,bela"));
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        using var forged = await citizen.GetAsync("/hargita/en/calendar/mail/confirm/forged");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Page_OfAnInstallationWithoutMail_AsksNothing()
    {
        await using var portal = await TestPortal.StartAsync(time: _clock);
        using var citizen = DeskClient.Nobody(portal);
        Assert.Null((await citizen.PageAsync("/hargita/en/calendar/mail")).QuerySelector("main form"));
        Assert.Null((await citizen.PageAsync("/hargita/en/calendar/2027-03")).QuerySelector("a[href$='/calendar/mail']"));
    }

    private static async Task PlanAsync(TestPortal portal)
    {
        using var editor = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "editor@example.org");
        foreach (var (title, kind, shown) in ((string, string, string)[])[("Târgul de primăvară", "fair", "true"), ("Titkos vásár", "fair", ""), ("Hangverseny", "event", "true")])
            (await editor.SendAsync("/hargita/office/activities/new", null, ("title.ro", title), ("title.hu", title), ("kind", kind), ("purpose", ""), ("start", "2027-03-20"), ("public", shown))).Dispose();
    }

    private static string LinkIn(string text, string part) => new Uri(Regex.Matches(text, @"https?://\S+").Select(m => m.Value).Single(l => l.Contains(part, StringComparison.Ordinal))).PathAndQuery;

    private static Task<string> SendAsync(TestPortal portal) => portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);

    private static Task<string> RunAsync(TestPortal portal) => portal.Services.GetRequiredService<ActivityMailJob>().RunAsync(Cancellation);
}
