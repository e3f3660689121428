using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>Finds everything that the lexicons and the scanners know, line by line. Linear in the page.</summary>
internal sealed class Recogniser(PageText page, Lexicon lexicon)
{
    private const int LongestOrdinary = 6;
    private const int MostBetween = 3;
    private readonly NoiseFinder _noise = new(lexicon);

    /// <summary>The lines of the page with what stands in them.</summary>
    public List<Line> Lines()
    {
        var lines = new List<Line>(page.Blocks.Count);
        foreach (var block in page.Blocks) lines.Add(Read(lines.Count, block));
        return lines;
    }

    private Line Read(int number, Block block)
    {
        var text = page.Of(block);
        var masked = _noise.Find(text, block.Start).ToList();
        masked.AddRange(Open(block, masked).ToList().SelectMany(o => ContactScanner.Find(page.Text[o.Start..o.End], o.Start)));
        var tokens = new List<Token>();
        foreach (var (start, end) in Open(block, masked)) tokens.AddRange(Tokens.Of(page.Text, start, end));
        var terms = Terms(tokens);
        var decisions = Widest(DecisionScanner.Find(text, block.Start, terms, lexicon.Languages[0] is "sv" or "fi" or "da" or "no").Where(d => !masked.Any(d.Overlaps)));
        var dates = DateScanner.Find(tokens, terms, decisions).ToList();
        var mentions = masked.Concat(terms).Concat(decisions).Concat(dates).Concat(NumberScanner.Find(tokens, terms, dates)).OrderBy(m => m.Start).ThenByDescending(m => m.End);
        return new Line(number, block, text, tokens, [.. mentions]);
    }

    /// <summary>What is left of the block between the masked words. A masked word may end within a word ("Rehnalänk till annan webbplats").</summary>
    private static IEnumerable<(int Start, int End)> Open(Block block, List<Mention> masked)
    {
        var at = block.Start;
        foreach (var mention in masked.OrderBy(m => m.Start))
        {
            if (mention.Start > at) yield return (at, mention.Start);
            at = Math.Max(at, mention.End);
        }

        if (at < block.End) yield return (at, block.End);
    }

    private List<Mention> Terms(List<Token> tokens)
    {
        var (found, hits) = (new List<Mention>(), new List<TermHit>());
        for (var i = 0; i < tokens.Count; i++)
        {
            hits.Clear();
            lexicon.Terms.Find(tokens, i, hits);
            foreach (var hit in hits.Where(h => h.Term.Key != Says.Country || IsNamed(tokens, h))) found.Add(new Mention(hit.Term.Key, hit.Term.Value, tokens[hit.From].Start, tokens[hit.To - 1].End, "lexicon:" + hit.Term.Language));
        }

        return WithoutCities([.. found.GroupBy(m => m.Key).SelectMany(Widest).Distinct()]);
    }

    /// <summary>"Luxembourg (Luxembourg)", "Cidade do México, México": the first of two is the city.</summary>
    private static List<Mention> WithoutCities(List<Mention> terms)
    {
        var countries = terms.Where(t => t.Key == Says.Country).OrderBy(t => t.Start).ToList();
        var cities = countries.Zip(countries.Skip(1)).Where(p => p.First.Value == p.Second.Value && p.Second.Start > p.First.End && p.Second.Start - p.First.End <= MostBetween).Select(p => p.First).ToHashSet();
        return cities.Count == 0 ? terms : [.. terms.Where(t => !cities.Contains(t))];
    }

    /// <summary>A short name of a country is also an ordinary word ("us", "mali") unless it is written as a name; two letters are one only in capitals.</summary>
    private static bool IsNamed(List<Token> tokens, TermHit hit) =>
        !IsCompound(tokens, hit) && (hit.To - hit.From > 1 || tokens[hit.From].Folded.Length > LongestOrdinary || (tokens[hit.From].IsCapital && (tokens[hit.From].Folded.Length > 3 || tokens[hit.From].AllCapitals)));

    /// <summary>"Hauts-de-France": a country behind a hyphen is part of another name.</summary>
    private static bool IsCompound(List<Token> tokens, TermHit hit) => hit.From > 1 && tokens[hit.From - 1].Is('-') && tokens[hit.From - 1].End == tokens[hit.From].Start && tokens[hit.From - 2].End == tokens[hit.From - 1].Start && tokens[hit.From - 2].IsWord;

    /// <summary>Without those that lie within a wider one; of equal ones the first.</summary>
    private static List<Mention> Widest(IEnumerable<Mention> mentions)
    {
        var kept = new List<Mention>();
        foreach (var mention in mentions.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            if (kept.Count == 0 || mention.Start >= kept[^1].End || (mention.Start == kept[^1].Start && mention.End == kept[^1].End && mention.Value != kept[^1].Value)) kept.Add(mention);
        }

        return kept;
    }
}
