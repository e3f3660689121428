using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>The authority whose page it is is never its own partner, by whatever name the page calls it.</summary>
public sealed class HomeNamesTests
{
    private const string Page = "Twin town;Country;Since\n{0};Romania;1991\nBologna;Italy;1994\nTartu;Estonia;2001\n";
    private static readonly string[] Names = ["Hargita Megye Tanácsa", "Consiliul Județean Harghita", "Harghita County Council", "Kreis Harghita"];

    [Theory]
    [InlineData("Hargita")]
    [InlineData("Harghita")]
    [InlineData("Județul Harghita")]
    [InlineData("Harghita County")]
    [InlineData("Hargita megye")]
    public void Home_ByAnyOfItsNames_IsNoPartner(string name)
    {
        var page = PageSource.Read(Page.Replace("{0}", name, StringComparison.Ordinal));
        Assert.Equal(["Bologna", "Tartu"], Read(page, Names));
        Assert.Equal(3, Read(page, []).Count);
    }

    [Fact]
    public void Partners_ThatShareAnOrdinaryWordWithHome_Stay() =>
        Assert.Equal(["Wells County", "Bologna", "Tartu"], Read(PageSource.Read(Page.Replace("{0}", "Wells County", StringComparison.Ordinal)), Names));

    private static List<string> Read(PageText page, string[] names) => [.. CorpusPages.Reader.Read(page, new ReadingOptions("en") { HomeNames = names }).Proposals.Select(p => p.Name)];
}
