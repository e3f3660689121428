using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>The news as everybody sees it.</summary>
public sealed class NewsPagesTests(PortalFixture portal)
{
    private const string Roma = "/hargita/hu/news/egyuttmukodes-a-romak-segiteseert";

    [Fact]
    public async Task Item_OfTheRomaPartnership_TellsWhatTheSourceSaysAndIsAnArticleForMachines()
    {
        var page = await portal.PageAsync(Roma);
        Assert.Equal("Nemzetközi együttműködés a romák segítéséért", PortalFixture.Words(page.QuerySelector("h1")));
        Assert.Contains("Kisvárda és Nagykálló önkormányzatai", PortalFixture.Words(page.QuerySelector(".prose")), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/hargita/hu/activities/romakert-talalkozo-2015']"));
        Assert.Equal("2015-07-28", page.QuerySelector("time")?.GetAttribute("datetime"));
        var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(("NewsArticle", "2015-07-28", "hu"), (json.GetProperty("@type").GetString(), json.GetProperty("datePublished").GetString(), json.GetProperty("inLanguage").GetString()));
    }

    [Fact]
    public async Task List_ByYearAndCategory_HasWhatIsAsked()
    {
        var all = await portal.PageAsync("/hargita/en/news");
        Assert.Equal("2015", PortalFixture.Words(all.QuerySelector("section[aria-labelledby=y2015] h2")));
        Assert.NotNull(all.QuerySelector("a[href='/hargita/en/news/egyuttmukodes-a-romak-segiteseert']"));
        Assert.Equal("project", (await portal.PageAsync("/hargita/en/news?category=project&year=2015")).QuerySelector("#category option[selected]")?.GetAttribute("value"));
        foreach (var other in (string[])["category=youth", "year=2016", "partner=zala"]) Assert.NotNull((await portal.PageAsync($"/hargita/en/news?{other}")).QuerySelector("section.empty"));
        Assert.NotNull((await portal.PageAsync("/svenljunga/sv/news")).QuerySelector("section.empty"));
    }

    [Fact]
    public async Task FirstPage_OfTheOffice_LeadsToTheNewestNews()
    {
        var page = await portal.PageAsync("/hargita/ro");
        Assert.Equal("/hargita/ro/news/egyuttmukodes-a-romak-segiteseert", page.QuerySelector("section[aria-labelledby=news] h3 a")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=news] a.more[href='/hargita/ro/news']"));
        Assert.Null((await portal.PageAsync("/svenljunga/ro")).QuerySelector("section[aria-labelledby=news]"));
    }

    [Fact]
    public async Task Feed_AndSitemap_NameTheNews()
    {
        var cancellation = TestContext.Current.CancellationToken;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        using var feed = await portal.Client.GetAsync("/hargita/sv/news.atom", cancellation);
        Assert.Equal("application/atom+xml", feed.Content.Headers.ContentType?.MediaType);
        var entry = Assert.Single(XDocument.Parse(await feed.Content.ReadAsStringAsync(cancellation)).Root!.Elements(atom + "entry"));
        Assert.Equal("Internationellt samarbete till stöd för romer", entry.Element(atom + "title")?.Value);
        Assert.StartsWith("Länsrådet i Harghita deltar", entry.Element(atom + "summary")?.Value, StringComparison.Ordinal);
        Assert.Contains(Roma, await portal.Client.GetStringAsync("/sitemap.xml", cancellation), StringComparison.Ordinal);
        var list = JsonDocument.Parse(await portal.Client.GetStringAsync("/hargita/en/news.json", cancellation)).RootElement;
        Assert.Equal((1, "project"), (list.GetProperty("total").GetInt32(), list.GetProperty("news")[0].GetProperty("category").GetString()));
        Assert.StartsWith("title,category,published,until,lead,page", (await portal.Client.GetStringAsync("/hargita/en/news.csv", cancellation)).TrimStart('\uFEFF').Replace("\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Field_OfAnOffice_LeadsToItsPartnersAgreementsAndActivities()
    {
        var home = await portal.PageAsync("/svenljunga/en");
        Assert.Equal("/svenljunga/en/fields/kultur", home.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")).Single(h => h!.EndsWith("/kultur", StringComparison.Ordinal)));
        foreach (var chip in home.QuerySelectorAll("a.chip"))
        {
            var field = await portal.PageAsync(chip.GetAttribute("href")!);
            Assert.Equal(PortalFixture.Words(chip), PortalFixture.Words(field.QuerySelector("h1")));
            Assert.NotNull(field.QuerySelector("main section"));
        }
    }

    [Fact]
    public async Task About_TheOffice_HasItsUsefulNumbersToDial()
    {
        var numbers = (await portal.PageAsync("/hargita/hu/about")).QuerySelectorAll("section[aria-labelledby=useful] a");
        Assert.Equal([("112", "tel:112"), ("0266 207 774", "tel:0266207774")], numbers.Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Null((await portal.PageAsync("/svenljunga/hu/about")).QuerySelector("#useful"));
    }

    [Theory]
    [InlineData("/svenljunga/en/fields/nowhere")]
    [InlineData("/hargita/en/news/nowhere/useful")]
    [InlineData("/hargita/en/news/nowhere")]
    [InlineData("/hargita/en/news/nowhere.json")]
    [InlineData("/nowhere/en/news.atom")]
    public async Task AnAddress_OfNothing_IsNotFound(string address)
    {
        using var answer = await portal.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
