using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>Hours are shown with what people call the zone, not with its name in programs.</summary>
public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("Europe/Bucharest", "en", "Eastern European Time")]
    [InlineData("Europe/Bucharest", "hu", "kelet-európai idő")]
    [InlineData("Europe/Stockholm", "sv", "centraleuropeisk tid")]
    [InlineData("Europe/Chisinau", "ro", "ora Europei de Est")]
    [InlineData("Asia/Shanghai", "hu", "Kína idő")]
    [InlineData("Europe/Kyiv", "en", "Eastern European Time")]
    [InlineData("UTC", "sv", "koordinerad universell tid")]
    [InlineData("Etc/GMT+3", "en", "Etc/GMT+3")]
    [InlineData("Europe/Bucharest", "fr", "Europe/Bucharest")]
    public void Of_AZone_IsWhatPeopleSay(string zone, string language, string expected) => Assert.Equal(expected, ZoneNames.Of(zone, language));

    [Fact]
    public void Of_AZoneOfEurope_IsNeitherItsIdNorOfOneSeason()
    {
        foreach (var zone in (string[])["Athens", "Berlin", "Bratislava", "Budapest", "Chisinau", "Dublin", "Istanbul", "Lisbon", "London", "Moscow", "Tallinn", "Warsaw", "Zagreb"])
        {
            foreach (var language in (string[])["en", "hu", "sv", "ro"])
            {
                var name = ZoneNames.Of("Europe/" + zone, language);
                Assert.False(name.Contains('/', StringComparison.Ordinal) || name.Contains("Summer", StringComparison.Ordinal) || name.Contains("nyári", StringComparison.Ordinal) || name.Contains("téli", StringComparison.Ordinal), $"{zone} {language} {name}");
            }
        }
    }
}
