using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Records;
using Tessera.Interchange.Reading.Words;
using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Which entry of the directory a name means, and what is offered where more than one fits.</summary>
public sealed class ResolverTests(BuiltPlaces built)
{
    private readonly Resolver _resolver = new(built.Index, Lexicon.Of("hu", "en"), "HU");

    [Theory]
    [InlineData("Mayenne", "FR", "municipality", "municipality", null)]
    [InlineData("Mayenne", "FR", "county", "county", "FR-53")]
    [InlineData("Luxembourg", "BE", "province", "province", "BE-WLX")]
    [InlineData("Luxembourg", "LU", "municipality", "municipality", null)]
    [InlineData("Limburg", "NL", "province", "province", "NL-LI")]
    [InlineData("Limburg", "BE", "province", "province", "BE-VLI")]
    [InlineData("Navarra", "ES", "region", "region", "ES-NC")]
    [InlineData("Navarra", "ES", "province", "province", "ES-NA")]
    [InlineData("Osnabrück", "DE", "municipality", "municipality", null)]
    [InlineData("Landkreis Osnabrück", "DE", "county", "county", "DE-03459")]
    [InlineData("Zakarpatska oblast'", "UA", "province", "region", "UA-21")]
    [InlineData("Toszkána", "IT", "municipality", "region", "IT-52")]
    public void Find_ATownAndAnAreaOfOneName_GoesByTheLevel(string name, string country, string level, string found, string? code)
    {
        var match = Assert.Single(Find(name, country, level));
        Assert.Equal((found, code, country), (match.Level, match.Code, match.Country));
        Assert.Equal(found, Resolver.LevelOf(level == "province" ? found : level, [match]));
    }

    [Fact]
    public void Find_LimburgWithoutACountry_OffersBothAndChoosesNone()
    {
        var found = Find("Limburg", null, "province");
        Assert.Equal(["BE-VLI", "NL-LI"], found.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.True(f.Score < 0.6));
        Assert.Null(_resolver.CountryOf(Name("Limburg", isWide: true)));
    }

    [Fact]
    public void CountryOf_AnAreaThatOneCountryHas_IsThatCountry() => Assert.Equal("RO", _resolver.CountryOf(Name("Covasna", isWide: true)));

    [Theory]
    [InlineData("Covazna", "RO", "county", "RO-CV")]
    [InlineData("Borsod-Abauj-Zemplin megye", "HU", "county", "HU-BZ")]
    public void Find_AMisspeltArea_SaysThatItIs(string name, string country, string level, string code)
    {
        var match = Assert.Single(Find(name, country, level));
        Assert.Equal((code, MatchedBy.Spelling), (match.Code, match.How));
        Assert.True(match.Score < 0.85);
    }

    [Theory]
    [InlineData("Košice – Staré Mesto", "SK", "municipality", "Košice")]
    [InlineData("Berlin-Rosenthaler Vorstadt", "DE", "municipality", "Berlin")]
    [InlineData("Bratislava-Rača", "SK", "municipality", "Bratislava")]
    [InlineData("Praha 6", "CZ", "municipality", "Prague")]
    [InlineData("Praha", "CZ", "city-district", "Prague")]
    [InlineData("Budapest XI", "HU", "city-district", "Budapest")]
    [InlineData("Budapest", "HU", "city-district", "Budapest")]
    [InlineData("Wien-Floridsdorf", "AT", "municipality", "Vienna")]
    public void Find_APartOfATown_OffersTheTownAndSaysSo(string name, string country, string level, string town)
    {
        var found = Find(name, country, level);
        var match = Assert.Single(found);
        Assert.Equal((town, MatchedBy.PartOf), (match.Name, match.How));
        Assert.Equal("city-district", Resolver.LevelOf(level, found));
        Assert.True(match.Score <= 0.7);
    }

    [Theory]
    [InlineData("Pankow", "DE", "city-district", "Pankow")]
    [InlineData("Castrop-Rauxel", "DE", "municipality", "Castrop-Rauxel")]
    [InlineData("Frankfurt (Oder)", "DE", "municipality", "Frankfurt (Oder)")]
    public void Find_WhatTheDirectoryHasByItsOwnName_IsNoPartOfAnother(string name, string country, string level, string found) => Assert.Equal((found, MatchedBy.Name), (Find(name, country, level)[0].Name, Find(name, country, level)[0].How));

    [Fact]
    public void Find_APartThatTheDirectoryHas_IsThePartAndOfThatLevel()
    {
        var found = Find("Berlin-Pankow", "DE", "municipality");
        Assert.Equal(("Pankow", MatchedBy.Name, "city-district"), (Assert.Single(found).Name, found[0].How, Resolver.LevelOf("municipality", found)));
    }

    [Fact]
    public void Find_AnAreaThatOnlyItsSeatTells_OffersTheSeat()
    {
        var match = Assert.Single(Find("Okres Dunajská Streda", "SK", "district"));
        Assert.Equal(("Dunajská Streda", MatchedBy.Seat, "municipality"), (match.Name, match.How, match.Level));
        Assert.True(match.Score <= 0.5);
    }

