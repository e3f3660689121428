using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Calendar;
using Tessera.Domain.Library;
using Tessera.Domain.Memberships;
using Tessera.Domain.News;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

/// <summary>The published schema and guide say what the records say.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Checkout("docs/schema/office-1.schema.json"))).RootElement;

    private static readonly string Guide = File.ReadAllText(Checkout("docs/office-file.md"));

    public static TheoryData<Type> Records => [.. typeof(OfficeFile).Assembly.GetTypes().Where(t => t.Namespace == typeof(OfficeFile).Namespace && (t.Name.EndsWith("Item", StringComparison.Ordinal) || t == typeof(OfficeSheet) || t == typeof(OfficeFile)))];

    [Theory]
    [MemberData(nameof(Records))]
    public void Schema_OfEveryRecord_HasItsMembersAndDemandsTheSame(Type record)
    {
        var schema = record == typeof(OfficeFile) ? Schema : Schema.GetProperty("$defs").GetProperty(record.Name);
        var members = record.GetProperties().Where(p => p.SetMethod is not null).ToList();
        Assert.Equal(members.Select(Name).Order(StringComparer.Ordinal), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").Order(StringComparer.Ordinal));
        var demanded = members.Where(p => p.IsDefined(typeof(RequiredMemberAttribute)) || record.GetConstructors().Any(c => c.GetParameters().Any(a => a.Name == p.Name))).Select(Name);
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(r => r.GetString()!) : [];
        Assert.Equal(demanded.Order(StringComparer.Ordinal), required.Order(StringComparer.Ordinal));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Schema_OfEveryMember_SaysWhatItIs(Type record)
    {
        var schema = record == typeof(OfficeFile) ? Schema : Schema.GetProperty("$defs").GetProperty(record.Name);
        var silent = schema.GetProperty("properties").EnumerateObject().Where(p => !p.Value.TryGetProperty("description", out var said) || string.IsNullOrWhiteSpace(said.GetString()));
        Assert.Empty(silent.Select(p => $"{record.Name}.{p.Name}"));
    }

    [Fact]
    public void Schema_OfEveryKindAndRole_KnowsTheDomainsWords()
    {
        AssertWords<OfficeKind>(nameof(OfficeSheet), "kind");
        AssertWords<AuthorityKind>(nameof(AuthorityItem), "kind");
        AssertWords<AuthorityEventKind>(nameof(AuthorityEventItem), "kind");
        AssertWords<PartnerKind>(nameof(PartnerItem), "kind");
        AssertWords<PartnerKind>(nameof(SettlementRelationItem), "kind");
        AssertWords<AgreementKind>(nameof(AgreementItem), "kind");
        AssertWords<AgreementDateRole>(nameof(AgreementDateItem), "role");
        AssertWords<LifeStepKind>(nameof(LifeStepItem), "kind");
        AssertWords<StepReason>(nameof(LifeStepItem), "reason");
        AssertWords<AgreementKind>(nameof(LifeStepItem), "to");
        AssertWords<AgreementKind>(nameof(TheirHalfItem), "kind");
        AssertWords<MembershipKind>(nameof(MembershipItem), "kind");
        AssertWords<MembershipDateRole>(nameof(MembershipDateItem), "role");
        AssertWords<FeeKind>(nameof(FeeRuleItem), "kind");
        AssertWords<FeeBearer>(nameof(FeeRuleItem), "bearer");
        Assert.Equal(FeeFormula.All.Select(f => f.Key).Distinct(), WordsOf(nameof(FeeRuleItem), "formula"));
        AssertWords<ActivityKind>(nameof(ActivityItem), "kind");
        AssertWords<VisitPurpose>(nameof(ActivityItem), "purpose");
        AssertWords<ActivityStatus>(nameof(ActivityItem), "status");
        AssertWords<NewsCategory>(nameof(NewsItem), "category");
        AssertWords<PublicationKind>(nameof(PublicationItem), "kind");
        AssertWords<PartnerPart>(nameof(ActivityPartnerItem), "part");
        AssertWords<ParticipantGroup>(nameof(ParticipantsItem), "group");
        AssertWords<CostKind>(nameof(CostItem), "kind");
        AssertWords<CostBearer>(nameof(CostItem), "bearer");
        AssertWords<PromiseKind>(nameof(PromiseItem), "kind");
        AssertWords<PromiseSide>(nameof(PromiseItem), "side");
        AssertWords<FigureKind>(nameof(FigureItem), "kind");
        AssertWords<FigureUnit>(nameof(FigureItem), "unit");
        AssertWords<ProgrammeFirmness>(nameof(CoordinationItem), "firmness");
        AssertWords<ProgrammeOpenness>(nameof(CoordinationItem), "openness");
        AssertWords<DayKind>(nameof(DayItem), "kind");
        Assert.Equal(Words<ProgrammeAudience>.All, ListOf(nameof(CoordinationItem), "audiences"));
        Assert.Equal(Words<ProgrammeAudience>.All, ListOf(nameof(DayItem), "audiences"));
        Assert.Equal(Words<ProgrammeTheme>.All, ListOf(nameof(CoordinationItem), "themes"));
        Assert.Equal(Words<DayKind>.All, ListOf(nameof(CoordinationItem), "welcomes"));
    }

    [Theory]
    [InlineData("kind", "population")]
    [InlineData("unit", "people")]
    public void Schema_OfBaseFacts_KnowsTheReadersWords(string member, string word)
    {
        var wrong = File.ReadAllText(Checkout("examples/svenljunga.json")).Replace($"\"{member}\": \"{word}\"", $"\"{member}\": \"x\"", StringComparison.Ordinal);
        var findings = OfficeFileReader.Read(Encoding.UTF8.GetBytes(wrong), "wrong").Findings;
        var finding = findings.First(f => f.Code == OfficeFileCodes.UnknownWord && f.Path.EndsWith("." + member, StringComparison.Ordinal));
        Assert.Equal(finding.Arguments["wanted"], string.Join(", ", WordsOf(nameof(BaseFactItem), member)));
    }

    [Theory]
    [InlineData("noticeMonths", 0, OfficeLimits.NoticeMonths)]
    [InlineData("renewsForYears", 1, OfficeLimits.RenewalYears)]
    public void Schema_OfATerm_HasTheReadersBounds(string member, int least, int most)
    {
        var schema = Schema.GetProperty("$defs").GetProperty(nameof(AgreementItem)).GetProperty("properties").GetProperty(member);
        Assert.Equal((least, most), (schema.GetProperty("minimum").GetInt32(), schema.GetProperty("maximum").GetInt32()));
    }

    [Fact]
    public void Examples_All_AreReadWithoutFindingsAndNameTheSchema()
    {
        var examples = Directory.GetFiles(Checkout("examples"), "*.json");
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var bytes = File.ReadAllBytes(example);
            Assert.Empty(OfficeFileReader.Read(bytes, Path.GetFileName(example)).Findings);
            using var document = JsonDocument.Parse(bytes);
            Assert.True(File.Exists(Path.Combine(Checkout("examples"), document.RootElement.GetProperty("$schema").GetString()!)), example);
        }
    }

    [Fact]
    public void Guide_ItsSmallestOffice_CanBeRead()
    {
        var example = Regex.Match(Guide, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.Empty(OfficeFileReader.Read(Encoding.UTF8.GetBytes(example), "guide").Findings);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Guide_OfEveryRecord_NamesItsMembersAndMarksTheNeeded(Type record)
    {
        var section = Regex.Match(Guide, $@"<a id=""{record.Name}""></a>(.*?)(?=<a id=|\z)", RegexOptions.Singleline).Groups[1].Value;
        var schema = record == typeof(OfficeFile) ? Schema : Schema.GetProperty("$defs").GetProperty(record.Name);
        var needed = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(r => r.GetString()!).ToHashSet() : [];
        var rows = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").Select(n => needed.Contains(n) ? $"| **`{n}`** |" : $"| `{n}` |");
        Assert.All(rows, row => Assert.Contains(row, section, StringComparison.Ordinal));
    }

    private static void AssertWords<TEnum>(string record, string member) where TEnum : struct, Enum =>
        Assert.Equal(Words<TEnum>.All, WordsOf(record, member));

    private static IEnumerable<string> ListOf(string record, string member) =>
        Schema.GetProperty("$defs").GetProperty(record).GetProperty("properties").GetProperty(member).GetProperty("items").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);

    private static IEnumerable<string> WordsOf(string record, string member) =>
        Schema.GetProperty("$defs").GetProperty(record).GetProperty("properties").GetProperty(member).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);

    private static string Name(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static string Checkout(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, path);
    }
}
