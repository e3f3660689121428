using System.Text;

namespace Tessera.Interchange.Documents.Archives;

/// <summary>What an archive turned out to be.</summary>
/// <param name="Found">The word for it where it is no kind of ours.</param>
/// <param name="Refusal">One of <see cref="DocumentCodes"/>.</param>
internal sealed record PackageReading(DocumentKind? Kind, string Found, string? Refusal);

/// <summary>
/// Looks through a DOCX or ODT before anybody opens it: every member is unpacked once, into a counter. At most <see cref="DocumentLimits.Unpacked"/> bytes are ever
/// unpacked, all archives inside included.
/// </summary>
internal static class PackageCheck
{
    /// <summary>The only place where one package may lie in another: the table behind a chart.</summary>
    private const string Embeddings = "word/embeddings/";

    public static PackageReading Read(ReadOnlyMemory<byte> content)
    {
        var directory = ZipDirectory.Read(content);
        if (directory.Refusal is { } refusal) return new PackageReading(null, "zip", refusal);
        var most = Math.Min(DocumentLimits.Unpacked, Math.Max(DocumentLimits.UnpackedFreely, (long)DocumentLimits.Ratio * content.Length));
        if (Walk(directory, new Unpacking(most), most, mayNest: true) is { } wrong) return new PackageReading(null, "zip", wrong);
        return PackageKind.Of(directory);
    }

    private static string? Walk(ZipDirectory directory, Unpacking unpacking, long most, bool mayNest)
    {
        if (directory.Members.Sum(m => m.Unpacked) > most) return DocumentCodes.ZipBomb;
        if (directory.Members.Any(IsMacro)) return DocumentCodes.Macro;
        return directory.Members.Select(m => Look(m, unpacking, most, mayNest)).FirstOrDefault(refusal => refusal is not null);
    }

    private static string? Look(ZipMember member, Unpacking unpacking, long most, bool mayNest)
    {
        using var stream = Unpacking.Open(member);
        var start = unpacking.Bytes(stream, 8);
        if (Signature.IsArchive(start)) return LookInside(member, unpacking, most, mayNest);
        var length = start.Length + unpacking.Count(stream);
        if (unpacking.IsExhausted) return DocumentCodes.ZipBomb;
        return length == member.Unpacked ? null : DocumentCodes.Damaged;
    }

    private static string? LookInside(ZipMember member, Unpacking unpacking, long most, bool mayNest)
    {
        if (!mayNest || !member.Name.StartsWith(Embeddings, StringComparison.OrdinalIgnoreCase)) return DocumentCodes.UnsafeArchive;
        using var stream = Unpacking.Open(member);
        var inner = unpacking.Bytes(stream, DocumentLimits.File);
        if (unpacking.IsExhausted) return DocumentCodes.ZipBomb;
        var directory = ZipDirectory.Read(inner);
        return directory.Refusal ?? Walk(directory, unpacking, most, mayNest: false);
    }

    private static bool IsMacro(ZipMember member) =>
        member.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || member.Name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || member.Name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Which package an archive is, by what it declares and by the part that must then be there.</summary>
internal static class PackageKind
{
    private const int LongestDeclaration = 4 * 1024 * 1024;
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static PackageReading Of(ZipDirectory directory)
    {
        if (directory.Find("mimetype") is { } declared) return OpenDocumentOf(directory, Start(declared).Trim());
        if (directory.Find(WordParts.Declaration) is null) return new PackageReading(null, "zip", null);
        var types = WordParts.Types(directory);
        if (types.Any(t => t.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))) return new PackageReading(DocumentKind.Docx, "docm", DocumentCodes.Macro);
        if (types.Any(t => t.Type == WordParts.Main)) return new PackageReading(DocumentKind.Docx, "docx", null);
        var other = types.FirstOrDefault(t => t.Type.EndsWith(".main+xml", StringComparison.Ordinal)).Type ?? "";
        return new PackageReading(null, other.Contains("spreadsheetml", StringComparison.Ordinal) ? "xlsx" : other.Contains("presentationml", StringComparison.Ordinal) ? "pptx" : "zip", null);
    }

    private static PackageReading OpenDocumentOf(ZipDirectory directory, string mediaType)
    {
        if (mediaType != DocumentForm.Of(DocumentKind.Odt).MediaType)
            return new PackageReading(null, mediaType == OpenDocument + "spreadsheet" ? "ods" : mediaType == OpenDocument + "presentation" ? "odp" : "zip", null);
        if (directory.Find("content.xml") is null) return new PackageReading(DocumentKind.Odt, "odt", DocumentCodes.Damaged);
        var isEncrypted = directory.Find("META-INF/manifest.xml") is { } manifest && Start(manifest).Contains("encryption-data", StringComparison.Ordinal);
        return new PackageReading(DocumentKind.Odt, "odt", isEncrypted ? DocumentCodes.Encrypted : null);
    }

    private static string Start(ZipMember member)
    {
        using var stream = Unpacking.Open(member);
        return Encoding.UTF8.GetString(new Unpacking(DocumentLimits.Unpacked).Bytes(stream, LongestDeclaration));
    }
}
