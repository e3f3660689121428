using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// A page about one partner: its chief heading is a place, and its title, its path or a heading below speaks of partnership. All of the page is then about this partner; whoever else is named in it is the partner's
/// own partner, a guest or a neighbour.
/// </summary>
internal static class OnePartner
{
    /// <summary>The rule by which the record of such a page is known.</summary>
    public const string Rule = "page";
    private const int LongestHeading = 6;

    /// <summary>The record of such a page; null when it is none. Sections below that are about the office's other partners stay out of it.</summary>
    public static RawRecord? Find(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section[] sections, IReadOnlySet<string> homeName)
    {
        var chief = lines.Where(l => l.Block.Kind == BlockKind.Heading && l.Block.Level == 1).ToList();
        if (chief.Count != 1 || chief[0].Words > LongestHeading || chief[0].Has(Says.Kind) || names[chief[0].Number] is not [{ IsPlace: true } name, ..]) return null;
        if (name.Start - chief[0].Start > 3 || lines.Any(l => l.Block.Kind == BlockKind.Heading && l.Number != chief[0].Number && names[l.Number].Any(n => n.IsPlace && n.Core != name.Core))) return null;
        var tells = lines.Where(l => l.Number < chief[0].Number || l.Block.Kind == BlockKind.Heading).Any(l => l.Has("heading", "partners") || l.Has(Says.Kind));
        if (!tells) return null;
        var own = Labels.Join(lines.Where(l => l.Number >= chief[0].Number && (sections[l.Number] == sections[chief[0].Number] || sections[l.Number].Theme is not (Theme.Other or Theme.Network)) && !IsOthers(lines, sections[l.Number], homeName)));
        var country = own.Where(l => l.Number - chief[0].Number <= 12).Select(l => l.First(Says.Country)).FirstOrDefault(c => c is not null);
        var section = new Section(Theme.Partners, 1, "twinning", null, null, chief[0].Number);
        return new RawRecord(name, country, null, null, section, [.. own.Select(l => Stretch.Of(l, Shapes.Of(l, names[l.Number]) == Shape.Prose))], Rule, 0.8);
    }

    /// <summary>"Viborg's other twin towns": a heading about partners that names the office itself.</summary>
    public static bool IsOthers(IReadOnlyList<Line> lines, Section section, IReadOnlySet<string> homeName) =>
        section.Theme == Theme.Partners && section.HeadingLine >= 0 && lines[section.HeadingLine] is { Block: { Kind: BlockKind.Heading, Level: > 1 } } heading && (heading.Has("home") || NameFinder.NamesHome(heading, heading.Start, heading.End, homeName));
}
