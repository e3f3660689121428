using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace Tessera.Web.Tests.Api;

/// <summary>The open data as programs get it.</summary>
public sealed class ReadApiTests(PortalFixture portal)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/hargita/en/partners.csv", "text/csv", "hargita-partners.csv")]
    [InlineData("/hargita/en/partners.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "hargita-partners.xlsx")]
    [InlineData("/hargita/en/partners.geojson", "application/geo+json", null)]
    [InlineData("/hargita/en/partners.json", "application/json", null)]
    [InlineData("/hargita/en/agreements.csv", "text/csv", "hargita-agreements.csv")]
    [InlineData("/hargita/en/agreements.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "hargita-agreements.xlsx")]
    [InlineData("/hargita/en/agreements.json", "application/json", null)]
    [InlineData("/toosz/en/memberships.csv", "text/csv", "toosz-memberships.csv")]
    [InlineData("/toosz/en/memberships.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "toosz-memberships.xlsx")]
    [InlineData("/toosz/en/memberships.json", "application/json", null)]
    [InlineData("/hargita/en/changes.atom", "application/atom+xml", null)]
    [InlineData("/hargita/catalogue.jsonld", "application/ld+json", null)]
    [InlineData("/hargita/catalogue.ttl", "text/turtle", null)]
    [InlineData("/api", "application/json", null)]
    public async Task ADownload_IsOfItsTypeNamedAndOpenToAll(string address, string type, string? name)
    {
        using var response = await portal.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("", 19)]
    [InlineData("?country=it", 2)]
    [InlineData("?q=zala", 1)]
    [InlineData("?country=XX1&kind=none&status=&sort=colour&desc=yes&page=-1", 19)]
    [InlineData("?page=2", 19)]
    public async Task AFilter_GivesEveryFormTheSamePartners(string query, int expected)
    {
        var json = await JsonAsync("/hargita/en/partners.json" + query);
        Assert.Equal(expected, json["partners"]!.AsArray().Count);
        Assert.Equal(19, (int)json["total"]!);
        Assert.Equal(expected, (await JsonAsync("/hargita/en/partners.geojson" + query))["features"]!.AsArray().Count);
        var csv = await portal.Client.GetByteArrayAsync("/hargita/en/partners.csv" + query, Cancellation);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
    }

    [Theory]
    [InlineData("/hargita/ro/partners.json?country=IT&sort=name", "/hargita/ro/partners?country=IT&sort=name")]
    [InlineData("/hargita/ro/agreements.json", "/hargita/ro/agreements")]
    [InlineData("/toosz/ro/memberships.json", "/toosz/ro/memberships")]
    public async Task AList_SaysWhereItIsAndWhereItsPageIs(string address, string page)
    {
        var json = await JsonAsync(address);
        Assert.Equal(new Uri(portal.Client.BaseAddress!, address).ToString(), (string?)json["self"]);
        Assert.Equal(new Uri(portal.Client.BaseAddress!, page).ToString(), (string?)json["html"]);
    }

    [Fact]
    public async Task EveryRecord_OfTheLists_IsWhereTheListSays()
    {
        foreach (var (list, name) in new[] { ("/svenljunga/sv/partners.json", "partners"), ("/svenljunga/sv/agreements.json", "agreements") })
        {
            foreach (var row in (await JsonAsync(list))[name]!.AsArray())
            {
                var self = (string)row!["self"]!;
                var record = await JsonAsync(self);
                Assert.Equal(self, (string?)record["self"]);
                Assert.NotNull(record["source"]!["title"]);
                Assert.NotNull(record["updatedAt"]);
                using var page = await portal.Client.GetAsync((string)record["html"]!, Cancellation);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Dates_InRecords_AreAsPreciseAsKnownAndNoMore()
    {
        var chizhou = await JsonAsync("/svenljunga/sv/partners/chizhou.json");
        var dates = chizhou["agreements"]!.AsArray().SelectMany(a => a!["dates"]!.AsArray()).Select(d => (string)d!["date"]!);
        Assert.Contains("2008-09", dates);
    }

    [Fact]
    public async Task TheDescription_NamesEveryParameterOfEveryAddress()
    {
        var paths = (await JsonAsync("/api"))["paths"]!.AsObject();
        Assert.Superset(
            new HashSet<string> { "/{office}/{lang}/partners.json", "/{office}/{lang}/partners.geojson", "/{office}/{lang}/partners/{slug}.json", "/{office}/{lang}/agreements.json", "/{office}/{lang}/agreements/{key}.json", "/{office}/{lang}/memberships.json" },
            paths.Select(p => p.Key).ToHashSet());
        foreach (var (path, operations) in paths)
        {
            var get = operations!["get"]!;
            var parameters = get["parameters"]!.AsArray().ToDictionary(p => (string)p!["name"]!, p => p!);
            foreach (var segment in path.Split('{').Skip(1).Select(s => s.Split('}')[0]))
            {
                Assert.True(parameters.TryGetValue(segment, out var parameter), $"{path}: {segment} is not described");
                Assert.Equal("path", (string?)parameter["in"]);
                Assert.True((bool)parameter["required"]!);
            }

            Assert.All(parameters.Values, p => Assert.False(string.IsNullOrWhiteSpace((string?)p["description"]), $"{path}: {p["name"]}"));
            Assert.False(string.IsNullOrWhiteSpace((string?)get["summary"]), path);
            Assert.NotNull(get["responses"]!["404"]);
        }

        var filters = paths["/{office}/{lang}/partners.json"]!["get"]!["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!);
        Assert.Equal(["q", "country", "kind", "status", "field", "sort", "desc"], filters);
        var kinds = paths["/{office}/{lang}/partners.json"]!["get"]!["parameters"]!.AsArray().Single(p => (string?)p!["name"] == "kind")!["schema"]!["enum"]!.AsArray();
        Assert.Contains("sister-county", kinds.Select(k => (string?)k));
    }

    [Fact]
    public async Task TheFeed_OfChanges_IsWellFormedAndLeadsToPages()
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/hargita/hu/changes.atom", Cancellation));
        Assert.NotEmpty(feed.Root!.Elements(Atom + "entry"));
        Assert.All(feed.Root.Elements(Atom + "entry"), e => Assert.False(string.IsNullOrWhiteSpace(e.Element(Atom + "title")?.Value)));
    }

    [Fact]
    public async Task TheSiteMap_NamesEveryPartnersPageInEveryLanguage()
    {
        var map = await portal.Client.GetStringAsync("/sitemap.xml", Cancellation);
        foreach (var language in PortalFixture.Languages)
        {
            foreach (var partner in (await JsonAsync("/hargita/en/partners.json"))["partners"]!.AsArray())
            {
                Assert.Contains($"/hargita/{language}/partners/{partner!["key"]}\"", map, StringComparison.Ordinal);
            }
        }

        Assert.Contains("/sitemap.xml", await portal.Client.GetStringAsync("/robots.txt", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hargita/theme.css", "text/css")]
    [InlineData("/sitemap.xml", "application/xml")]
    [InlineData("/robots.txt", "text/plain")]
    public async Task WhatIsNotOpenData_StaysWithItsOwnPages(string address, string type)
    {
        using var response = await portal.Client.GetAsync(address, Cancellation);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<JsonObject> JsonAsync(string address) => (await portal.Client.GetFromJsonAsync<JsonObject>(address, Cancellation))!;
}
