using System.Globalization;

namespace Tessera.Domain.Vocabulary;

/// <summary>Writes a <see cref="PartialDate"/> in the first forms of a language.</summary>
internal static class PartialDatePrinter
{
    private const string Doubt = " (?)";

    public static string Print(PartialDate date, PartialDateGrammar grammar) => date.Relation switch
    {
        PartialDateRelation.At => Single(date.Start!, grammar),
        PartialDateRelation.Since => Related("since", date.Start!, grammar),
        PartialDateRelation.Until => Related("until", date.End!, grammar),
        PartialDateRelation.Before => Related("before", date.End!.Following()!, grammar),
        PartialDateRelation.After => Related("after", date.Start!.Preceding()!, grammar),
        _ => WithinYear(date.Start!, date.End!) is { } role
            ? Fill(role, date.Start!, date.End!, grammar)
            : Interval(Single(date.Start!, grammar), Single(date.End!, grammar), grammar),
    };

    private static string Single(PartialDatePoint point, PartialDateGrammar grammar) =>
        IsAbout(point) ? Related("about", point, grammar) : Fill("date", point, point, grammar) + DoubtOf(point);

    private static string Related(string role, PartialDatePoint point, PartialDateGrammar grammar) =>
        Fill(role, point, point, grammar) + DoubtOf(point);

    private static string Interval(string start, string end, PartialDateGrammar grammar)
    {
        var kind = start.Contains(' ', StringComparison.Ordinal) || end.Contains(' ', StringComparison.Ordinal) ? "wide" : "";
        return grammar.Find("interval", kind)!.Print(token => token == "a" ? start : end);
    }

    /// <summary>The role of an interval whose ends share their year and need not both state it.</summary>
    private static string? WithinYear(PartialDatePoint start, PartialDatePoint end)
    {
        if (start.Year != end.Year || start.Precision != end.Precision || start.IsQualified || end.IsQualified)
            return null;
        return start.Precision switch
        {
            PartialDatePrecision.Month => "months",
            PartialDatePrecision.Day => start.Part == end.Part ? "days" : "days-of-months",
            _ => null,
        };
    }

    private static string Fill(string role, PartialDatePoint start, PartialDatePoint end, PartialDateGrammar grammar)
    {
        var kind = KindOf(start, grammar);
        return grammar.Find(role, kind)!.Print(token => token switch
        {
            "date" => (grammar.Find("phrase", kind) ?? grammar.Find("date", kind))!.Print(inner => Value(inner, start, end, grammar)),
            _ => Value(token, start, end, grammar),
        });
    }

    private static string Value(string token, PartialDatePoint start, PartialDatePoint end, PartialDateGrammar grammar) => token switch
    {
        "y" => Digits(start.Year),
        "z" => Digits(start.Year + 1),
        "e" => Digits(start.Year + 9),
        "d" => Digits(start.Day),
        "D" => Digits(end.Day),
        "M" => grammar.Word(token, end.Part),
        "about" => Approximately(grammar),
        "~" => IsAbout(start) ? Approximately(grammar) : "",
        ['y', ..] => grammar.Ending(token, start.Year),
        ['d', ..] => grammar.Word(token, start.Day),
        _ => grammar.Word(token, start.Part),
    };

    /// <summary>The kind under which the forms of a point stand; a language may name the first decade of a century otherwise.</summary>
    private static string KindOf(PartialDatePoint point, PartialDateGrammar grammar) => point switch
    {
        { Precision: PartialDatePrecision.Decade } when point.Year % 100 == 0 && grammar.NamesFirstDecades => "first-decade",
        { Precision: PartialDatePrecision.Decade } => "decade",
        { Precision: PartialDatePrecision.Year } => "year",
        { IsWinter: true } => "winter",
        { Precision: PartialDatePrecision.Season } => "season",
        { Precision: PartialDatePrecision.Month } => "month",
        _ => "day",
    };

    private static bool IsAbout(PartialDatePoint point) => point.Qualifier.HasFlag(PartialDateQualifier.About);

    private static string DoubtOf(PartialDatePoint point) => point.Qualifier.HasFlag(PartialDateQualifier.Uncertain) ? Doubt : "";

    private static string Approximately(PartialDateGrammar grammar) => PartialDateGrammar.Printed(grammar.Approximately.First()) + " ";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
