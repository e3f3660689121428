using System.Net;
using System.Text;
using System.Text.Json;
using Tessera.Interchange.Popolo;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>Delegations as everybody sees them: the example's of the past, and not the one in renewal.</summary>
public sealed class DelegationPagesTests(PortalFixture portal)
{
    private const string List = "/toosz/en/delegations";
    private const string Former = List + "/hungarian-delegation-to-the-congress-2021-2026-example-2021";
    private const string Coming = List + "/hungarian-delegation-to-the-congress-renewal-example-";

    public static TheoryData<string> Languages => new(PortalFixture.Languages);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfTheAssociation_HasTheDelegationOfThePast_AndNothingThatIsNotPublished()
    {
        var page = await portal.PageAsync(List);
        Assert.Equal(Former, Assert.Single(page.QuerySelectorAll("section[aria-labelledby=former] .card a")).GetAttribute("href"));
        Assert.Null(page.QuerySelector("#current"));
        Assert.Contains("13 of 14 seats filled", PortalFixture.Words(page.Body), StringComparison.Ordinal);
        Assert.Contains((await portal.PageAsync("/toosz/en")).QuerySelectorAll("nav a"), a => a.GetAttribute("href") == List);
        Assert.DoesNotContain((await portal.PageAsync("/hargita/en")).QuerySelectorAll("nav a"), a => a.GetAttribute("href") == "/hargita/en/delegations");
        Assert.NotNull((await portal.PageAsync("/hargita/ro/delegations")).QuerySelector("section.empty"));
        foreach (var year in Enumerable.Range(DateTimeOffset.UnixEpoch.Year + 56, 4))
        {
            using var answer = await portal.Client.GetAsync(Coming + year, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Page_OfTheFormerDelegation_HasAPictureWithItsTable_CardsAndWhoLeft(string language)
    {
        var page = await portal.PageAsync(Former.Replace("/en/", $"/{language}/", StringComparison.Ordinal));
        var seats = page.QuerySelectorAll(".hemicycle__seats [class^=seat]").Where(s => !s.ClassList.Contains("seat-link") && !s.ClassList.Contains("seat__point")).ToList();
        Assert.Equal((14, 7, 7, 1), (seats.Count, seats.Count(s => s.LocalName == "circle"), seats.Count(s => s.LocalName == "rect"), seats.Count(s => s.ClassList.Contains("seat--vacant"))));
        Assert.All(page.QuerySelectorAll(".hemicycle__seats > *"), s => Assert.True(s.QuerySelector("title")?.TextContent.Length > 5));
        Assert.Equal(13, page.QuerySelectorAll("a.seat-link").Length);
        Assert.All(page.QuerySelectorAll("a.seat-link"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(14, page.QuerySelectorAll("section[aria-labelledby=seats] table tbody tr").Length);
        Assert.Equal((13, 1), (page.QuerySelectorAll(".member").Length, page.QuerySelectorAll(".card--vacant").Length));
        Assert.Equal(["Minta Vilma (példa)", "Példa Lajos (példa)"], page.QuerySelectorAll("section[aria-labelledby=former] tbody th").Select(PortalFixture.Words));
        Assert.Contains("TÖOSZ", PortalFixture.Words(page.QuerySelector(".facts-list")), StringComparison.Ordinal);
        var words = PortalFixture.Words(page.Body);
        Assert.Contains(language switch { "hu" => "Példafalva polgármestere", "sv" => "borgmästare i Példafalva", "ro" => "primarul localității Példafalva", _ => "mayor of Példafalva" }, words, StringComparison.Ordinal);
        Assert.DoesNotContain("delegation-", words, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("[style], main script:not([type='application/ld+json'])"), _ => true);
    }

    [Fact]
    public async Task OpenData_OfTheDelegation_IsPopoloAndATable_ThatCanBeReadAgain()
    {
        var json = await portal.Client.GetByteArrayAsync(Former + ".json", Cancellation);
        var root = JsonDocument.Parse(json).RootElement;
        Assert.EndsWith(Former + ".json", root.GetProperty("self").GetString(), StringComparison.Ordinal);
        Assert.Equal(15, root.GetProperty("persons").GetArrayLength());
        Assert.DoesNotContain("example.org", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        var fromJson = DelegationFileReader.Read(json, "x.json");
        var fromTable = DelegationFileReader.Read(await portal.Client.GetByteArrayAsync(Former + ".csv", Cancellation), "x.csv");
        Assert.Empty(fromJson.Findings);
        Assert.Empty(fromTable.Findings);
        Assert.Equal(fromJson.Delegations, fromTable.Delegations);
        Assert.Equal(("congress", "HU", 15, 14), (fromJson.Delegations[0].Body, fromJson.Delegations[0].Country, fromJson.Delegations[0].Members.Count, fromJson.Delegations[0].Seats.Sum(s => s.Seats)));
        Assert.Equal("mayor of Példafalva (example)", fromJson.Delegations[0].Members.First(m => m.Name.StartsWith("Példa Ilona", StringComparison.Ordinal)).PublicOffice);
        using var sheet = await portal.Client.GetAsync(List + ".xlsx", Cancellation);
        Assert.Equal("toosz-delegations.xlsx", sheet.Content.Headers.ContentDisposition?.FileName);
        using var none = await portal.Client.GetAsync(List + "/nothing.json", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("/toosz/en/delegations.json", await portal.Client.GetStringAsync("/toosz/catalogue.jsonld", Cancellation) + await portal.Client.GetStringAsync("/toosz/en/data", Cancellation), StringComparison.Ordinal);
    }
}
