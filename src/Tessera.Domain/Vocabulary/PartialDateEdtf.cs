using System.Globalization;
using System.Text.RegularExpressions;

namespace Tessera.Domain.Vocabulary;

/// <summary>
/// Reads and writes the EDTF subset of <see cref="PartialDate"/> (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/).
/// </summary>
internal static partial class PartialDateEdtf
{
    private const int BeforeFirstSeason = 20;
    private const string Open = "..";

    /// <summary>The mark of each qualifier, at its number.</summary>
    private static readonly string[] Marks = ["", "~", "?", "%"];

    /// <summary>The date in EDTF.</summary>
    public static string Write(PartialDate date) => date.Relation switch
    {
        PartialDateRelation.At => Write(date.Start!),
        PartialDateRelation.Before => $"[{Open}{Write(date.End!)}]",
        PartialDateRelation.After => $"[{Write(date.Start!)}{Open}]",
        _ => $"{Side(date.Start)}/{Side(date.End)}",
    };

    /// <summary>The date that the text says in EDTF, or why it says none.</summary>
    public static PartialDateReading Read(string text)
    {
        if (Bounded().Match(text) is { Success: true } bounded)
            return ReadBound(bounded);
        return text.Split('/') switch
        {
            [var single] => ReadPoint(single),
            [Open, var end] => ReadPoint(end).Then(point => PartialDate.Put(PartialDateRelation.Until, point)),
            [var start, Open] => ReadPoint(start).Then(point => PartialDate.Put(PartialDateRelation.Since, point)),
            [var start, var end] => ReadPoint(start).Then(first => ReadPoint(end).Then(last => PartialDate.Span(first, last))),
            _ => PartialDateReading.Unknown,
        };
    }

    /// <summary>"[..1989]" holds the last year that is possible, so the date that it lies before is the following one.</summary>
    private static PartialDateReading ReadBound(Match match)
    {
        var earlier = match.Groups["earlier"].Success;
        return ReadPoint(match.Groups["point"].Value).Then(point => point switch
        {
            { Precision: PartialDatePrecision.Decade or PartialDatePrecision.Season } => PartialDateReading.Unknown,
            { IsQualified: true } => PartialDateReading.Unknown,
            _ when (earlier ? point.Following() : point.Preceding()) is { } named =>
                PartialDate.Put(earlier ? PartialDateRelation.Before : PartialDateRelation.After, named),
            _ => PartialDateReading.Refused(PartialDateRefusal.YearOutOfRange),
        });
    }

    private static PartialDateReading ReadPoint(string text)
    {
        if (Point().Match(text) is not { Success: true } match)
            return PartialDateReading.Unknown;
        var (year, part, day) = (Number(match, "year"), Number(match, "part"), Number(match, "day"));
        var isSeason = part is > BeforeFirstSeason and <= BeforeFirstSeason + 4 && day == 0;
        var precision =
            match.Groups["decade"].Success ? PartialDatePrecision.Decade
            : match.Groups["day"].Success ? PartialDatePrecision.Day
            : isSeason ? PartialDatePrecision.Season
            : match.Groups["part"].Success ? PartialDatePrecision.Month
            : PartialDatePrecision.Year;
        if (precision == PartialDatePrecision.Decade)
            year = 10 * Number(match, "decade");
        if (isSeason)
            part -= BeforeFirstSeason;
        return PartialDatePoint.WhyNot(precision, year, part, day) is { } refusal
            ? PartialDateReading.Refused(refusal)
            : PartialDateReading.Of(PartialDate.At(new(precision, year, part, day, Qualifier(match.Groups["mark"].Value))));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static string Side(PartialDatePoint? point) => point is null ? Open : Write(point);

    private static string Write(PartialDatePoint point)
    {
        var text = point.Precision switch
        {
            PartialDatePrecision.Decade => string.Create(CultureInfo.InvariantCulture, $"{point.Year / 10:000}X"),
            PartialDatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{point.Year:0000}"),
            PartialDatePrecision.Season => string.Create(CultureInfo.InvariantCulture, $"{point.Year:0000}-{BeforeFirstSeason + point.Part}"),
            PartialDatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{point.Year:0000}-{point.Part:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{point.Year:0000}-{point.Part:00}-{point.Day:00}"),
        };
        return text + Marks[(int)point.Qualifier];
    }

    private static PartialDateQualifier Qualifier(string mark) => (PartialDateQualifier)Array.IndexOf(Marks, mark);

    [GeneratedRegex(
        @"\A(?:(?<decade>[0-9]{3})X|(?<year>[0-9]{4})(?:-(?<part>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?)(?<mark>[~?%]?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Point();

    [GeneratedRegex(@"\A\[(?:(?<earlier>\.\.)(?<point>[^.]+)|(?<point>[^.]+)\.\.)\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();
}
