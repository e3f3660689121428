using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Gives each line the section it stands in. Headings (and short lines that look like headings) that name partners open a section; those that name something else, networks or an explanation close it.
/// A heading that is merely a name does neither.
/// </summary>
internal sealed class Sections
{
    private const int LongestHeading = 12;
    private const int Looks = 7;
    private const int LeastSteps = 2;
    private const int LeastTelling = 2;

    /// <summary>A page with so many headings of its own needs none guessed.</summary>
    private const int Marked = 3;
    private Section _page = Section.None;

    /// <summary>The section of each line, by its number. A line that comes again and again is no heading but part of each record.</summary>
    public static Section[] Of(IReadOnlyList<Line> lines, Func<Line, bool> isName)
    {
        if (lines.Any(l => l.Block is { Kind: BlockKind.Title } or { Kind: BlockKind.Heading, Level: 1 } && l.Has("heading", "tender"))) return [.. Enumerable.Repeat(Section.None with { Theme = Records.Theme.Other }, lines.Count)];
        var sections = ByHeadings(lines, isName);
        return sections.Any(s => s.Theme == Records.Theme.Partners) ? sections : ByProse(lines, sections, isName);
    }

    /// <summary>On a page without a heading about partners, the paragraphs that speak of them, and those between, where there are several that name the kind and a place.</summary>
    private static Section[] ByProse(IReadOnlyList<Line> lines, Section[] sections, Func<Line, bool> isName)
    {
        var telling = lines.Where(l => sections[l.Number].Theme == Records.Theme.Unknown && l.Block.Kind == BlockKind.Text && l.Words > LongestHeading && isName(l) && l.Has(Says.Date) && l.Has(Says.Kind, "twinning") && (l.Has(Says.Country) || l.Has("country-adjective"))).ToList();
        if (telling.Count < LeastTelling || lines.Any(l => l.Has("explain"))) return sections;
        var found = new Section(Records.Theme.Partners, Looks, "twinning", null, null, -1);
        for (var i = telling[0].Number; i < lines.Count; i++)
        {
            if (sections[i].Theme == Records.Theme.Unknown && lines[i].Block.Kind == BlockKind.Text) sections[i] = found;
        }

        return sections;
    }

