using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>The five documents Tessera was commissioned with, read from beside the checkout; skipped where they are not there.</summary>
public sealed class CommissionedPagesTests(BuiltPlaces places)
{
    [Fact]
    public void Hargita_PastedAsText_GivesItsNineteenCountiesAndTwentyAgreements()
    {
        var found = Read("hargita-county-international-relations.hu.txt", "Hargita Megye Tanácsa", "RO");
        Assert.Equal(19, found.Count);
        Assert.Equal(20, found.Sum(p => p.Agreements.Count));
        Assert.Equal(["AM", "CN", "HU", "IT", "MD", "PL"], found.Select(p => p.Country).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(13, found.Count(p => p.Country == "HU"));
        Assert.Equal(18, found.Count(p => p.Website is not null));
        var borsod = Assert.Single(found, p => p.Name.StartsWith("Borsod", StringComparison.Ordinal));
        Assert.Equal(["cooperation", "twinning"], borsod.Agreements.Select(a => a.Kind));
        Assert.Equal("1997", Assert.Single(borsod.Agreements[0].Dates).Date.ToString());
        Assert.Equal("271/2017", borsod.Agreements[1].Decision);
    }

    [Fact]
    public void Svenljunga_PastedAsText_GivesItsThreePartners()
    {
        var found = Read("svenljunga-international-work.sv.txt", "Svenljunga kommun", "SE");
        Assert.Equal(["Chizhou City CN", "Rehna DE", "Tamsalu EE"], found.Select(p => $"{p.Name} {p.Country}").Order(StringComparer.Ordinal));
        var chizhou = found.Single(p => p.Country == "CN");
        Assert.Equal("friendship", Assert.Single(chizhou.Agreements).Kind);
        Assert.Equal("2008-09", Assert.Single(chizhou.Agreements[0].Dates).Date.ToString());
        Assert.Equal(1_600_000, chizhou.Population);
        Assert.Equal(8_200, chizhou.Area);
    }

    [Fact]
    public void RomaNews_GivesItsConsortiumByCountry_WithItsMisspeltNamesResolved()
    {
        var found = Read("hargita-roma-partnership-news.hu.txt", "Hargita Megye Tanácsa", "RO");
        Assert.All(found, p => Assert.Equal("project-partnership", Assert.Single(p.Agreements).Kind));
        Assert.Equal("Bologna", Assert.Single(Assert.Single(found, p => p.Name == "Nologna").Directory).Name);
        Assert.Contains(found, p => p.Name == "Gothenburg" && p.Country == "SE");
        Assert.Contains(found, p => p.Name == "Kosice Saka" && p.Country == "SK");
        Assert.Equal(["BE", "BG", "CZ", "DE", "ES", "FR", "GB", "HU", "IT", "RO", "SE", "SK"], found.Select(p => p.Country).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("regional-cooperation-workshop.hu.txt")]
    [InlineData("toosz-international-relations.hu.txt")]
    public void PageWithoutPartners_GivesNone(string name) => Assert.Empty(Read(name, "", "HU"));

    private IReadOnlyList<Proposal> Read(string name, string home, string country)
    {
        var path = CorpusPages.Checkout("../shared/sources/" + name);
        Assert.SkipUnless(File.Exists(path), $"{name} does not stand beside the checkout");
        return new PageReader(places.Index).Read(PageSource.Read(File.ReadAllBytes(path))!, new ReadingOptions(null, home, country)).Proposals;
    }
}
