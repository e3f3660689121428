using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

public sealed class OfficePaletteTests
{
    [Fact]
    public void StyleSheet_OfAnyColour_CanBeRead()
    {
        for (var colour = 0; colour <= 0xffffff; colour += 0x10f0f)
        {
            var sheet = OfficePalette.StyleSheet(string.Create(CultureInfo.InvariantCulture, $"#{colour:x6}"));
            var texts = Regex.Matches(sheet, "--office-text:(#[0-9a-f]{6})").Select(m => OfficePalette.Parse(m.Groups[1].Value)).ToList();
            Assert.True(OfficePalette.Contrast(texts[0], (1, 1, 1)) >= 4.5, $"{colour:x6} on white");
            Assert.True(OfficePalette.Contrast(texts[1], OfficePalette.Parse("#13161c")) >= 4.5, $"{colour:x6} on dark");
            var strong = Regex.Matches(sheet, "--office-strong:(#[0-9a-f]{6});--office-on-strong:(#[0-9a-f]{6})");
            Assert.All(strong, m => Assert.True(OfficePalette.Contrast(OfficePalette.Parse(m.Groups[1].Value), OfficePalette.Parse(m.Groups[2].Value)) >= 4.5, sheet));
        }
    }
}
