namespace Tessera.Interchange.Documents;

/// <summary>The kinds of paper an office keeps. What is none of these is refused; SVG is none of them, because it can carry scripts.</summary>
public enum DocumentKind
{
    Pdf,
    Docx,
    Odt,
    Png,
    Jpeg,
    Webp,
    Gif,
    Tiff,

    /// <summary>An e-mail as RFC 5322 writes it.</summary>
    Eml,
    PlainText,
}

/// <summary>Width and height in pixels, as the header of the image says; an image of several frames is as large as its largest.</summary>
public sealed record ImageSize(int Width, int Height)
{
    /// <summary>Both multiplied.</summary>
    public long Pixels => (long)Width * Height;
}

/// <summary>Why a document is refused.</summary>
/// <param name="Code">One of <see cref="DocumentCodes"/>; the sentence is in the program's texts.</param>
public sealed record DocumentRefusal(string Code, IReadOnlyDictionary<string, string> Arguments)
{
    internal static DocumentRefusal Of(string code, params (string Name, string Value)[] arguments) =>
        new(code, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}

/// <summary>What a file turned out to be, told by its content and never by its name.</summary>
/// <param name="Kind">Null where the content is none of the kinds.</param>
/// <param name="MediaType">By the kind; <c>application/octet-stream</c> without one. Never what the sender claimed.</param>
/// <param name="FileName">Safe to store, to show and to offer for download: see <see cref="SafeFileName"/>.</param>
/// <param name="Pages">Of PDF and TIFF.</param>
/// <param name="Size">Of images.</param>
/// <param name="Refusals">Empty for a document that may be kept.</param>
public sealed record DocumentReading(
    DocumentKind? Kind, string MediaType, string FileName, int? Pages, ImageSize? Size, IReadOnlyList<DocumentRefusal> Refusals)
{
    /// <summary>Whether nothing speaks against keeping it.</summary>
    public bool IsAccepted => Kind is not null && Refusals.Count == 0;
}
