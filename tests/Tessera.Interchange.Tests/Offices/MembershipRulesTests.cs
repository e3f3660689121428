using System.Text;
using System.Text.Json.Nodes;
using Tessera.Domain.Memberships;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

/// <summary>What is refused of a membership in a file, and where.</summary>
public sealed class MembershipRulesTests
{
    [Theory]
    [InlineData("""{ "fee": { "kind": "fixed" } }""", "fee.amount", MembershipRefusal.AmountMissing)]
    [InlineData("""{ "fee": { "kind": "formula", "formula": "alda" } }""", "fee.formula", MembershipRefusal.FormulaUnknown)]
    [InlineData("""{ "fee": { "kind": "cheap" } }""", "fee.kind", OfficeFileCodes.UnknownWord)]
    [InlineData("""{ "invoices": [{ "year": 26 }] }""", "invoices[0].year", MembershipRefusal.YearWrong)]
    [InlineData("""{ "invoices": [{ "year": 2026, "amount": -3, "currency": "EUR" }] }""", "invoices[0].amount", MembershipRefusal.AmountWrong)]
    [InlineData("""{ "invoices": [{ "year": 2026, "amount": 3 }] }""", "invoices[0].currency", MembershipRefusal.CurrencyMissing)]
    [InlineData("""{ "invoices": [{ "year": 2026, "currency": "eur" }] }""", "invoices[0].currency", MembershipRefusal.CurrencyWrong)]
    [InlineData("""{ "invoices": [{ "year": 2026, "askedOn": "2026-03-02", "due": "2026-03-01" }] }""", "invoices[0].due", MembershipRefusal.DueBeforeAsked)]
    [InlineData("""{ "noticeMonths": 61 }""", "noticeMonths", MembershipRefusal.NoticeWrong)]
    [InlineData("""{ "people": [{ "name": "Anna", "office": " " }] }""", "people[0].office", MembershipRefusal.PersonWithoutOffice)]
    [InlineData("""{ "people": [{ "name": "Anna", "office": "mayor", "from": "2026", "until": "2025" }] }""", "people[0].until", MembershipRefusal.EndBeforeStart)]
    [InlineData("""{ "dates": [{ "role": "since", "date": "2020" }, { "role": "until", "date": "2019" }] }""", "dates", MembershipRefusal.EndBeforeStart)]
    public void Read_OfWhatCannotBe_NamesTheFieldAndTheReason(string with, string path, string code)
    {
        var finding = Assert.Single(Read(with));
        Assert.Equal(("memberships[0]." + path, code), (finding.Path, finding.Code));
    }

    [Theory]
    [InlineData("""{ "fee": { "kind": "formula", "formula": "aer", "population": 300000, "relativeGdp": 0.5 }, "invoices": [{ "year": 2026 }] }""")]
    [InlineData("""{ "decision": { "number": "1/1993" }, "noticeMonths": 0, "people": [{ "name": "Anna", "office": "mayor" }] }""")]
    public void Read_OfWhatCanBe_FindsNothing(string with) => Assert.Empty(Read(with));

    private static IReadOnlyList<Finding> Read(string with)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent;
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(folder!.FullName, "examples", "hargita.json")))!;
        var membership = file["memberships"]![0]!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(with)!.AsObject().ToList()) membership[name] = value?.DeepClone();
        return OfficeFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), "changed").Findings;
    }
}
