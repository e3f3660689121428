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

    /// <summary>The mark of each qualifier, before its number.</summary>
    private const string Signs = "~?%";

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
        if (text.StartsWith('[')) return Bounded().Match(text) is { Success: true } bounded ? ReadBound(bounded) : PartialDateReading.Unknown;
        if (!text.Contains('/')) return ReadPoint(text);
        return text.Split('/') switch
        {
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
        var mark = text.Length == 0 ? 0 : Signs.IndexOf(text[^1]) + 1;
        if (Parts(mark == 0 ? text : text.AsSpan(0, text.Length - 1)) is not var (precision, year, part, day)) return PartialDateReading.Unknown;
        return PartialDatePoint.WhyNot(precision, year, part, day) is { } refusal
            ? PartialDateReading.Refused(refusal)
            : PartialDateReading.Of(PartialDate.At(new(precision, year, part, day, (PartialDateQualifier)mark)));
    }

    /// <summary>Told apart by their length, since a list reads hundreds of them: "199X", "1998", "1998-07" or "1998-23", and "1998-07-01".</summary>
    private static (PartialDatePrecision Precision, int Year, int Part, int Day)? Parts(ReadOnlySpan<char> text) => text.Length switch
    {
        4 when text[3] == 'X' && Number(text[..3]) is { } decade => (PartialDatePrecision.Decade, 10 * decade, 0, 0),
        4 when Number(text) is { } year => (PartialDatePrecision.Year, year, 0, 0),
        7 when text[4] == '-' && Number(text[..4]) is { } year && Number(text[5..]) is { } part => part is > BeforeFirstSeason and <= BeforeFirstSeason + 4
            ? (PartialDatePrecision.Season, year, part - BeforeFirstSeason, 0)
            : (PartialDatePrecision.Month, year, part, 0),
        10 when text[4] == '-' && text[7] == '-' && Number(text[..4]) is { } year && Number(text[5..7]) is { } month && Number(text[8..]) is { } day =>
            (PartialDatePrecision.Day, year, month, day),
        _ => null,
    };

    private static int? Number(ReadOnlySpan<char> digits) => digits.ContainsAnyExceptInRange('0', '9') ? null : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

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
        return point.IsQualified ? text + Signs[(int)point.Qualifier - 1] : text;
    }

    [GeneratedRegex(@"\A\[(?:(?<earlier>\.\.)(?<point>[^.]+)|(?<point>[^.]+)\.\.)\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();
}
