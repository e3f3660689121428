using System.Text;
using System.Xml;

namespace Tessera.Interchange.Feeds;

/// <summary>What stands on top of a feed.</summary>
public sealed record AtomHead(string Id, string Title, string Author, string Language, string Self, string Page, DateTimeOffset Updated);

/// <summary>An entry of a feed.</summary>
/// <param name="Page">Where it can be read; null when there is no such page any more.</param>
/// <param name="Summary">What it says, in plain words; null for nothing.</param>
public sealed record AtomEntry(string Id, string Title, DateTimeOffset Updated, string? Page, string? Summary = null);

/// <summary>Writes an Atom feed (RFC 4287).</summary>
public static class AtomFeed
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the whole feed.</summary>
    public static byte[] Write(AtomHead head, IEnumerable<AtomEntry> entries)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, head.Language);
            Element(xml, "id", head.Id);
            Element(xml, "title", head.Title);
            Element(xml, "updated", Time(head.Updated));
            Author(xml, head.Author);
            Link(xml, "self", head.Self);
            Link(xml, "alternate", head.Page);
            foreach (var entry in entries) Entry(xml, entry);
            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    private static void Entry(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Title);
        Element(xml, "updated", Time(entry.Updated));
        if (entry.Summary is { } summary) Element(xml, "summary", summary);
        if (entry.Page is { } page) Link(xml, "alternate", page);
        else Element(xml, "content", entry.Title);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, new string([.. text.Where(XmlConvert.IsXmlChar)]));

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time.ToUniversalTime());
}