    private static Section[] ByHeadings(IReadOnlyList<Line> lines, Func<Line, bool> isName)
    {
        var sections = new Sections();
        var repeated = lines.GroupBy(l => l.Text).Where(g => g.Count() > 2).Select(g => g.Key).ToHashSet();
        var result = new Section[lines.Count];
        var (now, isMarked) = (Section.None, lines.Count(l => l.Block.Kind == BlockKind.Heading) >= Marked);
        var isHtml = lines.Any(l => l.Block.Kind is BlockKind.Heading or BlockKind.Title or BlockKind.Item);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsTrail(lines[i]) || ((IsHeading(lines[i]) || IsIntroduction(lines[i]) || (!isHtml && IsOpening(lines[i], i))) && (IsSet(lines[i]) || (!isMarked && !repeated.Contains(lines[i].Text) && !IsPartOfRecord(lines, i))))) now = sections.After(now, lines[i], isName(lines[i]));
            result[i] = now;
        }

        return WithoutTitle(lines, result);
    }

    /// <summary>Where a heading of the page itself opens a section about partners, the window's title opens none above it.</summary>
    private static Section[] WithoutTitle(IReadOnlyList<Line> lines, Section[] sections)
    {
        bool IsTitle(Section section) => section.HeadingLine >= 0 && lines[section.HeadingLine].Block.Kind == BlockKind.Title;
        var first = Array.FindIndex(sections, s => s.Theme == Records.Theme.Partners && !IsTitle(s));
        for (var i = 0; i < first; i++)
        {
            if (IsTitle(sections[i])) sections[i] = Section.None;
        }

        return sections;
    }

    /// <summary>"... keeps its twinning agreements with these towns:": a sentence that names the kind and ends in a colon introduces what follows.</summary>
    private static bool IsIntroduction(Line line) =>
        line.Text[^1] == ':' && line.Block.Kind is BlockKind.Text or BlockKind.Item && line.Words > LongestHeading && line.HasInstrument && !line.Has(Says.Network);

    /// <summary>"You are here: Home > Town > Twin towns": the trail that leads to a page about partners.</summary>
    private static bool IsTrail(Line line)
    {
        if (line.Text.Count(c => c is '>' or '›' or '»' or '→') < LeastSteps || line.Block.Table > 0) return false;
        var last = line.Start + line.Text.LastIndexOfAny(['>', '›', '»', '→']) + 1;
        return line.Has("heading", "partners") && line.Tokens.Where(t => t.Start >= last).All(t => t.Kind == TokenKind.Sign || line.IsWithin(t, "heading", Says.Kind, Says.Level, "and", "in"));
    }

    /// <summary>In a text without layout a short line near its top that names partners, and not merely cooperation, is its heading, whatever else it says.</summary>
    private static bool IsOpening(Line line, int i) =>
        i < Looks && line.Block.Table == 0 && line.Words <= LongestHeading && ((line.Has("heading", "partners") && !line.Has("kindword", "cooperation")) || line.HasInstrument) && !line.Has(Says.Date) && !line.Has(Says.Country) && line.Text[^1] is not ('.' or ',' or ';');

    private static bool IsSet(Line line) => line.Block.Kind is BlockKind.Heading or BlockKind.Title;

    /// <summary>A kind above its date or number, or a column's name among others, stands within a record and heads nothing.</summary>
    private static bool IsPartOfRecord(IReadOnlyList<Line> lines, int i)
    {
        var next = i + 1 < lines.Count ? lines[i + 1] : null;
        if (next is not null && next.Words > 0 && next.Outside(Says.Date, Says.Decision, "since", "year") == 0) return true;
        return lines[i].Has(Says.Label) && ((next is not null && next.IsOnly(Says.Label)) || (i > 0 && lines[i - 1].IsOnly(Says.Label)));
    }

    /// <summary>Is the line a heading, or does it look like one?</summary>
    public static bool IsHeading(Line line)
    {
        if (IsSet(line)) return true;
        if (line.Words is 0 or > LongestHeading || line.Block.Kind == BlockKind.Cell || line.Text[^1] is '.' or ',' or ';') return false;
        return line.All("heading").Any(h => h.End - h.Start >= line.Block.Length * 0.8) || (line.Has(Says.Kind) && Extra(line) <= 1 && !line.Has(Says.Decision) && !line.Has(Says.Date) && line.Words <= 6 && !line.Has(Says.Country));
    }

    /// <summary>Words that are not part of a heading's usual wording.</summary>
    private static int Extra(Line line) => line.Outside(Says.Kind, "heading", Says.Level, Says.Country, "in", "and", "home", Says.Status, Says.Network);

    private Section After(Section now, Line line, bool isName)
    {
        var level = line.Block.Kind switch { BlockKind.Title => 0, BlockKind.Heading => line.Block.Level, _ => IsTrail(line) ? 0 : Looks };
        var theme = Theme(line);
        if (theme == Records.Theme.Unknown)
        {
            if (level == 0 || isName || level > now.Level || line.Has(Says.Country)) return now;
            return level <= 1 ? Section.None : now.Theme == Records.Theme.Partners && _page.Theme == Records.Theme.Partners && now.Level > 1 ? _page : Section.None with { Level = level };
        }

        if (theme == Records.Theme.Other && !line.Has("heading", "tender") && (level == 0 || (level == Looks && now.Theme == Records.Theme.Unknown))) return now;
        var opened = new Section(theme, level, Kind(line) ?? (theme == Records.Theme.Partners ? "twinning" : null), line.First(Says.Status)?.Value, line.All(Says.Level).FirstOrDefault(l => l.Value is not ("network" or "institution"))?.Value, line.Number);
        if (level == 1 && theme == Records.Theme.Partners) _page = opened;
        return opened;
    }

    private static Theme Theme(Line line)
    {
        if (line.Has("explain") || line.Has("heading", "tender")) return Records.Theme.Other;
        var isPartners = line.Has("heading", "partners") || line.All(Says.Kind).Any(k => k.Value is not ("membership" or "none" or "project-partnership"));
        if (line.Has(Says.Network) || line.Has(Says.Kind, "membership") || (line.Has(Says.Level, "network") && !isPartners)) return Records.Theme.Network;
        if (isPartners || line.Has(Says.Kind, "project-partnership")) return Records.Theme.Partners;
        return line.Has("heading", "other") ? Records.Theme.Other : Records.Theme.Unknown;
    }

    private static string? Kind(Line line) => line.All(Says.Kind).FirstOrDefault(k => k.Value is not "contact")?.Value ?? line.First(Says.Kind)?.Value;
}
