using System.Text;

namespace Tessera.Interchange.Documents;

/// <summary>What the first bytes of a content say it is.</summary>
/// <param name="Kind">Null where it is none of ours, or an archive that has yet to be looked into.</param>
/// <param name="Word">What a person calls it; <see cref="Unknown"/> where the bytes say nothing.</param>
internal sealed record Signature(DocumentKind? Kind, string Word)
{
    public const string Unknown = "unknown", Zip = "zip", Ole = "ole", Svg = "svg";

    private const int HeaderMayStartBy = 1024;

    private static readonly (byte[] Start, DocumentKind? Kind, string Word)[] Starts =
    [
        ([0x89, .. "PNG\r\n\u001A\n"u8], DocumentKind.Png, "png"),
        ([0xFF, 0xD8, 0xFF], DocumentKind.Jpeg, "jpg"),
        ([.. "GIF87a"u8], DocumentKind.Gif, "gif"),
        ([.. "GIF89a"u8], DocumentKind.Gif, "gif"),
        ([.. "II*\0"u8], DocumentKind.Tiff, "tif"),
        ([.. "MM\0*"u8], DocumentKind.Tiff, "tif"),
        ([.. "PK\u0003\u0004"u8], null, Zip),
        ([.. "PK\u0005\u0006"u8], null, Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], null, Ole),
        ([.. "MZ"u8], null, "exe"),
        ([0x7F, .. "ELF"u8], null, "elf"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], null, "7z"),
        ([.. "Rar!"u8], null, "rar"),
        ([0x1F, 0x8B], null, "gz"),
        ([.. "{\\rtf"u8], null, "rtf"),
        ([.. "%!PS"u8], null, "ps"),
    ];

    public static Signature Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        foreach (var (start, kind, word) in Starts)
        {
            if (bytes.StartsWith(start)) return new Signature(kind, word);
        }

        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes.Slice(8, 4).SequenceEqual("WEBP"u8)) return new Signature(DocumentKind.Webp, "webp");
        if (Markup(bytes) is { } markup) return new Signature(null, markup);
        return bytes[..Math.Min(bytes.Length, HeaderMayStartBy)].IndexOf("%PDF-"u8) >= 0 ? new Signature(DocumentKind.Pdf, "pdf") : new Signature(null, Unknown);
    }

    /// <summary>Whether these are the first bytes of an archive that could hold others.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)
        || start.StartsWith("Rar!"u8) || start.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]);

    /// <summary>A page or drawing that a browser would run, even if it calls itself a text.</summary>
    private static string? Markup(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        var isWide = head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble);
        var text = isWide ? (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..]) : Encoding.UTF8.GetString(head);
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\f');
        if (!text.StartsWith('<')) return null;
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase) || text.Contains(":svg ", StringComparison.OrdinalIgnoreCase)) return Svg;
        if (Html.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))) return "html";
        return text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "xml" : text.Contains("<script", StringComparison.OrdinalIgnoreCase) ? "html" : null;
    }

    private static readonly string[] Html = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<meta", "<title", "<style", "<!--"];
}
