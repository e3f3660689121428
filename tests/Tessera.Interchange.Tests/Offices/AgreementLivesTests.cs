using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

/// <summary>The lives of agreements, and what partners hold of them, in an office file.</summary>
public sealed class AgreementLivesTests
{
    private const string Agreement = "partners[0].agreements[0]";

    /// <summary>Every member that a life has, each of them said.</summary>
    private const string Life = """
        {
          "key": "naidise-1992", "kind": "twinning", "source": "page",
          "signatories": ["Mari Maasikas, vallavanem", "Anna Andersson, kommunstyrelsens ordförande"],
          "until": "2020-12-31", "noticeMonths": 6, "renewsForYears": 5,
          "steps": [
            { "key": "vote", "kind": "approved", "day": "1992-03", "stage": "council", "body": { "sv": "Kommunfullmäktige" }, "decision": "§ 31", "document": "0198c0de-0000-7000-8000-000000000001" },
            { "key": "renewal", "kind": "renewed", "day": "2020", "until": "2030-12-31" },
            { "key": "narrowed", "kind": "downgraded", "day": "2024-05-02", "decision": "§ 12", "reason": "partners-wish", "to": "friendship" },
            { "key": "slip", "kind": "corrected", "day": "2024-05-03", "reason": "mistake", "of": "narrowed", "note": { "sv": "Fel avtal" } }
          ],
          "theirs": {
            "kind": "cooperation", "decision": "17", "date": "1992-04~", "page": "https://naidise.example/sobrad", "seenOn": "2026-10", "saidIn": "Register",
            "settled": { "sv": "Båda säger vänort" }
          }
        }
        """;

    [Fact]
    public void Read_EveryMemberOfALife_KeepsWhatIsSaid()
    {
        var partner = Read(Office()).File!.Partners[0];
        var agreement = partner.Agreements[0];
        Assert.Equal((LocalText.Of("sv", "En resa"), PartialDate.OfYear(2025)), (partner.Why, partner.ArchivedOn));
        Assert.Equal((PartialDate.ParseEdtf("2020-12-31"), 6, 5, 2), (agreement.Until, agreement.NoticeMonths, agreement.RenewsForYears, agreement.Signatories.Count));
        Assert.Equal(["vote", "renewal", "narrowed", "slip"], agreement.Steps.Select(s => s.Key));
        var vote = new LifeStepItem { Key = "vote", Kind = "approved", Day = PartialDate.OfMonth(1992, 3), Stage = "council", Body = LocalText.Of("sv", "Kommunfullmäktige"), Decision = "§ 31", Document = "0198c0de-0000-7000-8000-000000000001" };
        Assert.Equal(vote, agreement.Steps[0]);
        Assert.Equal(PartialDate.ParseEdtf("2030-12-31"), agreement.Steps[1].Until);
        Assert.Equal(("partners-wish", "friendship"), (agreement.Steps[2].Reason, agreement.Steps[2].To));
        Assert.Equal(("narrowed", LocalText.Of("sv", "Fel avtal")), (agreement.Steps[3].Of, agreement.Steps[3].Note));
        var theirs = new TheirHalfItem
        {
            Kind = "cooperation",
            Decision = "17",
            Date = PartialDate.ParseEdtf("1992-04~"),
            Page = "https://naidise.example/sobrad",
            SeenOn = PartialDate.OfMonth(2026, 10),
            SaidIn = "Register",
            Settled = LocalText.Of("sv", "Båda säger vänort"),
        };
        Assert.Equal(theirs, agreement.Theirs);
    }

    [Fact]
    public void Life_TheOneOfTheseTests_SaysEveryMember()
    {
        var life = JsonNode.Parse(Life)!;
        var silent = Silent<LifeStepItem>([.. life["steps"]!.AsArray().SelectMany(s => s!.AsObject().Select(m => m.Key))]);
        Assert.Empty(silent.Concat(Silent<TheirHalfItem>([.. life["theirs"]!.AsObject().Select(m => m.Key)])));
    }

