using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
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

    [Fact]
    public void TermOfACountry_StandsUnderOneOnly()
    {
        foreach (var language in LexiconSource.Languages)
        {
            var twice = LexiconSource.Entries(language).Where(e => e.Key.StartsWith("country.", StringComparison.Ordinal)).GroupBy(e => Written(e.Term)).Where(g => g.Select(e => e.Key).Distinct().Count() > 1);
            Assert.True(!twice.Any(), $"{language}: {string.Join("; ", twice.Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.Key))}"))}");
        }
    }

    /// <summary>`noise`, the endings, levels, countries and labels are read elsewhere as they are written, `{y}` stands for digits, and a stem matches letters only.</summary>
    [Fact]
    public void PlainTerm_ThatAStemOfItsKeyCovers_IsLeftOut()
    {
        string[] literal = ["noise", "ending", "ending.at", "ending.swap", "ending.adjective", "common", "count", "decade", "level.", "country.", "label."];
        foreach (var language in LexiconSource.Languages)
        {
            var words = LexiconSource.Entries(language).Where(e => !literal.Contains(e.Key) && !literal.Contains(e.Key.Split('.')[0] + ".")).Select(e => (e.Key, Term: Written(e.Term))).Where(e => e.Term.Length > 0 && !e.Term.Contains(' ') && !e.Term.TrimEnd('*').Contains('*')).Distinct().ToList();
            var stems = words.Where(e => e.Term.EndsWith('*')).ToLookup(e => e.Key, e => e.Term[..^1]);
            var covered = words.Where(e => char.IsLetter(e.Term[0]) && stems[e.Key].Any(s => e.Term.TrimEnd('*') != s ? e.Term.StartsWith(s, StringComparison.Ordinal) : !e.Term.EndsWith('*'))).ToList();
            Assert.True(covered.Count == 0, $"{language}: {string.Join("; ", covered)}");
        }
    }

    /// <summary>A term folded, with its stem's star.</summary>
    private static string Written(string term) => Folding.Of(term) + (term.EndsWith('*') ? "*" : "");

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
