using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>Numbers and values inside the program's texts.</summary>
public sealed partial class FilledTextsTests
{
    private static readonly Dictionary<string, int> PluralForms = new() { ["en"] = 2, ["hu"] = 2, ["sv"] = 2, ["ro"] = 3 };

    public static TheoryData<string> OtherLanguages => [.. Languages.Interface.Where(l => l != "en")];

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

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Place();
}
