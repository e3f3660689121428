using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Parts the record below a heading that names two partners, "Brest, Belarus, and Varaždin, Croatia" or "Asti and Alba": each gets the sentences that name it and those that name neither. Where the text never names
/// the second by itself and no country stands behind the first, the two are one authority, such as Crewe and Nantwich.
/// </summary>
internal sealed class SharedHeading(Func<Line, IReadOnlyList<NameSpan>> names)
{
    private const int Apart = 14;

    /// <summary>The record, or the two that it holds.</summary>
    public IEnumerable<RawRecord> Part(RawRecord record, Line heading)
    {
        if (Two(heading) is not var (one, other)) return [record];
        var parts = record.Stretches.Where(s => s.Line.Number != heading.Number).SelectMany(Sentences).ToList();
        var (country, second) = (Behind(heading, one, other.Start), Behind(heading, other, heading.End));
        if (country is null && !parts.Exists(p => Names(p, other) && !Names(p, one))) return [record];
        return [Of(record, heading, one, other, parts, country ?? (second is not null && one.IsIn(second.Value) ? second : null)), Of(record, heading, other, one, parts, second)];
    }

    private RawRecord Of(RawRecord record, Line heading, NameSpan name, NameSpan other, List<Stretch> parts, Mention? country)
    {
        var own = parts.Where(p => Names(p, name) || !Names(p, other)).ToList();
        var told = country ?? own.Where(p => Names(p, name)).SelectMany(p => p.Mentions).FirstOrDefault(m => m.Key is Says.Country or "country-adjective" && name.IsIn(m.Value));
        return record with { Name = name, Country = told, Stretches = [new Stretch(heading, name.Start, name.End, false), .. own] };
    }

    /// <summary>The two places that make up the heading, with "and" between.</summary>
    private (NameSpan One, NameSpan Other)? Two(Line heading)
    {
        if (names(heading) is not [{ IsPlace: true } one, { IsPlace: true } other] || one.SharesPlace(other) || one.Start - heading.Start > 3) return null;
        var isAnd = heading.All("and").Any(a => a.Start >= one.End && a.End <= other.Start);
        return isAnd && other.Start - one.End <= Apart + (Behind(heading, one, other.Start) is { } c ? c.End - c.Start : 0) && heading.Outside(Says.Country, "and", "in", Says.Date, Says.Kind) <= Words(one) + Words(other) ? (one, other) : null;
    }

    private static int Words(NameSpan name) => name.Text.Split([' ', '-']).Length;

    private static Mention? Behind(Line heading, NameSpan name, int until) => heading.All(Says.Country).FirstOrDefault(c => c.Start >= name.End && c.End <= until);

    private bool Names(Stretch part, NameSpan name) =>
        names(part.Line).Any(n => n.Start >= part.Start && n.End <= part.End && (n.Core == name.Core || n.SharesPlace(name)));

    /// <summary>The sentences of running text; where one names both partners, its clauses between semicolons.</summary>
    private IEnumerable<Stretch> Sentences(Stretch stretch)
    {
        if (!stretch.IsProse) return [stretch];
        return Prose.Sentences(stretch.Line).SelectMany(s => names(stretch.Line).Count(n => n.IsPlace && n.Start >= s.Start && n.End <= s.End) > 1 ? BetweenSemicolons(stretch.Line, s.Start, s.End) : [new Stretch(stretch.Line, s.Start, s.End, true)]);
    }

    private static IEnumerable<Stretch> BetweenSemicolons(Line line, int start, int end)
    {
        for (var from = start; from < end;)
        {
            var at = line.Text.IndexOf(';', from - line.Start, end - from);
            var to = at < 0 ? end : line.Start + at + 1;
            yield return new Stretch(line, from, to, true);
            from = to;
        }
    }
}