    [Fact]
    public void Write_EveryMemberOfALife_ReadsTheSameAgain()
    {
        var file = Read(Office()).File!;
        var written = OfficeFileWriter.Write(file);
        var again = Read(Encoding.UTF8.GetString(written)).File!;
        Assert.Equal(written, OfficeFileWriter.Write(again));
        Assert.Empty(OfficeDifference.Between(file, again));
        Assert.Equal(file.Partners[0].Agreements[0].Steps, again.Partners[0].Agreements[0].Steps);
        Assert.Equal(file.Partners[0].Agreements[0].Theirs, again.Partners[0].Agreements[0].Theirs);
    }

    [Theory]
    [InlineData("\"approved\"", "\"aproved\"", OfficeFileCodes.UnknownWord, ".steps[0].kind")]
    [InlineData("\"1992-03\"", "\"1992-13\"", "date.unknown-form", ".steps[0].day")]
    [InlineData("\"stage\": \"council\"", "\"stage\": \"The council\"", OfficeFileCodes.WrongKey, ".steps[0].stage")]
    [InlineData("\"partners-wish\"", "\"bored\"", OfficeFileCodes.UnknownWord, ".steps[2].reason")]
    [InlineData("\"to\": \"friendship\"", "\"to\": \"nothing\"", OfficeFileCodes.UnknownWord, ".steps[2].to")]
    [InlineData("\"of\": \"narrowed\"", "\"of\": \"unheard-of\"", OfficeFileCodes.UnknownReference, ".steps[3].of")]
    [InlineData("\"of\": \"narrowed\"", "\"of\": \"slip\"", OfficeFileCodes.UnknownReference, ".steps[3].of")]
    [InlineData("\"day\": \"2020\", ", "\"day\": \"2020\", \"of\": \"narrowed\", ", OfficeFileCodes.UnknownReference, ".steps[1].of")]
    [InlineData("\"key\": \"renewal\"", "\"key\": \"vote\"", OfficeFileCodes.RepeatedKey, ".steps[1].key")]
    [InlineData("\"decision\": \"§ 31\"", "\"decision\": \"\"", OfficeFileCodes.Empty, ".steps[0].decision")]
    [InlineData("\"decision\": \"§ 31\"", "\"decisions\": \"§ 31\"", OfficeFileCodes.UnknownMember, ".steps[0].decisions")]
    [InlineData("\"noticeMonths\": 6", "\"noticeMonths\": -1", OfficeFileCodes.OutOfRange, ".noticeMonths")]
    [InlineData("\"noticeMonths\": 6", "\"noticeMonths\": 61", OfficeFileCodes.OutOfRange, ".noticeMonths")]
    [InlineData("\"renewsForYears\": 5", "\"renewsForYears\": 0", OfficeFileCodes.OutOfRange, ".renewsForYears")]
    [InlineData("\"renewsForYears\": 5", "\"renewsForYears\": 51", OfficeFileCodes.OutOfRange, ".renewsForYears")]
    [InlineData("\"Mari Maasikas, vallavanem\"", "\"\"", OfficeFileCodes.Empty, ".signatories[0]")]
    [InlineData("\"kind\": \"cooperation\"", "\"kind\": \"love\"", OfficeFileCodes.UnknownWord, ".theirs.kind")]
    [InlineData("\"decision\": \"17\"", "\"decision\": \"\"", OfficeFileCodes.Empty, ".theirs.decision")]
    [InlineData("\"https://naidise.example/sobrad\"", "\"ftp://naidise.example/sobrad\"", OfficeFileCodes.WrongAddress, ".theirs.page")]
    [InlineData("\"https://naidise.example/sobrad\"", "\"naidise.example\"", OfficeFileCodes.WrongAddress, ".theirs.page")]
    public void Read_ALifeWithAMistake_SaysTheFieldAndTheReason(string right, string wrong, string code, string path)
    {
        Assert.Contains(right, Life, StringComparison.Ordinal);
        var finding = Assert.Single(Read(Office(Life.Replace(right, wrong, StringComparison.Ordinal))).Findings);
        Assert.Equal((code, Agreement + path), (finding.Code, finding.Path));
        Assert.True(finding.Line > 1);
    }

