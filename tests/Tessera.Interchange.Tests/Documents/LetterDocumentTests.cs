using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

/// <summary>Letters as documents that word processors open.</summary>
public sealed class LetterDocumentTests
{
    private static readonly WrittenLetter English = new("en", ["Hargita County", "Szabadság tér 5"], "21 November 2026", "Letter of invitation", "Hargita County invites Anna <Kovács> & Béla\u0001 to the following visit:",
        [("Visit", ["Study visit"]), ("Costs", ["Travel: guest", "Lodging: host"])], "We kindly ask that the visa be granted.", ["Fülöp Ibolya", "Hargita County"]);

    [Fact]
    public void Document_OfTwoLetters_IsValid_SaysTheirLanguages_AndPutsEachOnAPage()
    {
        var bytes = LetterDocument.Write([English, English with { Language = "hu", Heading = "Meghívólevél" }], "Letter of invitation");
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal("Letter of invitation", document.PackageProperties.Title);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToList();
        Assert.Equal(["Letter of invitation", "Meghívólevél"], paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText));
        Assert.Single(paragraphs, p => p.ParagraphProperties?.PageBreakBefore is not null);
        Assert.Contains(paragraphs, p => p.InnerText == "Hargita County invites Anna <Kovács> & Béla to the following visit:");
        Assert.Contains(paragraphs, p => p.InnerText == "Costs: Travel: guestLodging: host" && p.Descendants<Break>().Count() == 1);
        Assert.Equal(["en", "hu"], paragraphs.SelectMany(p => p.Descendants<Run>()).Select(r => r.RunProperties!.Languages!.Val!.Value).Distinct());
    }
}
