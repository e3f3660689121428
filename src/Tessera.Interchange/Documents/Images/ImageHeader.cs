namespace Tessera.Interchange.Documents.Images;

/// <summary>What the headers of an image say. Nothing is decoded.</summary>
/// <param name="Size">Null where no header says it.</param>
/// <param name="IsWhole">Whether the image goes on to its end mark.</param>
internal sealed record ImageHeader(ImageSize? Size, int? Pages, bool IsWhole)
{
    public static ImageHeader Damaged { get; } = new(null, null, false);

    /// <summary>Reads the headers. Time: at most linear in the file; memory: constant.</summary>
    public static ImageHeader Read(ReadOnlySpan<byte> content, DocumentKind kind) => kind switch
    {
        DocumentKind.Png => PngHeader.Read(content),
        DocumentKind.Jpeg => JpegHeader.Read(content),
        DocumentKind.Gif => GifHeader.Read(content),
        DocumentKind.Webp => WebpHeader.Read(content),
        DocumentKind.Tiff => TiffHeader.Read(content),
        _ => Damaged,
    };

    internal static ImageHeader Of(long width, long height, bool isWhole) => width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
        ? new ImageHeader(new ImageSize((int)width, (int)height), null, isWhole)
        : Damaged;
}
