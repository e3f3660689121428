using System.Text.Json;
using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>What the program prints of a reading is what the published schema says.</summary>
public sealed class ReadingFileTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(CorpusPages.Checkout("docs/schema/reading-1.schema.json"))).RootElement;

    [Fact]
    public void Output_OfEveryPageOfTheCorpus_IsValid()
    {
        var schema = new JsonSchema(Schema);
        var proposals = 0;
        foreach (var file in CorpusPages.All)
        {
            var document = JsonDocument.Parse(ReadingFile.Write(CorpusPages.Reader.Read(PageSource.Read(File.ReadAllBytes(file))!, new ReadingOptions()))).RootElement;
            Assert.True(schema.Check(document) is [], $"{Path.GetFileName(file)}: {string.Join("; ", schema.Check(document).Take(3))}");
            proposals += document.GetProperty("proposals").GetArrayLength();
        }

        Assert.True(proposals > 50, $"only {proposals} proposals");
    }

    [Fact]
    public void Output_OfAProposalWithEverything_IsValidAndSaysIt()
    {
        var document = JsonDocument.Parse(ReadingFile.Write(new PageReading(new PageText("Bologna", [], [], null), ["it"], [Full]))).RootElement;
        Assert.Empty(new JsonSchema(Schema).Check(document));
        var proposal = document.GetProperty("proposals")[0];
        Assert.Equal(("Bologna", "Bolonya", 390_000), (proposal.GetProperty("name").GetString(), proposal.GetProperty("names").GetProperty("tr").GetString(), proposal.GetProperty("population").GetInt32()));
        Assert.Equal("""{"role":"signed","date":"2001-05"}""", proposal.GetProperty("agreements")[0].GetProperty("dates")[0].GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
        Assert.Equal("""{"field":"name","start":0,"end":7}""", proposal.GetProperty("spans")[0].GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData(0, JsonValueKind.Null, null)]
    [InlineData(1, JsonValueKind.Object, "id")]
    [InlineData(2, JsonValueKind.Object, "candidates")]
    public void Directory_ByHowManyPlacesFit_IsNothingAMatchOrCandidates(int places, JsonValueKind kind, string? member)
    {
        var match = Full.Directory[0];
        var document = JsonDocument.Parse(ReadingFile.Write(new PageReading(new PageText("", [], [], null), [], [Full with { Directory = [.. Enumerable.Repeat(match, places)] }]))).RootElement;
        var directory = document.GetProperty("proposals")[0].GetProperty("directory");
        Assert.Equal(kind, directory.ValueKind);
        if (places == 1) Assert.Equal("Tapa vald", directory.GetProperty("successor").GetProperty("name").GetString());
        Assert.True(member is null || directory.TryGetProperty(member, out _));
        Assert.Empty(new JsonSchema(Schema).Check(document));
    }

    [Theory]
    [InlineData("Agreement", "kind", typeof(AgreementKind))]
    [InlineData("Date", "role", typeof(AgreementDateRole))]
    [InlineData("Proposal", "level", typeof(AuthorityKind))]
    public void Schema_OfKindsAndRoles_KnowsTheDomainsWords(string record, string member, Type words)
    {
        var known = (IEnumerable<string>)typeof(Words<>).MakeGenericType(words).GetProperty("All")!.GetValue(null)!;
        var listed = Schema.GetProperty("$defs").GetProperty(record).GetProperty("properties").GetProperty(member).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).ToList();
        Assert.Empty(known.Except(listed));
        Assert.Empty(listed.Except(known).Except(["city-district", "institution"]));
    }

    [Fact]
    public void Schema_OfAnEntry_KnowsEveryWayToIt() => Assert.Equal(MatchedBy.All, Schema.GetProperty("$defs").GetProperty("Place").GetProperty("properties").GetProperty("how").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!));

    [Fact]
    public void Schema_OfEveryMember_SaysWhatItIs()
    {
        var silent = Schema.GetProperty("$defs").EnumerateObject().SelectMany(d => d.Value.GetProperty("properties").EnumerateObject().Where(p => !p.Value.TryGetProperty("description", out _)).Select(p => $"{d.Name}.{p.Name}"));
        Assert.Empty(silent);
    }

    private static Proposal Full => new()
    {
        Name = "Bologna",
        Names = new Dictionary<string, string> { ["tr"] = "Bolonya" },
        Country = "IT",
        Level = "municipality",
        Address = "Piazza Maggiore 6, 40124 Bologna",
        Website = "https://www.comune.bologna.it",
        Email = "urp@comune.bologna.it",
        Phone = "+39 051 2193111",
        Mayor = "Ada Rossi",
        Population = 390_000,
        Area = 140.9,
        Directory = [new DirectoryMatch(3181928, "Bologna", "IT", "Emilia-Romagna", 44.49, 11.34, 0.95) { Code = "037006", CodeBy = Place.ByCode, Nuts3 = "ITH55", Successor = new SuccessorAuthority("Tapa vald", "2017", "tapa.ee") }],
        Agreements = [new ProposedAgreement { Kind = "twinning", Status = "in-force", Decision = "19/1994", Dates = [new ProposedDate("signed", PartialDate.OfMonth(2001, 5))], Signatories = ["Ada Rossi"], Fields = ["cultura"] }],
        Confidence = 0.9,
        Because = ["list: Bologna"],
        Spans = [new ProposalSpan("name", 0, 7)],
    };
}
