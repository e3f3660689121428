using System.Text;
using System.Xml;

namespace Tessera.Interchange.Feeds;

/// <summary>A page in a site map.</summary>
/// <param name="Alternates">The same page in other languages: language and address.</param>
public sealed record SitemapPage(string Address, DateTimeOffset? Updated, IReadOnlyList<(string Language, string Address)> Alternates);

/// <summary>Writes a site map (sitemaps.org 0.9) with the languages of each page.</summary>
public static class Sitemap
{
    /// <summary>The most that a site map may hold.</summary>
    public const int Most = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Writes up to <see cref="Most"/> pages.</summary>
    public static byte[] Write(IEnumerable<SitemapPage> pages)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages.Take(Most)) Page(xml, page);
            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    private static void Page(XmlWriter xml, SitemapPage page)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, page.Address);
        if (page.Updated is { } updated) xml.WriteElementString("lastmod", Namespace, XmlConvert.ToString(updated.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ"));
        foreach (var (language, address) in page.Alternates)
        {
            xml.WriteStartElement("link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", language);
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
