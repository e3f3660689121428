using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>Whatever colour an office has, its pages can be read.</summary>
public sealed partial class OfficePaletteTests
{
    private const double Needed = 4.5;
    private static readonly string[] Extremes = ["#000000", "#ffffff", "#ffff00", "#00ff00", "#0000ff", "#ff00ff", "#00ffff", "#ff0000", "#808080", "#7f7f00", "#fefefe", "#010101"];

    [Fact]
    public void Shades_OfAnyColour_ReachTheContrastOfTextOnEveryGround()
    {
        var random = new Random(20240917);
        var colours = Extremes.Concat(Enumerable.Range(0, 2_000).Select(_ => string.Create(CultureInfo.InvariantCulture, $"#{random.Next(0x1000000):x6}")));
        foreach (var colour in colours)
        {
            var blocks = Block().Matches(OfficePalette.StyleSheet(colour)).Select(m => Shades(m.Value)).ToList();
            Assert.Equal(4, blocks.Count);
            AssertReadable(colour, blocks[0], ["#ffffff", "#f6f6f4"]);
            AssertReadable(colour, blocks[1], ["#13161c", "#1a1e26"]);
            Assert.Equal(blocks[1], blocks[2]);
            Assert.Equal(blocks[0], blocks[3]);
        }
    }

    [Fact]
    public void TheGroundsOfTheTest_AreThoseOfTheStyleSheet()
    {
        var tokens = File.ReadAllText(Tessera.Testing.Checkout.File("src", "Tessera.Web", "Styles", "tokens.css"));
        Assert.All(["--ground: #ffffff", "--ground-soft: #f6f6f4", "--ground: #13161c", "--ground-soft: #1a1e26"], token => Assert.Contains(token, tokens, StringComparison.Ordinal));
    }

    [Fact]
    public void AColourThatIsReadableAlready_StaysWhatItIs() => Assert.Contains("--office-strong:#7a1022;", OfficePalette.StyleSheet("#7a1022"), StringComparison.Ordinal);

    private static void AssertReadable(string colour, Dictionary<string, string> shades, string[] grounds)
    {
        AssertContrast(colour, shades["on-strong"], shades["strong"]);
        foreach (var ground in grounds.Append(shades["tint"])) AssertContrast(colour, shades["text"], ground);
    }

    private static void AssertContrast(string colour, string text, string ground)
    {
        var contrast = OfficePalette.Contrast(OfficePalette.Parse(text), OfficePalette.Parse(ground));
        Assert.True(contrast >= Needed, string.Create(CultureInfo.InvariantCulture, $"office colour {colour}: {text} on {ground} has {contrast:0.00}"));
    }

    private static Dictionary<string, string> Shades(string block) => Shade().Matches(block).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [GeneratedRegex(@"--office-strong[^}]+")]
    private static partial Regex Block();

    [GeneratedRegex(@"--office-([a-z-]+):(#[0-9a-f]{6});")]
    private static partial Regex Shade();
}
