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

    /// <summary>Every part with its type, which is declared for the part or for all of its ending.</summary>
    public static IReadOnlyList<(ZipMember Part, string Type)> Types(ZipDirectory directory)
    {
        if (directory.Find(Declaration) is not { } declaration) return [];
        var declared = Declared(declaration);
        return [.. directory.Members.Select(m => (m, declared.GetValueOrDefault("/" + m.Name) ?? declared.GetValueOrDefault(Path.GetExtension(m.Name)) ?? ""))];
    }

    /// <summary>Types by <c>/name</c> and by <c>.ending</c>.</summary>
    private static Dictionary<string, string> Declared(ZipMember declaration)
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var stream = Unpacking.Open(declaration);
        using var xml = PackageXml.Open(stream);
        while (xml.Read() && types.Count <= 2 * DocumentLimits.Members)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("Override" or "Default")) continue;
            var key = xml.LocalName == "Override" ? xml.GetAttribute("PartName") : "." + xml.GetAttribute("Extension");
            if (key is not null) types[key] = xml.GetAttribute("ContentType") ?? "";
        }

        return types;
    }

    /// <summary>The members that hold the text of the document.</summary>
    public static IEnumerable<ZipMember> WithText(ZipDirectory directory) => Types(directory)
        .Where(t => Readable.Contains(t.Type))
        .OrderBy(t => Array.IndexOf(Readable, t.Type))
        .Select(t => t.Part);
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
