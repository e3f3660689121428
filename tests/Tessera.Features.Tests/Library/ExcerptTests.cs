using Tessera.Features.Library;
using Xunit;

namespace Tessera.Features.Tests.Library;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("A települések\n & városok, közösen.", "varos", "A települések & [városok], közösen.")]
    [InlineData("Örök barátság: ÖRÖKSÉG, „örökös”.", "orok", "[Örök] barátság: [ÖRÖKSÉG], „[örökös]”.")]
    [InlineData("Straße, façade, o\u0308ko\u0308r.", "strass okor", "[Straße], façade, [o\u0308ko\u0308r].")]
    [InlineData("Nincs benne.", "semmi", "Nincs benne.")]
    [InlineData("", "semmi", "")]
    public void Around_Words_MarksThoseThatBeginSo(string text, string asked, string expected) => Assert.Equal(expected, Written(Excerpt.Around(text, asked.Split(' '))));

    [Fact]
    public void Around_AWordFarInside_ShowsTwelveBeforeAndEndsAfterTwentyFour()
    {
        var text = string.Join(' ', Enumerable.Range(1, 100).Select(i => i == 50 ? "Találat" : $"szó{i}"));
        var expected = "… " + string.Join(' ', Enumerable.Range(38, 12).Select(i => $"szó{i}")) + " [Találat] " + string.Join(' ', Enumerable.Range(51, 23).Select(i => $"szó{i}")) + " …";
        Assert.Equal(expected, Written(Excerpt.Around(text, ["talalat"])));
    }

    private static string Written(Excerpt excerpt) => string.Concat(excerpt.Parts.Select(p => p.IsHit ? $"[{p.Text}]" : p.Text));
}
