using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tessera.Interchange.Documents;

/// <summary>A letter as it is written: everything in its own language.</summary>
/// <param name="Language">Of all of it, such as hu.</param>
/// <param name="Sender">Who writes and where they are, a line each.</param>
/// <param name="Facts">Headings with what stands under them, a line each.</param>
/// <param name="Signature">Who signs, a line each.</param>
public sealed record WrittenLetter(string Language, IReadOnlyList<string> Sender, string Day, string Heading, string Opening, IReadOnlyList<(string Label, IReadOnlyList<string> Lines)> Facts, string Closing, IReadOnlyList<string> Signature);

/// <summary>
/// Writes letters as an Office Open XML document (ISO/IEC 29500) that word processors open, change and print: A4, each letter on a page of its own, its heading a heading, its language said, so
/// that it is checked and read aloud in it. Linear in the text.
/// </summary>
public static class LetterDocument
{
    /// <summary>The media type of such a document.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string HeadingStyle = "Heading1";

    // A4 with margins of 2.5 cm, in twentieths of a point.
    private const uint Width = 11906;
    private const uint Height = 16838;
    private const int Margin = 1418;

    /// <summary>Writes the letters, in their order.</summary>
    /// <param name="title">What the document is called in its properties.</param>
    public static byte[] Write(IReadOnlyList<WrittenLetter> letters, string title)
    {
        using var target = new MemoryStream();
        using (var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = Allowed(title);
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles(letters.Count > 0 ? letters[0].Language : "en");
            var body = new Body(letters.SelectMany((letter, i) => Paragraphs(letter, isFirst: i == 0)));
            body.Append(new SectionProperties(new PageSize { Width = Width, Height = Height }, new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 709, Footer = 709, Gutter = 0 }));
            main.Document = new Document(body);
            main.Document.Save();
        }

        return target.ToArray();
    }

    private static IEnumerable<Paragraph> Paragraphs(WrittenLetter letter, bool isFirst)
    {
        yield return Lines(letter.Sender, letter.Language, isFirst ? null : new ParagraphProperties(new PageBreakBefore()));
        yield return Lines([letter.Day], letter.Language, new ParagraphProperties(new Justification { Val = JustificationValues.Right }));
        yield return Lines([letter.Heading], letter.Language, new ParagraphProperties(new ParagraphStyleId { Val = HeadingStyle }));
        yield return Lines([letter.Opening], letter.Language);
        foreach (var (label, lines) in letter.Facts)
        {
            var paragraph = Lines(lines, letter.Language, new ParagraphProperties(new Indentation { Left = "567" }));
            paragraph.InsertAfter(new Run(Properties(letter.Language, isBold: true), Said(label + ": ")), paragraph.ParagraphProperties);
            yield return paragraph;
        }

        yield return Lines([letter.Closing], letter.Language);
        yield return Lines(letter.Signature, letter.Language, new ParagraphProperties(new SpacingBetweenLines { Before = "1200" }));
    }

    private static Paragraph Lines(IReadOnlyList<string> lines, string language, ParagraphProperties? properties = null)
    {
        var paragraph = properties is null ? new Paragraph() : new Paragraph(properties);
        for (var i = 0; i < lines.Count; i++)
        {
            var run = new Run(Properties(language, isBold: false));
            if (i > 0) run.Append(new Break());
            run.Append(Said(lines[i]));
            paragraph.Append(run);
        }

        return paragraph;
    }

    private static RunProperties Properties(string language, bool isBold)
    {
        var properties = new RunProperties();
        if (isBold) properties.Append(new Bold());
        properties.Append(new Languages { Val = language });
        return properties;
    }

    private static Text Said(string text) => new(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static Styles Styles(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "200", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "heading 1" }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 0 }), new StyleRunProperties(new Bold(), new FontSize { Val = "32" }))
        { Type = StyleValues.Paragraph, StyleId = HeadingStyle });

    /// <summary>XML 1.0 has no place for control characters and broken surrogates.</summary>
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is 0x9 or (>= 0x20 and not 0xFFFE and not 0xFFFF)));
}
