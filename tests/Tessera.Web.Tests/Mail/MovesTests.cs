using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tessera.Domain.Offices;
using Tessera.Features.Mail;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Organisers asked by mail about the moves of a plan: what arrives at a real server, once, in whose language, and where the answer goes.</summary>
public sealed class MovesTests : IAsyncLifetime
{
    private const string Desk = $"/{RegionSeason.Slug}/office/board";
    private const string Hungarian = "muvelodes@example.org";
    private const string Swedish = "kultur@example.se";
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private readonly int _port = SmtpServer.FreePort();
    private TestPortal _portal = null!;
    private DeskClient _coordinator = null!;
    private DeskClient _nobody = null!;
    private string _plan = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SmtpServer.Require();
        _portal = await TestPortal.StartAsync(new SmtpSettings("127.0.0.1", _port, "tessera@partners.example.org") { Patience = TimeSpan.FromSeconds(5) }, _clock, publicAddress: "https://partners.example.org");
        await RegionSeason.LoadAsync(_portal.Database);
        _coordinator = await DeskClient.JoinAsync(_portal, RegionSeason.Slug, OfficeRole.Editor, "katalin@example.org");
        _nobody = DeskClient.Nobody(_portal);
        using var made = await _coordinator.SendAsync(Desk + "/plans", null, ("from", "2027-04-01"), ("to", "2027-12-31"));
        _plan = made.Headers.Location!.OriginalString;
        var asked = await AskedAsync();
        await AddressAsync(asked.First(a => a.Key is not ("vavkoping" or "spinnaryd" or "ljungaholm" or "tranaker" or "sjohamn")).Key, Hungarian, "hu");
        await AddressAsync(asked.First(a => a.Key is "vavkoping" or "spinnaryd" or "ljungaholm" or "tranaker" or "sjohamn").Key, Swedish, "sv");
    }

    public async ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        _nobody.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Organisers_AskedAboutAPlan_GetOneLetterEachInTheirLanguage_AndAnswerAtItsAddress()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        var before = await _coordinator.PageAsync(_plan);
        Assert.Equal("2", Regex.Match(await NoticeAsync("Ask"), @"\d+").Value);
        Assert.StartsWith("sent 2,", await RunAsync(), StringComparison.Ordinal);
        Assert.False(await MayAskAsync());
        (await _coordinator.SendAsync(before, _plan, "Ask")).Dispose();
        Assert.Contains("Nobody has to be asked", PortalFixture.Words((await _coordinator.PageAsync(_plan + "?lang=en")).QuerySelector("[role=status]")), StringComparison.Ordinal);
        Assert.StartsWith("sent 0,", await RunAsync(), StringComparison.Ordinal);

        var (first, second) = (await server.MailToAsync(Hungarian), await server.MailToAsync(Swedish));
        Assert.Equal(2, (await server.MailsAsync()).Count);
        Assert.Matches("^Jó lenne más nap", first.Subject);
        Assert.Matches("^Passar (en annan dag|andra dagar)", second.Subject);
        Assert.Matches(@"- .+: .+ → .+ \(\w+\)\r?\n  Most ezzel ütközik: ", first.Text);
        Assert.DoesNotContain("plans.", first.Text + second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", first.Text + second.Text, StringComparison.Ordinal);
        Assert.All(await AskedAsync(), a => Assert.Equal(a.Email is Hungarian or Swedish, a.Told.StartsWith("sent, ", StringComparison.Ordinal)));

        var own = LinkIn(first);
        Assert.Contains("/hu/programme/", own, StringComparison.Ordinal);
        var page = await _nobody.PageAsync(own);
        Assert.Equal(Regex.Count(first.Text, "(?m)^- "), page.QuerySelectorAll("section[aria-labelledby=moves] li.need").Length);
        using var answered = await _nobody.SendAsync(own, "Reply", ("reply", "accepted"));
        Assert.Equal(own, answered.Headers.Location?.OriginalString);
        Assert.NotNull((await _nobody.PageAsync(own)).QuerySelector("section[aria-labelledby=moves] .badge--in-force"));
    }

    [Fact]
    public async Task PlanWorkedOutAgain_IsTold_OnlyToWhomItChangedSomething()
    {
        await using var server = await SmtpServer.StartAsync(_port);
        await NoticeAsync("Ask");
        await RunAsync();
        await NoticeAsync("Again");
        Assert.False(await MayAskAsync());

        // A refused move is an answer, and no news; what the plan proposes instead is.
        var own = LinkIn(await server.MailToAsync(Hungarian));
        (await _nobody.SendAsync(own, "Reply", ("reply", "refused"))).Dispose();
        Assert.False(await MayAskAsync());
        await NoticeAsync("Again");
        var due = (await AskedAsync()).Where(a => a.Told.Contains("changed since", StringComparison.Ordinal)).Select(a => a.Email).ToList();
        due.RemoveAll(e => !e.Contains('@', StringComparison.Ordinal));
        Assert.Equal(due.Count > 0, await MayAskAsync());
        if (due.Count > 0) await NoticeAsync("Ask");
        await RunAsync();
        Assert.Equal(2 + due.Count, (await server.MailsAsync()).Count);
        Assert.Equal(due.Order(StringComparer.Ordinal), (await server.MailsAsync()).Skip(2).Select(m => (string?)m.Recipient).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Secret_OfALetter_IsForgottenWhenItHasGone_AndEndsWithTheOrganisersAddress()
    {
        await NoticeAsync("Ask");
        Assert.Equal(2, await SecretsAsync());
        await RunAsync();
        Assert.Equal(2, await SecretsAsync());
        _clock.Now += TimeSpan.FromMinutes(2);
        await using var server = await SmtpServer.StartAsync(_port);
        Assert.StartsWith("sent 2,", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await SecretsAsync());

        var (own, others) = (LinkIn(await server.MailToAsync(Hungarian)), LinkIn(await server.MailToAsync(Swedish)));
        var key = (await AskedAsync()).Single(a => a.Email == Hungarian).Key;
        (await _coordinator.SendAsync($"{Desk}/organisers/{key}", "Link", ("open", "false"))).Dispose();
        using var gone = await _nobody.GetAsync(own);
        using var stays = await _nobody.GetAsync(others);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, stays.StatusCode));
    }

    [Fact]
    public async Task Letter_WhoseQuestionIsAnsweredMeanwhile_IsNotSent()
    {
        await NoticeAsync("Ask");
        await NoticeAsync("AcceptAll");
        await using var server = await SmtpServer.StartAsync(_port);
        Assert.StartsWith("sent 0,", await RunAsync(), StringComparison.Ordinal);
        Assert.Empty(await server.MailsAsync());
        Assert.All(await AskedAsync(), a => Assert.Equal("–", a.Told));
    }

    private static string LinkIn(ReceivedMail mail) => new Uri(Regex.Match(mail.Text, @"https://partners\.example\.org/\S+").Value).PathAndQuery;

    private Task<string> RunAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);

    private async Task AddressAsync(string organiser, string email, string language)
    {
        using var saved = await _coordinator.SendAsync($"{Desk}/organisers/{organiser}", null, ("email", email), ("language", language));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    /// <returns>What the page says when it is done.</returns>
    private async Task<string> NoticeAsync(string handler)
    {
        using var done = await _coordinator.SendAsync(_plan, handler);
        return PortalFixture.Words((await _coordinator.PageAsync(_plan + "?lang=en")).QuerySelector("[role=status]"));
    }

    private async Task<bool> MayAskAsync() => (await _coordinator.PageAsync(_plan)).QuerySelector("form[action*='handler=Ask']") is not null;

    /// <summary>The organisers on the plan's page: key, address, what they were told.</summary>
    private async Task<List<(string Key, string Email, string Told)>> AskedAsync() =>
        [.. (await _coordinator.PageAsync(_plan + "?lang=en")).QuerySelectorAll("section[aria-labelledby=organisers] tbody tr")
            .Select(r => (r.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1], PortalFixture.Words(r.QuerySelectorAll("td")[0]), PortalFixture.Words(r.QuerySelectorAll("td")[2])))];

    private async Task<long> SecretsAsync()
    {
        await using var connection = await _portal.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand($"select set_config('tessera.office', (select id::text from office where slug = '{RegionSeason.Slug}'), false); select count(secret) from season_asking", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        await reader.NextResultAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return reader.GetInt64(0);
    }
}
