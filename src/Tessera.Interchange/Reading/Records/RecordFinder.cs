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
    private const int MostBeforeTheme = 2;
    private const int LongestStamp = 16;
    private const int MostBelowCountry = 6;
    private readonly Prose _prose = new(page.Text, home);
    private readonly List<TableMapping> _tables = [];

    /// <summary>The partners found so far, by the names under which the directory knows them.</summary>
    private readonly HashSet<string> _known = [];

    /// <summary>What the columns of the tables were taken for, once they were read.</summary>
    public IReadOnlyList<TableMapping> Tables => _tables;

    public List<RawRecord> Find(List<Line> all)
    {
        var lines = all.Where(l => !l.Block.IsAside && !IsStamp(l) && (l.Words > 0 || l.Mentions.Count > 0)).Select((l, i) => l with { Number = i }).ToList();
        var common = all.SelectMany(l => l.Tokens.Where(t => t.IsWord && !t.IsCapital && !IsOfPath(t))).Select(t => t.Folded).ToHashSet();
        common.UnionWith(lexicon.List("common").Select(Folding.Of));
        var finder = new NameFinder(page.Text, lexicon, places, common, homeName);
        var names = lines.Select(l => (IReadOnlyList<NameSpan>)finder.Find(l)).ToList();
        lines = WithoutSheets(lines, names);
        var sections = Sections.Of(lines, l => names[l.Number].Any(n => n.IsPlace));
        var mayTell = !sections.Any(x => x.Theme == Theme.Network) || sections.Any(x => x.Theme == Theme.Partners);
        var setting = new TableSetting(finder.Whole, l => NameFinder.NamesHome(l, l.Start, l.End, homeName), home, mayTell, told);
        var only = OnePartner.Find(lines, names, sections, homeName);
        if (only is not null && !sections.Any(s => OnePartner.IsOthers(lines, s, homeName))) return [only];
        if (Acts.Find(lines, names, sections, home) is { Count: > 0 } acts) return acts;
        var found = only is null ? new List<RawRecord>() : [only];
        var isConsortium = lines.Any(l => l.Has(Says.Kind, "project-partnership"));
        foreach (var (first, count) in Runs(lines, sections))
        {
            var section = sections[first];
            if (section.Theme is Theme.Network or Theme.Other || (only is not null && !OnePartner.IsOthers(lines, section, homeName))) continue;
            var (part, partNames) = (lines.GetRange(first, count), names.GetRange(first, count));
            var records = (part[0].Block.Table > 0 ? Table(part, partNames, section, setting) : new Stacks(part, partNames, section).Read()).Where(IsBound).ToList();
            records = WithoutStrays(records);
            found.AddRange(records);
            _known.UnionWith(records.Select(r => r.Name.Nominative).Where(n => n.Length > 0));
            var used = records.SelectMany(r => r.Stretches).Select(s => s.Line.Number).ToHashSet();
            for (var i = 0; i < count; i++)
            {
                if (!used.Contains(first + i)) found.AddRange(Sentences(part[i], partNames[i], section, isConsortium, CountryAbove(part, i)).Select(r => WithDecision(r, part, i) with { HeadingDate = DateAbove(part, i) }));
            }
        }

        if (only is not null) return found;
        return new Retelling(lines, names, sections).Add(found);
    }

    /// <summary>"www.suhl.eu", "images/suhl": addresses write names small.</summary>
    private bool IsOfPath(Token token) => (token.Start > 0 && IsOfPath(page.Text[token.Start - 1])) || (token.End + 1 < page.Text.Length && IsOfPath(page.Text[token.End]) && char.IsLetterOrDigit(page.Text[token.End + 1]));

    private static bool IsOfPath(char sign) => sign is '/' or '@' or '_' or '.';

    /// <summary>When the page was made and last changed.</summary>
    private static bool IsStamp(Line line) => line.Words <= LongestStamp && line.Block.Table == 0 && line.Has("updated") && !line.HasInstrument;

    /// <summary>A table of labels and values below a partner's heading tells of that partner: its cells are read as the lines they are.</summary>
    private static List<Line> WithoutSheets(List<Line> lines, List<IReadOnlyList<NameSpan>> names)
    {
        var sheets = new HashSet<int>();
        foreach (var table in lines.Where(l => l.Block.Table > 0).GroupBy(l => l.Block.Table))
        {
            var (cells, first) = (table.ToList(), table.First().Number);
            if (first > 0 && IsCaption(lines[first - 1], names[first - 1]) && TableRecords.IsSheet(cells)) sheets.Add(table.Key);
        }

        return sheets.Count == 0 ? lines : [.. lines.Select(l => sheets.Contains(l.Block.Table) ? l with { Block = l.Block with { Table = 0, Row = 0, Column = 0 } } : l)];
    }

    /// <summary>A heading with a name, or a line that is nothing but one.</summary>
    private static bool IsCaption(Line line, IReadOnlyList<NameSpan> names) =>
        line.Block.Table == 0 && names.Count > 0 && (line.Block.Kind == BlockKind.Heading || (names[0].IsPlace && names[0].Start == line.Start && line.Tokens.All(t => t.Kind == TokenKind.Sign || names.Any(n => n.Start <= t.Start && t.End <= n.End))));

    private IEnumerable<RawRecord> Table(List<Line> lines, List<IReadOnlyList<NameSpan>> names, Section section, TableSetting setting)
    {
        if (TableRecords.IsSheet(lines)) return new Stacks(lines, names, section).Read();
        var table = new TableRecords(lines, names, section, setting);
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
        return isSomewhere && record.Stretches.Any(s => (!s.IsProse || record.Rule == "stack:Number") && s.Mentions.Any(m => m.IsInstrument && m.Value is not "project-partnership"));
    }

    private IEnumerable<RawRecord> Sentences(Line line, IReadOnlyList<NameSpan> names, Section section, bool isConsortium, Mention? above)
    {
        if (names.Count == 0 || line.Block.Kind is BlockKind.Title || IsExplaining(line)) yield break;
        RawRecord? last = null;
        foreach (var (start, end) in Prose.Sentences(line))
        {
            var isFirst = true;
            foreach (var record in Named(line, start, end, names, section, isConsortium, above).Where(r => (last is null || !r.Name.IsSame(last.Name)) && !IsPartnersOwn(line, start, names, r)).ToList())
            {
                if (last is not null) yield return last;
                (last, isFirst) = (record, false);
                if (record.Name.IsPlace) _known.Add(record.Name.Nominative);
            }

            if (isFirst && last is not null) last = last with { Stretches = [.. last.Stretches, new Stretch(line, start, end, true)] };
        }

        if (last is not null) yield return last;
    }

    /// <summary>Does a paragraph begin with what twinning is? The towns in it are examples.</summary>
    private static bool IsExplaining(Line line) => line.First("explain") is { } explain && explain.End <= Prose.Sentences(line).First().End;

    /// <summary>The partners that a sentence names.</summary>
    private IEnumerable<RawRecord> Named(Line line, int start, int end, IReadOnlyList<NameSpan> names, Section section, bool isConsortium, Mention? above)
    {
        bool IsInside(Mention mention) => mention.Start >= start && mention.End <= end;
        if (line.All("explain").Any(IsInside) || line.All(Says.Network).Any(IsInside)) yield break;
        var kinds = line.All(Says.Kind).Where(IsInside).ToList();
        if (kinds.Any(k => k.Value is "none")) yield break;
        if (kinds.Find(k => k.Value is "membership") is { } membership)
        {
            // What stands before the membership may still be bound by an instrument of its own.
            (end, kinds) = (membership.Start, [.. kinds.Where(k => k.IsInstrument && k.End <= membership.Start)]);
            if (kinds.Count == 0) yield break;
        }

        var said = Consortium(line, start, end, isConsortium);
        if (kinds.Count == 0 && said is null && above is null && (section.Theme != Theme.Partners || !line.Mentions.Any(c => c.Key is Says.Country or "country-adjective" or Says.Role && IsInside(c)))) yield break;
        foreach (var (name, country, clauses) in _prose.Read(line, start, end, names, above))
        {
            if (kinds.Count == 0 && said is null && country?.Value == home && country is not null) continue;
            if (country is null && kinds.Count == 0 && !Begins(line, start, name)) continue;
            if (said is null && IsAnothers(line, start, names, name, section.Theme == Theme.Partners)) continue;
            yield return new RawRecord(name, country, null, null, SectionOf(section, kinds.Count == 0 && said is not null ? [said] : kinds), clauses, "prose", section.Theme == Theme.Partners || said is not null ? 0.6 : 0.45);
        }
    }

    /// <summary>
    /// "In Gengenbach we were told of the twinning with Obernai", "our neighbours' twin towns": the first place that a sentence names is whose partner the second is, unless home stands in it too. On a page about
    /// partners only another authority of the office's own country is taken for that.
    /// </summary>
    private bool IsAnothers(Line line, int start, IReadOnlyList<NameSpan> names, NameSpan name, bool isAboutPartners) =>
        names.Any(n => n.IsPlace && n.Start >= start && n.End < name.Start && !n.IsSame(name) && (!isAboutPartners || IsDomestic(n)) && line.All(Says.Kind).Any(k => k.Start >= n.End && k.End <= name.Start)) &&
        !line.All("home").Any(h => h.Start >= start && h.End <= name.Start) && !NameFinder.NamesHome(line, start, name.Start, homeName);

    private bool IsDomestic(NameSpan name) => home is not null && name.Nominative == name.Core && !_known.Contains(name.Nominative) && name.Places.All(p => p.Country == home);

    /// <summary>"Diepholz is also twinned with Starogard", where Diepholz is a partner already: whose partner the second one is says the sentence's first name.</summary>
    private bool IsPartnersOwn(Line line, int start, IReadOnlyList<NameSpan> names, RawRecord record)
    {
        var first = names.FirstOrDefault(n => n.Start >= start && n.IsPlace);
        return first is not null && first.Start < record.Name.Start && _known.Contains(first.Nominative) && !_known.Contains(record.Name.Nominative) &&
            (line.All(Says.Kind).Any(k => k.Start >= first.End && k.End <= record.Name.Start) || Prose.IsNext(line, first, record.Name)) &&
            !line.All("home").Any(h => h.Start >= start && h.End <= record.Name.Start) && !NameFinder.NamesHome(line, start, record.Name.Start, homeName);
    }

    /// <summary>Is the name among the first words of the sentence, of which it then is the theme?</summary>
    private static bool Begins(Line line, int start, NameSpan name) => line.Tokens.Count(t => t.Start >= start && t.End <= name.Start) is > 0 and <= MostBeforeTheme;

    /// <summary>The country that stands alone above a paragraph, with nothing but paragraphs between.</summary>
    private static Mention? CountryAbove(List<Line> lines, int i)
    {
        var at = i - 1;
        while (at >= 0 && i - at < MostBelowCountry && lines[at].Words > MostBelowCountry) at--;
        return at >= 0 && lines[at].Has(Says.Country) && lines[at].IsOnly(Says.Country, Says.Noise, "in") ? lines[at].First(Says.Country) : null;
    }

    /// <summary>The date that stands alone right above.</summary>
    private static Mention? DateAbove(List<Line> lines, int i) =>
        i > 0 && lines[i - 1].IsOnly(Says.Date) ? lines[i - 1].First(Says.Date) : null;

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
