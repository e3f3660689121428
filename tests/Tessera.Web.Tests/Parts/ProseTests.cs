using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

public sealed class ProseTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void ToHtml_OfScripts_EncodesThem() => Assert.Equal("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>", Prose.ToHtml("<script>alert(1)</script> & more", Encoder));

    [Fact]
    public void ToHtml_OfALinesWithDashes_MakesAList() => Assert.Equal("<p>These:</p><ul><li>one</li><li>two</li></ul><p>Then.</p>", Prose.ToHtml("These:\n- one\n- two\n\nThen.", Encoder));

    [Fact]
    public void ToHtml_OfAWebAddress_LinksItWithoutTheStopBehindIt() => Assert.Equal(
        "<p>See <a class=\"external\" rel=\"noopener external\" href=\"https://www.ccre.org/a?b=1&amp;c=2\">https://www.ccre.org/a?b=1&amp;c=2</a>.</p>", Prose.ToHtml("See https://www.ccre.org/a?b=1&c=2.", Encoder));

    [Fact]
    public void ToHtml_OfAnotherScheme_LinksNothing() => Assert.DoesNotContain("<a", Prose.ToHtml("javascript:alert(1) data:text/html,x", Encoder), StringComparison.Ordinal);
}
