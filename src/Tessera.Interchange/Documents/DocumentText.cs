using Tessera.Interchange.Documents.Archives;
using Tessera.Interchange.Documents.Mail;
using Tessera.Interchange.Documents.Pdf;

namespace Tessera.Interchange.Documents;

/// <summary>
/// The plain text of a document, for the search: words in reading order, lines where the document has them, no layout. What cannot be read, such as the picture of a
/// page, has no text. No bytes make it throw; it stops at <see cref="DocumentLimits.Text"/> letters and at <see cref="DocumentLimits.Unpacked"/> unpacked bytes.
/// </summary>
public static class DocumentText
{
    /// <summary>Reads a document that <see cref="DocumentCheck"/> accepted; of any other it reads what it can.</summary>
    /// <returns>Null where there is no letter or digit to read.</returns>
    public static string? Read(ReadOnlyMemory<byte> content, DocumentKind kind)
    {
        if (content.Length > DocumentLimits.File) return null;
        var text = new BoundedText();
        try
        {
            Read(content, kind, text);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // A document that breaks off half-way is found by the words of its first half.
        }

        return text.Answer();
    }

    private static void Read(ReadOnlyMemory<byte> content, DocumentKind kind, BoundedText text)
    {
        switch (kind)
        {
            case DocumentKind.Pdf: PdfText.Read(content, text); break;
            case DocumentKind.Docx: PackageText.ReadDocx(content, text); break;
            case DocumentKind.Odt: PackageText.ReadOdt(content, text); break;
            case DocumentKind.Eml: MailText.Read(content, text); break;
            case DocumentKind.PlainText: text.Append(Letters.Of(content.Span)); break;
            default: break;
        }
    }
}
