using System.Text.RegularExpressions;

namespace Tessera.Domain.Vocabulary;

/// <summary>
/// Reads what was typed by the forms of a language. The first form that gives a date wins; if none does, the first that could tell why not.
/// A text of n characters, at most <see cref="LongestText"/>, is cut at most n times by each form, and each part tried with every form:
/// microseconds for a date, at worst some milliseconds for what is none.
/// </summary>
internal static class PartialDateReader
{
    private const int LongestText = 80;

    private static readonly Dictionary<string, PartialDateRelation> Relations = new()
    {
        ["date"] = PartialDateRelation.At,
        ["phrase"] = PartialDateRelation.At,
        ["about"] = PartialDateRelation.At,
        ["since"] = PartialDateRelation.Since,
        ["until"] = PartialDateRelation.Until,
        ["before"] = PartialDateRelation.Before,
        ["after"] = PartialDateRelation.After,
    };

    private static readonly Dictionary<string, PartialDatePrecision> Precisions = new()
    {
        ["decade"] = PartialDatePrecision.Decade,
        ["first-decade"] = PartialDatePrecision.Decade,
        ["year"] = PartialDatePrecision.Year,
        ["season"] = PartialDatePrecision.Season,
        ["winter"] = PartialDatePrecision.Season,
        ["month"] = PartialDatePrecision.Month,
        ["day"] = PartialDatePrecision.Day,
    };

    public static PartialDateReading Read(string? text, PartialDateGrammar grammar)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return PartialDateReading.Unknown;
        var edtf = PartialDateEdtf.Read(text.Trim().ToUpperInvariant());
        if (!edtf.IsUnknown || PartialDateText.Fold(text) is not { } folded)
            return edtf;
        return PartialDateReading.FirstOf(Attempts(folded, grammar));
    }

    private static IEnumerable<PartialDateReading> Attempts(string text, PartialDateGrammar grammar)
    {
        yield return ReadRelated(text, grammar, _ => true);
        yield return PartialDateReading.FirstOf(
            grammar.Forms.Where(IsWithinYear).Select(form => ReadWithinYear(form, form.Match(text))));
        yield return PartialDateReading.FirstOf(
            from form in grammar.Forms
            where form.IsInterval
            from cut in form.Cuts(text)
            select ReadSide(cut.Start, grammar).Then(start => ReadSide(cut.End, grammar).Then(end => PartialDate.Span(start, end))));
        yield return PartialDateReading.FirstOf(SpacesIn(text).Select(space => ReadSinceUntil(text[..space], text[(space + 1)..], grammar)));
    }

    /// <summary>"1969-től 1975-ig", "since 1969 until 1975".</summary>
    private static PartialDateReading ReadSinceUntil(string left, string right, PartialDateGrammar grammar) =>
        ReadRelated(left, grammar, form => form.Role == "since").Value is { Start: { } start }
        && ReadRelated(right, grammar, form => form.Role == "until").Value is { End: { } end }
            ? PartialDate.Span(start, end)
            : PartialDateReading.Unknown;

    /// <summary>A date at one end of an interval, which may be approximate or doubted.</summary>
    private static PartialDateReading ReadSide(string text, PartialDateGrammar grammar) =>
        ReadRelated(text, grammar, form => Relations[form.Role] == PartialDateRelation.At);

    private static PartialDateReading ReadRelated(string text, PartialDateGrammar grammar, Func<PartialDateForm, bool> isWanted)
    {
        var (stated, isUncertain) = PartialDateText.SplitQuestion(text);
        var doubt = isUncertain ? PartialDateQualifier.Uncertain : PartialDateQualifier.None;
        return PartialDateReading.FirstOf(
            from form in grammar.Forms
            where Relations.ContainsKey(form.Role) && isWanted(form)
            let match = form.Match(stated)
            where match.Success
            let about = match.Groups["about"].Success || form.Role == "about" ? PartialDateQualifier.About : PartialDateQualifier.None
            select ReadNamed(form, match, grammar)
                .Then(point => PartialDate.Put(Relations[form.Role], point with { Qualifier = about | doubt })));
    }

    /// <summary>The date that a form names, without the relation it puts it in.</summary>
    private static PartialDateReading ReadNamed(PartialDateForm form, Match match, PartialDateGrammar grammar) => form.IsWrapping
        ? ReadPlain(PartialDateText.TrimStops(match.Groups["date"].Value), grammar)
        : ReadPoint(form, match, grammar);

    private static PartialDateReading ReadPlain(string text, PartialDateGrammar grammar) => PartialDateReading.FirstOf(
        from form in grammar.Forms
        where form.Role is "date" or "phrase"
        let match = form.Match(text)
        where match.Success
        select ReadPoint(form, match, grammar));

    private static PartialDateReading ReadPoint(PartialDateForm form, Match match, PartialDateGrammar grammar)
    {
        var year = form.Number(match, "y") ?? 0;
        var part = form.Number(match, "m") ?? form.Number(match, "mm") ?? form.Number(match, "r") ?? form.Number(match, "s") ?? 0;
        if (!Follows(form.Number(match, "z"), year + 1) || !Follows(form.Number(match, "e"), year + 9))
            return PartialDateReading.Unknown;
        if (form.Kind == "winter" && part != (int)PartialDateSeason.Winter)
            return PartialDateReading.Unknown;
        if (form.Kind == "decade" && year % 100 == 0 && HasCentury(match) && grammar.NamesFirstDecades)
            return PartialDateReading.Refused(PartialDateRefusal.DecadeOrCentury);
        return Point(Precisions[form.Kind], match, year, part, form.Number(match, "d") ?? 0);
    }

    private static PartialDateReading ReadWithinYear(PartialDateForm form, Match match)
    {
        if (!match.Success)
            return PartialDateReading.Unknown;
        var precision = form.Role == "months" ? PartialDatePrecision.Month : PartialDatePrecision.Day;
        var (year, month, day) = (form.Number(match, "y") ?? 0, form.Number(match, "m") ?? 0, form.Number(match, "d") ?? 0);
        return Point(precision, match, year, month, day)
            .Then(start => Point(precision, match, year, form.Number(match, "M") ?? month, form.Number(match, "D") ?? 0)
                .Then(end => PartialDate.Span(start, end)));
    }

    private static PartialDateReading Point(PartialDatePrecision precision, Match match, int year, int part, int day) =>
        !HasCentury(match) ? PartialDateReading.Refused(PartialDateRefusal.TwoDigitYear)
        : PartialDatePoint.WhyNot(precision, year, part, day) is { } refusal ? PartialDateReading.Refused(refusal)
        : PartialDateReading.Of(PartialDate.At(new(precision, year, part, day)));

    private static bool HasCentury(Match match) => match.Groups["y"].Length == 4;

    /// <summary>Whether a second year, if written at all, is the expected one, perhaps with two digits: 2008–2009, 2008/09.</summary>
    private static bool Follows(int? written, int expected) => written is null || written == expected || written == expected % 100;

    private static bool IsWithinYear(PartialDateForm form) => form.Role is "days" or "days-of-months" or "months";

    private static IEnumerable<int> SpacesIn(string text) => Enumerable.Range(0, text.Length).Where(i => text[i] == ' ');
}
