using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>One small page for each rule by which names and their countries are understood, with the directory as it is shipped.</summary>
public sealed class ReadingNamesTests(BuiltPlaces places)
{
    private const string Heading = "<h1>Twin towns</h1>";

    [Theory]
    [InlineData("Mostar, Yugoslavia", "Mostar BA")]
    [InlineData("Banská Štiavnica, Czechoslovakia", "Banská Štiavnica SK")]
    [InlineData("Tartu, USSR", "Tartu EE")]
    [InlineData("Niš, Serbia and Montenegro", "Niš RS")]
    public void FormerState_GivesTheCountryInWhichTheTownLiesToday(string entry, string expected) => Assert.Equal(expected, Named(Heading + $"<ul><li>{entry}</li><li>Gotha, Germany</li></ul>")[0]);

    [Fact]
    public void FormerState_OfATownThatNobodyKnows_LeavesTheCountryOpen() =>
        Assert.Equal(["Xyzzyvac ", "Gotha DE"], Named(Heading + "<h2>Xyzzyvac</h2><p>Yugoslavia. Twinning agreement signed in 1974.</p><h2>Gotha</h2><p>Germany. Twinning agreement signed in 1999.</p>"));

    [Theory]
    [InlineData("Košice – Staré Mesto, Slovakia", "Košice – Staré Mesto SK city-district Košice")]
    [InlineData("Praha 6, Czech Republic", "Praha 6 CZ city-district Prague")]
    [InlineData("Marzahn-Hellersdorf (Berlin), Germany", "Marzahn-Hellersdorf DE municipality Berlin")]
    public void PartOfACity_IsNamedWhole_AndMatchedToItsCity(string entry, string expected)
    {
        var found = places.Read(Heading + $"<ul><li>{entry}</li><li>Gotha, Germany</li></ul>")[0];
        Assert.Equal(expected, $"{found.Name} {found.Country} {found.Level} {found.Directory[0].Name}");
    }

    [Fact]
    public void ProvinceInABracket_TellsWhichNamesakeIsMeant() => Assert.Equal(["Boves IT", "Gotha DE"], Named(Heading + "<ul><li>Boves (Cuneo)</li><li>Gotha, Germany</li></ul>", "Comune di Schio", "IT"));

    [Fact]
    public void UnknownNameWithItsOtherSpellingInABracket_IsThatPlace() => Assert.Equal("Bologna", places.Read(Heading + "<ul><li>Nologna (Bologna), Italy</li><li>Gotha, Germany</li></ul>")[0].Directory[0].Name);

    [Fact]
    public void AreaThatStandsForItsCountryElsewhere_IsAPartnerOfItsOwn() => Assert.Equal(["Autonomna Pokrajina Vojvodina RS", "Zalska županija HU"], Named("<h1>Partnerske županije</h1><ul><li>Autonomna Pokrajina Vojvodina – sporazum o suradnji, 2003.</li><li>Zalska županija, Mađarska – sporazum o suradnji, 1997.</li></ul>", "Međimurska županija", "HR", "hr"));

    [Fact]
    public void HeadingWithTwoTowns_IsTwoPartners_EachWithWhatIsSaidOfIt()
    {
        var found = places.Read(Heading + "<h2>Brest, Belarus, and Varaždin, Croatia</h2><p>The link with Brest has existed since 1990; it was suspended in March 2022. With Varaždin we signed a twinning agreement in 2002.</p><h2>Gotha, Germany</h2><p>Signed in 1999.</p>");
        Assert.Equal(["Brest BY paused 1990", "Varaždin HR in-force 2002", "Gotha DE in-force 1999"], found.Select(p => $"{p.Name} {p.Country} {p.Agreements[0].Status} {p.Agreements[0].Dates[0].Date}"));
    }

    [Fact]
    public void HeadingWithAnd_WhoseTextTellsOfOneAuthority_IsOnePartner() => Assert.Equal(["Crewe", "Gotha"], places.Read(Heading + "<h2>Crewe and Nantwich</h2><p>A borough in the United Kingdom. Signed in 1957.</p><h2>Gotha, Germany</h2><p>Signed in 1999.</p>").Select(p => p.Name));

    [Fact]
    public void TownByWhichAnotherIsFound_IsNoPartner() => Assert.Equal(["Germering DE"], Named(Heading + "<p>In 1990 we signed a twinning agreement with Germering in Germany, a town west of Munich.</p>"));

    [Fact]
    public void TownGluedToThePicturesText_IsNamedOnce() => Assert.Equal(["Wetzlar DE", "Gotha DE"], Named(Heading + "<ul><li>Coat of WetzlarWetzlar, Germany</li><li>Gotha, Germany</li></ul>"));

    [Fact]
    public void AnotherTownsTwin_InTheReportOfAVisit_GivesNothing() => Assert.Empty(places.Read("<h1>Report of our journey to the Rhine</h1><p>In Gengenbach we were told of the twinning with Obernai in France, signed in 1958.</p>"));

    private List<string> Named(string page, string home = "Springfield", string country = "US", string language = "en") => [.. places.Read(page, home, country, language).Select(p => $"{p.Name} {p.Country}")];
}
