using System.Globalization;
using Tessera.Interchange.Documents.Images;

namespace Tessera.Interchange.Documents.Arms;

/// <summary>How large an office's arms may be.</summary>
public static class ArmsLimits
{
    /// <summary>Bytes of the picture.</summary>
    public const int File = 512 * 1024;

    /// <summary>The same as a person reads it.</summary>
    public const string FileText = "512 KB";

    /// <summary>Pixels of either side; a drawing has none.</summary>
    public const int Side = 2_000;
}

/// <summary>What a picture of arms turned out to be.</summary>
/// <param name="MediaType">One of <see cref="ArmsCheck.MediaTypes"/>; empty where it is refused.</param>
/// <param name="Content">As it is to be kept and shown: a picture as it was sent, a drawing written anew without what is not drawn.</param>
/// <param name="Refusals">Empty for arms that may be kept.</param>
public sealed record ArmsReading(string MediaType, ReadOnlyMemory<byte> Content, IReadOnlyList<DocumentRefusal> Refusals)
{
    /// <summary>Whether nothing speaks against keeping it.</summary>
    public bool IsAccepted => Refusals.Count == 0;
}

/// <summary>
/// Says whether a file may be an office's arms: PNG, JPEG or SVG by its content, within <see cref="ArmsLimits"/>. No bytes make it throw. Linear in the file.
/// </summary>
public static class ArmsCheck
{
    private const string Svg = "image/svg+xml";

    /// <summary>What arms may be.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } = ["image/png", "image/jpeg", Svg];

    /// <summary>How a file of this media type ends.</summary>
    public static string EndingOf(string mediaType) => mediaType switch { Svg => "svg", "image/jpeg" => "jpg", _ => "png" };

    /// <summary>Examines a whole file.</summary>
    /// <param name="fileName">As the sender called it; empty where nobody gave it a name.</param>
    public static ArmsReading Examine(ReadOnlyMemory<byte> content, string fileName)
    {
        if (content.IsEmpty) return Refused(DocumentRefusal.Of(DocumentCodes.Empty));
        if (content.Length > ArmsLimits.File) return Refused(DocumentRefusal.Of(DocumentCodes.TooLarge, ("most", ArmsLimits.FileText)));
        return Signature.Of(content).Word == Signature.Svg ? Drawing(content, SafeFileName.Ending(SafeFileName.Clean(fileName))) : Picture(content, fileName);
    }

    private static ArmsReading Picture(ReadOnlyMemory<byte> content, string fileName)
    {
        var reading = DocumentCheck.Examine(content, fileName);
        if (!reading.IsAccepted) return Refused([.. reading.Refusals]);
        if (reading.Kind is not (DocumentKind.Png or DocumentKind.Jpeg)) return Refused(DocumentRefusal.Of(DocumentCodes.NoArms, ("found", DocumentForm.Of(reading.Kind!.Value).Ending)));
        if (reading.Size is { } size && Math.Max(size.Width, size.Height) > ArmsLimits.Side)
            return Refused(DocumentRefusal.Of(DocumentCodes.ArmsTooLarge, ("width", Number(size.Width)), ("height", Number(size.Height)), ("most", Number(ArmsLimits.Side))));
        return new ArmsReading(reading.MediaType, content, []);
    }

    private static ArmsReading Drawing(ReadOnlyMemory<byte> content, string ending)
    {
        if (ending is not ("" or "svg") && (DocumentForm.Claimed(ending) is not null || DocumentForm.IsForeign(ending)))
            return Refused(DocumentRefusal.Of(DocumentCodes.KindDiffers, ("ending", ending), ("found", "svg")));
        var (clean, refusal) = SvgDrawing.Clean(content);
        if (refusal is not null) return Refused(refusal);
        return clean.Length > ArmsLimits.File ? Refused(DocumentRefusal.Of(DocumentCodes.TooLarge, ("most", ArmsLimits.FileText))) : new ArmsReading(Svg, clean, []);
    }

    private static ArmsReading Refused(params DocumentRefusal[] refusals) => new("", ReadOnlyMemory<byte>.Empty, refusals);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
