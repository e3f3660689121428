using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>The board's tables as files: the same as on the page, for those who may see it, and hints stay hints.</summary>
public sealed class BoardFilesTests(RegionPortal region) : IClassFixture<RegionPortal>
{
    private const string Desk = $"/{RegionSeason.Slug}/office/board";
    private const string Season = "from=2027-04-01&to=2027-12-31";

    [Fact]
    public async Task Programmes_OfTheSeason_AreTheSameInEveryForm()
    {
        var page = await region.Coordinator.PageAsync($"{Desk}?{Season}&view=table");
        var shown = page.QuerySelectorAll("table.register")[0].QuerySelectorAll("tbody tr").Length;
        Assert.Equal(6, page.QuerySelectorAll("section.downloads a").Length);

        var (csv, bytes) = await FileAsync($"{Desk}?{Season}&handler=File&kind=programmes&ending=csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains($"{RegionSeason.Slug}-programmes.csv", csv.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");
        Assert.Equal(shown, lines.Length - 1);
        Assert.EndsWith("title,first_day,last_day,when,organiser,place,audiences,themes,expected_visitors,firmness,window_from,window_until,conflicts,visitors_lost", lines[0], StringComparison.Ordinal);

        var (_, xlsx) = await FileAsync($"{Desk}?{Season}&handler=File&kind=programmes&ending=xlsx");
        await using var book = new ZipArchive(new MemoryStream(xlsx));
        using var sheet = new StreamReader(book.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal)).MaxBy(e => e.Length)!.Open());
        Assert.Equal(shown + 1, System.Text.RegularExpressions.Regex.Count(await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), "<x:row |<row "));

        using var json = JsonDocument.Parse((await FileAsync($"{Desk}?{Season}&handler=File&kind=programmes&ending=json")).Bytes);
        Assert.Equal(shown, json.RootElement.GetProperty("programmes").GetArrayLength());
        Assert.Equal("2027-04-01", json.RootElement.GetProperty("from").GetString());
    }

    [Fact]
    public async Task Conflicts_OfTheSeason_HaveWeightAndReason_TheHeaviestFirst()
    {
        var page = await region.Coordinator.PageAsync($"{Desk}?{Season}");
        var counted = int.Parse(page.QuerySelector(".board__counts li:nth-child(2) strong")!.TextContent.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        using var json = JsonDocument.Parse((await FileAsync($"{Desk}?{Season}&handler=File&kind=conflicts&ending=json&lang=en")).Bytes);
        var conflicts = json.RootElement.GetProperty("conflicts").EnumerateArray().ToList();
        Assert.Equal(counted, conflicts.Count);
        Assert.Equal(conflicts.Select(c => c.GetProperty("weight").GetDecimal()).OrderDescending(), conflicts.Select(c => c.GetProperty("weight").GetDecimal()));
        Assert.All(conflicts, c => Assert.NotEmpty(c.GetProperty("why").GetString()!));
        var narrowed = JsonDocument.Parse((await FileAsync($"{Desk}?{Season}&organiser=sosvar&handler=File&kind=conflicts&ending=json")).Bytes);
        Assert.InRange(narrowed.RootElement.GetProperty("conflicts").GetArrayLength(), 1, counted - 1);
    }

    [Theory]
    [InlineData("kind=programmes&ending=pdf")]
    [InlineData("kind=guests&ending=csv")]
    [InlineData("ending=csv")]
    public async Task File_OfNoSuchTable_IsNotFound(string asked)
    {
        using var answer = await region.Coordinator.GetAsync($"{Desk}?handler=File&{asked}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task File_ForThoseOutside_IsRefused_AndForReadersOfTheOfficeNot()
    {
        const string file = $"{Desk}?{Season}&handler=File&kind=programmes&ending=csv";
        using var nobody = await region.Nobody.GetAsync(file);
        Assert.Contains("/account/sign-in", nobody.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var stranger = await DeskClient.JoinAsync(region.Portal, "svenljunga", OfficeRole.Administrator, "stranger@example.org");
        using var refused = await stranger.GetAsync(file);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var reader = await DeskClient.JoinAsync(region.Portal, RegionSeason.Slug, OfficeRole.Reader, "reader@example.org");
        using var taken = await reader.GetAsync(file);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task File_OfAnOrganiser_TellsOfOthersOnlyTheirHints_AndNotHerAddress()
    {
        using var made = await region.Coordinator.SendAsync($"{Desk}/organisers/agyagos?lang=hu", "Link", ("open", "true"));
        var notice = (await region.Coordinator.PageAsync(made.Headers.Location!.OriginalString)).Body!.TextContent;
        var own = System.Text.RegularExpressions.Regex.Match(notice, $"/{RegionSeason.Slug}/[a-z]{{2}}/programme/[A-Za-z0-9_-]+").Value;
        using var answer = await region.Nobody.GetAsync($"{own}/board?{Season}&handler=File&kind=programmes&ending=json");
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(own.Split('/')[^1], text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var programmes = json.RootElement.GetProperty("programmes").EnumerateArray().ToList();
        Assert.Contains(programmes, p => p.GetProperty("organiser").GetString() == "Agyagos");
        var hinted = programmes.Where(p => p.GetProperty("organiser").ValueKind is JsonValueKind.Null).ToList();
        Assert.NotEmpty(hinted);
        Assert.All(hinted, p => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null), (p.GetProperty("place").ValueKind, p.GetProperty("expected_visitors").ValueKind, p.GetProperty("window_from").ValueKind)));
        var closed = RegionSeason.File().Activities.Count(a => a.Coordination!.Openness == "closed" && a.Coordination.Organiser != "agyagos");
        Assert.True(programmes.Count <= RegionSeason.File().Activities.Count - closed + 1);
    }

    private async Task<(HttpResponseMessage Answer, byte[] Bytes)> FileAsync(string address)
    {
        var answer = await region.Coordinator.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