    [Theory]
    [InlineData("\"noticeMonths\": 6", "\"noticeMonths\": 0")]
    [InlineData("\"noticeMonths\": 6", "\"noticeMonths\": 60")]
    [InlineData("\"renewsForYears\": 5", "\"renewsForYears\": 1")]
    [InlineData("\"renewsForYears\": 5", "\"renewsForYears\": 50")]
    [InlineData("\"of\": \"narrowed\"", "\"of\": \"vote\"")]
    [InlineData("\"https://naidise.example/sobrad\"", "\"http://naidise.example\"")]
    public void Read_AtTheBounds_FindsNothingWrong(string one, string other) =>
        Assert.Empty(Read(Office(Life.Replace(one, other, StringComparison.Ordinal))).Findings);

    [Theory]
    [InlineData("signatories")]
    [InlineData("steps")]
    [InlineData("theirs")]
    [InlineData("until")]
    public void Read_AMemberThatIsNull_TakesItAsLeftOut(string member)
    {
        var life = JsonNode.Parse(Life)!.AsObject();
        life[member] = null;
        var withNull = Read(Office(life.ToJsonString())).File!;
        life.Remove(member);
        Assert.Equal(OfficeFileWriter.Write(Read(Office(life.ToJsonString())).File!), OfficeFileWriter.Write(withNull));
    }

    [Fact]
    public void Check_OfAPartner_NamesThePathsOfItsOwnFields()
    {
        var partner = Read(Office(Life.Replace("\"of\": \"narrowed\"", "\"of\": \"vote\"", StringComparison.Ordinal))).File!.Partners[0];
        Assert.Empty(PartnerRules.Check(partner, ["page"], ["ee-sample"], []));
        var wrong = partner with { Agreements = [partner.Agreements[0] with { NoticeMonths = 99 }] };
        var finding = Assert.Single(PartnerRules.Check(wrong, ["page"], ["ee-sample"], []));
        Assert.Equal(("agreements[0].noticeMonths", OfficeFileCodes.OutOfRange), (finding.Path, finding.Code));
    }

    private static IEnumerable<string> Silent<T>(HashSet<string> said) =>
        typeof(T).GetProperties().Where(p => p.SetMethod is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Where(name => !said.Contains(name));

    private static OfficeFileReading Read(string text) => OfficeFileReader.Read(Encoding.UTF8.GetBytes(text), "office.json");

    private static string Office(string agreement = Life) => $$"""
        {
          "format": "tessera-office/1",
          "office": {
            "slug": "sample", "kind": "municipality", "authority": "se-sample", "name": { "sv": "Provköpings kommun" }, "shortName": { "sv": "Provköping" },
            "languages": ["sv"], "colour": "#1d4f7c", "source": "page"
          },
          "sources": [{ "key": "page", "title": { "sv": "Kommunens webbplats" } }],
          "authorities": [
            { "key": "se-sample", "kind": "municipality", "country": "SE", "names": { "sv": "Provköping" }, "source": "page" },
            { "key": "ee-sample", "kind": "municipality", "country": "EE", "names": { "et": "Näidise" }, "source": "page" }
          ],
          "partners": [{
            "key": "naidise", "number": 1, "authority": "ee-sample", "kind": "twin-town", "registeredName": "Näidise", "names": { "sv": "Näidise" },
            "why": { "sv": "En resa" }, "archivedOn": "2025", "agreements": [{{agreement}}], "source": "page"
          }]
        }
        """;
}
