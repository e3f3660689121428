using System.Text.RegularExpressions;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>
/// Finds what a content management system has glued into a line: texts for screen readers after links, tags that were not replaced, counts of a share bar. Phrases of several words are found even where
/// they begin within a word.
/// </summary>
internal sealed partial class NoiseFinder
{
    private const int ShortestGlued = 12;
    private readonly List<string> _phrases;

    public NoiseFinder(Lexicon lexicon) =>
        _phrases = [.. lexicon.List("noise").Select(n => n.Replace("*", "", StringComparison.Ordinal).Trim()).Where(n => n.Length >= ShortestGlued && n.Contains(' ', StringComparison.Ordinal)).Distinct().OrderByDescending(n => n.Length)];

    public IEnumerable<Mention> Find(string line, int offset)
    {
        foreach (var phrase in _phrases)
        {
            for (var at = line.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase))
                yield return new Mention(Says.Noise, "glued", offset + at, offset + at + phrase.Length, "noise:phrase");
        }

        foreach (Match tag in Wrapper().Matches(line)) yield return new Mention(Says.Noise, "tag", offset + tag.Index, offset + tag.Index + tag.Length, "noise:tag");
        foreach (var (open, close) in new[] { ("{", "}"), ("[[", "]]"), ("<", ">") })
        {
            for (var at = line.IndexOf(open, StringComparison.Ordinal); at >= 0; at = line.IndexOf(open, at + 1, StringComparison.Ordinal))
            {
                var end = line.IndexOf(close, at, StringComparison.Ordinal);
                if (end < 0 || end - at > 120) continue;
                yield return new Mention(Says.Noise, "tag", offset + at, offset + end + close.Length, "noise:tag");
            }
        }
    }

    /// <summary>A tag that was not replaced, around words that still count: "$(text:b:...)$".</summary>
    [GeneratedRegex(@"\$\(\w{1,20}(?::\w{1,20})*:|\)\$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Wrapper();
}
