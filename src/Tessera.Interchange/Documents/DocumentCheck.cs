using System.Globalization;
using Tessera.Interchange.Documents.Archives;
using Tessera.Interchange.Documents.Images;
using Tessera.Interchange.Documents.Mail;
using Tessera.Interchange.Documents.Pdf;

namespace Tessera.Interchange.Documents;

/// <summary>
/// Says what a file is before it is kept. The content decides; the name may only agree. No bytes make it throw, and none make it use more than a few times the
/// memory of the file: archives are unpacked into a counter, images are not decoded. Time is linear in the file and in <see cref="DocumentLimits.Unpacked"/>.
/// It is no virus scanner: it refuses what runs by being opened, not what is wrong with a program that opens it.
/// </summary>
public static class DocumentCheck
{
    private const string NoMediaType = "application/octet-stream";

    /// <summary>Examines a whole file.</summary>
    /// <param name="fileName">As the sender called it, with or without a path.</param>
    public static DocumentReading Examine(ReadOnlyMemory<byte> content, string fileName)
    {
        if (content.IsEmpty) return Refused(fileName, DocumentRefusal.Of(DocumentCodes.Empty));
        if (content.Length > DocumentLimits.File) return Refused(fileName, DocumentRefusal.Of(DocumentCodes.TooLarge, ("most", DocumentLimits.FileText)));
        var ending = SafeFileName.Ending(SafeFileName.Clean(fileName));
        try
        {
            return Read(content, fileName, ending);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The readers answer what they foresee. What they do not foresee must not be an error page for the one who sent the file.
            return Refused(fileName, DocumentRefusal.Of(DocumentCodes.Damaged));
        }
    }

    private static DocumentReading Read(ReadOnlyMemory<byte> content, string fileName, string ending)
    {
        var signature = Signature.Of(content);
        return signature switch
        {
            { Word: Signature.Svg } => Refused(fileName, DocumentRefusal.Of(DocumentCodes.Svg)),
            { Word: Signature.Zip } => Package(content, fileName, ending),
            { Word: Signature.Ole } when content.Span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 =>
                Refused(fileName, DocumentRefusal.Of(DocumentCodes.Encrypted)),
            { Kind: DocumentKind.Pdf } => Pdf(content, fileName, ending),
            { Kind: { } image } => Image(content, image, fileName, ending),
            { Word: Signature.Unknown } when Letters.AreIn(content.Span) => Text(content, fileName, ending),
            _ => NoneOfOurs(fileName, ending, signature.Word),
        };
    }

    private static DocumentReading Package(ReadOnlyMemory<byte> content, string fileName, string ending)
    {
        var package = PackageCheck.Read(content);
        if (package.Refusal is { } code) return Of(package.Kind, fileName, null, null, [DocumentRefusal.Of(code)]);
        return package.Kind is { } kind ? Of(kind, fileName, null, null, Differing(kind, ending)) : NoneOfOurs(fileName, ending, package.Found);
    }

    private static DocumentReading Pdf(ReadOnlyMemory<byte> content, string fileName, string ending)
    {
        var pdf = PdfCheck.Read(content);
        return Of(DocumentKind.Pdf, fileName, pdf.Pages, null, [.. Differing(DocumentKind.Pdf, ending), .. pdf.Codes.Select(c => DocumentRefusal.Of(c))]);
    }

    private static DocumentReading Image(ReadOnlyMemory<byte> content, DocumentKind kind, string fileName, string ending)
    {
        var image = ImageHeader.Read(content.Span, kind);
        var refusals = Differing(kind, ending);
        if (image.Size is { } size && size.Pixels > DocumentLimits.Pixels)
            refusals.Add(DocumentRefusal.Of(DocumentCodes.ImageTooLarge, ("width", Number(size.Width)), ("height", Number(size.Height)), ("most", Number(DocumentLimits.Pixels / 1_000_000))));
        else if (!image.IsWhole) refusals.Add(DocumentRefusal.Of(DocumentCodes.Damaged));
        return Of(kind, fileName, image.Pages, image.Size, refusals);
    }

    /// <summary>An e-mail is a text too, so here, and only here, the ending has a say.</summary>
    private static DocumentReading Text(ReadOnlyMemory<byte> content, string fileName, string ending)
    {
        var kind = DocumentForm.Claimed(ending) != DocumentKind.PlainText && MailMessage.IsOne(content) ? DocumentKind.Eml : DocumentKind.PlainText;
        return Of(kind, fileName, null, null, Differing(kind, ending));
    }

    private static List<DocumentRefusal> Differing(DocumentKind kind, string ending)
    {
        var agrees = DocumentForm.Claimed(ending) is { } claimed ? claimed == kind : !DocumentForm.IsForeign(ending);
        return agrees ? [] : [DocumentRefusal.Of(DocumentCodes.KindDiffers, ("ending", ending), ("found", DocumentForm.Of(kind).Ending))];
    }

    private static DocumentReading NoneOfOurs(string fileName, string ending, string found) => Refused(fileName, DocumentForm.Claimed(ending) is not null && found != Signature.Unknown
        ? DocumentRefusal.Of(DocumentCodes.KindDiffers, ("ending", ending), ("found", found))
        : DocumentRefusal.Of(DocumentCodes.UnknownKind, ("found", found)));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DocumentReading Refused(string fileName, DocumentRefusal refusal) => Of(null, fileName, null, null, [refusal]);

    private static DocumentReading Of(DocumentKind? kind, string fileName, int? pages, ImageSize? size, IReadOnlyList<DocumentRefusal> refusals) =>
        new(kind, kind is { } known ? DocumentForm.Of(known).MediaType : NoMediaType, SafeFileName.Of(fileName, kind), pages, size, refusals);
}
