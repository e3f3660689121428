using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Associations get letters by a real mail server, propose by the address in it, and say what they think of the composition.</summary>
public sealed class ProposingTests : IAsyncLifetime
{
    private const string Public = "https://partners.example.org";
    private const string Association = "magyar-onkormanyzatok-szovetsege-mosz";
    private readonly int _port = SmtpServer.FreePort();
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private SmtpServer _server = null!;
    private TestPortal _portal = null!;
    private DeskClient _officer = null!;
    private DeskClient _association = null!;
    private OfficeView _office = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Letters => $"/toosz/office/delegations/{_key}/letters";

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync(_port);
        _portal = await TestPortal.StartAsync(_server.Settings, _clock, publicAddress: Public);
        await Loading.DelegationsAsync(_portal.Database, _clock);
        _office = (await _portal.Services.GetRequiredService<OfficeQueries>().FindAsync("toosz", Cancellation))!;
        _key = (await Queries.ListAsync(_office, publicOnly: false, Cancellation)).Single(d => d.State is DelegationState.Called).Key;
        _officer = await DeskClient.JoinAsync(_portal, "toosz", OfficeRole.Editor, "titkar@example.org");
        _association = DeskClient.Nobody(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _association.Dispose();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Association_CalledByLetter_ProposesChangesAndWithdraws_UntilTheDeadline()
    {
        var own = await CalledAsync();
        using var open = await _association.GetAsync(own);
        Assert.Equal((HttpStatusCode.OK, "no-referrer", true, "noindex, nofollow"), (open.StatusCode, Header(open, "Referrer-Policy"), open.Headers.CacheControl?.NoStore, Header(open, "X-Robots-Tag")));
        var page = await DeskClient.ParseAsync(open);
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=own] tbody tr").Length);
        Assert.DoesNotContain("Példa Anna", page.Body!.TextContent, StringComparison.Ordinal);

        using var wrong = await _association.SendAsync(own + "/person", null, ("name", ""), ("authority", "Újpélda"), ("birthYear", "kétezer"), ("politicalGroup", "D csoport"));
        var again = await DeskClient.ParseAsync(wrong);
        Assert.Equal((HttpStatusCode.BadRequest, "Újpélda", "kétezer"), (wrong.StatusCode, Value(again, "authority"), Value(again, "birthYear")));
        Assert.NotNull(again.QuerySelector("#birthYear-error"));

        using var saved = await _association.SendAsync(own + "/person", null, ("name", "Új Jelölt (példa)"), ("authority", "Újpélda"), ("representativeRank", "5"), ("sex", "female"), ("birthYear", "1980"));
        Assert.Equal((HttpStatusCode.Redirect, own), (saved.StatusCode, saved.Headers.Location?.OriginalString));
        var person = (await ViewAsync()).People.Single(p => p.Name == "Új Jelölt (példa)");
        Assert.Equal(("mosz", true), (ProposerKey((await ViewAsync()), person), person.ProposedBy.Contains("saját cím", StringComparison.Ordinal)));

        var form = await _association.PageAsync($"{own}/person/{person.Id}");
        Assert.Equal("1980", Value(form, "birthYear"));
        Assert.Contains(await People.ReadingsAsync(_office, _key, Cancellation), r => r.Purpose == "form");
        var others = (await ViewAsync()).People.First(p => p.Name.StartsWith("Példa Anna", StringComparison.Ordinal));
        using var foreign = await _association.GetAsync($"{own}/person/{others.Id}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var taken = await _association.SendAsync(own, "Withdraw", ("person", others.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
        using var withdrawn = await _association.SendAsync(own, "Withdraw", ("person", person.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.NotNull((await ViewAsync()).Person(person.Id).WithdrawnAt);

        _clock.Now = _clock.Now.AddDays(30);
        Assert.Null((await _association.PageAsync(own)).QuerySelector($"a[href='{own}/person']"));
        using var late = await _association.GetAsync(own + "/person");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task Association_Consulted_SeesTheComposition_ObjectsWithAComment_AndTheDeskReadsIt()
    {
        var first = await CalledAsync();
        Assert.Empty(await _portal.Services.GetRequiredService<DelegationStages>().ConsultAsync(_office, _key, new DateOnly(2026, 11, 21), new DateOnly(2026, 12, 1), new Edit("test"), Cancellation));
        (await _officer.SendAsync(Letters, null, ("proposer", Association))).Dispose();
        Assert.StartsWith("sent 1,", await RunAsync(), StringComparison.Ordinal);
        var letter = (await MailsAsync(2))[^1];
        Assert.StartsWith("Magyar delegáció a Kongresszusban, megújítás (példa): az összetétel", letter.Subject, StringComparison.Ordinal);
        var own = LinkIn(letter.Text);
        using var old = await _association.GetAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);

        var page = await _association.PageAsync(own);
        Assert.Equal(14, page.QuerySelectorAll("section[aria-labelledby=composition] tbody tr").Length);
        Assert.Equal(14, page.QuerySelectorAll(".hemicycle__seats > g").Length);
        Assert.DoesNotContain("1974", page.Body!.TextContent, StringComparison.Ordinal);
        using var silent = await _association.SendAsync(own, "Reply", ("reply", "objected"), ("comment", ""));
        var again = await DeskClient.ParseAsync(silent);
        Assert.Equal((HttpStatusCode.BadRequest, "objected"), (silent.StatusCode, again.QuerySelector("#reply option[selected]")?.GetAttribute("value")));
        Assert.NotNull(again.QuerySelector("#comment-error"));
        using var said = await _association.SendAsync(own, "Reply", ("reply", "objected"), ("comment", "Egy nő hiányzik."));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var proposer = (await ViewAsync()).Proposers.Single(p => p.Email == "mosz@example.org");
        Assert.Equal((ProposerReply.Objected, "Egy nő hiányzik."), (proposer.Reply, proposer.Comment));
        _clock.Now = _clock.Now.AddDays(20);
        Assert.Null((await _association.PageAsync(own)).QuerySelector("#reply"));
    }

    [Fact]
    public async Task Letter_WhileTheServerIsAway_Waits_AndTheAddressBeforeItServesUntilItHasGone()
    {
        var first = await CalledAsync();
        Assert.Empty(await _portal.Services.GetRequiredService<DelegationStages>().ConsultAsync(_office, _key, new DateOnly(2026, 11, 21), new DateOnly(2026, 12, 1), new Edit("test"), Cancellation));
        await _server.DisposeAsync();
        foreach (var again in (bool[])[false, true]) (await _officer.SendAsync(Letters, null, ("proposer", Association))).Dispose();
        Assert.EndsWith("not taken by the mail server 1", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(["Call for proposals: sent", "Consultation on the composition: waits to be sent"], await StatesAsync());
        using (var open = await _association.GetAsync(first)) Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        _server = await SmtpServer.StartAsync(_port);
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.StartsWith("sent 1,", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(["Call for proposals: sent", "Consultation on the composition: sent"], await StatesAsync());
        var second = LinkIn(Assert.Single(await MailsAsync(1)).Text);
        using var gone = await _association.GetAsync(first);
        using var now = await _association.GetAsync(second);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, now.StatusCode));
    }

    [Fact]
    public async Task Letter_ThatTheServerRefuses_SaysSo_AndTheAddressBeforeItStays()
    {
        var first = await CalledAsync();
        await _server.DisposeAsync();
        await using (new BadServer(Mischief.RefusingTheRecipient, _port))
        {
            (await _officer.SendAsync(Letters, null, ("proposer", Association))).Dispose();
            Assert.Contains("refused 1", await RunAsync(), StringComparison.Ordinal);
        }

        _server = await SmtpServer.StartAsync(_port);
        Assert.Equal("Call for proposals: not taken by the mail server", (await StatesAsync())[^1]);
        Assert.NotNull((await _officer.PageAsync(Letters + "?lang=en")).QuerySelector($"section[aria-labelledby='p-{Association}'] li a[href$='/associations/{Association}']"));
        using var open = await _association.GetAsync(first);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        (await _officer.SendAsync(Letters, null, ("proposer", Association))).Dispose();
        Assert.StartsWith("sent 1,", await RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ThatWaits_IsNotSent_OnceAnAddressIsMadeByHand_OrTheDelegationHasGoneOn()
    {
        (await _officer.SendAsync(Letters, null)).Dispose();
        Assert.Equal(["Call for proposals: waits to be sent"], await StatesAsync());
        (await _officer.SendAsync($"/toosz/office/delegations/{_key}/associations/{Association}", "Link")).Dispose();
        Assert.Empty(await StatesAsync());
        Assert.NotEmpty((await _officer.PageAsync(Letters)).QuerySelectorAll("main section li"));
        Assert.Empty(await _portal.Services.GetRequiredService<DelegationStages>().BackAsync(_office, _key, new Edit("test"), Cancellation));
        Assert.StartsWith("sent 0,", await RunAsync(), StringComparison.Ordinal);
        Assert.Empty(await _server.MailsAsync());
        Assert.Empty(await _portal.Services.GetRequiredService<DelegationLetterService>().ListAsync(_office, _key, Cancellation));
    }

    [Fact]
    public async Task Address_ThatIsNobodys_OpensNothing_AndLettersAreForEditorsAlone()
    {
        using var nobody = await _association.GetAsync("/toosz/hu/propose/0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        using var reader = await DeskClient.JoinAsync(_portal, "toosz", OfficeRole.Reader, "olvaso@example.org");
        using var forbidden = await reader.GetAsync(Letters);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    private DelegationQueries Queries => _portal.Services.GetRequiredService<DelegationQueries>();

    private DelegationPeople People => _portal.Services.GetRequiredService<DelegationPeople>();

    private async Task<DelegationView> ViewAsync() => (await Queries.FindAsync(_office, _key, publicOnly: false, Cancellation))!;

    /// <summary>The own address of one association after all were written to.</summary>
    private async Task<string> CalledAsync()
    {
        Assert.Contains("mosz@example.org", (await _officer.PageAsync(Letters)).Body!.TextContent, StringComparison.Ordinal);
        using var sent = await _officer.SendAsync(Letters, null);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(["Call for proposals: waits to be sent"], await StatesAsync());
        Assert.Empty(await _server.MailsAsync());
        await RunAsync();
        Assert.Equal(["Call for proposals: sent"], await StatesAsync());
        var mail = Assert.Single(await MailsAsync(1));
        Assert.Equal("Magyar delegáció a Kongresszusban, megújítás (példa): kérjük jelöltjeiket", mail.Subject);
        Assert.Contains("2026. december 12.", mail.Text, StringComparison.Ordinal);
        // Letters of the same moment stand in no order.
        _clock.Now += TimeSpan.FromMinutes(1);
        return LinkIn(mail.Text);
    }

    private Task<string> RunAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);

    /// <summary>What the page says of the association's letters, without when.</summary>
    private async Task<List<string>> StatesAsync() =>
        [.. (await _officer.PageAsync(Letters + "?lang=en")).QuerySelectorAll($"section[aria-labelledby='p-{Association}'] li").Select(l => PortalFixture.Words(l).Split(',')[0])];

    private async Task<IReadOnlyList<ReceivedMail>> MailsAsync(int count)
    {
        for (var attempt = 0; ; attempt++)
        {
            var mails = (await _server.MailsAsync()).Where(m => m.Recipient == "mosz@example.org").ToList();
            if (mails.Count >= count || attempt > 50) return mails;
            await Task.Delay(100, Cancellation);
        }
    }

    private static string LinkIn(string text) => Regex.Match(text, Regex.Escape(Public) + @"(/toosz/hu/propose/\S+)").Groups[1].Value;

    private static string ProposerKey(DelegationView view, DelegationPerson person) => view.Proposers.Single(p => p.Key == person.Proposer).Email!.Split('@')[0];

    private static string? Value(IDocument page, string id) => page.QuerySelector("#" + id)?.GetAttribute("value");

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
}
