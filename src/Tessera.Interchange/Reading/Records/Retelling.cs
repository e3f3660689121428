using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Finds what a page says of its partners elsewhere than where it names them first: sentences that take a partner's name up again, and, in a piece of news or a decision about one partner, every sentence.
/// </summary>
internal sealed class Retelling(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section[] sections)
{
    private const double Trust = 0.5;

    /// <summary>The records, and those of the sentences that tell more of them.</summary>
    public List<RawRecord> Add(List<RawRecord> found)
    {
        var used = found.SelectMany(r => r.Stretches).Select(s => s.Line.Number).ToHashSet();
        var byName = found.GroupBy(r => r.Name.Core).ToDictionary(g => g.Key, g => g.First());
        var main = Main(found);
        var more = new List<RawRecord>();
        foreach (var line in lines.Where(l => sections[l.Number].Theme is Theme.Partners or Theme.Unknown && !used.Contains(l.Number)))
        {
            if (line.Block.Kind is BlockKind.Title or BlockKind.Heading || !Tells(line)) continue;
            foreach (var (start, end) in Prose.Sentences(line))
            {
                var named = names[line.Number].Where(n => n.Start >= start && n.End <= end && n.IsPlace).ToList();
                var told = named.Count == 0 ? main : named.Select(n => byName.GetValueOrDefault(n.Core)).FirstOrDefault(r => r is not null);
                if (told is not null) more.Add(told with { Stretches = [new Stretch(line, start, end, true)], Trust = Trust, Rule = "retold" });
            }
        }

        return [.. found, .. more];
    }

    /// <summary>The partner that a piece of news or a decision is about: the only one it finds, or the one its title names.</summary>
    private RawRecord? Main(List<RawRecord> found)
    {
        var titles = lines.Where(l => l.Block.Kind == BlockKind.Title || (l.Block.Kind == BlockKind.Heading && l.Block.Level == 1)).ToList();
        if (!titles.Any(t => t.Mentions.Any(m => m.IsInstrument || m.Key is "decision" or Says.Decision))) return null;
        var partners = found.Select(r => r.Name.Core).Distinct().ToList();
        if (partners.Count == 1) return found[0];
        var named = titles.SelectMany(t => names[t.Number]).Where(n => n.IsPlace).Select(n => n.Nominative).ToHashSet();
        return named.Count == 1 ? found.FirstOrDefault(r => named.Contains(r.Name.Nominative)) : null;
    }

    private static bool Tells(Line line) => line.Mentions.Any(m => m.Key is Says.Role or Says.Decision or Says.Status) && line.Mentions.Any(m => m.Key is Says.Date or Says.OpenDate or Says.Decision);
}
