using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tessera.Interchange.Tests.Documents;

/// <summary>Files as offices have them, and files as nobody should send them.</summary>
internal static class Sample
{
    public const string Hungarian = "Árvíztűrő tükörfúrógép – ŐŰ őű";
    public const string Swedish = "Vänorten Malmö, Ängelholm, Åre, små blåa öar";
    public const string Romanian = "Orașul înfrățit Brașov, Țara Făgărașului, învățământ";
    public const string OdtType = "application/vnd.oasis.opendocument.text";
    public const string DocxMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>One of the files that lie beside the tests: PDF as a browser prints it, the same with packed objects, the same locked, and images.</summary>
    public static byte[] Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent!;
        return File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "Tessera.Interchange.Tests", "Documents", "fixtures", name));
    }

    public static byte[] Docx(params string[] paragraphs)
    {
        using var target = new MemoryStream();
        using (var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
            main.AddNewPart<FooterPart>().Footer = new Footer(new Paragraph(new Run(new Text("Lábléc"))));
        }

        return target.ToArray();
    }

    public static byte[] Odt(string body, params (string Name, string Content)[] more) => Zip(
    [
        ("mimetype", OdtType), .. more,
        ("content.xml", "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
            + $"<office:body><office:text>{body}</office:text></office:body></office:document-content>"),
    ]);

    /// <summary>A DOCX by hand, as small as Word would still open, with whatever else in it.</summary>
    public static byte[] DocxWith(params (string Name, byte[] Content)[] more) => ZipOf([.. DocxParts(DocxMain).Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content))), .. more]);

    public static (string Name, string Content)[] DocxParts(string mainType) =>
    [
        ("[Content_Types].xml", $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml' ContentType='{mainType}'/></Types>"),
        ("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"),
    ];

    public static byte[] Zip(params (string Name, string Content)[] members) => ZipOf([.. members.Select(m => (m.Name, Encoding.UTF8.GetBytes(m.Content)))]);

    public static byte[] ZipOf(params (string Name, byte[] Content)[] members)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return target.ToArray();
    }

    /// <summary>A PDF by hand: one page with this content, and more objects, from number 10 on.</summary>
    public static byte[] Pdf(string content, string font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding", string catalogue = "", string trailer = "", params string[] more)
    {
        string[] objects =
        [
            $"1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalogue} >>\nendobj", "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
            "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj",
            $"4 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj", $"5 0 obj\n<< {font} >>\nendobj",
            .. more.Select((m, i) => $"{i + 10} 0 obj\n{m}\nendobj"),
        ];
        return Encoding.Latin1.GetBytes($"%PDF-1.7\n{string.Join('\n', objects)}\ntrailer\n<< /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF\n");
    }

    /// <summary>Only what stands before the pixels of a PNG, which claims to have this many.</summary>
    public static byte[] PngHeader(int width, int height) =>
        [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>A PNG that goes on to its end mark.</summary>
    public static byte[] Png(int width, int height) => [.. PngHeader(width, height), 0, 0, 0, 0, .. "IDAT"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];

    public static byte[] Eml(string head, byte[] body) => [.. Encoding.UTF8.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body];

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
