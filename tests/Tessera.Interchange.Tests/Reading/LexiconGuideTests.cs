using System.Text.RegularExpressions;
using Tessera.Interchange.Reading.Words;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>docs/lexicons.md tells a translator what every key means.</summary>
public sealed partial class LexiconGuideTests
{
    private static readonly string Guide = File.ReadAllText(CorpusPages.Checkout("docs/lexicons.md"));

    [Fact]
    public void Guide_OfEveryKeyInUse_SaysWhatItMeans()
    {
        var used = LexiconSource.Languages.Append(LexiconSource.International).SelectMany(l => LexiconSource.Entries(l)).Select(e => Described(e.Key)).Distinct().ToList();
        var missing = used.Where(k => !Keys().Contains(k)).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
        Assert.True(used.Count > 80);
    }

    [Fact]
    public void Guide_NamesNoKeyThatNobodyUses()
    {
        var used = LexiconSource.Languages.Append(LexiconSource.International).SelectMany(l => LexiconSource.Entries(l)).Select(e => Described(e.Key)).ToHashSet();
        Assert.All(Keys(), k => Assert.Contains(k, used));
    }

    [Fact]
    public void Lexicons_AllInTheForm_HaveNoEmptyAndNoTooShortStems()
    {
        foreach (var language in LexiconSource.Languages)
        {
            Assert.All(LexiconSource.Entries(language), e => Assert.True(e.Term.Trim(' ', '*').Length > 0, $"{language}: {e.Key}"));
        }
    }

    /// <summary>The keys in the first column of the guide's tables.</summary>
    private static HashSet<string> Keys() => [.. Row().Matches(Guide).SelectMany(r => Code().Matches(r.Groups[1].Value)).SelectMany(c => Spread(c.Groups[1].Value))];

    private static IEnumerable<string> Spread(string key) => key.StartsWith("month.", StringComparison.Ordinal) ? Enumerable.Range(1, 12).Select(m => $"month.{m}") : [key];

    private static string Described(string key) => CountryKey().Replace(key, "$1.XX");

    [GeneratedRegex(@"^\| (`[^|]*`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([a-zA-Z.0-9-]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(country|country-adjective)\.[A-Z]{2}(?:[A-Z]{2})?$")]
    private static partial Regex CountryKey();
}
