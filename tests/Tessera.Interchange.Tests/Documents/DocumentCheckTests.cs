using System.Text;
using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

public sealed class DocumentCheckTests
{
    public static TheoryData<string, string, DocumentKind, string> Fixtures => new()
    {
        { "agreement.pdf", "Megállapodás.PDF", DocumentKind.Pdf, "Megállapodás.pdf" },
        { "agreement-packed.pdf", "a.pdf", DocumentKind.Pdf, "a.pdf" },
        { "small.png", "címer.png", DocumentKind.Png, "címer.png" },
        { "small.jpg", "a.JPEG", DocumentKind.Jpeg, "a.jpeg" },
        { "small.webp", "a.webp", DocumentKind.Webp, "a.webp" },
        { "small.gif", "a", DocumentKind.Gif, "a.gif" },
        { "small.tif", "a.tiff", DocumentKind.Tiff, "a.tiff" },
    };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Examine_ARealFile_TellsItsKindAndKeepsItsName(string fixture, string sent, DocumentKind kind, string name)
    {
        var reading = DocumentCheck.Examine(Sample.Fixture(fixture), sent);
        Assert.Empty(reading.Refusals);
        Assert.True(reading.IsAccepted);
        Assert.Equal((kind, name), (reading.Kind, reading.FileName));
        Assert.Equal(kind == DocumentKind.Pdf ? null : new ImageSize(6, 4), reading.Size);
    }

    [Theory]
    [InlineData("agreement.pdf", 2)]
    [InlineData("agreement-packed.pdf", 2)]
    [InlineData("pages.tif", 2)]
    [InlineData("small.png", null)]
    public void Examine_AFileOfPages_CountsThem(string fixture, int? pages) => Assert.Equal(pages, DocumentCheck.Examine(Sample.Fixture(fixture), "a").Pages);

    [Fact]
    public void Examine_Docx_IsAccepted() => AssertAccepted(Sample.Docx("Szia"), "a.docx", DocumentKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    [Fact]
    public void Examine_Odt_IsAccepted() => AssertAccepted(Sample.Odt("<text:p>x</text:p>"), "a.odt", DocumentKind.Odt, Sample.OdtType);

    [Fact]
    public void Examine_ADocxWithTheTableOfAChart_IsAccepted() =>
        AssertAccepted(Sample.DocxWith(("word/embeddings/Table.xlsx", Sample.Zip(("a", "b")))), "a.docx", DocumentKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    [Fact]
    public void Examine_AMail_IsToldFromAText()
    {
        var mail = Encoding.ASCII.GetBytes("From: a@example.org\r\nSubject: x\r\n\r\nHello\r\n");
        AssertAccepted(mail, "a.eml", DocumentKind.Eml, "message/rfc822");
        AssertAccepted(mail, "a.txt", DocumentKind.PlainText, "text/plain");
        AssertAccepted("Note: this is one\n"u8.ToArray(), "a.txt", DocumentKind.PlainText, "text/plain");
        AssertRefused(DocumentCheck.Examine("Note: this is none\n"u8.ToArray(), "a.eml"), DocumentCodes.KindDiffers, ("ending", "eml"), ("found", "txt"));
    }

    [Fact]
    public void Examine_AWideText_IsAText() => AssertAccepted([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("őű")], "a.txt", DocumentKind.PlainText, "text/plain");

    [Fact]
    public void Examine_APdfCalledDocx_NamesBoth() => AssertRefused(DocumentCheck.Examine(Sample.Fixture("agreement.pdf"), "a.docx"), DocumentCodes.KindDiffers, ("ending", "docx"), ("found", "pdf"));

    [Theory]
    [InlineData("a.pdf", "<!DOCTYPE html><script>alert(1)</script>", "html")]
    [InlineData("a.pdf", "\uFEFF  <html><body>%PDF-1.4</body></html>", "html")]
    [InlineData("a.txt", "<script>alert(1)</script>", "html")]
    [InlineData("a.txt", "<p><script>alert(1)</script></p>", "html")]
    [InlineData("a.pdf", "Szia", "txt")]
    [InlineData("a.docx", "MZ\u0090\0\u0003", "exe")]
    [InlineData("a.exe", "Szia", "txt")]
    public void Examine_AnotherContentThanTheEndingSays_NamesBoth(string name, string content, string found) =>
        AssertRefused(DocumentCheck.Examine(Encoding.UTF8.GetBytes(content), name), DocumentCodes.KindDiffers, ("ending", name[2..]), ("found", found));

    [Fact]
    public void Examine_AnArchiveOfSomethingElse_IsNoDocx()
    {
        AssertRefused(DocumentCheck.Examine(Sample.Zip(("photo.txt", "x")), "a.docx"), DocumentCodes.KindDiffers, ("ending", "docx"), ("found", "zip"));
        AssertRefused(DocumentCheck.Examine(Sample.Zip(("photo.txt", "x")), "a.zip"), DocumentCodes.UnknownKind, ("found", "zip"));
        var sheet = Sample.Zip(Sample.DocxParts("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        AssertRefused(DocumentCheck.Examine(sheet, "a.docx"), DocumentCodes.KindDiffers, ("ending", "docx"), ("found", "xlsx"));
        AssertRefused(DocumentCheck.Examine(Sample.Zip(("mimetype", Sample.OdtType)), "a.odt"), DocumentCodes.Damaged);
    }

    [Fact]
    public void Examine_NothingOrTooMuch_IsRefused()
    {
        AssertRefused(DocumentCheck.Examine(ReadOnlyMemory<byte>.Empty, "a.pdf"), DocumentCodes.Empty);
        AssertRefused(DocumentCheck.Examine(new byte[DocumentLimits.File + 1], "a.pdf"), DocumentCodes.TooLarge, ("most", "25 MB"));
        AssertRefused(DocumentCheck.Examine(new byte[DocumentLimits.File], "a.pdf"), DocumentCodes.UnknownKind, ("found", "unknown"));
    }

    [Fact]
    public void Codes_All_AreEveryCodeOnce()
    {
        var codes = typeof(DocumentCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(codes.Order(), DocumentCodes.All.Order());
    }

    internal static void AssertRefused(DocumentReading reading, string code, params (string Name, string Value)[] arguments)
    {
        Assert.False(reading.IsAccepted);
        var refusal = Assert.Single(reading.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(arguments.Order(), refusal.Arguments.Select(a => (a.Key, a.Value)).Order());
    }

    private static void AssertAccepted(byte[] content, string name, DocumentKind kind, string mediaType)
    {
        var reading = DocumentCheck.Examine(content, name);
        Assert.Empty(reading.Refusals);
        Assert.Equal((kind, mediaType, name), (reading.Kind, reading.MediaType, reading.FileName));
    }
}
