using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Tessera.Interchange.Documents;
using Xunit;
using static Tessera.Interchange.Tests.Documents.DocumentCheckTests;

namespace Tessera.Interchange.Tests.Documents;

/// <summary>Files made to do harm: each guard against one of them.</summary>
public sealed class DocumentGuardTests
{
    [Fact]
    public void Examine_AMemberOf200MegabytesOfNothing_IsRefusedWithoutUnpackingIt()
    {
        var bomb = Sample.DocxWith(("word/media/a.bin", new byte[200 * 1024 * 1024]));
        Assert.True(bomb.Length < 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(DocumentCheck.Examine(bomb, "a.docx"), DocumentCodes.ZipBomb);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 * 1024 * 1024);
    }

    [Fact]
    public void Examine_ABombThatSaysItIsSmall_IsRefusedAllTheSame()
    {
        var bomb = Sample.DocxWith(("word/media/a.bin", new byte[40 * 1024 * 1024]));
        var entry = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(entry + 24), 1000);
        AssertRefused(DocumentCheck.Examine(bomb, "a.docx"), DocumentCodes.ZipBomb);
    }

    [Fact]
    public void Examine_AMemberOfAnotherLengthThanItSays_IsDamaged()
    {
        var archive = Sample.DocxWith(("a.bin", new byte[5000]));
        var entry = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(entry + 24), 4999);
        AssertRefused(DocumentCheck.Examine(archive, "a.docx"), DocumentCodes.Damaged);
    }

    [Fact]
    public void Examine_MoreMembersThanAnyText_IsRefused() => AssertRefused(
        DocumentCheck.Examine(Sample.Zip([.. Enumerable.Range(0, DocumentLimits.Members + 1).Select(i => ($"m{i}", ""))]), "a.docx"), DocumentCodes.ZipBomb);

    [Theory]
    [InlineData("../x")]
    [InlineData("word/../../x")]
    [InlineData("/etc/x")]
    [InlineData("C:/x")]
    [InlineData("word\\..\\x")]
    [InlineData("WORD/document.xml")]
    public void Examine_AMemberThatLeadsElsewhere_IsRefused(string member) => AssertRefused(DocumentCheck.Examine(Sample.DocxWith((member, [1])), "a.docx"), DocumentCodes.UnsafeArchive);

    [Fact]
    public void Examine_AMemberWithTwoNames_IsRefused()
    {
        var archive = Sample.DocxWith(("first.bin", [1]));
        archive.AsSpan()[archive.AsSpan().IndexOf("first.bin"u8)] = (byte)'F';
        AssertRefused(DocumentCheck.Examine(archive, "a.docx"), DocumentCodes.UnsafeArchive);
    }

    [Fact]
    public void Examine_AnArchiveInAnArchive_IsRefusedUnlessItIsTheTableOfAChart()
    {
        var inner = Sample.Zip(("a", "b"));
        AssertRefused(DocumentCheck.Examine(Sample.DocxWith(("word/media/a.png", inner)), "a.docx"), DocumentCodes.UnsafeArchive);
        AssertRefused(DocumentCheck.Examine(Sample.DocxWith(("word/embeddings/a.xlsx", Sample.ZipOf(("a", inner)))), "a.docx"), DocumentCodes.UnsafeArchive);
        AssertRefused(DocumentCheck.Examine(Sample.DocxWith(("word/embeddings/a.xlsx", Sample.ZipOf(("a", new byte[40 * 1024 * 1024])))), "a.docx"), DocumentCodes.ZipBomb);
        AssertRefused(DocumentCheck.Examine(Sample.DocxWith(("word/embeddings/a.xlsm", Sample.Zip(("xl/vbaProject.bin", "b")))), "a.docx"), DocumentCodes.Macro);
    }

    [Fact]
    public void Examine_ADocxWithMacros_IsRefused() => AssertRefused(DocumentCheck.Examine(Sample.DocxWith(("word/vbaProject.bin", [1])), "a.docx"), DocumentCodes.Macro);

    [Fact]
    public void Examine_ADocm_IsRefused() =>
        AssertRefused(DocumentCheck.Examine(Sample.Zip(Sample.DocxParts("application/vnd.ms-word.document.macroEnabled.main+xml")), "a.docm"), DocumentCodes.Macro);

    [Fact]
    public void Examine_AnOdtWithMacros_IsRefused() => AssertRefused(DocumentCheck.Examine(Sample.Odt("", ("Basic/Standard/Module1.xml", "x")), "a.odt"), DocumentCodes.Macro);

    [Fact]
    public void Examine_APdfWithAPassword_IsRefused() => AssertRefused(DocumentCheck.Examine(Sample.Fixture("agreement-locked.pdf"), "a.pdf"), DocumentCodes.Encrypted);

    [Fact]
    public void Examine_AnOdtWithAPassword_IsRefused() =>
        AssertRefused(DocumentCheck.Examine(Sample.Odt("", ("META-INF/manifest.xml", "<manifest:encryption-data/>")), "a.odt"), DocumentCodes.Encrypted);

    [Fact]
    public void Examine_ADocxWithAPassword_IsRefused()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0];
        AssertRefused(DocumentCheck.Examine(ole, "a.docx"), DocumentCodes.Encrypted);
    }

    [Fact]
    public void Examine_AnArchiveWithAPassword_IsRefused()
    {
        var archive = Sample.DocxWith(("a.bin", [1]));
        archive[archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        AssertRefused(DocumentCheck.Examine(archive, "a.docx"), DocumentCodes.Encrypted);
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript >>")]
    [InlineData("/Names << /JavaScript << /Names [(a) 10 0 R] >> >>")]
    [InlineData("/OpenAction [<< /S /Launch /F (calc) >>]")]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (invoice.exe) /EF << /F 10 0 R >> >>] >> >>")]
    public void Examine_APdfThatRunsSomething_IsRefused(string catalogue) => AssertRefused(DocumentCheck.Examine(Sample.Pdf("", catalogue: catalogue), "a.pdf"), DocumentCodes.Script);

    [Fact]
    public void Examine_APdfWhoseScriptIsPacked_IsRefused()
    {
        var packed = Encoding.Latin1.GetString(Deflated("11 0 << /S /JavaScript /JS (x) >>"u8));
        var stream = $"<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream";
        AssertRefused(DocumentCheck.Examine(Sample.Pdf("", more: stream), "a.pdf"), DocumentCodes.Script);
    }

    [Fact]
    public void Examine_APdfWithAProgramOfAnotherName_IsRefused()
    {
        var program = new byte[200];
        "MZ"u8.CopyTo(program);
        program[60] = 128;
        "PE\0\0"u8.CopyTo(program.AsSpan(128));
        var packed = Encoding.Latin1.GetString(Deflated(program));
        AssertRefused(DocumentCheck.Examine(Sample.Pdf("", more: $"<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream"), "a.pdf"), DocumentCodes.Script);
    }

    [Fact]
    public void Examine_APdfThatUnpacksWithoutEnd_IsRefused()
    {
        var packed = Encoding.Latin1.GetString(Deflated(new byte[30 * 1024 * 1024]));
        AssertRefused(DocumentCheck.Examine(Sample.Pdf("", more: $"<< /Type /ObjStm /First 5 /N 1 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream"), "a.pdf"), DocumentCodes.ZipBomb);
    }

    [Fact]
    public void Examine_AnImageThatClaimsToBeHuge_IsRefusedByItsHeader() =>
        AssertRefused(DocumentCheck.Examine(Sample.PngHeader(60_000, 60_000), "a.png"), DocumentCodes.ImageTooLarge, ("width", "60000"), ("height", "60000"), ("most", "100"));

    [Fact]
    public void Examine_ATiffWhosePixelsLieBeyondItsEnd_IsDamaged()
    {
        var tiff = Sample.Fixture("small.tif");
        byte[] stripLengths = [0x17, 0x01, 4, 0, 1, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(tiff.AsSpan().IndexOf(stripLengths) + 8), 65_000);
        AssertRefused(DocumentCheck.Examine(tiff, "a.tif"), DocumentCodes.Damaged);
    }

    [Theory]
    [InlineData(DocumentKind.Gif, "small.gif", 6)]
    [InlineData(DocumentKind.Webp, "small.webp", 26)]
    public void Examine_AnImageOfAnyKindThatClaimsToBeHuge_IsRefused(DocumentKind kind, string fixture, int sizeAt)
    {
        var image = Sample.Fixture(fixture);
        new byte[] { 0xFF, 0x3F, 0xFF, 0x3F }.CopyTo(image, sizeAt);
        var reading = DocumentCheck.Examine(image, fixture);
        Assert.Equal((kind, DocumentCodes.ImageTooLarge), (reading.Kind, Assert.Single(reading.Refusals).Code));
    }

    [Theory]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("a.png", "<?xml version='1.0'?><!-- x --><s:svg xmlns:s='http://www.w3.org/2000/svg'/>")]
    [InlineData("a.txt", "\uFEFF\n<svg/>")]
    public void Examine_ADrawingThatCanRunScripts_IsRefusedWhateverItsName(string name, string content) =>
        AssertRefused(DocumentCheck.Examine(Encoding.UTF8.GetBytes(content), name), DocumentCodes.Svg);

    private static byte[] Deflated(ReadOnlySpan<byte> content)
    {
        using var target = new MemoryStream();
        using (var packing = new ZLibStream(target, CompressionLevel.Optimal)) packing.Write(content);
        return target.ToArray();
    }
}
