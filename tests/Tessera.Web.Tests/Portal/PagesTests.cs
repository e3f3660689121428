using System.Net;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>Every page of every office in every language.</summary>
public sealed class PagesTests(PortalFixture portal)
{
    public static TheoryData<string, string> OfficesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var office in PortalFixture.Offices) foreach (var language in PortalFixture.Languages) data.Add(office, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OfficesAndLanguages))]
    public async Task EveryPage_FoundByItsLinks_IsWholeAndSafe(string office, string language)
    {
        var pages = await portal.CrawlAsync(office, language);
        Assert.True(pages.Count >= 9, $"only {pages.Count} pages: {string.Join(' ', pages.Keys)}");
        foreach (var (address, page) in pages)
        {
            Assert.True(page.DocumentElement.GetAttribute("lang") == language, address);
            Assert.True(page.QuerySelectorAll("h1").Length == 1, $"{address}: one h1");
            Assert.False(string.IsNullOrWhiteSpace(page.Title), address);
            Assert.Empty(page.QuerySelectorAll("[style], style"));
            Assert.DoesNotContain(page.QuerySelectorAll("script"), s => !s.HasAttribute("src") && s.GetAttribute("type") != "application/ld+json");
            Assert.DoesNotContain(page.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
            foreach (var loaded in page.QuerySelectorAll("script[src], link[rel=stylesheet], img, link[rel=icon], use")) Assert.StartsWith("/", loaded.GetAttribute("src") ?? loaded.GetAttribute("href"), StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll("main *[id]").GroupBy(e => e.Id), g => Assert.True(g.Count() == 1, $"{address}: id {g.Key} twice"));
            Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), c => Assert.True(page.QuerySelector($"label[for='{c.Id}']") is not null, $"{address}: {c.Id} has no label"));
            Assert.True(page.QuerySelector("link[rel=canonical]") is not null && page.QuerySelectorAll("link[hreflang]").Length == 4, address);
        }
    }

    [Theory]
    [MemberData(nameof(OfficesAndLanguages))]
    public async Task LanguageSwitch_OnEveryPage_KeepsThePage(string office, string language)
    {
        var page = await portal.PageAsync($"/{office}/{language}/partners?country=HU&sort=name");
        foreach (var other in PortalFixture.Languages)
        {
            var link = page.QuerySelector($".languages a[lang={other}]")!.GetAttribute("href");
            Assert.Equal($"/{office}/{other}/partners?country=HU&sort=name", link);
        }
    }

    [Fact]
    public async Task EveryLink_OfThePortalInOneLanguage_LeadsSomewhere()
    {
        var pages = await portal.CrawlAsync("hargita", "en");
        var links = pages.Values.SelectMany(p => p.QuerySelectorAll("a[href], link[href]")).Select(a => a.GetAttribute("href")!.Split('#')[0])
            .Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var link in links)
        {
            using var response = await portal.Client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var isDesk = link == "/hargita/office" && response.Headers.Location?.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) == true;
            Assert.True(isDesk || response.StatusCode == HttpStatusCode.OK, $"{link}: {response.StatusCode}");
        }

        Assert.True(links.Count > 100, $"{links.Count} links");
    }

    [Theory]
    [InlineData("hu-HU,hu;q=0.9,en;q=0.5", "hu")]
    [InlineData("de, ro;q=0.4, sv;q=0.8", "sv")]
    [InlineData("sv;q=0, ro", "ro")]
    [InlineData("fr", "hu")]
    public async Task OfficeWithoutLanguage_ForAReader_LeadsToTheBestLanguage(string accepted, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hargita/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/hargita/{expected}", response.Headers.Location!.OriginalString);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/nowhere/en")]
    [InlineData("/hargita/de/partners")]
    [InlineData("/hargita/en/partners/atlantis")]
    [InlineData("/hargita/en/agreements/none")]
    [InlineData("/wp-login.php")]
    [InlineData("/hargita/en/partners/..%2f..%2fetc")]
    public async Task AnUnknownAddress_IsNotFoundInWordsAndWithoutATrace(string address)
    {
        using var response = await portal.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<h1>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfHargita_CountsAgreeWithTheList()
    {
        var home = await portal.PageAsync("/hargita/en");
        foreach (var bar in home.QuerySelectorAll(".bar a"))
        {
            var list = await portal.PageAsync(bar.GetAttribute("href")!);
            Assert.Equal(PortalFixture.Words(bar.QuerySelector(".bar__number")), list.QuerySelectorAll("table.register tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Report_WithNothingSaid_KeepsWhatWasTypedAndSaysWhatIsMissing()
    {
        var form = await portal.PageAsync("/svenljunga/sv/report?page=/svenljunga/sv/about");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["about"] = "/svenljunga/sv/about", ["reply"] = "inte en adress" });
        using var response = await portal.Client.PostAsync("/svenljunga/sv/report", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(["#message", "#reply"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("inte en adress", page.QuerySelector("#reply")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#message")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Report_Sent_IsKeptForTheOfficeOnly()
    {
        var form = await portal.PageAsync("/toosz/hu/report?page=/toosz/hu/about");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["about"] = "/toosz/hu/about",
            ["message"] = "A kongresszus taglétszáma már nem ennyi. <b>",
            ["reply"] = "",
        });
        using var response = await portal.Client.PostAsync("/toosz/hu/report", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var thanks = await portal.PageAsync(response.Headers.Location!.OriginalString);
        Assert.NotNull(thanks.QuerySelector(".notice--done"));
        var database = portal.Portal.Database.Database;
        var offices = new Features.Offices.OfficeQueries(database);
        var reports = new Features.Reports.ErrorReportService(database, TimeProvider.System);
        Assert.Single(await reports.ReadAsync((await offices.FindAsync("toosz", TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken));
        Assert.Empty(await reports.ReadAsync((await offices.FindAsync("hargita", TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Report_WithoutItsToken_IsRefused()
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["message"] = "forged" });
        using var response = await portal.Client.PostAsync("/hargita/en/report", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
