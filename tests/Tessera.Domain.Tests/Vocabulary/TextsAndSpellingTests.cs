using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Vocabulary;

public sealed class TextsAndSpellingTests
{
    private static readonly LocalText Names = new([new("hu", "Zala megye"), new("ro", "județul Zala"), new("EN", " Zala County "), new("sv", " ")]);

    [Theory]
    [InlineData("ro", "județul Zala", "ro")]
    [InlineData("sv", "Zala megye", "hu")]
    [InlineData("de", "Zala megye", "hu")]
    public void For_AReader_GivesTheFirstLanguageOfTheChainThatThereIs(string reader, string text, string language) =>
        Assert.Equal(new SpokenText(text, language), Names.For(Languages.Chain(reader, ["hu", "ro"])));

    [Fact]
    public void For_ALanguageNobodyWrites_FallsBackToEnglishThenToAny()
    {
        Assert.Equal("en", Names.For(["de"])!.Value.Language);
        Assert.Equal("hu", LocalText.Of("hu", "x").For(["de"])!.Value.Language);
        Assert.Null(LocalText.Empty.For(["de"]));
    }

    [Fact]
    public void LocalText_WithBlanksAndCapitals_KeepsWhatIsSaid()
    {
        Assert.Equal(3, Names.Count);
        Assert.Equal("Zala County", Names["en"]);
        Assert.Equal(Names, new LocalText(Names.Select(n => new KeyValuePair<string, string>(n.Language, n.Text)).Reverse()));
    }

    [Theory]
    [InlineData("Strășeni", "straseni")]
    [InlineData("STRĂŞENI", "straseni")]
    [InlineData("Jász-Nagykun-Szolnok", "jasz nagykun szolnok")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ærø & Straße", "aero strasse")]
    [InlineData("  19/1994 ", "19 1994")]
    [InlineData("宁夏", "宁夏")]
    [InlineData("İzmir", "izmir")]
    [InlineData("DİYARBAKIR", "diyarbakir")]
    [InlineData("Πειραιάς", "πειραιασ")]
    [InlineData("ΠΕΙΡΑΙΆΣ", "πειραιασ")]
    [InlineData("Вяземськʼий", "вяземськ ии")]
    [InlineData("L\u2019Aquila L\u02BCAquila L'Aquila", "l aquila l aquila l aquila")]
    [InlineData("", "")]
    public void Folding_OfAName_IsItsPlainSpelling(string name, string folded) => Assert.Equal(folded, Folding.Of(name));

    [Fact]
    public void Folding_OfAnything_FoldsToItselfAgain() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text => Folding.Of(Folding.Of(text)) == Folding.Of(text)));

    [Theory]
    [InlineData("szoln", "jasz nagykun szolnok megye", true)]
    [InlineData("nagykun jász", "jasz nagykun szolnok megye", true)]
    [InlineData("as", "jasz nagykun", false)]
    [InlineData("zala x", "zala megye", false)]
    public void Spelling_OfWordsTyped_MatchesBeginningsAndLongerPartsOfWords(string typed, string text, bool matches) => Assert.Equal(matches, Spelling.Of(typed)!.Matches(text));

    [Theory]
    [InlineData("somody", "somogy megye", true)]
    [InlineData("szoklnok", "jasz nagykun szolnok", true)]
    [InlineData("camobasso", "provincia di campobasso", true)]
    [InlineData("pest", "vas megye", false)]
    [InlineData("abc", "abd", false)]
    public void Spelling_WithSlips_IsNearlyRight(string typed, string text, bool nearly) => Assert.Equal(nearly, Spelling.Of(typed)!.Nearly(text));

    [Fact]
    public void Spelling_OfNothing_IsNothing() => Assert.Null(Spelling.Of(" ,.- "));

    [Theory]
    [InlineData("hu", true)]
    [InlineData("sr-latn", true)]
    [InlineData("HU", false)]
    [InlineData("english", false)]
    [InlineData("", false)]
    public void IsTag_OfALanguage_TakesPrimaryTags(string tag, bool isTag) => Assert.Equal(isTag, Languages.IsTag(tag));

    [Fact]
    public void CountryCode_OfOtherThanTwoLetters_IsRefused()
    {
        Assert.Equal("HU", new CountryCode("hu").Value);
        Assert.Throws<FormatException>(() => new CountryCode("HUN"));
        Assert.Throws<FormatException>(() => new CountryCode("H1"));
    }
}
