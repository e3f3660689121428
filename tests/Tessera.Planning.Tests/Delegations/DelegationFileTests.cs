using System.Text;
using System.Text.Json;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Catalogue;
using Tessera.Planning.Delegations.Composing;
using Tessera.Planning.Delegations.Files;
using Xunit;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Files of delegations, and the defaults that come along.</summary>
public sealed class DelegationFileTests
{
    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var model = seed % 2 == 0 ? SmallModels.Random(seed) : SmallModels.Two(seed);
            var file = new DelegationFile(model, seed % 3 == 0 ? SmallModels.Composition(model, seed) : null);
            var first = Written(file);
            Assert.Equal(first, Written(DelegationFile.Read(Encoding.UTF8.GetBytes(first))));
        }
    }

    [Theory]
    [InlineData("""{"form":"delegation-1","blocks":[],"candidates":[],"rule":[]}""", "$: \"rule\" is not known here")]
    [InlineData("""{"form":"delegation-2"}""", "$: form is not delegation-1")]
    [InlineData("""{"form":"delegation-1","blocks":[{"kind":"deputy","seats":1}],"candidates":[]}""", "$.blocks[0].kind: one of representative, substitute is expected")]
    [InlineData("""{"form":"delegation-1","blocks":[],"candidates":[],"rules":[{"id":"a","code":"sex-shares"}]}""", "$.rules[0]: there is no rule \"sex-shares\"")]
    [InlineData("""{"form":"delegation-1","blocks":[],"candidates":[],"rules":[{"id":"a","code":"mandate","day":"1 October"}]}""", "$.rules[0].day: a day like 2026-10-01 is expected")]
    [InlineData("""{"form":"delegation-1","blocks":[],"candidates":[{"key":"anna","mandate":{"kind":"elected"},"authority":"local","points":{"representative":-1}}]}""", "Points are out of bounds.")]
    public void Read_WhatIsNotOfTheForm_SaysWhere(string json, string place) => Assert.Equal(place, Assert.Throws<FormatException>(() => DelegationFile.Read(Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public void Schema_NamesEveryRuleThatIsRead()
    {
        var schema = File.ReadAllText(Path.Combine(Root(), "docs", "schema", "delegation-1.schema.json"));
        var codes = JsonDocument.Parse(schema).RootElement.GetProperty("$defs").GetProperty("Rule").GetProperty("oneOf").EnumerateArray().Select(r => r.GetProperty("properties").GetProperty("code").GetProperty("const").GetString());
        var model = new DelegationModel(
            [], [new Candidate("a", Sex.Female, new Mandate(MandateKind.Elected), AuthorityLevel.Local), new Candidate("b", Sex.Male, new Mandate(MandateKind.Elected), AuthorityLevel.Local)],
            [
                new SexShareRule("1", Severity.Blocking, SeatScope.Whole, 300), new BothSexesRule("2", Severity.Blocking, SeatScope.Whole), new MandateRule("3", Severity.Blocking, SmallModels.Day),
                new ChamberRule("4", Severity.Blocking), new EqualSubstitutesRule("5", Severity.Blocking), new SeatsFilledRule("6", Severity.Blocking),
                new QuotaRule("7", Severity.Blocking, SeatScope.Whole, Trait.Region, ["r"], 1, 2), new MustSitRule("8", Severity.Blocking, "a", SeatScope.Substitutes),
                new MustNotSitRule("9", Severity.Blocking, "a"), new ExclusionRule("10", Severity.Blocking, "a", "b"),
            ]);
        Assert.Equal(model.Rules.Select(r => r.Code).Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
        Assert.Equal(model.Rules, DelegationFile.Read(Encoding.UTF8.GetBytes(Written(new DelegationFile(model, null)))).Model.Rules, (a, b) => a is QuotaRule ? a.Id == b.Id : a == b);
    }

    [Fact]
    public void Catalogue_OfTheCongress_Has612SeatsIn46States()
    {
        var seats = RuleCatalogue.Of("congress", Renewals.Day).Where(r => r.Parameter == "representatives").ToList();
        Assert.Equal((46, 306), (seats.Count, seats.Sum(s => s.Value)));
        Assert.Equal((7, true), (RuleCatalogue.Find("congress", "representatives", "HU", Renewals.Day)!.Value, RuleCatalogue.Find("congress", "representatives", "HU", Renewals.Day)!.IsVerified));
        Assert.False(RuleCatalogue.Find("congress", "representatives", "TR", Renewals.Day)!.IsVerified);
        Assert.Equal(329, RuleCatalogue.Of("committee-of-the-regions", Renewals.Day).Where(r => r.Parameter == "representatives").Sum(r => r.Value));
        Assert.Equal(400, RuleCatalogue.Find("cemr-policy-committee", "least-share-of-under-represented-sex", "SE", Renewals.Day)!.Value);
        Assert.Null(RuleCatalogue.Find("congress", "least-share-of-under-represented-sex", "", new(2007, 1, 1)));
        Assert.All(RuleCatalogue.All, r => Assert.True(r.Source.Length > 0 || !r.IsVerified, $"{r.Body} {r.Parameter} says it was read, but not where"));
    }

    [Fact]
    public void LpFile_OfARenewal_KeepsTheOrderOfTheGoals()
    {
        var program = DelegationProgram.Composing(Renewals.Random(60, 7, 7, 1));
        var weights = LpFile.Weights(program);
        var most = program.Model.Candidates.Max(c => c.RepresentativePoints ?? 0);
        Assert.True(weights[0] > weights[1] && weights[1] > weights[2] * 14 * most && weights[2] > weights[3] * 91 * 2);
        using var writer = new StringWriter();
        LpFile.Write(program, writer);
        Assert.StartsWith("Minimize", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("Generals", writer.ToString(), StringComparison.Ordinal);
    }

    private static string Written(DelegationFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tessera.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
