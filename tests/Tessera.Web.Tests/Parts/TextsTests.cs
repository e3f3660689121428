using System.Reflection;
using System.Text.RegularExpressions;
using Tessera.Domain.Calendar;
using Tessera.Domain.Delegations;
using Tessera.Domain.Guests;
using Tessera.Domain.Memberships;
using Tessera.Domain.News;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage.Backups;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Halves;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Interchange.Reading;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>Every text the program asks for exists in the four languages, and none is left over.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] BuiltFrom = ["hit-kind.", "personal.kind-", "need-kind.", "need.why-", "need.step-", "fields.", "unit.", "history.kind-", "history.why-", "letter.step-", "refusal.", "standing.why-", "fact.", "changes.line-", "changes.subject-", "downloads.for-", "privacy.", "their-data.", "errors.", "fact.unit-", "reading.", "reading-kind.", "reading-state.", "read.because-", "read.column-", "read.show-", "read.work-", "read.field-", "read.like-", "read.note-", "read.status-", "read.sure-", "commands.read.status-", "commands.read.level-", "commands.reconcile.", "commands.pairs.fault-", "delegation-check.broken-", "delegation-check.seat-", "delegation-body.", "delegation-desk.field-", "delegation-desk.known-", "delegation-desk.reading-", "delegation-desk.rule-", "pair-answer.", "calendar.again-", "calendar.span-", "guests.letter-", "guests.subject-", "registration.letter-", "registration.subject-", "registration.all-taken", "import.state-", "import.result-", "booklet-link.", "board.why-", "delegation-page.seat-", "delegation-column.", "delegation-file.", "delegation-letter.", "tour.why-", "tour.letter-", "tour.subject-"];

    public static TheoryData<string> Others => ["hu", "sv", "ro"];

    [Theory]
    [MemberData(nameof(Others))]
    public void EveryLanguage_ComparedWithEnglish_HasTheSameKeysAndPlaces(string language)
    {
        var (english, other) = (TextCatalogue.Shared.Entries("en"), TextCatalogue.Shared.Entries(language));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, e => Assert.Equal(Places(e.Value[^1]), Places(other[e.Key][^1])));
        var forms = language == "ro" ? 3 : 2;
        Assert.All(english.Where(e => e.Value.Count > 1), e => Assert.Equal(forms, other[e.Key].Count));
    }

    [Fact]
    public void EveryKey_InTheCode_HasAText()
    {
        var texts = TextCatalogue.Shared.Entries("en");
        var missing = KeysInCode().Where(k => !texts.ContainsKey(k)).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
    }

    [Fact]
    public void EveryText_IsAskedForSomewhere()
    {
        var code = string.Join('\n', SourceFiles().Select(File.ReadAllText));
        var labels = EnumKeys().ToHashSet();
        var unused = TextCatalogue.Shared.Entries("en").Keys.Where(k => !code.Contains($"\"{k}\"", StringComparison.Ordinal) && !labels.Contains(k)
            && !OfficeFileCodes.All.Contains(k) && !BackupCodes.All.Contains(k) && !k.StartsWith("authority-event.already-", StringComparison.Ordinal) && !k.StartsWith("date.", StringComparison.Ordinal) && !BuiltFrom.Any(b => k.StartsWith(b, StringComparison.Ordinal))).ToList();
        Assert.True(unused.Count == 0, string.Join(", ", unused));
    }

    [Fact]
    public void EveryValueOfTheDomain_HasALabelInEveryLanguage() => Assert.All(Languages.Interface, l => Assert.All(EnumKeys(), k => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(k), $"{k} in {l}")));

    [Fact]
    public void EveryRefusal_OfAnOfficeFileOrADate_HasASentenceInEveryLanguage()
    {
        var codes = OfficeFileCodes.All.Concat(typeof(PartialDateRefusal).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!));
        Assert.All(Languages.Interface, l => Assert.All(codes, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(c), $"{c} in {l}")));
    }

    [Fact]
    public void EveryRefusal_OfABackup_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(BackupCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(c), $"{c} in {l}")));

    [Fact]
    public void EveryRefusal_OfAPartnersData_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(TheirDataCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(c), $"{c} in {l}")));

    [Fact]
    public void EveryRefusal_OfAFileOfDelegations_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(DelegationFileCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(c), $"{c} in {l}")));

    [Fact]
    public void EveryRefusal_OfAReading_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(ReadingCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(c), $"{c} in {l}")));

    [Fact]
    public void EveryStatusAndLikenessOfAReading_HasItsWordsInEveryLanguage() => Assert.All(Languages.Interface, l => Assert.All(
        [.. Words<ReadingKind>.All.Select(k => "reading-kind." + k), .. Words<ReadingState>.All.Select(s => "reading-state." + s), .. Words<Likeness>.All.Select(w => "read.like-" + w), .. Words<ReadingFilter>.All.Select(f => "read.show-" + f), .. Words<ReadingWorkKind>.All.Select(k => "read.work-" + k), .. Words<ColumnReason>.All.Select(r => "read.column-" + r), .. ColumnFields.All.Append("auto").Select(f => "read.field-" + f), .. ReadAgreement.Statuses.Select(s => "read.status-" + s), .. ReadAgreement.Statuses.Skip(1).Select(s => "read.note-" + s)],
        k => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey(k), $"{k} in {l}")));

    [Fact]
    public void EveryRefusal_OfAnActivityNewsOrDelegation_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(ActivityRefusal.All.Concat(RecurrenceRefusal.All).Concat(CoordinationRefusal.All).Concat(NewsRefusal.All).Concat(GuestRefusal.All).Concat(InvitationCodes.All).Concat(CalendarCodes.All).Concat(MembershipRefusal.All).Concat(DelegationRefusal.All).Concat(TourRefusal.All), c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey("refusal." + c), $"{c} in {l}")));

    [Fact]
    public void EveryRefusal_OfADocument_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(DocumentCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey("refusal." + c), $"{c} in {l}")));

    [Fact]
    public void EveryRefusal_OfAPageToFetch_HasASentenceInEveryLanguage() =>
        Assert.All(Languages.Interface, l => Assert.All(PageFetchCodes.All, c => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey("refusal." + c), $"{c} in {l}")));

    [Theory]
    [InlineData("en", 1, "1 partner")]
    [InlineData("en", 19, "19 partners")]
    [InlineData("hu", 19, "19 partner")]
    [InlineData("ro", 1, "1 partener")]
    [InlineData("ro", 19, "19 parteneri")]
    [InlineData("ro", 20, "20 de parteneri")]
    [InlineData("ro", 101, "101 parteneri")]
    public void Plural_OfANumber_IsTheLanguagesOwn(string language, int count, string expected) => Assert.Equal(expected, TextCatalogue.Shared.For(language)["partners.total", count]);

    [Theory]
    [InlineData("ro", "1", "1 an")]
    [InlineData("ro", "0", "0 ani")]
    [InlineData("ro", "19", "19 ani")]
    [InlineData("ro", "20", "20 de ani")]
    [InlineData("ro", "100", "100 de ani")]
    [InlineData("ro", "101", "101 ani")]
    [InlineData("ro", "120", "120 de ani")]
    [InlineData("ro", "24.5", "24.5 ani")]
    [InlineData("en", "1", "1 year")]
    [InlineData("en", "1.5", "1.5 years")]
    [InlineData("sv", "1", "1 år")]
    public void With_ANumber_TakesItsPluralForm(string language, string number, string expected) =>
        Assert.Equal(expected, TextCatalogue.Shared.For(language).With("fact.unit-years", decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), ("value", number)));

    [Theory]
    [InlineData("2026. december 13.", "A betöltés határideje: 2026. december 13.")]
    [InlineData("holnap", "A betöltés határideje: holnap.")]
    [InlineData("még…", "A betöltés határideje: még….")]
    [InlineData("és így...", "A betöltés határideje: és így....")]
    public void With_AValueThatEndsWithAStop_EndsTheSentenceOnce(string day, string expected) =>
        Assert.Equal(expected, TextCatalogue.Shared.For("hu").With("delegation-desk.fill-until", ("day", day)));

    [Theory]
    [InlineData("sv", "changes.subject-agreement", "Avtal")]
    [InlineData("ro", "changes.subject-membership", "Apartenență la o organizație")]
    [InlineData("sv", "history.kind-changed", null)]
    public void Heading_OfAThing_BeginsWithACapital(string language, string key, string? expected)
    {
        var heading = TextCatalogue.Shared.For(language).Heading(key);
        Assert.True(char.IsUpper(heading[0]));
        Assert.Equal(expected ?? heading, heading);
    }

    [Theory]
    [InlineData("HU", "Hungary", "Magyarország", "Ungern", "Ungaria")]
    [InlineData("CN", "China", "Kína", "Kina", "China")]
    [InlineData("MD", "Moldova", "Moldovai Köztársaság", "Moldavien", "Republica Moldova")]
    [InlineData("AM", "Armenia", "Örményország", "Armenien", "Armenia")]
    [InlineData("EE", "Estonia", "Észtország", "Estland", "Estonia")]
    [InlineData("DE", "Germany", "Németország", "Tyskland", "Germania")]
    public void Country_InFourLanguages_IsNamedAsAClerkWould(string code, params string[] names) =>
        Assert.Equal(names, Languages.Interface.Select(l => CountryNames.Of(code, l)));

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"b\" c", "x:2")]
    [InlineData("nonsense", "x:1")]
    [InlineData("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", "x:2")]
    public void PoFile_Malformed_IsRefusedWithItsLine(string text, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => PoFile.Read(text, "x")).Message, StringComparison.Ordinal);

    private static IEnumerable<string> KeysInCode() => SourceFiles().SelectMany(f => Key().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(k => k[^1] is not ('-' or '.')).Distinct();

    private static IEnumerable<string> SourceFiles() => Directory.GetFiles(Checkout.File("src", "Tessera.Web"), "*.cs*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> EnumKeys() =>
        typeof(LocalText).Assembly.GetTypes().Append(typeof(PartnerOrder)).Concat(typeof(Sex).Assembly.GetTypes().Where(t => t.Namespace == typeof(Sex).Namespace)).Where(t => t.IsEnum && t.IsPublic && !t.Name.StartsWith("PartialDate", StringComparison.Ordinal))
            .SelectMany(t => Enum.GetNames(t).Select(v => $"{WordNames.Kebab(t.Name)}.{WordNames.Kebab(v)}"));

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("""(?:\bT|[Tt]exts|Words)(?:\.With\(|\[)"([a-z0-9.-]+)"[,\])]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Place();
}
