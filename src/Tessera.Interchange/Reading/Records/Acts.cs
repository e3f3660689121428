using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads decisions of councils: a line that holds little but a decision's number opens one, all that follows up to the next belongs to it, and the partner is the place abroad that it names most often.
/// The day of the sitting stands above the number. Of a decision only dates count that say what happened on them: opinions, laws and deadlines bear dates, too.
/// </summary>
internal static class Acts
{
    /// <summary>The rule by which records of decisions are known.</summary>
    public const string Rule = "act";

    private const int MostWords = 10;
    private const int MostOthers = 3;
    private const int MostActs = 6;
    private const int MostPartners = 2;
    private const int Beside = 20;
    private const int SittingAbove = 8;
    private const int SittingBelow = 6;

    /// <summary>The partners of the page's decisions; none when it is no page of decisions.</summary>
    public static List<RawRecord> Find(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section[] sections, string? home)
    {
        var openings = lines.Where(l => sections[l.Number].Theme == Theme.Unknown && Opens(l) && !names[l.Number].Any(n => n.IsPlace)).Select(l => l.Number).ToList();
        openings = [.. openings.Where((o, i) => i == 0 || !IsSame(Number(lines[o]), Number(lines[openings[i - 1]])))];
        if (openings.Count is 0 or > MostActs || !lines.Any(l => l.Has("body"))) return [];
        var found = new List<RawRecord>();
        for (var i = 0; i < openings.Count; i++)
        {
            var end = i + 1 < openings.Count ? openings[i + 1] : lines.Count;
            var own = Enumerable.Range(openings[i], end - openings[i]).Where(n => sections[n].Theme is not (Theme.Other or Theme.Network)).Select(n => lines[n]).ToList();
            if (Make(own, names, Sitting(lines, openings[0]), home) is { } record) found.Add(record);
        }

        return found;
    }

    /// <summary>Is the line little more than a decision's number?</summary>
    private static bool Opens(Line line) =>
        line.Block.Table == 0 && line.Block.Kind is not (BlockKind.Item or BlockKind.Cell) && line.Words <= MostWords && line.Has("decision") && line.Has(Says.Decision) && !line.HasInstrument &&
        line.Outside("decision", Says.Decision, Says.Date, "body", Says.Level, Says.Label, "in") <= MostOthers;

    private static string Number(Line line) => line.First(Says.Decision)!.Value;

    /// <summary>Are two ways of writing a number the same: "173", "HCL 173/28.09.2006"?</summary>
    public static bool IsSame(string one, string other) => Digits(one) == Digits(other);

    private static string Digits(string number) => string.Concat(number.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));

    private static RawRecord? Make(List<Line> own, IReadOnlyList<IReadOnlyList<NameSpan>> names, Line? sitting, string? home)
    {
        if (own.SelectMany(l => l.Mentions).FirstOrDefault(m => m.IsInstrument) is not { } kind) return null;
        var abroad = own.SelectMany(l => names[l.Number].Where(n => n.IsPlace && n.Places.Any(p => p.Country != home)).Select(n => (Line: l, Name: n))).ToList();
        if (abroad.Where(a => a.Line.All(Says.Country).Any(c => c.Start >= a.Name.End && c.Start - a.Name.End <= Beside)).Select(a => a.Name.Nominative).Distinct().Count() > MostPartners) return null;
        var partner = abroad.FirstOrDefault(a => a.Line.HasInstrument).Name ?? abroad.GroupBy(a => a.Name.Nominative).OrderByDescending(g => g.Count()).FirstOrDefault()?.First().Name;
        if (partner is null) return null;
        var country = own.SelectMany(l => l.Mentions).FirstOrDefault(m => m.Key is Says.Country or "country-adjective" && m.Value != home && partner.IsIn(m.Value));
        var stretches = own.Where(l => l.Number != sitting?.Number).Select(l => Stretch.Of(l, isProse: true)).ToList();
        if (sitting is not null) stretches.Insert(0, Stretch.Of(Labels.With(sitting with { Mentions = [.. sitting.All(Says.Date)] }, new Mention(Says.Label, "decided", sitting.Start, sitting.Start, "act:sitting"))));
        return new RawRecord(partner, country, null, null, new Section(Theme.Partners, 1, kind.Value, null, null, own[0].Number), stretches, Rule, 0.75);
    }

    /// <summary>The line near the first number, mostly above it, that tells when the body sat.</summary>
    private static Line? Sitting(IReadOnlyList<Line> lines, int opening) =>
        Enumerable.Range(Math.Max(0, opening - SittingAbove), Math.Min(lines.Count, opening + SittingBelow) - Math.Max(0, opening - SittingAbove)).Select(n => lines[n])
            .FirstOrDefault(l => l.All(Says.Date).Count(d => d.Date is { Precision: Domain.Vocabulary.PartialDatePrecision.Day }) == 1 && (l.Has("body") || l.IsOnly(Says.Date, "since", "in", "year")) && !l.HasInstrument);
}
