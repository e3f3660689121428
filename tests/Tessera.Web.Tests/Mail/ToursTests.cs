using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Planning.Tours;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Authorities apply for a study tour, confirm by the link of a real mail, and are chosen by stated rules that anybody can check; names of people are nowhere but at the desk.</summary>
public sealed class ToursTests : IAsyncLifetime
{
    private const string Public = "https://partners.example.org";
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private SmtpServer _server = null!;
    private TestPortal _portal = null!;
    private DeskClient _officer = null!;
    private DeskClient _clerk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync();
        _portal = await TestPortal.StartAsync(_server.Settings, _clock, publicAddress: Public);
        _officer = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "piroska@example.org");
        _clerk = DeskClient.Nobody(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _clerk.Dispose();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Authorities_ApplyConfirmAndAreChosen_AndAnybodyChecksTheLots()
    {
        var key = await OfferedAsync();
        Assert.NotNull((await _clerk.PageAsync($"/hargita/hu/activities/{key}", "Jelentkezés")).QuerySelector($"a[href='/hargita/hu/activities/{key}/apply']"));
        await ApplyAsync(key, "hu", "Alsófalva", "also@example.org", "Titkos Tamás\nRejtett Réka");
        await ApplyAsync(key, "ro", "Comuna Sus", "sus@example.ro", "Ion Popa");
        await RunAsync();
        var mail = await _server.MailToAsync("also@example.org");
        Assert.Equal("Kérjük, erősítse meg: Tanulmányút Svájcba", mail.Subject);
        Assert.StartsWith("Vă rugăm să confirmați:", (await _server.MailToAsync("sus@example.ro")).Subject, StringComparison.Ordinal);
        Assert.Empty((await _officer.PageAsync(Desk(key))).QuerySelectorAll("details"));
        var links = new List<string>();
        foreach (var (address, language) in ((string, string)[])[("also@example.org", "hu"), ("sus@example.ro", "ro")])
        {
            var link = Regex.Match((await _server.MailToAsync(address)).Text, Regex.Escape(Public) + $@"(/hargita/{language}/application/\S+)").Groups[1].Value;
            using var confirmed = await _clerk.SendAsync(link, "Confirm");
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
            links.Add(link);
        }

        using var open = await _clerk.GetAsync(links[0]);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (open.StatusCode, string.Join(',', open.Headers.GetValues("Referrer-Policy"))));
        Assert.Equal(2, (await _officer.PageAsync(Desk(key))).QuerySelectorAll("details").Length);

        Assert.Null((await _officer.PageAsync(Desk(key))).QuerySelector("form[action*='handler=Decide']"));
        using (var closed = await _officer.SendAsync(Desk(key), "Rules", ("open", "false"))) Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using (var decided = await _officer.SendAsync(Desk(key), "Decide")) Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        await RunAsync();
        var page = await _clerk.PageAsync($"/hargita/en/activities/{key}/apply");
        var rows = page.QuerySelectorAll("tbody tr").Select(r => (Authority: r.QuerySelector("th")!.FirstChild!.TextContent, Lot: r.QuerySelector("code")!.TextContent, Answer: r.QuerySelector("strong")!.TextContent)).ToList();
        Assert.Equal(["In", "Waits"], rows.Select(r => r.Answer));
        var seed = Regex.Match(page.Body!.TextContent, "seed of the lots was ([0-9a-f]{32})").Groups[1].Value;
        Assert.Contains(TourSelection.PledgeOf(seed), page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(rows.Select(r => r.Lot).Order(StringComparer.Ordinal), ((int[])[1, 2]).Select(n => TourSelection.LotOf(seed, n)[..12]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Titkos Tamás", page.Body.TextContent, StringComparison.Ordinal);

        var isFirstIn = rows[0].Authority == "Alsófalva";
        using (var withdrawn = await _clerk.SendAsync(links[isFirstIn ? 0 : 1], "Withdraw")) Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        await RunAsync();
        var told = (await _server.MailsAsync()).Where(m => m.Recipient == (isFirstIn ? "sus@example.ro" : "also@example.org")).ToList();
        Assert.Equal(3, told.Count);
        Assert.Matches("^(Helyet kaptak|Ați primit locuri):", told[2].Subject);
    }

    [Fact]
    public async Task Form_WithMistakes_KeepsWhatWasTyped_AndWhatIsNoStudyVisitOffersNothing()
    {
        var key = await OfferedAsync();
        using var wrong = await _clerk.SendAsync($"/hargita/en/activities/{key}/apply", null, ("authority", "Alsófalva"), ("participants", "A\nB\nC"), ("population", "many"), ("email", "nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.Equal(("Alsófalva", "many"), (page.QuerySelector("#authority")?.GetAttribute("value"), page.QuerySelector("#population")?.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#population-error"));
        using var more = await _clerk.SendAsync($"/hargita/en/activities/{key}/apply", null, ("authority", "Alsófalva"), ("participants", "A\nB\nC"), ("name", "Anna"), ("email", "nobody"));
        var refused = await DeskClient.ParseAsync(more);
        Assert.NotNull(refused.QuerySelector("#participants-error"));
        Assert.NotNull(refused.QuerySelector("#email-error"));
        using var machine = await _clerk.SendAsync($"/hargita/en/activities/{key}/apply", null, ("authority", "Bot"), ("participants", "A"), ("name", "A"), ("email", "a@example.org"), ("website", "x"));
        Assert.Equal(HttpStatusCode.Redirect, machine.StatusCode);
        Assert.Equal("no mail", await RunAsync() is var said && said.StartsWith("sent 0", StringComparison.Ordinal) ? "no mail" : said);
        using var rules = await _officer.SendAsync(Desk(key), "Rules", ("open", "true"), ("places", "0"), ("until", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, rules.StatusCode);
        using var nothing = await _clerk.GetAsync("/hargita/en/activities/szekely-hetek-2010/apply");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        using var nobody = await _clerk.GetAsync("/hargita/en/application/0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    private static string Desk(string key) => $"/hargita/office/activities/{key}/tour";

    private async Task ApplyAsync(string key, string language, string authority, string email, string participants)
    {
        using var done = await _clerk.SendAsync($"/hargita/{language}/activities/{key}/apply", null, ("authority", authority), ("participants", participants), ("name", "Kovács Anna"), ("email", email));
        if (done.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await DeskClient.ParseAsync(done)).QuerySelector("#errors")?.TextContent ?? done.StatusCode.ToString());
        Assert.NotNull((await _clerk.PageAsync(done.Headers.Location!.OriginalString)).QuerySelector(".notice--done"));
    }

    private async Task<string> OfferedAsync()
    {
        using var added = await _officer.SendAsync("/hargita/office/activities/new", null, ("kind", "outgoing-visit"), ("purpose", "study"), ("title.hu", "Tanulmányút Svájcba"), ("start", "2026-12-20"), ("public", "true"));
        if (added.Headers.Location is null) Assert.Fail((await DeskClient.ParseAsync(added)).QuerySelector("#errors")?.TextContent ?? added.StatusCode.ToString());
        var key = added.Headers.Location!.OriginalString.Split('/')[^1];
        using var opened = await _officer.SendAsync(
            Desk(key), "Rules", ("open", "true"), ("places", "2"), ("perAuthority", "2"), ("until", "2026-12-01"), ("freshYears", "3"), ("perCounty", "2"), ("smallPlaces", "0"), ("smallPopulation", "0"));
        if (opened.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await DeskClient.ParseAsync(opened)).QuerySelector("#errors")?.TextContent ?? opened.StatusCode.ToString());
        return key;
    }

    private Task<string> RunAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);
}
