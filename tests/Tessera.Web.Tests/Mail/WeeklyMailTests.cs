using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Domain.Offices;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Testing;
using Tessera.Web.Digests;
using Tessera.Web.Hosting;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>The weekly mail of what needs one: what it says, that it comes once, and that it ends at one click.</summary>
public sealed class WeeklyMailTests
{
    private const string Public = "https://partners.example.org";
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private readonly SetClock _clock = new(Monday);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_OnMonday_SaysInHerLanguageWhatNeedsHer_WithAddressesThatAreThere()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        using var named = await anna.SendAsync("/account", "Profile", ("name", "Kovácsné Őry Anna"), ("language", "hu"), ("digest", "true"));
        await RunSqlAsync(portal, "hargita", "insert into error_report (id, at, page, message, language) select gen_random_uuid(), '2026-11-22', '/', 'hiba', 'hu' from generate_series(1, 30)");
        Assert.StartsWith("sent 1", await RunAsync(portal), StringComparison.Ordinal);
        var mail = await server.MailToAsync("anna@example.org");
        var desk = await anna.PageAsync("/hargita/office?lang=hu");
        var needs = desk.QuerySelectorAll(".need__why").Length;
        var told = desk.QuerySelectorAll(".need__why").Where(n => n.Closest("details") is null).Select(PortalFixture.Words).ToList();
        Assert.All(told, s => Assert.Contains($"\n  {s}\n", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        var groups = desk.QuerySelectorAll(".need-group").ToList();
        Assert.NotEmpty(groups);
        Assert.All(groups, g => Assert.Equal((NeedGroup.AtOnce, true), (g.QuerySelectorAll(".need").Count(n => n.Closest("details") is null), g.QuerySelectorAll("details .need").Length > NeedGroup.Few - NeedGroup.AtOnce)));
        Assert.Equal($"Tessera: {needs} ügy vár Önre ezen a héten", mail.Subject);
        Assert.StartsWith("Kedves Kovácsné Őry Anna!", mail.Text, StringComparison.Ordinal);
        Assert.Equal(told.Count, Regex.Count(mail.Text, @"^\* ", RegexOptions.Multiline));
        Assert.All(groups, g => Assert.Contains($"és még {g.QuerySelectorAll("details .need").Length} ügy: {Public}/hargita/office", mail.Text, StringComparison.Ordinal));
        var links = Regex.Matches(mail.Text, @"https?://\S+").Select(m => m.Value).Distinct().ToList();
        Assert.True(links.Count > 5);
        foreach (var link in links)
        {
            Assert.StartsWith(Public + "/", link, StringComparison.Ordinal);
            using var page = await anna.GetAsync(link[Public.Length..]);
            Assert.Equal((link, HttpStatusCode.OK), (link, page.StatusCode));
        }
    }

    [Fact]
    public async Task Mail_OfWhomNothingNeeds_OrWhoWantsNone_IsNotSent()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        await RunSqlAsync(portal, "svenljunga", "update partner set archived_on = '2020'");
        using var idle = await DeskClient.JoinAsync(portal, "svenljunga", OfficeRole.Editor, "idle@example.org");
        using var unwilling = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "unwilling@example.org");
        using var saved = await unwilling.SendAsync("/account", "Profile", ("name", "U"), ("digest", "false"));
        Assert.Equal("sent 0, refused 0", await RunAsync(portal));
        Assert.Empty(await server.MailsAsync());
    }

    [Fact]
    public async Task Mail_OfAWeek_ComesOnce_WithTwoNodesAndAfterRestarts_AndAgainNextMonday()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        using var bela = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Reader, "bela@example.org");
        // Both nodes are inside the job at once, as if one had been thought dead.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(portal))));
        await RunAsync(portal);
        _clock.Now = Monday.AddDays(6);
        await RunAsync(portal);
        Assert.Equal(["anna@example.org", "bela@example.org"], (await server.MailsAsync()).Select(m => m.Recipient).Order(StringComparer.Ordinal));
        _clock.Now = Monday.AddDays(7);
        await RunAsync(portal);
        Assert.Equal(4, (await server.MailsAsync()).Count);
    }

    [Fact]
    public async Task Mail_ThatTheServerDidNotTake_IsSentWhenItDoes()
    {
        SmtpServer.Require();
        var port = SmtpServer.FreePort();
        await using var portal = await TestPortal.StartAsync(new SmtpSettings("127.0.0.1", port, "tessera@example.org") { Patience = TimeSpan.FromSeconds(5) }, _clock, publicAddress: Public);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        await Assert.ThrowsAsync<JobUnfinishedException>(() => RunAsync(portal));
        await using var server = await SmtpServer.StartAsync(port);
        Assert.Equal("sent 1, refused 0", await RunAsync(portal));
        await server.MailToAsync("anna@example.org");
    }

    [Theory]
    [InlineData(Mischief.Silent, true)]
    [InlineData(Mischief.Nonsense, true)]
    [InlineData(Mischief.AskingForPatience, true)]
    [InlineData(Mischief.RefusingTheRecipient, false)]
    public async Task Mail_ToABadServer_IsTriedAgainUnlessItIsRefusedForGood(Mischief mischief, bool again)
    {
        await using var server = new BadServer(mischief);
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        if (again) await Assert.ThrowsAsync<JobUnfinishedException>(() => RunAsync(portal));
        else Assert.Equal("sent 0, refused 1", await RunAsync(portal));
        if (!again) Assert.Equal("sent 0, refused 0", await RunAsync(portal));
    }

    [Fact]
    public async Task OneClick_OfAMailProgram_EndsTheMailWithoutASession_AndOpeningTheLinkDoesNot()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public, signIns: 1);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        await RunAsync(portal);
        var mail = await server.MailToAsync("anna@example.org");
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["list-unsubscribe-post"]);
        var link = Regex.Match(mail.Headers["list-unsubscribe"], "^<(.+)>$").Groups[1].Value;
        Assert.Contains(link, mail.Text, StringComparison.Ordinal);
        var path = link[Public.Length..];

        using var program = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        Assert.Contains("<form", await program.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.True(await WantsAsync(anna));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(program, path[..^4] + "AAAA"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(program, "/account/digest/off/nothing"));
        Assert.True(await WantsAsync(anna));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(program, path));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(program, path));
        Assert.False(await WantsAsync(anna));
        _clock.Now = Monday.AddDays(7);
        await RunAsync(portal);
        Assert.Single(await server.MailsAsync());
    }

    [Fact]
    public async Task Button_OnThePageOfTheLink_EndsTheMail()
    {
        await using var portal = await TestPortal.StartAsync(time: _clock);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        var account = (await portal.Services.GetRequiredService<Features.Accounts.MemberService>().MembersAsync((await portal.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", Cancellation))!, Cancellation))[0].Account;
        using var somebody = DeskClient.Nobody(portal);
        using var done = await somebody.SendAsync($"/account/digest/off/{portal.Services.GetRequiredService<DigestTokens>().Of(account)}?lang=sv", null);
        Assert.Contains("veckobrev", (await DeskClient.ParseAsync(done)).QuerySelector(".notice--done")?.TextContent, StringComparison.Ordinal);
        Assert.False(await WantsAsync(anna));
    }

    [Theory]
    [InlineData("2026-11-23T05:59:59Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-30T06:00:00Z")]
    [InlineData("2026-11-29T23:00:00Z", "2026-11-30T06:00:00Z")]
    public async Task NextTime_AfterAMoment_IsMondayMorning(string moment, string next)
    {
        await using var portal = await TestPortal.StartAsync(time: _clock);
        Assert.Equal(At(next), portal.Services.GetRequiredService<WeeklyMailJob>().NextAfter(At(moment)));
        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Polling_ByTwoNodes_RunsTheDueJob_AndStopsAtOnce()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await TestPortal.StartAsync(server.Settings, _clock, publicAddress: Public);
        using var anna = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "anna@example.org");
        var (job, runner) = (portal.Services.GetRequiredService<WeeklyMailJob>(), portal.Services.GetRequiredService<JobRunner>());
        using var one = new JobPolling([job], runner, TimeProvider.System, NullLogger<JobPolling>.Instance, TimeSpan.FromSeconds(0.1));
        using var other = new JobPolling([job], runner, TimeProvider.System, NullLogger<JobPolling>.Instance, TimeSpan.FromSeconds(0.1));
        await one.StartAsync(Cancellation);
        await other.StartAsync(Cancellation);
        var queue = portal.Services.GetRequiredService<JobQueue>();
        while ((await queue.AllAsync(Cancellation)).Count == 0) await Task.Delay(50, Cancellation);
        _clock.Now = Monday.AddDays(7);
        while ((await queue.AllAsync(Cancellation))[0].HasSucceeded is null) await Task.Delay(50, Cancellation);
        await Task.WhenAll(one.StopAsync(Cancellation), other.StopAsync(Cancellation)).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        Assert.Equal("sent 1, refused 0", (await queue.AllAsync(Cancellation))[0].Outcome);
        await server.MailToAsync("anna@example.org");
    }

    [Fact]
    public async Task Polling_ThatWaitsForLong_StopsAtOnce()
    {
        await using var portal = await TestPortal.StartAsync(time: _clock);
        using var node = new JobPolling([portal.Services.GetRequiredService<WeeklyMailJob>()], portal.Services.GetRequiredService<JobRunner>(), TimeProvider.System, NullLogger<JobPolling>.Instance, TimeSpan.FromHours(1));
        await node.StartAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(0.5), Cancellation);
        await node.StopAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
    }

    private static Task<string> RunAsync(TestPortal portal) => portal.Services.GetRequiredService<WeeklyMailJob>().RunAsync(Cancellation);

    private static async Task<bool> WantsAsync(DeskClient person) => (await person.PageAsync("/account")).QuerySelector("input[name=digest]")!.HasAttribute("checked");

    private static async Task<HttpStatusCode> PostAsync(HttpClient program, string path)
    {
        using var answer = await program.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]), Cancellation);
        return answer.StatusCode;
    }

    private static async Task RunSqlAsync(TestPortal portal, string office, string sql)
    {
        await using var connection = await portal.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var command = new Npgsql.NpgsqlCommand($"select set_config('tessera.office', (select id::text from office where slug = '{office}'), false); {sql}", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
