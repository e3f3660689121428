using System.Text;
using System.Text.Json;
using Tessera.Testing;
using Tessera.Web.Commands;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera read</c>, called as at a terminal.</summary>
public sealed class ReadCommandTests
{
    private static readonly string Page = Checkout.File("tests", "Tessera.Interchange.Tests", "Reading", "Corpus", "05-sv-karlskrona.html");

    [Fact]
    public async Task Page_WithJson_IsPrintedAsTheIssueSays()
    {
        var (code, output, error) = await Terminal.RunAsync(["read", Page, "--lang", "sv", "--json"]);
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        var document = JsonDocument.Parse(output).RootElement;
        var proposal = document.GetProperty("proposals").EnumerateArray().First(p => p.GetProperty("name").GetString() == "Hillerød");
        Assert.Equal(("DK", "municipality"), (proposal.GetProperty("country").GetString(), proposal.GetProperty("level").GetString()));
        var agreement = proposal.GetProperty("agreements")[0];
        Assert.Equal(("twinning", "1946"), (agreement.GetProperty("kind").GetString(), agreement.GetProperty("dates")[0].GetProperty("date").GetString()));
        var span = proposal.GetProperty("spans").EnumerateArray().First(s => s.GetProperty("field").GetString() == "name");
        Assert.Equal("Hillerød", document.GetProperty("text").GetString()![span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Page_FromTheStandardInput_IsReadTheSame()
    {
        var file = await Terminal.RunAsync(["read", Page, "--json"]);
        Assert.Equal(file, await Terminal.RunAsync(["read", "-", "--json"], input: await File.ReadAllBytesAsync(Page, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("en", "twinning", "because:")]
    [InlineData("hu", "testvér", "mert:")]
    [InlineData("sv", "vänort", "därför att:")]
    [InlineData("ro", "înfrățire", "deoarece:")]
    public async Task Page_WithoutJson_IsATableWithConfidenceAndReasons(string language, params string[] words)
    {
        var (code, output, _) = await Terminal.RunAsync(["read", Page], language);
        Assert.Equal(ExitCodes.Done, code);
        Assert.Matches(@"\n\d\d\s?%\s+Hillerød\s+DK ", output);
        Assert.All(words, w => Assert.Contains(w, output, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("commands.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_IsNeverItsOwnPartner()
    {
        Assert.Contains("Horten", (await Terminal.RunAsync(["read", Page, "--country", "SE"])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Horten", (await Terminal.RunAsync(["read", Page, "--country", "no", "--home", "Horten kommune"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutPartners_SaysSoAndIsNoError()
    {
        var input = Encoding.UTF8.GetBytes("The swimming pool opens at nine.\n");
        Assert.Equal((ExitCodes.Done, "No partners were found on this page." + Environment.NewLine, ""), await Terminal.RunAsync(["read", "-"], input: input));
        Assert.Empty(JsonDocument.Parse((await Terminal.RunAsync(["read", "-", "--json"], input: input)).Output).RootElement.GetProperty("proposals").EnumerateArray());
    }

    [Theory]
    [InlineData("en", "There is no file ")]
    [InlineData("hu", "Nincs ilyen fájl: ")]
    [InlineData("sv", "Filen ")]
    [InlineData("ro", "Nu există fișierul ")]
    public async Task File_ThatIsNotThere_IsRefused(string language, string sentence)
    {
        var (code, output, error) = await Terminal.RunAsync(["read", "/nowhere/page.html"], language);
        Assert.Equal((ExitCodes.Refused, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsAPicture_IsRefused()
    {
        var (code, output, error) = await Terminal.RunAsync(["read", "-", "--json"], input: [0x89, .. "PNG\r\n"u8, 0, 0, 0, 13]);
        Assert.Equal((ExitCodes.Refused, "", "- cannot be read as a page. Give HTML, text, CSV, TSV, XLSX, DOCX or JSON." + Environment.NewLine), (code, output, error));
    }

    [Fact]
    public async Task File_LargerThanAnyPage_IsRefused()
    {
        var (code, _, error) = await Terminal.RunAsync(["read", "-"], input: new byte[26 * 1024 * 1024]);
        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("larger than 25 MB", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "xx")]
    [InlineData("--country", "Sweden")]
    [InlineData("--colour", "red")]
    public async Task Call_WithWordsThatAreOff_IsAnswered2(params string[] words) => Assert.Equal(ExitCodes.Usage, (await Terminal.RunAsync(["read", "-", .. words])).Code);
}
