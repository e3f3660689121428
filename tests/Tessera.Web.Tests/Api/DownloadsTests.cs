using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Tessera.Web.Tests.Api;

/// <summary>What machines read: records, catalogue, feed, site map, the description of the API.</summary>
public sealed class DownloadsTests(PortalFixture portal)
{
    [Fact]
    public async Task EveryPartner_AsJson_SaysWhatItsPageSays()
    {
        var list = await JsonAsync("/hargita/hu/partners.json");
        Assert.Equal(19, list.GetProperty("total").GetInt32());
        foreach (var partner in list.GetProperty("partners").EnumerateArray())
        {
            var record = await JsonAsync(new Uri(partner.GetProperty("self").GetString()!).AbsolutePath);
            var page = await portal.PageAsync(new Uri(record.GetProperty("html").GetString()!).AbsolutePath);
            Assert.Equal(record.GetProperty("names").GetProperty("hu").GetString(), PortalFixture.Words(page.QuerySelector("h1")));
            Assert.Equal(record.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("decision").GetString()).Where(d => d is not null),
                page.QuerySelectorAll(".agreement-card .decision").Select(PortalFixture.Words));
        }
    }

    [Fact]
    public async Task Borsod_HasTwoAgreements_NingxiaOnlyAYear_StraseniItsMonth()
    {
        var borsod = (await JsonAsync("/hargita/en/partners/borsod-abauj-zemplen.json")).GetProperty("agreements").EnumerateArray().Select(a => (Kind: a.GetProperty("kind").GetString(), Decision: a.GetProperty("decision").GetString(), Dates: Dates(a)));
        Assert.Equal([("cooperation", null, "1997"), ("twinning", "271/2017", "2017")], borsod);
        var ningxia = (await JsonAsync("/hargita/en/partners/ningxia.json")).GetProperty("agreements").EnumerateArray().Single();
        Assert.Equal((null, "2011"), (ningxia.GetProperty("decision").GetString(), Dates(ningxia)));
        var straseni = (await JsonAsync("/hargita/en/partners/straseni.json")).GetProperty("agreements").EnumerateArray().Single();
        Assert.Equal(("296/2021", "2021 2021-10"), (straseni.GetProperty("decision").GetString(), Dates(straseni)));
    }

    [Fact]
    public async Task GeoJson_OfTheRegister_IsAFeatureCollectionOfPoints()
    {
        var json = await JsonAsync("/hargita/en/partners.geojson");
        Assert.Equal("FeatureCollection", json.GetProperty("type").GetString());
        var points = json.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("geometry").GetProperty("coordinates")).ToList();
        Assert.Equal(19, points.Count);
        Assert.All(points, p => Assert.InRange(p[0].GetDouble(), 7, 118));
        Assert.All(points, p => Assert.InRange(p[1].GetDouble(), 30, 52));
    }

    [Theory]
    [InlineData("hargita")]
    [InlineData("svenljunga")]
    [InlineData("toosz")]
    public async Task Catalogue_HasWhatDcatApDemands(string office)
    {
        var json = await JsonAsync($"/{office}/catalogue.jsonld");
        foreach (var needed in new[] { "dct:title", "dct:description", "dct:publisher" }) Assert.True(json.TryGetProperty(needed, out _), needed);
        Assert.True(json.GetProperty("dct:publisher").TryGetProperty("foaf:name", out _));
        foreach (var dataset in json.GetProperty("dcat:dataset").EnumerateArray())
        {
            Assert.True(dataset.GetProperty("dct:title").GetArrayLength() > 0 && dataset.GetProperty("dct:description").GetArrayLength() > 0);
            foreach (var file in dataset.GetProperty("dcat:distribution").EnumerateArray())
            {
                using var response = await portal.Client.GetAsync(file.GetProperty("dcat:accessURL").GetProperty("@id").GetString(), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
        }

        var turtle = await portal.Client.GetStringAsync($"/{office}/catalogue.ttl", TestContext.Current.CancellationToken);
        Assert.Contains("a dcat:Catalog", turtle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_OfTheApi_NamesEveryRecord()
    {
        var json = await JsonAsync("/api");
        Assert.StartsWith("3.", json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = json.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var path in new[] { "partners.json", "partners/{slug}.json", "agreements.json", "agreements/{key}.json", "memberships.json", "partners.geojson" }) Assert.Contains($"/{{office}}/{{lang}}/{path}", paths);
    }

    [Fact]
    public async Task SiteMap_NamesPagesThatAreThereInFourLanguages()
    {
        var map = XDocument.Parse(await portal.Client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken));
        var pages = map.Root!.Elements().Select(e => e.Elements().First().Value).ToList();
        Assert.True(pages.Count > 60, $"{pages.Count}");
        Assert.All(map.Root.Elements(), e => Assert.Equal(4, e.Elements().Count(l => l.Name.LocalName == "link")));
        foreach (var page in pages.Where((_, i) => i % 7 == 0))
        {
            using var response = await portal.Client.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task Feed_OfChanges_IsAtomWithEntries()
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/hargita/ro/changes.atom", TestContext.Current.CancellationToken));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("ro", feed.Root!.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.True(feed.Root.Elements(atom + "entry").Count() > 20);
        foreach (var needed in new[] { "id", "title", "updated", "author" }) Assert.NotNull(feed.Root.Element(atom + needed));
    }

    [Fact]
    public async Task LinkedData_OfAPartner_NamesTheAreaAndTheWayToIt()
    {
        var page = await portal.PageAsync("/hargita/en/partners/zala");
        using var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var types = json.RootElement.GetProperty("@graph").EnumerateArray().Select(g => g.GetProperty("@type").GetString());
        Assert.Equal(["AdministrativeArea", "BreadcrumbList"], types);
        var home = await portal.PageAsync("/hargita/en");
        using var office = JsonDocument.Parse(home.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("GovernmentOrganization", office.RootElement.GetProperty("@type").GetString());
    }

    [Theory]
    [InlineData("/hargita/en/partners/atlantis.json")]
    [InlineData("/nowhere/en/partners.json")]
    public async Task AnUnknownRecord_IsNotFound(string address)
    {
        using var response = await portal.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Dates(JsonElement agreement) => string.Join(' ', agreement.GetProperty("dates").EnumerateArray().Select(d => d.GetProperty("date").GetString()));

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var document = JsonDocument.Parse(await portal.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
