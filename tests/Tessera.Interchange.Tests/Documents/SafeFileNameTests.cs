using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Megállapodás Győr–Malmö.pdf", "Megállapodás Győr–Malmö.pdf")]
    [InlineData("..\\..\\x.pdf", "x.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\a\\b.PDF", "b.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1.tar.pdf", "_lpt1.tar.pdf")]
    [InlineData("nul", "_nul.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("a\0b\r\nc\u200B.pdf", "abc.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("  .hidden.  ", "hidden.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData("/", "document.pdf")]
    [InlineData(".pdf", "pdf.pdf")]
    [InlineData("x.docx", "x.pdf")]
    [InlineData("terv v1.2", "terv v1.2.pdf")]
    [InlineData("o\u030B.pdf", "ő.pdf")]
    [InlineData("a\uD800.pdf", "a.pdf")]
    public void Of_AnyNameForAPdf_IsSafe(string sent, string expected) => Assert.Equal(expected, SafeFileName.Of(sent, DocumentKind.Pdf));

    [Fact]
    public void Of_ALongName_IsCutBetweenLettersAndKeepsItsEnding()
    {
        var name = SafeFileName.Of(new string('a', 115) + "😀😀.pdf", DocumentKind.Pdf);
        Assert.Equal(new string('a', 115) + ".pdf", name);
        Assert.Equal(DocumentLimits.FileName, SafeFileName.Of(new string('ő', 5000), DocumentKind.Docx).Length);
    }

    [Fact]
    public void Of_AnUnknownKind_LeavesTheEnding() => Assert.Equal("a.exe", SafeFileName.Of("b/a.EXE", null));

    [Theory]
    [InlineData("a\u202Efdp.exe")]
    [InlineData("a.pdf.exe")]
    [InlineData("a.exe .")]
    public void Examine_APdfCalledAProgram_IsRefused(string name) =>
        DocumentCheckTests.AssertRefused(DocumentCheck.Examine(Sample.Pdf(""), name), DocumentCodes.KindDiffers, ("ending", "exe"), ("found", "pdf"));
}
