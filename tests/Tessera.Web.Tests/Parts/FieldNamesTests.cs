using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>The history is read by people.</summary>
public sealed class FieldNamesTests
{
    private const string Opinion = """{"key":"opinion","kind":"opinion","day":"2008-10","stage":"mae","body":{"en":"Ministry","hu":"Minisztérium"}}""";
    private const string Vote = """{"key":"approved","kind":"approved","day":"2009-02-12","decision":"23/2009"}""";

    [Theory]
    [InlineData("steps", null, $"[{Opinion}]", "", "2008. október, Vélemény, Minisztérium")]
    [InlineData("steps", $"[{Opinion}]", $"[{Opinion},{Vote}]", "", "2009. február 12., Jóváhagyás, 23/2009")]
    [InlineData("websites", """["https://a.example","https://b.example"]""", """["https://a.example"]""", "https://b.example", "")]
    [InlineData("websites", """["https://a.example","https://b.example"]""", """["https://b.example","https://a.example"]""", "https://a.example; https://b.example", "https://b.example; https://a.example")]
    [InlineData("names", """{"en":"Zala","sv":"Zala"}""", """{"en":"Zala","sv":"Zala län"}""", "sv: Zala", "sv: Zala län")]
    [InlineData("kind", "twinning", "cooperation", "Testvérkapcsolat", "Együttműködési megállapodás")]
    [InlineData("until", null, "2030", "", "2030")]
    [InlineData("decision", "6/1993", "[6/1993", "6/1993", "[6/1993")]
    public void Differing_ForAReader_IsSaidInHerWords(string field, string? old, string? now, string was, string became) =>
        Assert.Equal((was, became), FieldNames.Differing("agreement", field, old, now, TextCatalogue.Shared.For("hu")));
}
