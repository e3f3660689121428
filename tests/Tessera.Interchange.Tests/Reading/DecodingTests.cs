using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Bytes become the text that their author wrote, whatever code page they are in.</summary>
public sealed partial class DecodingTests
{
    static DecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("iso-8859-2", "Miasta partnerskie: współpraca z Łodzią, Częstochową, Świdnicą i Żarami trwa od dziś.")]
    [InlineData("windows-1250", "Partnerská města: Třebíč, Žďár nad Sázavou, Kroměříž, České Budějovice.")]
    [InlineData("windows-1250", "Oraşe înfrăţite: Sighetu Marmaţiei, Braşov, Piteşti şi Târgu Mureş.")]
    [InlineData("windows-1252", "Våra vänorter är Ängelholm, Malmö, Åre och Hillerød; smörgås på bordet.")]
    [InlineData("windows-1252", "Unsere Partnerstädte: Göttingen, Übach, Straße nach Köln, größer und schöner.")]
    [InlineData("koi8-r", "Города-побратимы: Хельсинки, Дрезден; соглашение подписано в мае и в июне.")]
    [InlineData("windows-1253", "Αδελφοποιημένες πόλεις: Λευκωσία, Θεσσαλονίκη, Ηράκλειο, Πάτρα και Βόλος.")]
    [InlineData("utf-16", "Vänorter: Tartu, Årjäng")]
    [InlineData("utf-16BE", "Vänorter: Tartu, Årjäng")]
    [InlineData("utf-8", "Vänorter: Tartu, Årjäng")]
    public void Text_InItsCodePage_IsReadAsItWasWritten(string codePage, string text)
    {
        var encoding = Encoding.GetEncoding(codePage);
        Assert.Equal(text, Decoding.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
    }

    /// <summary>Only the host tells: these words are likelier letters of another code page, and no meta element stands in the page.</summary>
    [Theory]
    [InlineData("windows-1250", "text/html; charset=windows-1250", "Őrség, Gyűrű")]
    [InlineData("windows-1250", "text/html; charset=\"Windows-1250\"", "Łódź")]
    [InlineData("windows-1257", "text/html;charset=windows-1257", "Šiauliai")]
    [InlineData("windows-1252", "text/html; charset=iso-8859-1", "Vänorter – Örebro")]
    [InlineData("utf-8", "text/html; charset=utf-8", "Vänorter")]
    [InlineData("utf-8", "text/html; charset=x-nonsense", "Vänorter")]
    [InlineData("windows-1252", "text/html; charset=utf-8", "Vänorter på webbplatsen: Malmö, Västerås, Örebro.")]
    public void Page_OfWhichItsHostTellsTheCharset_IsReadSo(string codePage, string contentType, string text) =>
        Assert.Equal(text, Decoding.Read(Encoding.GetEncoding(codePage).GetBytes(text), contentType));

    [Fact]
    public void Page_WithAMarkOrAMetaElement_MarkBeforeHostBeforeMeta()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Szőlő")];
        Assert.Equal("Szőlő", Decoding.Read(marked, "text/html; charset=windows-1252"));
        const string page = "<meta charset=windows-1252><p>Ţ ś Ĺ</p>";
        Assert.Equal(page, Decoding.Read(Encoding.GetEncoding("windows-1250").GetBytes(page), "text/html; charset=windows-1250"));
        Assert.NotEqual(page, Decoding.Read(Encoding.GetEncoding("windows-1250").GetBytes(page)));
        Assert.Contains("Ţ", PageSource.Read(Encoding.GetEncoding("windows-1250").GetBytes(page), "text/html; charset=windows-1250")!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "windows-1252", "Vänorter på webbplatsen: Malmö, Västerås, Örebro.")]
    [InlineData("x-nonsense", "windows-1252", "Vänorter på webbplatsen: Malmö, Västerås, Örebro.")]
    public void Page_ThatDeclaresAnotherCodePage_IsReadByItsLetters(string declared, string codePage, string text)
    {
        var page = $"<html><head><meta charset=\"{declared}\"></head><body>{text}</body></html>";
        Assert.Contains(text, Decoding.Read(Encoding.GetEncoding(codePage).GetBytes(page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MegbĂ­zott: KovĂˇcs JĂłzsef", "Megbízott: Kovács József")]
    [InlineData("VÃ¤nort: MalmÃ¶", "Vänort: Malmö")]
    [InlineData("PartnerstÃ¤dte: KÃ¶ln, DÃ¼sseldorf", "Partnerstädte: Köln, Düsseldorf")]
    public void Text_DecodedUnderTheWrongCodePageOnce_IsRepaired(string garbled, string text) => Assert.Equal(text, Decoding.Read(Encoding.UTF8.GetBytes(garbled)));

    [Fact]
    public void Text_WithoutAnythingGarbled_StaysAsItIs()
    {
        foreach (var text in (string[])["SÃO PAULO", "Český Těšín", "ĂRA", "Åland", "ÄÖÅ"]) Assert.Equal(text, Decoding.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Pages_OfTheCorpus_InTheirLanguagesCodePage_AreReadTheSame()
    {
        var (wrong, read) = (new List<string>(), 0);
        foreach (var (file, codePage) in CorpusPages.All.Select(f => (File: f, CodePage: CodePageOf(f))).Where(p => p.CodePage is not null))
        {
            var encoding = Encoding.GetEncoding(codePage!, new EncoderReplacementFallback(""), DecoderFallback.ExceptionFallback);
            var bytes = encoding.GetBytes(Undeclared().Replace(File.ReadAllText(file).Normalize(NormalizationForm.FormC), ""));
            if (encoding.GetString(bytes) != Decoding.Read(bytes)) wrong.Add($"{Path.GetFileName(file)} in {codePage}");
            read++;
        }

        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
        Assert.True(read > 20);
    }

    [GeneratedRegex("charset=[\"']?[a-zA-Z0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Undeclared();

    private static string? CodePageOf(string file)
    {
        using var key = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + ".key.json")));
        return key.RootElement.GetProperty("language").GetString() switch
        {
            "pl" or "cs" or "sk" or "hr" or "sl" => "windows-1250",
            "de" or "fr" or "nl" or "pt" or "da" or "fi" => "windows-1252",
            "bg" or "uk" => "windows-1251",
            "el" => "windows-1253",
            _ => null,
        };
    }
}
