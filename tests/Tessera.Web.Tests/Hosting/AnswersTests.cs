using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Npgsql;
using Tessera.Features.Storage;
using Tessera.Testing;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

/// <summary>What every answer carries, and what is answered when something is wrong.</summary>
public sealed class AnswersTests(PortalFixture portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/hargita/hu")]
    [InlineData("/hargita/hu/partners?q=zala")]
    [InlineData("/hargita/hu/partners.json")]
    [InlineData("/hargita/hu/report")]
    [InlineData("/hargita/theme.css")]
    [InlineData("/hargita/hu/nothing")]
    [InlineData("/hargita/hu/partners/nothing.json")]
    [InlineData("/nothing.json")]
    [InlineData("/error/500")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.svg")]
    [InlineData("/health/live")]
    public async Task EveryAnswer_LetsNothingForeignIn(string address)
    {
        using var response = await portal.Client.GetAsync(address, Cancellation);
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.All(["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Resource-Policy"], name => Assert.True(response.Headers.Contains(name), name));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("tessera.example", "https", true)]
    [InlineData("tessera.example", "http", false)]
    [InlineData("localhost:8443", "https", false)]
    [InlineData("127.0.0.1", "https", false)]
    [InlineData("[::1]:8443", "https", false)]
    public async Task TransportSecurity_BehindAProxy_IsAskedForExceptOnThisMachine(string host, string scheme, bool expected)
    {
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/hargita/en/about");
            request.Headers.Add("X-Forwarded-Host", host);
            request.Headers.Add("X-Forwarded-Proto", scheme);
            using var response = await portal.Client.SendAsync(request, Cancellation);
            Assert.Equal(expected, response.Headers.Contains("Strict-Transport-Security"));
            Assert.Contains($"{scheme}://{host}/hargita/en/about", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/hargita/hu/nothing", "hu")]
    [InlineData("/hargita/ro/partners/nothing", "ro")]
    [InlineData("/nowhere/sv/partners", "sv")]
    [InlineData("/wp-login.php", "en")]
    public async Task AnUnknownPage_IsSaidInTheLanguageOfItsAddress(string address, string language)
    {
        using var response = await portal.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancellation), Cancellation);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/hargita/en/nothing.json")]
    [InlineData("/hargita/en/partners/nothing.json")]
    [InlineData("/nowhere/en/partners.geojson")]
    [InlineData("/nowhere/catalogue.jsonld")]
    public async Task AnUnknownRecord_IsSaidToMachinesAsAProblem(string address)
    {
        using var response = await portal.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(404, (int)(await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["status"]!);
    }

    [Fact]
    public async Task AFormWithoutItsToken_IsRefusedInWords()
    {
        await using var own = await TestPortal.StartAsync();
        using var response = await own.Client.PostAsync("/hargita/ro/report", new FormUrlEncodedContent([new("message", "forged")]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertPageAsync(response, "ro");
    }

    [Fact]
    public async Task FormsSentTooOften_AreRefusedInWords()
    {
        await using var own = await TestPortal.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            using var taken = await own.Client.PostAsync("/hargita/sv/report", new FormUrlEncodedContent([new("message", "again")]), Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        }

        using var refused = await own.Client.PostAsync("/hargita/sv/report", new FormUrlEncodedContent([new("message", "again")]), Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await AssertPageAsync(refused, "sv");
        using var read = await own.Client.GetAsync("/hargita/sv/report", Cancellation);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task AFormThatIsTooLong_IsRefusedInWords()
    {
        await using var own = await TestPortal.StartAsync();
        using var response = await own.Client.PostAsync("/hargita/hu/report", new FormUrlEncodedContent([new("message", new string('x', 300_000))]), Cancellation);
        Assert.InRange((int)response.StatusCode, 400, 413);
        await AssertPageAsync(response, "hu");
    }

    [Fact]
    public async Task ALostDatabase_IsSaidInWordsWithATimeToComeBackAndKeepsTheHeaders()
    {
        await using var database = new Database("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", TimeSpan.Zero);
        await using var app = PortalHost.Build(new PortalSettings(database, ["http://127.0.0.1:0"], Jobs: JobSettings.None));
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var language in PortalFixture.Languages)
        {
            using var page = await client.GetAsync($"/hargita/{language}/about", Cancellation);
            AssertUnavailable(page);
            Assert.Contains(TextCatalogue.Shared.For(language)["errors.unavailable-text"], await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            await AssertPageAsync(page, language);
        }

        using var record = await client.GetAsync("/hargita/hu/partners.json", Cancellation);
        AssertUnavailable(record);
        Assert.Equal("application/problem+json", record.Content.Headers.ContentType?.MediaType);
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var live = await client.GetAsync("/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        static void AssertUnavailable(HttpResponseMessage response)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
            Assert.True(response.Headers.CacheControl?.NoStore);
            Assert.True(response.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task AFailure_BehindAPage_IsSaidInWordsAndKeepsTheHeaders()
    {
        await using var own = await TestPortal.StartAsync();
        await using (var owner = new NpgsqlConnection(own.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(Cancellation);
            await using var spoil = new NpgsqlCommand("alter table office rename to gone", owner);
            await spoil.ExecuteNonQueryAsync(Cancellation);
        }

        using var page = await own.Client.GetAsync("/hargita/hu/about", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Null(page.Headers.RetryAfter);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));
        await AssertPageAsync(page, "hu");
        using var record = await own.Client.GetAsync("/hargita/hu/partners.json", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, record.StatusCode);
        Assert.Equal("application/problem+json", record.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_WhateverTheServersLocale_AreTheSame()
    {
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("hu-HU");
            await using var own = await TestPortal.StartAsync();
            var there = await (await own.Client.GetAsync("/svenljunga/en/partners/chizhou", Cancellation)).Content.ReadAsStringAsync(Cancellation);
            var here = await (await portal.Client.GetAsync("/svenljunga/en/partners/chizhou", Cancellation)).Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(Main(here), Main(there));
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
        }

        static string Main(string page) => new HtmlParser().ParseDocument(page).QuerySelector("main article, main")!.QuerySelector("svg")!.OuterHtml;
    }

    private static async Task AssertPageAsync(HttpResponseMessage response, string language)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var page = await new HtmlParser().ParseDocumentAsync(text, Cancellation);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent), "no page, but: " + text);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
