using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Interchange.Places;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Api;

/// <summary>/api/places: type-ahead over the directory, for everybody.</summary>
public sealed class PlacesApiTests(PortalFixture portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?q=Csíkszer", "Miercurea-Ciuc", "RO")]
    [InlineData("?q=nologna&country=it", "Bologna", "IT")]
    [InlineData("?q=Gothenburg", "Göteborg", "SE")]
    [InlineData("?q=gothenburg&country=US", "Gothenburg", "US")]
    public async Task Asked_InAnySpelling_GivesThePlaceMeantFirst(string query, string name, string country)
    {
        var first = (await JsonAsync(query))["places"]![0]!;
        Assert.Equal((name, country), ((string)first["name"]!, (string)first["country"]!));
    }

    [Fact]
    public async Task Asked_ForTwoBeginnings_AnswersEachByItself()
    {
        Assert.NotEqual((await JsonAsync("?q=buda")).ToJsonString(), (await JsonAsync("?q=wien")).ToJsonString());
        Assert.Contains("GeoNames", (string)(await JsonAsync("?q="))["source"]!, StringComparison.Ordinal);
        Assert.Empty((await JsonAsync(""))["places"]!.AsArray());
    }

    [Fact]
    public async Task Asked_Again_IsNotSentTwice()
    {
        using var first = await portal.Client.GetAsync("/api/places?q=zal", Cancellation);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/places?q=zal") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await portal.Client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var head = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/places?q=zal"), Cancellation);
        Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("?q=x&country=Hungary")]
    [InlineData("?q=x&country=1")]
    public async Task Asked_ForNoCountry_IsRefusedAsAProblem(string query)
    {
        using var refused = await portal.Client.GetAsync("/api/places" + query, Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Asked_WithoutTheFile_SaysWhatIsMissing()
    {
        await using var without = await TestPortal.StartAsync(services: s => s.AddSingleton(_ => new PlacesDirectory("/nowhere/places.index")));
        using var answer = await without.Client.GetAsync("/api/places?q=zal", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("no directory of places", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<JsonNode> JsonAsync(string query) => JsonNode.Parse(await portal.Client.GetStringAsync("/api/places" + query, Cancellation))!;
}
