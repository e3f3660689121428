using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Testing;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>The program's texts: the same in all languages, each used, none missing.</summary>
public sealed partial class TextsTests
{
    private static readonly Dictionary<string, int> PluralForms = new() { ["en"] = 2, ["hu"] = 2, ["sv"] = 2, ["ro"] = 3 };

    public static TheoryData<string> OtherLanguages => [.. Languages.Interface.Where(l => l != "en")];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Keys_OfALanguage_AreThoseOfEnglish(string language)
    {
        var (english, other) = (TextCatalogue.Shared.Entries("en"), TextCatalogue.Shared.Entries(language));
        Assert.Empty(english.Keys.Except(other.Keys));
        Assert.Empty(other.Keys.Except(english.Keys));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Places_ToBeFilled_AreThoseOfEnglish(string language)
    {
        foreach (var (key, forms) in TextCatalogue.Shared.Entries("en"))
        {
            Assert.True(Places(forms).SetEquals(Places(TextCatalogue.Shared.Entries(language)[key])), $"{language}: {key}");
        }
    }

    [Fact]
    public void Forms_OfEveryKey_AreAsManyAsTheLanguageHas()
    {
        foreach (var language in Languages.Interface)
        {
            foreach (var (key, forms) in TextCatalogue.Shared.Entries(language))
            {
                Assert.True(forms.Count == (TextCatalogue.Shared.Entries("en")[key].Count == 1 ? 1 : PluralForms[language]), $"{language}: {key} has {forms.Count} forms");
                Assert.All(forms, form => Assert.False(string.IsNullOrWhiteSpace(form), $"{language}: {key} is empty"));
            }
        }
    }

    [Fact]
    public void Keys_ThatTheCodeNames_AreAllThere()
    {
        var named = Sources().SelectMany(s => NamedKey().Matches(s.Text).Select(m => (s.File, Key: m.Groups[1].Value))).ToList();
        Assert.True(named.Count > 150, $"{named.Count} keys found in the code");
        Assert.All(named, n => Assert.True(TextCatalogue.Shared.Entries("en").ContainsKey(n.Key), $"{n.File} asks for '{n.Key}'"));
    }

    [Fact]
    public void Keys_ThatAreThere_AreAllUsed()
    {
        var literals = Sources().SelectMany(s => Literal().Matches(s.Text).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var beginnings = literals.Where(l => l.Contains('.', StringComparison.Ordinal) && l[^1] is '.' or '-').ToList();
        var labels = Enumerations().Select(e => WordNames(e)).SelectMany(n => n).ToHashSet(StringComparer.Ordinal);
        var unused = TextCatalogue.Shared.Entries("en").Keys
            .Where(k => !literals.Contains(k) && !labels.Contains(k) && !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal)));
        Assert.Empty(unused);
    }

    [Fact]
    public void Labels_OfAnEnumerationThatHasAny_AreThereForEveryValue()
    {
        var keys = TextCatalogue.Shared.Entries("en").Keys.ToHashSet(StringComparer.Ordinal);
        var labelled = Enumerations().Select(e => WordNames(e).ToList()).Where(names => names.Any(keys.Contains)).ToList();
        Assert.True(labelled.Count >= 8, $"{labelled.Count} enumerations have labels");
        Assert.All(labelled.SelectMany(l => l), key => Assert.Contains(key, keys));
    }

    [Theory]
    [InlineData("en", 0, 1)]
    [InlineData("en", 1, 0)]
    [InlineData("en", 2, 1)]
    [InlineData("hu", 1, 0)]
    [InlineData("hu", 5, 1)]
    [InlineData("sv", 1, 0)]
    [InlineData("sv", 21, 1)]
    [InlineData("ro", 0, 1)]
    [InlineData("ro", 1, 0)]
    [InlineData("ro", 2, 1)]
    [InlineData("ro", 19, 1)]
    [InlineData("ro", 20, 2)]
    [InlineData("ro", 100, 2)]
    [InlineData("ro", 101, 1)]
    [InlineData("ro", 119, 1)]
    [InlineData("ro", 120, 2)]
    public void Form_OfANumber_FollowsTheLanguagesRule(string language, int number, int form)
    {
        var texts = new Texts(language, new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["form 0", "form 1", "form 2"] });
        Assert.Equal($"form {form}", texts["k", number]);
    }

    [Theory]
    [InlineData("en", "12,345 things")]
    [InlineData("hu", "12\u00a0345 things")]
    [InlineData("sv", "12\u00a0345 things")]
    [InlineData("ro", "12.345 things")]
    public void Number_InAText_IsWrittenAsTheLanguageWritesIt(string language, string expected)
    {
        var texts = new Texts(language, new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["{count} thing", "{count} things"] });
        Assert.Equal(expected, texts["k", 12345]);
    }

    [Fact]
    public void Values_ThatLookLikePlaces_AreNotFilledAgain()
    {
        var texts = new Texts("en", new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["{name} since {year}"] });
        Assert.Equal("{year} since 1997", texts.With("k", ("name", "{year}"), ("year", "1997")));
    }

    private static HashSet<string> Places(IEnumerable<string> forms) => [.. forms.SelectMany(f => Place().Matches(f).Select(m => m.Value))];

    private static IEnumerable<Type> Enumerations() => new[] { typeof(Languages).Assembly, typeof(Features.Partners.PartnerOrder).Assembly, typeof(Interchange.Offices.OfficeFile).Assembly }
        .SelectMany(a => a.GetExportedTypes()).Where(t => t.IsEnum);

    private static IEnumerable<string> WordNames(Type enumeration) =>
        Enum.GetNames(enumeration).Select(n => $"{Interchange.Offices.WordNames.Kebab(enumeration.Name)}.{Interchange.Offices.WordNames.Kebab(n)}");

    private static IEnumerable<(string File, string Text)> Sources() =>
        Directory.EnumerateFiles(Checkout.File("src"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Checkout.Root, f), File.ReadAllText(f)));

    [GeneratedRegex(@"(?:\bT|[tT]exts)(?:\[|\.With\()""([^""]+)""(?!\s*\+)")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"""([a-z][a-z0-9.-]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Place();
}
