using System.Text;
using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

public sealed class DocumentMailTests
{
    private static string? Read(byte[] mail) => DocumentText.Read(mail, DocumentKind.Eml);

    [Theory]
    [InlineData("iso-8859-2", 28592, "Árvíztűrő tükörfúrógép ŐŰ")]
    [InlineData("windows-1250", 1250, "Árvíztűrő tükörfúrógép ŐŰ")]
    [InlineData("ISO-8859-16", 0, "plain")]
    [InlineData("utf-8", 65001, Sample.Romanian)]
    [InlineData("iso-8859-1", 28591, Sample.Swedish)]
    public void Read_AMailInAnyCode_SaysItsWords(string charset, int codePage, string body)
    {
        var code = codePage == 0 ? Encoding.ASCII : CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.Equal($"From: a@example.org\n\n{body}", Read(Sample.Eml($"From: a@example.org\nContent-Type: text/plain; charset=\"{charset}\"", code.GetBytes(body))));
    }

    [Fact]
    public void Read_EncodedHeaders_AreReadAcrossTheirWords()
    {
        // The letter ű is cut in two between the second and the third word.
        const string Head = "From: =?iso-8859-2?Q?Gy=F5r_V=E1ros?= <a@example.org>\nTo: b@example.org\nSubject: =?UTF-8?B?VMO8csWRIA==?=\n =?utf-8?Q?t=C5?= =?utf-8?Q?=B1?= vége\nDate: Mon, 2 Feb 2026 10:00:00 +0100";
        Assert.Equal("From: Győr Város <a@example.org>\nTo: b@example.org\nDate: Mon, 2 Feb 2026 10:00:00 +0100\nSubject: Türő tű vége", Read(Sample.Eml(Head, [])));
    }

    [Fact]
    public void Read_AlternativesAndAttachments_SaysThePlainOneAndNamesTheOthers()
    {
        const string Body = """
            Preamble that nobody reads
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            T=C3=BCk=C3=B6r hossz=
            =C3=BA
            --inner
            Content-Type: text/html; charset=utf-8

            <p>HTML</p>
            --inner--
            --outer
            Content-Type: application/pdf; name*0*=utf-8''k%C3%BCld; name*1=ött.pdf
            Content-Disposition: attachment; filename*=UTF-8''k%C3%BCld%C3%B6tts%C3%A9g.pdf
            Content-Transfer-Encoding: base64

            SGVsbG8=
            --outer
            Content-Type: message/rfc822

            Subject: Inner

            deep
            --outer--
            """;
        var text = Read(Sample.Eml("From: a@example.org\nContent-Type: multipart/mixed; boundary=\"outer\"", Encoding.UTF8.GetBytes(Body.ReplaceLineEndings("\r\n"))));
        Assert.Equal("From: a@example.org\n\nTükör hosszú\nSubject: Inner\n\ndeep\nküldöttség.pdf", text);
    }

    [Fact]
    public void Read_AnHtmlMail_SaysTheWordsThatABrowserShows()
    {
        const string Html = "<html><head><title>no</title></head><style>p{}</style><body><p>L&aring;ng <b>b</b>rev</p><!-- <p>no</p> --><script>no()</script><table><tr><td>a<td>b</table>&#337;";
        var text = Read(Sample.Eml("From: a@example.org\nContent-Type: text/html\nContent-Transfer-Encoding: base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes(Html)))));
        Assert.Equal("From: a@example.org\n\nLång brev\na b\nő", text);
    }

    [Theory]
    [InlineData(5, "Subject: deep")]
    [InlineData(5000, null)]
    public void Read_MailInMail_StopsSomewhere(int depth, string? expected)
    {
        var mail = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", depth));
        Assert.Equal(expected, Read(Encoding.ASCII.GetBytes(mail + "Subject: deep\r\n\r\n")));
    }
}