    [Fact]
    public void Find_ATownWhoseMunicipalityIsNoMore_KeepsTheTownAndNamesTheSuccessor()
    {
        var match = Assert.Single(Find("Tamsalu", "EE", "municipality"));
        Assert.Equal(("Tamsalu", MatchedBy.Name), (match.Name, match.How));
        Assert.Equal(("Tapa vald", "2017"), (match.Successor!.Name, match.Successor.Since));
        Assert.Contains("tapa.ee", match.Successor.Source, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Find("Tapa", "EE", "municipality")).Successor);
    }

    [Theory]
    [InlineData("Hedmark fylke", "NO", "county", "Innlandet", "NO-34", null)]
    [InlineData("Sør-Trøndelag", "NO", "county", "Trøndelag", "NO-50", "2018-01-01")]
    [InlineData("Champagne-Ardenne", "FR", "region", "Grand Est", "FR-GES", null)]
    [InlineData("Landkreis Torgau-Oschatz", "DE", "county", "Nordsachsen", "DE-14730", null)]
    public void Find_AnAreaThatIsNoMore_IsItsSuccessor(string name, string country, string level, string successor, string code, string? since)
    {
        var match = Assert.Single(Find(name, country, level));
        Assert.Equal((code, MatchedBy.Successor), (match.Code, match.How));
        Assert.Equal((successor, since), (match.Successor!.Name, match.Successor.Since));
        Assert.Contains("Eurostat", match.Successor.Source, StringComparison.Ordinal);
    }

    /// <summary>Every successor of the list is in the directory, so that none is named in vain.</summary>
    [Fact]
    public void Find_EveryAuthorityOfTheListOfSuccessors_LeadsToAnEntry()
    {
        using var list = new StreamReader(typeof(Resolver).Assembly.GetManifestResourceStream("Tessera.Interchange.Places.Data.successors.tsv")!);
        var rows = list.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        Assert.InRange(rows.Count, 50, 500);
        Assert.All(rows, r => Assert.All(r[2].Split(';'), name => Assert.True(Find(name, r[0], r[1]) is [{ Successor: not null }], $"{name} ({r[0]})")));
    }

    [Fact]
    public void Find_NothingOfTheKind_IsNothing()
    {
        Assert.Empty(Find("Covasna", "RO", "network"));
        Assert.Empty(Find("Qwertzuiop", "RO", "county"));
        Assert.Empty(Find("Qwertzuiop", null, "region"));
    }

    [Fact]
    public void Find_ATownUnderAHeadingAboutCounties_IsTheTown()
    {
        var found = _resolver.Find(Name("Tamsalu", isWide: false), "EE", "county");
        Assert.Equal(("Tamsalu", "municipality"), (Assert.Single(found).Name, Resolver.LevelOf("county", found)));
        Assert.Equal("Tapa vald", found[0].Successor?.Name);
        Assert.Empty(_resolver.Find(Name("Tamsalu", isWide: true), "EE", "county"));
    }

    /// <summary>A whole page: each proposal has its own entry, its level and the reasons, and none swallows another.</summary>
    [Fact]
    public void Page_OfCountiesPartsAndAnAuthorityThatIsNoMore_HasAnEntryForEach()
    {
        const string page = "<h1>Twin counties</h1><ul><li>Landkreis Osnabrück, Germany, 1998</li><li>Tarn County, France, 2001</li><li>Covasna County, Romania, 1997</li><li>Hedmark County, Norway, 1992</li></ul><h1>Twin towns</h1><ul><li>Tamsalu, Estonia, 1993</li><li>Bratislava-Rača, Slovakia, 1994</li><li>Bratislava-Krasňanská, Slovakia, 1995</li></ul>";
        var read = new PageReader(built.Index).Read(PageSource.Read(System.Text.Encoding.UTF8.GetBytes(page))!, new ReadingOptions("en", "Kent County Council", "GB")).Proposals;
        Assert.Equal(7, read.Count);
        Assert.All(read, p => Assert.Single(p.Directory));
        Assert.Equal(["DE-03459", "FR-81", "RO-CV", "NO-34"], read.Where(p => p.Level == "county").Select(p => p.Directory[0].Code));
        Assert.Equal(["Bratislava", "Bratislava"], read.Where(p => p.Level == "city-district").Select(p => p.Directory[0].Name));
        Assert.Contains("part-of: Bratislava (SK)", read[^1].Because);
        Assert.Contains("successor: Tapa vald (2017; Tapa vald, https://www.tapa.ee/et/tutvustus-ja-asukoht)", read.Single(p => p.Name == "Tamsalu").Because);
    }

    private IReadOnlyList<DirectoryMatch> Find(string name, string? country, string level) => _resolver.Find(Name(name, !Levels.IsTown(level)), country, level);

    private NameSpan Name(string text, bool isWide)
    {
        var core = Folding.Of(text);
        return new NameSpan(0, text.Length, text, core, isWide ? [] : built.Index.Named(core), core, isWide);
    }
}
