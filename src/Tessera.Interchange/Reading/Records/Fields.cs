using System.Globalization;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Reads a record's other fields: address, links, figures, level.</summary>
internal sealed class Fields(RawRecord record, Pages.PageText page, Words.Lexicon lexicon)
{
    private readonly List<ProposalSpan> _spans = [];

    public IReadOnlyList<ProposalSpan> Spans => _spans;

    /// <summary>The first address of the web; one that the page breaks over lines is put together.</summary>
    public string? Website()
    {
        if (First(Says.Website, "website") is not { } address) return Link();
        var at = record.Stretches.ToList().FindIndex(s => s.Mentions.Any(m => m.Key == Says.Website));
        var next = at + 1 < record.Stretches.Count ? record.Stretches[at + 1].Line.Text : "";
        var isBroken = record.Stretches[at].Line.Text[^1] is '.' or '/' or '-' && next.Length > 2 && !next.Contains(' ', StringComparison.Ordinal) && (next[0] == '/' || char.IsAsciiLetterLower(next[0]));
        var mention = record.Stretches[at].Mentions.First(m => m.Key == Says.Website);
        if (page.LinksFrom(record.Stretches[at].Line.Start, mention.Start).FirstOrDefault(l => mention.End <= l.End && l.Address.Contains(mention.Value.Replace("www.", "", StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase)) is { } link) return link.Address;
        return isBroken ? address.TrimEnd('.') + (record.Stretches[at].Line.Text[^1] == '.' ? "." : "") + next : address;
    }

    public string? Email() => First(Says.Email, "email");

    public string? Phone() => First(Says.Phone, "phone");

    public long? Population() => First(Says.Population, "population", m => record.Rule != "prose" || m.Start > record.Name.Start) is { } number ? (long)double.Parse(number, CultureInfo.InvariantCulture) : null;

    public double? Area() => First(Says.Area, "area") is { } number ? double.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>The lines that are a postal address, as one.</summary>
    public string? Address()
    {
        var told = record.Stretches.Select(s => s.Line).Where(l => CellFields.IsTold(l, "address")).ToList();
        var lines = told.Count > 0 ? told : record.Stretches.Where(s => !s.IsProse && !CellFields.IsTold(s.Line) && Shapes.IsAddress(s.Line) && (s.Line.Start != record.Name.Start || s.Line.Has("address-word"))).Select(s => s.Line).ToList();
        foreach (var line in lines) _spans.Add(new ProposalSpan("address", line.Start, line.End));
        return lines.Count == 0 ? null : string.Join(", ", lines.Select(l => AfterLabel(l).TrimEnd(',', ' ')));
    }

    /// <summary>The mayor, where a label names one.</summary>
    public string? Mayor()
    {
        for (var i = 0; i < record.Stretches.Count; i++)
        {
            var line = record.Stretches[i].Line;
            if (line.First(Says.Label) is not { Value: "mayor" } label || label.Start - line.Start > 2) continue;
            var value = line.Outside(Says.Label) > 0 ? line : i + 1 < record.Stretches.Count ? record.Stretches[i + 1].Line : line;
            if (value.Words is < 2 or > 7 && !CellFields.IsTold(line) || value.Has(Says.Website)) return null;
            _spans.Add(new ProposalSpan("mayor", value.Start, value.End));
            return AfterLabel(value);
        }

        return null;
    }

    /// <summary>The level of the authority: told by a word beside the name, by the section, by a word such as sister county; else a municipality.</summary>
    public string Level()
    {
        var line = record.Stretches.Select(s => s.Line).FirstOrDefault(l => l.Start <= record.Name.Start && record.Name.End <= l.End);
        var beside = line?.All(Says.Level).Where(m => m.Value is not ("network" or "institution") && m.Start >= record.Name.Start - 25 && m.End <= record.Name.End + 20 && !IsOthers(m)).OrderByDescending(m => Rank(m.Value)).FirstOrDefault();
        return beside?.Value ?? record.Section.AuthorityLevel ?? LevelOfKind() ?? "municipality";
    }

    /// <summary>The level within a word such as "testvérmegye" or "Partnerkreis".</summary>
    private string? LevelOfKind()
    {
        var kinds = record.Stretches.Where(s => !s.IsProse).SelectMany(s => s.Mentions).Where(m => m.Key == Says.Kind).Select(m => Domain.Vocabulary.Folding.Of(page.Text[m.Start..m.End])).ToList();
        return lexicon.WideLevels.FirstOrDefault(l => kinds.Any(k => k.Contains(l.Stem, StringComparison.Ordinal) && k != l.Stem)).Level;
    }

    private static int Rank(string level) => level switch { "municipality" => 0, "city-district" => 2, _ => 1 };

    /// <summary>Does it stand with another name: beyond a comma or bracket, or behind a word such as "in" with a name of its own?</summary>
    private bool IsOthers(Mention level)
    {
        var between = level.Start >= record.Name.End ? page.Text[record.Name.End..level.Start] : level.End <= record.Name.Start ? page.Text[level.End..record.Name.Start] : "";
        if (between.AsSpan().IndexOfAny(",;(") >= 0) return between.Trim() is not ("," or "(") || page.Text[level.End..Math.Min(page.Text.Length, level.End + 2)] is [' ', _];
        return level.Start >= record.Name.End && between.Any(char.IsLetter);
    }

    private string? First(string key, string field, Func<Mention, bool>? fits = null)
    {
        var found = record.Stretches.SelectMany(s => s.Mentions).FirstOrDefault(m => m.Key == key && fits?.Invoke(m) != false);
        if (found is not null) _spans.Add(new ProposalSpan(field, found.Start, found.End));
        return found?.Value;
    }

    /// <summary>A link to another site on the record's words.</summary>
    private string? Link()
    {
        foreach (var stretch in record.Stretches)
        {
            var link = page.LinksFrom(stretch.Start, stretch.End).FirstOrDefault(l => l.End <= stretch.End + 1 && l.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && l.Start <= record.Name.End + 200);
            if (link is null) continue;
            _spans.Add(new ProposalSpan("website", link.Start, link.End));
            return link.Address;
        }

        return null;
    }

    private static string AfterLabel(Line line)
    {
        var at = line.Text.IndexOf(':', StringComparison.Ordinal);
        return (line.First(Says.Label) is { } label && at >= 0 && label.Start - line.Start < at && line.Start + at < line.End ? line.Text[(at + 1)..] : line.Text).Trim();
    }
}
