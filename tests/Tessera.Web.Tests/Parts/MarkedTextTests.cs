using System.Text.Encodings.Web;
using Tessera.Interchange.Reading;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>What was understood of a page, marked in its place.</summary>
public sealed class MarkedTextTests
{
    private const string Text = "Lahti & co,\nFinland 1994";

    [Theory]
    [InlineData("name 0 5", "<mark id=\"m1-name\"><a href=\"#i1-name\">Lahti</a></mark> &amp; co,\nFinland 1994")]
    [InlineData("address 0 19;country 12 19", "<mark id=\"m1-address\"><a href=\"#i1-address\">Lahti &amp; co,\n</a></mark><mark id=\"m1-country\"><a href=\"#i1-country\">Finland</a></mark> 1994")]
    [InlineData("address 0 5;name 0 5", "<span id=\"m1-address\"></span><mark id=\"m1-name\"><a href=\"#i1-name\">Lahti</a></mark> &amp; co,\nFinland 1994")]
    [InlineData("agreements[0].dates[1] 20 24", "Lahti &amp; co,\nFinland <mark id=\"m1-a0-d1-date\"><a href=\"#i1-a0-d1-date\">1994</a></mark>")]
    [InlineData("name 0 5;name 12 19", "<mark id=\"m1-name\"><a href=\"#i1-name\">Lahti</a></mark> &amp; co,\n<mark id=\"m1-name-2\"><a href=\"#i1-name\">Finland</a></mark> 1994")]
    [InlineData("name 20 400", "Lahti &amp; co,\nFinland 1994")]
    public void Html_OfSpans_MarksEachSignOnce(string spans, string expected) => Assert.Equal(expected, Html(spans, hasFields: true));

    [Fact]
    public void Html_OfAProposalWithoutFields_LeadsToTheProposal() => Assert.Contains("<a href=\"#i1\">Lahti</a>", Html("name 0 5", hasFields: false), StringComparison.Ordinal);

    [Fact]
    public void Words_OfAField_LeadToItsMark() => Assert.Equal([new ReadWords("m1-name", "Lahti")], Marked("name 0 5").Words(1, "name"));

    private static string Html(string spans, bool hasFields) => Marked(spans).Html(HtmlEncoder.Default, _ => hasFields).ToString()!;

    private static MarkedText Marked(string spans)
    {
        var read = spans.Split(';').Select(s => s.Split(' ')).Select(s => new ProposalSpan(s[0], Number(s[1]), Number(s[2])));
        return new MarkedText(Text, 0, Text.Length, [(1, new Proposal { Name = "Lahti", Level = "municipality", Confidence = 1, Spans = [.. read] })]);
    }

    private static int Number(string figures) => int.Parse(figures, System.Globalization.CultureInfo.InvariantCulture);
}
