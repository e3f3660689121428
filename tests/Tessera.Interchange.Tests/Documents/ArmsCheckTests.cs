using System.Text;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Documents.Arms;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

/// <summary>What may be an office's arms, and what a drawing loses or is refused for.</summary>
public sealed class ArmsCheckTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 10\">";

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<g><SCRIPT>alert(1)</SCRIPT></g>", "SCRIPT")]
    [InlineData("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>", "script")]
    [InlineData("<rect onload=\"alert(1)\" width=\"1\" height=\"1\"/>", "onload")]
    [InlineData("<rect ONCLICK=\"alert(1)\"/>", "ONCLICK")]
    [InlineData("<foreignObject><p/></foreignObject>", "foreignObject")]
    [InlineData("<a><set attributeName=\"href\" to=\"x\"/></a>", null)]
    [InlineData("<rect><animate attributeName=\"x\"/></rect>", "animate")]
    public void Drawing_ThatRunsSomething_IsRefusedWithItsLine(string inside, string? found)
    {
        var refusal = Assert.Single(Examine("\n" + inside).Refusals);
        Assert.Equal("2", refusal.Arguments["line"]);
        if (found is not null) Assert.Equal((DocumentCodes.SvgActive, found), (refusal.Code, refusal.Arguments["found"]));
    }

    [Theory]
    [InlineData("<image href=\"https://tracker.example/x.png\"/>")]
    [InlineData("<image xlink:href=\"data:image/png;base64,AAAA\"/>")]
    [InlineData("<use href=\"https://tracker.example/x.svg#a\"/>")]
    [InlineData("<use xlink:href=\"//tracker.example/x.svg#a\"/>")]
    [InlineData("<a href=\"https://tracker.example/\"><rect/></a>")]
    [InlineData("<a xlink:href=\"javascript:alert(1)\"><rect/></a>")]
    [InlineData("<rect fill=\"url(https://tracker.example/#a)\"/>")]
    [InlineData("<rect style=\"fill: URL( 'https://tracker.example/#a')\"/>")]
    [InlineData("<rect style=\"fill: u\\72l(https://tracker.example/)\"/>")]
    [InlineData("<style>@import 'https://tracker.example/x.css';</style>")]
    [InlineData("<style><![CDATA[rect{fill:url(//tracker.example)}]]></style>")]
    [InlineData("<rect filter=\"image-set('https://tracker.example/x')\"/>")]
    [InlineData("<filter><feImage href=\"#a\"/></filter>")]
    public void Drawing_ThatFetchesOrLinksSomething_IsRefused(string inside) => Assert.Equal(DocumentCodes.SvgOutside, Assert.Single(Examine(inside).Refusals).Code);

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&a;</title></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    public void Drawing_ThatIsNone_IsRefused(string text) => Assert.Equal(DocumentCodes.Damaged, Assert.Single(ArmsCheck.Examine(Encoding.UTF8.GetBytes(text), "a.svg").Refusals).Code);

    [Fact]
    public void Drawing_OfAnEditor_LosesWhatIsNotDrawn_AndIsTheSameWhenWrittenAgain()
    {
        const string Drawn = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet href="https://tracker.example/x.css"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ATTLIST svg onload CDATA "alert(1)">]>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 10 10" sodipodi:docname="C:\me\arms.svg">
              <!-- a note --><metadata><x>private</x></metadata><sodipodi:namedview id="v"/><title>Gerb &amp; co</title>
              <defs><linearGradient id="g"><stop offset="0"/></linearGradient><path id="p" d="M0 0h5"/></defs>
              <style>.a{fill:url(#g)}</style><use xlink:href="#p" class="a"/><unknown><rect/></unknown>
            </svg>
            """;
        var reading = ArmsCheck.Examine(Encoding.UTF8.GetBytes(Drawn), "arms.svg");
        var text = Encoding.UTF8.GetString(reading.Content.Span);
        Assert.Equal("image/svg+xml", reading.MediaType);
        Assert.All(["private", "sodipodi", "note", "onload", "tracker", "DOCTYPE", "unknown", "<rect"], gone => Assert.DoesNotContain(gone, text, StringComparison.Ordinal));
        Assert.All(["Gerb &amp; co", "href=\"#p\"", "url(#g)", "viewBox=\"0 0 10 10\""], kept => Assert.Contains(kept, text, StringComparison.Ordinal));
        Assert.Equal(text, Encoding.UTF8.GetString(ArmsCheck.Examine(reading.Content, "").Content.Span));
    }

    [Fact]
    public void Picture_OfAnotherKindOrTooLarge_IsRefused()
    {
        Assert.True(ArmsCheck.Examine(Sample.Png(2000, 1), "a.png").IsAccepted);
        Assert.Equal(("2001", "2000"), Arguments(ArmsCheck.Examine(Sample.Png(2001, 1), "a.png"), DocumentCodes.ArmsTooLarge, "width", "most"));
        Assert.Equal(("txt", "txt"), Arguments(ArmsCheck.Examine("Arms"u8.ToArray(), "a.txt"), DocumentCodes.NoArms, "found", "found"));
        Assert.Equal(("png", "svg"), Arguments(ArmsCheck.Examine(Encoding.UTF8.GetBytes(Open + "</svg>"), "a.png"), DocumentCodes.KindDiffers, "ending", "found"));
        Assert.Equal(DocumentCodes.TooLarge, Assert.Single(ArmsCheck.Examine(new byte[ArmsLimits.File + 1], "a.png").Refusals).Code);
    }

    [Fact]
    public void OfficeFile_WithArms_IsHeldAgainstTheSameRules()
    {
        static string Finding(string type, string content) => Assert.Single(OfficeFileReader.Read(Encoding.UTF8.GetBytes(
            $$$"""{"format":"tessera-office/1","office":{"slug":"sample","kind":"municipality","authority":"a","name":{"en":"A"},"shortName":{"en":"A"},"languages":["en"],"colour":"#1d4f7c","arms":{"type":"{{{type}}}","content":"{{{content}}}"},"source":"s"},"sources":[{"key":"s","title":{"en":"S"}}],"authorities":[{"key":"a","kind":"municipality","names":{"en":"A"},"source":"s"}]}"""), "x").Findings).Code;
        Assert.Equal(OfficeFileCodes.UnknownWord, Finding("image/gif", ""));
        Assert.Equal(OfficeFileCodes.NotBase64, Finding("image/png", "?"));
        Assert.Equal(DocumentCodes.KindDiffers, Finding("image/jpeg", Convert.ToBase64String(Sample.Png(1, 1))));
        Assert.Equal(DocumentCodes.SvgActive, Finding("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(Open + "<script/></svg>"))));
    }

    private static ArmsReading Examine(string inside) => ArmsCheck.Examine(Encoding.UTF8.GetBytes(Open + inside + "</svg>"), "arms.svg");

    private static (string, string) Arguments(ArmsReading reading, string code, string one, string other)
    {
        var refusal = Assert.Single(reading.Refusals);
        Assert.Equal(code, refusal.Code);
        return (refusal.Arguments[one], refusal.Arguments[other]);
    }
}
