using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("HU", "Hungary", "Magyarország", "Ungern", "Ungaria")]
    [InlineData("IT", "Italy", "Olaszország", "Italien", "Italia")]
    [InlineData("PL", "Poland", "Lengyelország", "Polen", "Polonia")]
    [InlineData("CN", "China", "Kína", "Kina", "China")]
    [InlineData("AM", "Armenia", "Örményország", "Armenien", "Armenia")]
    [InlineData("MD", "Moldova", "Moldovai Köztársaság", "Moldavien", "Republica Moldova")]
    [InlineData("DE", "Germany", "Németország", "Tyskland", "Germania")]
    [InlineData("EE", "Estonia", "Észtország", "Estland", "Estonia")]
    [InlineData("SE", "Sweden", "Svédország", "Sverige", "Suedia")]
    [InlineData("RO", "Romania", "Románia", "Rumänien", "România")]
    [InlineData("GB", "United Kingdom", "Egyesült Királyság", "Storbritannien", "Regatul Unit")]
    [InlineData("US", "United States", "Egyesült Államok", "USA", "Statele Unite ale Americii")]
    public void Name_OfACountry_IsThatOfTheLanguage(string country, string en, string hu, string sv, string ro)
    {
        Assert.Equal([en, hu, sv, ro], Tessera.Domain.Vocabulary.Languages.Interface.Select(l => CountryNames.Of(country, l)));
        Assert.Equal(hu, CountryNames.Of(country, "hu"));
    }

    [Theory]
    [InlineData("QX")]
    [InlineData("")]
    [InlineData("Hungary")]
    public void Name_OfNoCountry_IsWhatWasSaid(string country) => Assert.Equal(country, CountryNames.Of(country, "en"));

    [Fact]
    public void Name_InALanguageBeyondTheInterfaces_IsKnownToo() => Assert.Equal("Ungarn", CountryNames.Of("HU", "de"));
}
