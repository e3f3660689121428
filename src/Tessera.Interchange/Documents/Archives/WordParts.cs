using System.Xml;

namespace Tessera.Interchange.Documents.Archives;

/// <summary>The parts of a DOCX and what each is declared to be (ECMA-376 part 2, clause 7.2.3).</summary>
internal static class WordParts
{
    public const string Declaration = "[Content_Types].xml";

    private const string Prefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string Main = Prefix + "document.main+xml";

    /// <summary>Those with text of their own, in the order in which it is read.</summary>
    private static readonly string[] Readable =
        [Main, Prefix + "header+xml", Prefix + "footer+xml", Prefix + "footnotes+xml", Prefix + "endnotes+xml"];

    /// <summary>Every part that is declared by its name.</summary>
    public static IReadOnlyList<(string Part, string Type)> Types(ZipDirectory directory)
    {
        var types = new List<(string, string)>();
        if (directory.Find(Declaration) is not { } declaration) return types;
        using var stream = Unpacking.Open(declaration);
        using var xml = PackageXml.Open(stream);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("Override" or "Default")) continue;
            types.Add(((xml.GetAttribute("PartName") ?? "").TrimStart('/'), xml.GetAttribute("ContentType") ?? ""));
        }

        return types;
    }

    /// <summary>The members that hold the text of the document.</summary>
    public static IEnumerable<ZipMember> WithText(ZipDirectory directory) => Types(directory)
        .Where(t => Readable.Contains(t.Type))
        .OrderBy(t => Array.IndexOf(Readable, t.Type))
        .Select(t => directory.Find(t.Part))
        .OfType<ZipMember>();
}

/// <summary>How the XML of a package is read: no document type, nothing from elsewhere, not without end.</summary>
internal static class PackageXml
{
    private const long MostLetters = 40_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostLetters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);
}
