using System.Text;
using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("agreement.pdf")]
    [InlineData("agreement-packed.pdf")]
    public void Read_APdfOfABrowser_SaysWhatWasPrinted(string fixture)
    {
        var text = DocumentText.Read(Sample.Fixture(fixture), DocumentKind.Pdf);
        Assert.Equal(
            [
                "Testvérvárosi megállapodás", $"{Sample.Hungarian}, kelt Győrött, 1994. május 19-én.", $"Svenska: {Sample.Swedish}.", $"Română: {Sample.Romanian}; ș ț Ș Ț ă â î.",
                "Küldöttség 12 fő", "Második oldal: hűség, őszinteség.",
            ],
            text!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
    }

    [Theory]
    [InlineData("BT /F1 12 Tf 72 700 Td (K\\344lla) Tj 0 -14 Td (p\\345 Malm\\366) Tj ET", "Källa\npå Malmö")]
    [InlineData("BT /F1 12 Tf 72 700 Td [(Wo) 20 (rd) -400 (next)] TJ ET", "Word next")]
    [InlineData("BT /F1 12 Tf 14 TL 72 700 Td (a) Tj (b) ' T* <63> Tj ET", "a\nb\nc")]
    [InlineData("BT /F1 12 Tf 72 700 Td (a) Tj ET BI /W 1 /H 1 ID (Tj EI BT /F1 12 Tf 72 500 Td (b) Tj ET", "a\nb")]
    [InlineData("q 1 0 0 1 0 50 cm BT /F1 12 Tf 0 0 Td (a) Tj ET Q BT /F1 12 Tf 0 0 Td (b) Tj ET", "a\nb")]
    public void Read_APdfOfPlainLetters_MakesWordsAndLines(string content, string expected) => Assert.Equal(expected, DocumentText.Read(Sample.Pdf(content), DocumentKind.Pdf));

    [Fact]
    public void Read_APdfWhoseGlyphsHaveNames_ReadsTheNames()
    {
        const string Font = "/Type /Font /Subtype /Type1 /Encoding << /Differences [1 /ohungarumlaut /uhungarumlaut /aring /scommaaccent /tcommaaccent /uni0102 /f_i /s.sc /germandbls] >>";
        Assert.Equal("őűåșțĂfisß", DocumentText.Read(Sample.Pdf("BT /F1 12 Tf <010203040506070809> Tj ET", Font), DocumentKind.Pdf));
    }

    [Theory]
    [InlineData("/ASCIIHexDecode", "", "4254202F46312039 205466202861F52920546A204554>")]
    [InlineData("[/ASCIIHexDecode /ASCII85Decode]", "", "363C23275C37505123472B423271712D743263742B423328753738737E3E>")]
    [InlineData("[/AHx /Fl]", "/DecodeParms [null << /Predictor 15 /Columns 8 >>]", "789C6374123AC32FFEFABD24D33D06B78F8F0CAE7E606160606190FD0C00785F0941>")]
    public void Read_APdfWithAFilterOfText_UndoesIt(string filter, string parameters, string packed)
    {
        var pdf = Encoding.Latin1.GetString(Sample.Pdf("@")).Replace("/Length 1 >>\nstream\n@", $"/Filter {filter} {parameters} >>\nstream\n{packed}", StringComparison.Ordinal);
        Assert.Equal("aõ", DocumentText.Read(Encoding.Latin1.GetBytes(pdf), DocumentKind.Pdf));
    }

    [Fact]
    public void Read_APdfOfPictures_HasNoText()
    {
        Assert.Null(DocumentText.Read(Sample.Pdf("q 100 0 0 100 0 0 cm /Im1 Do Q"), DocumentKind.Pdf));
        Assert.Null(DocumentText.Read(Sample.Fixture("agreement-locked.pdf"), DocumentKind.Pdf));
        Assert.Null(DocumentText.Read(Sample.Fixture("small.png"), DocumentKind.Png));
    }

    [Fact]
    public void Read_ADocx_SaysItsParagraphsAndItsFooter() =>
        Assert.Equal($"{Sample.Hungarian}\n{Sample.Swedish}\n{Sample.Romanian}\nLábléc", DocumentText.Read(Sample.Docx(Sample.Hungarian, Sample.Swedish, Sample.Romanian), DocumentKind.Docx));

    [Fact]
    public void Read_ADocxWithDrawingsAndChanges_SaysWhatIsSeenOnce()
    {
        const string Body = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent><w:tab/><w:delText>old</w:delText>"
            + "<w:instrText>PAGE</w:instrText><w:t xml:space='preserve'> new</w:t><w:br/><w:t>line</w:t></w:r></w:p>";
        var parts = Sample.DocxParts(Sample.DocxMain);
        parts[1].Content = $"<w:document xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{Body}</w:document>";
        Assert.Equal("box\t new\nline", DocumentText.Read(Sample.Zip(parts), DocumentKind.Docx));
    }

    [Fact]
    public void Read_AnOdt_SaysItsParagraphsWithoutRemarks()
    {
        var odt = Sample.Odt($"<text:h>{Sample.Hungarian}</text:h>\n  <text:tracked-changes><text:p>törölt</text:p></text:tracked-changes>"
            + $"<text:p>{Sample.Swedish}<office:annotation><text:p>remark</text:p></office:annotation></text:p><text:p/><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>{Sample.Romanian}</text:p>");
        Assert.Equal($"{Sample.Hungarian}\n{Sample.Swedish}\na   b\tc\n{Sample.Romanian}", DocumentText.Read(odt, DocumentKind.Odt));
    }

    [Theory]
    [InlineData("SYSTEM 'file:///etc/hostname'")]
    [InlineData("'word'")]
    public void Read_AnOdtWithADocumentType_DoesNotFollowIt(string entity)
    {
        var odt = Sample.Zip(("mimetype", Sample.OdtType), ("content.xml", $"<!DOCTYPE x [<!ENTITY e {entity}>]><text:p xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>a&e;</text:p>"));
        Assert.Null(DocumentText.Read(odt, DocumentKind.Odt));
    }

    [Theory]
    [InlineData(65001, Sample.Romanian)]
    [InlineData(1250, "Árvíztűrő tükörfúrógép ŐŰ")]
    [InlineData(1252, Sample.Swedish)]
    [InlineData(1200, Sample.Hungarian)]
    public void Read_AText_FindsOutItsCode(int codePage, string expected)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.Equal(expected, DocumentText.Read((byte[])[.. code.Preamble, .. code.GetBytes(expected)], DocumentKind.PlainText));
    }

    [Fact]
    public void Read_AText_GivesWhatADatabaseCanHold()
    {
        Assert.Equal("ő\nb\n\nc", DocumentText.Read(Encoding.UTF8.GetBytes("o\u030B\r\nb\u0000\u0007\u00AD\r\n\r\n\r\n\r\nc"), DocumentKind.PlainText));
        Assert.Null(DocumentText.Read("  --- \n"u8.ToArray(), DocumentKind.PlainText));
        Assert.Equal(DocumentLimits.Text, DocumentText.Read(Encoding.UTF8.GetBytes(new string('a', DocumentLimits.Text + 9)), DocumentKind.PlainText)!.Length);
    }
}
