using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Finds the records of a page: tables by their rows, runs of lines by their order, sentences by their names. Outside sections about partners a record must itself say what binds it to the office.
/// </summary>
internal sealed class RecordFinder(PageText page, Lexicon lexicon, IPlaces places, string? home, IReadOnlySet<string> homeName, IReadOnlyList<ToldColumns> told)
{
    private const int LeastCountries = 4;
    private const int DecisionAbove = 6;
    private const int LeastStray = 5_000;
    private readonly Prose _prose = new(page.Text, home);
    private readonly List<TableMapping> _tables = [];

    /// <summary>What the columns of the tables were taken for, once they were read.</summary>
    public IReadOnlyList<TableMapping> Tables => _tables;

    public List<RawRecord> Find(List<Line> all)
    {
        var lines = all.Where(l => !l.Block.IsAside && (l.Words > 0 || l.Mentions.Count > 0)).Select((l, i) => l with { Number = i }).ToList();
        var common = all.SelectMany(l => l.Tokens).Where(t => t.IsWord && !t.IsCapital).Select(t => t.Folded).ToHashSet();
        common.UnionWith(lexicon.List("common").Select(Folding.Of));
        var finder = new NameFinder(page.Text, lexicon, places, common, homeName);
        var names = lines.Select(l => (IReadOnlyList<NameSpan>)finder.Find(l)).ToList();
        var sections = Sections.Of(lines, l => names[l.Number].Any(n => n.IsPlace));
        if (OnePartner.Find(lines, names, sections) is { } only) return [only];
        var found = new List<RawRecord>();
        var isConsortium = lines.Any(l => l.Has(Says.Kind, "project-partnership"));
        foreach (var (first, count) in Runs(lines, sections))
        {
            var section = sections[first];
            if (section.Theme is Theme.Network or Theme.Other) continue;
            var (part, partNames) = (lines.GetRange(first, count), names.GetRange(first, count));
            var records = (part[0].Block.Table > 0 ? Table(part, partNames, section, finder) : new Stacks(part, partNames, section).Read()).Where(IsBound).ToList();
            records = WithoutStrays(records);
            found.AddRange(records);
            var used = records.SelectMany(r => r.Stretches).Select(s => s.Line.Number).ToHashSet();
            for (var i = 0; i < count; i++)
            {
                if (!used.Contains(first + i)) found.AddRange(Sentences(part[i], partNames[i], section, isConsortium).Select(r => WithDecision(r, part, i)));
            }
        }

        return found;
    }

    private IEnumerable<RawRecord> Table(List<Line> lines, List<IReadOnlyList<NameSpan>> names, Section section, NameFinder finder)
    {
        var table = new TableRecords(lines, names, section, finder.Whole, told);
        if (table.IsSheet) return new Stacks(lines, names, section).Read();
        if (table.Mapping is { } mapping) _tables.Add(mapping);
        return table.Read();
    }

    /// <summary>Runs of lines of one section, tables by themselves.</summary>
    private static IEnumerable<(int First, int Count)> Runs(List<Line> lines, Section[] sections)
    {
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && sections[end] == sections[first] && lines[end].Block.Table == lines[first].Block.Table) end++;
            yield return (first, end - first);
            first = end;
        }
    }

    /// <summary>Where most records of a run name their country, one that does not must at least be a town of some size.</summary>
    private static List<RawRecord> WithoutStrays(List<RawRecord> records)
    {
        var withCountry = records.Count(r => r.Country is not null || r.HeadingCountry is not null);
        var least = withCountry * 2 >= records.Count || records.Count < 3 ? LeastStray : 0;
        return [.. records.Where(r => r.Rule == RawRecord.Told || r.Country is not null || r.HeadingCountry is not null || r.Name.IsWide || (r.Name.IsPlace && r.Name.Places[0].Population >= least))];
    }

    /// <summary>In a section about partners a record needs a country or a place; elsewhere its own word of what binds it.</summary>
    private static bool IsBound(RawRecord record)
    {
        if (record.Rule == RawRecord.Told) return true;
        var isSomewhere = record.Country is not null || record.HeadingCountry is not null || (record.Name.IsPlace && record.Name.Nominative == record.Name.Core);
        if (record.Section.Theme == Theme.Partners) return isSomewhere || (record.Name.IsWide && record.Stretches.Count > 1);
        return isSomewhere && record.Stretches.Any(s => !s.IsProse && s.Mentions.Any(m => m.IsInstrument && m.Value is not "project-partnership"));
    }

    private IEnumerable<RawRecord> Sentences(Line line, IReadOnlyList<NameSpan> names, Section section, bool isConsortium)
    {
        if (names.Count == 0 || line.Block.Kind is BlockKind.Title) yield break;
        RawRecord? last = null;
        foreach (var (start, end) in Prose.Sentences(line))
        {
            if (last is not null && !names.Any(n => n.Start >= start && n.End <= end && n.IsPlace && n.Core != last.Name.Core))
            {
                last = last with { Stretches = [.. last.Stretches, new Stretch(line, start, end, true)] };
                continue;
            }

            if (line.All("explain").Any(e => e.Start >= start && e.End <= end)) continue;
            var kinds = line.All(Says.Kind).Where(k => k.Start >= start && k.End <= end).ToList();
            var said = Consortium(line, start, end, isConsortium);
            if (kinds.Count == 0 && said is null && (section.Theme != Theme.Partners || !line.Mentions.Any(c => c.Key is Says.Country or "country-adjective" && c.Start >= start && c.End <= end)) || kinds.Any(k => k.Value == "membership") || line.All(Says.Network).Any(n => n.Start >= start && n.End <= end)) continue;
            foreach (var (name, country, clause) in _prose.Read(line, start, end, names))
            {
                if (country is null && kinds.Count == 0) continue;
                if (last is not null) yield return last;
                last = new RawRecord(name, country, null, null, SectionOf(section, kinds.Count == 0 && said is not null ? [said] : kinds), [clause], "prose", section.Theme == Theme.Partners || said is not null ? 0.6 : 0.45);
            }
        }

        if (last is not null) yield return last;
    }

    /// <summary>A decision's number alone on a line above belongs to what the decision says below.</summary>
    private static RawRecord WithDecision(RawRecord record, List<Line> lines, int i)
    {
        if (record.Stretches.Any(s => s.Mentions.Any(m => m.Key == Says.Decision))) return record;
        var above = Enumerable.Range(1, Math.Min(DecisionAbove, i)).Select(n => lines[i - n]).FirstOrDefault(l => l.Has("decision") && l.Has(Says.Decision) && l.Words <= 10);
        return above is null ? record : record with { Stretches = [Stretch.Of(above), .. record.Stretches] };
    }

    /// <summary>A sentence that names authorities of several countries, on a page about a project with partners, lists the project's partners.</summary>
    private static Mention? Consortium(Line line, int start, int end, bool isConsortium)
    {
        var countries = line.All(Says.Country).Where(c => c.Start >= start && c.End <= end).ToList();
        return isConsortium && countries.Select(c => c.Value).Distinct().Count() >= LeastCountries ? new Mention(Says.Kind, "project-partnership", countries[0].Start, countries[0].End, "prose:consortium") : null;
    }

    private static Section SectionOf(Section section, List<Mention> kinds) => kinds.Count == 0 ? section : section with { Kind = kinds[0].Value };
}
