using System.Xml.Linq;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Feeds;
using Tessera.Interchange.LinkedData;
using Xunit;

namespace Tessera.Interchange.Tests.Feeds;

public sealed class FeedsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Atom_OfForbiddenLetters_IsStillXml()
    {
        var feed = AtomFeed.Write(new AtomHead("https://x/1", "A & B <\u0001>", "Office", "hu", "https://x/feed", "https://x/", Noon), [new AtomEntry("urn:uuid:1", "Új: \u0000Zala", Noon, null)]);
        var xml = XDocument.Load(new MemoryStream(feed));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("A & B <>", xml.Root!.Element(atom + "title")!.Value);
        Assert.Equal("Új: Zala", xml.Root.Element(atom + "entry")!.Element(atom + "title")!.Value);
        Assert.Equal("2026-11-21T12:00:00Z", xml.Root.Element(atom + "updated")!.Value);
    }

    [Fact]
    public void Sitemap_OfMoreThanItMayHold_EndsAtTheBound()
    {
        var map = XDocument.Load(new MemoryStream(Sitemap.Write(Enumerable.Range(0, Sitemap.Most + 10).Select(i => new SitemapPage($"https://x/{i}?a=1&b=2", null, [])))));
        Assert.Equal(Sitemap.Most, map.Root!.Elements().Count());
    }

    [Fact]
    public void Turtle_OfQuotesAndLines_EscapesThem()
    {
        var text = LocalText.Of("en", "say \"x\"\n\\ y");
        var turtle = DcatCatalogue.ToTurtle(new Catalogue("https://x/c", text, text, text, "https://x/", Noon, [new CatalogueDataset("https://x/d", text, text, Noon, [new CatalogueFile("https://x/d.csv", "text/csv", "CSV")])]));
        Assert.Contains("\"say \\\"x\\\"\\n\\\\ y\"@en", turtle, StringComparison.Ordinal);
        Assert.Contains("<https://x/d.csv#distribution> a dcat:Distribution", turtle, StringComparison.Ordinal);
    }
}
