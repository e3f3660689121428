using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Halves;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Halves;

/// <summary>What a partner publishes, in each of its forms, read for what it says of us.</summary>
public sealed class TheirDataReaderTests
{
    private static readonly OurSelves Us = new("ro-hr", ["Hargita megye", "Județul Harghita"]);

    [Theory]
    [InlineData("judetul harghita", true)]
    [InlineData("HARGITA MEGYE Önkormányzata", true)]
    [InlineData("Hargita", true)]
    [InlineData("megye", false)]
    [InlineData("Kis-Hargita megyei út", false)]
    [InlineData("", false)]
    public void Names_InAnySpelling_AreOursOrNot(string name, bool ours) => Assert.Equal(ours, Us.Are([name]));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Table_OfTheProgramsOwnDownload_GivesWhatItSaysOfUs(string separator)
    {
        var text = "\uFEFFpartner_number,partner,country,kind,decision,date,date_role,status,page\r\n1,\"Zala\r\nmegye\",HU,empire,x,gestern,,,\r\n2,\"Hargita \"\"megye\"\"\",RO,twinning,'-12,1994-05-14,signed,in-force,https://a.example/1\r\n"
            .Replace(',', separator[0]);
        var data = Read(text).Data!;
        var entry = Assert.Single(data.Entries);
        Assert.Equal(("twinning", "-12", "https://a.example/1"), (entry.Kind, entry.Decision, entry.Page));
        Assert.Equal(new AgreementDateItem("signed", PartialDate.ParseEdtf("1994-05-14")), Assert.Single(entry.Dates));
        Assert.Equal(("x.csv", null), (data.Title, data.StatedOn));
    }

    [Fact]
    public void Table_WithWrongValuesAboutUs_NamesEachWithItsLine()
    {
        var findings = Read("name,kind,date,url\nHargita megye,empire,gestern,ftp://x\n\nHargita megye,twinning,1994,\n").Findings;
        Assert.Equal([OfficeFileCodes.UnknownWord, PartialDateRefusal.UnknownForm, OfficeFileCodes.WrongAddress], findings.Select(f => f.Code));
        Assert.All(findings, f => Assert.Equal(2, f.Line));
    }

    [Theory]
    [InlineData("", TheirDataCodes.Empty, 0)]
    [InlineData("{\"a\":1}", TheirDataCodes.UnknownForm, 1)]
    [InlineData("[1]", TheirDataCodes.UnknownForm, 1)]
    [InlineData("{\n\"agreements\": [", OfficeFileCodes.NotJson, 2)]
    [InlineData("partner,kind,date\nZala,twinning,1994", TheirDataCodes.NotAboutUs, 0)]
    [InlineData("partner,kind\n", TheirDataCodes.NoColumn, 1)]
    [InlineData("partner,kind,date\n\"Zala", TheirDataCodes.OpenQuote, 2)]
    [InlineData("{\"agreements\":[7,{\"partner\":{\"names\":{\"ro\":7}}}]}", TheirDataCodes.NotAboutUs, 0)]
    public void Data_ThatIsOfNoUse_IsRefusedWithItsReason(string text, string code, int line)
    {
        var finding = Assert.Single(Read(text).Findings);
        Assert.Equal((code, line), (finding.Code, finding.Line));
    }

    [Fact]
    public void Data_LargerThanTheLimit_IsRefused() => Assert.Equal(TheirDataCodes.TooLarge, TheirDataReader.Read(new byte[TheirDataReader.Most + 1], "x", Us).Findings[0].Code);

    [Fact]
    public void Portal_WithItsAgreements_GivesKindDateDecisionAndPage()
    {
        const string Text = """
            {"office":{"hu":"Zala megye"},"updatedAt":"2026-10-02T08:00:00Z","html":"https://zala.example/agreements","agreements":[
              {"kind":"friendship","partner":{"names":{"hu":"Vas megye"}}},
              {"kind":"cooperation","decision":"7/2001","date":{"role":"signed","date":"2001-06"},"partner":{"names":{"ro":"JUDETUL HARGHITA"}},"html":"https://zala.example/agreements/1"}]}
            """;
        var data = Read(Text).Data!;
        var entry = Assert.Single(data.Entries);
        Assert.Equal(("cooperation", "7/2001", "2001-06", "https://zala.example/agreements/1"), (entry.Kind, entry.Decision, entry.Dates[0].Date.ToString(), entry.Page));
        Assert.Equal(("Zala megye, https://zala.example/agreements", "2026-10-02"), (data.Title, data.StatedOn?.ToString()));
        var wrong = Assert.Single(Read(Text.Replace("\"2001-06\"", "\"x\"", StringComparison.Ordinal)).Findings);
        Assert.Equal(3, wrong.Line);
    }

    [Fact]
    public void OfficeFile_OfThePartner_IsReadByOurAuthoritysKey()
    {
        const string Text = """
            {"format":"tessera-office/1","office":{"slug":"zala","kind":"county","authority":"hu-za","name":{"hu":"Zala"},"shortName":{"hu":"Zala"},"languages":["hu"],"colour":"#1d4f7c","source":"s"},
             "sources":[{"key":"s","title":{"hu":"Nyilvántartás"},"statedOn":"2026-09"}],
             "authorities":[{"key":"hu-za","kind":"county","names":{"hu":"Zala"},"source":"s"},{"key":"ro-hr","kind":"county","names":{"hu":"Más néven"},"source":"s"}],
             "partners":[{"key":"p","number":1,"authority":"ro-hr","kind":"sister-county","registeredName":"X","names":{"hu":"X"},"source":"s",
               "agreements":[{"key":"a","kind":"twinning","dates":[{"role":"decided","date":"1993"}],"steps":[{"key":"b","kind":"signed-here","day":"1994-05-14"},{"key":"c","kind":"paused","day":"2001"}],"source":"s"}]}]}
            """;
        var data = Read(Text).Data!;
        Assert.Equal(["decided", "signed-here"], Assert.Single(data.Entries).Dates.Select(d => d.Role));
        Assert.Equal(("Zala: Nyilvántartás", "2026-09"), (data.Title, data.StatedOn?.ToString()));
        Assert.Equal(OfficeFileCodes.UnknownMember, Assert.Single(Read(Text.Replace("\"registeredName\"", "\"x\":1,\"registeredName\"", StringComparison.Ordinal)).Findings).Code);
    }

    private static TheirDataReading Read(string text) => TheirDataReader.Read(Encoding.UTF8.GetBytes(text), "x.csv", Us);
}
