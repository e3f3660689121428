using System.Diagnostics.CodeAnalysis;

namespace Tessera.Domain.Vocabulary;

/// <summary>
/// A date exactly as precise as it is known: a decade, a year, a season, a month or a day, perhaps approximate or doubted; an interval;
/// open at one end ("since October 2021"); or only before or after another date. Nothing is filled in: 1997 never becomes 1 January 1997.
/// <para>
/// The canonical text is EDTF, ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/), of which this is the subset
/// <c>1997 197X 2008-09 2008-21</c>..<c>24 1994-05-14</c>, each with <c>~ ? %</c>; <c>a/b a/.. ../b</c>; and of level 2 <c>[..1989]</c>
/// and <c>[1991..]</c> for before 1990 and after 1990. Years run from <see cref="FirstYear"/> to <see cref="LastYear"/>, Gregorian.
/// </para>
/// <para>
/// <b>Order.</b> Unknown parts are taken at their earliest: 1. <see cref="Earliest"/>, an open beginning before every day;
/// 2. <see cref="Latest"/>, an open end after every day, so of two dates that begin alike the more precise comes first
/// (1970-01-01, 1970-01, 1970, 197X, 1970/..); 3. <see cref="Relation"/>, in the order of its members; 4. precision of the beginning, then
/// of the end, the wider first; 5. qualifiers of the beginning, then of the end: none, about, uncertain, both. The order is total and
/// agrees with equality. EDTF texts do not sort this way.
/// </para>
/// </summary>
public sealed record PartialDate : IComparable<PartialDate>
{
    /// <summary>The first year that can be held; earlier ones would not have four digits.</summary>
    public const int FirstYear = 1000;

    /// <summary>The last year that can be held.</summary>
    public const int LastYear = 9999;

    /// <summary>The length of the longest EDTF text, an interval of two qualified days.</summary>
    public const int EdtfLength = 23;

    private PartialDate(PartialDateRelation relation, PartialDatePoint? start, PartialDatePoint? end) =>
        (Relation, Start, End) = (relation, start, end);

    /// <summary>The languages that <see cref="Print"/> and <see cref="TryRead"/> know, as two-letter codes.</summary>
    public static IReadOnlyCollection<string> Languages => PartialDateGrammar.Languages;

    /// <summary>What is said about the date or dates.</summary>
    public PartialDateRelation Relation { get; }

    /// <summary>How exact the date is; of an interval, its beginning. Of "before" and "after" the precision of the bound.</summary>
    public PartialDatePrecision Precision => (Start ?? End)!.Precision;

    /// <summary>Every qualifier that applies to any part.</summary>
    public PartialDateQualifier Qualifier =>
        (Start?.Qualifier ?? PartialDateQualifier.None) | (End?.Qualifier ?? PartialDateQualifier.None);

    /// <summary>The first possible day, or null when the beginning is open. Qualifiers do not widen it: 1997~ has 1 January 1997.</summary>
    public DateOnly? Earliest => Start?.Earliest;

    /// <summary>The last possible day, or null when the end is open. Qualifiers do not widen it.</summary>
    public DateOnly? Latest => End?.Latest;

    /// <summary>
    /// The year to group by: the one in which it happened or began. Null where no single year is stated: decades, "until", "before",
    /// "after". A winter belongs to the year of its December.
    /// </summary>
    public int? Year =>
        Relation == PartialDateRelation.After || Start is null or { Precision: PartialDatePrecision.Decade } ? null : Start.Year;

    internal PartialDatePoint? Start { get; }

    internal PartialDatePoint? End { get; }

    /// <summary>The decade that begins with a year divisible by ten.</summary>
    public static PartialDate OfDecade(int firstYear) => Of(PartialDatePrecision.Decade, firstYear);

    /// <summary>A whole year.</summary>
    public static PartialDate OfYear(int year) => Of(PartialDatePrecision.Year, year);

    /// <summary>A season of a year; a winter is named by the year of its December.</summary>
    public static PartialDate OfSeason(int year, PartialDateSeason season) => Of(PartialDatePrecision.Season, year, (int)season);

    /// <summary>A month, 1 to 12.</summary>
    public static PartialDate OfMonth(int year, int month) => Of(PartialDatePrecision.Month, year, month);

    /// <summary>One day.</summary>
    public static PartialDate OfDay(DateOnly day) => Of(PartialDatePrecision.Day, day.Year, day.Month, day.Day);

    /// <summary>From the date on, the date included, with no end known.</summary>
    public static PartialDate Since(PartialDate date) => Required(PartialDateRelation.Since, date);

    /// <summary>Up to the date, the date included, with no beginning known.</summary>
    public static PartialDate Until(PartialDate date) => Required(PartialDateRelation.Until, date);

    /// <summary>
    /// On some day earlier than all of the date, which bears no qualifier. Before a decade or a season means before its first year or
    /// month.
    /// </summary>
    public static PartialDate Before(PartialDate date) => Required(PartialDateRelation.Before, date);

    /// <summary>
    /// On some day later than all of the date, which bears no qualifier. After a decade or a season means after its last year or month.
    /// </summary>
    public static PartialDate After(PartialDate date) => Required(PartialDateRelation.After, date);

    /// <summary>From one date to the other, both included. Refused when the end is certainly over before the beginning.</summary>
    public static PartialDate Between(PartialDate start, PartialDate end) =>
        Valid(Span(Single(start), Single(end)));

    /// <summary>The same date with the qualifier added; only a single date takes one.</summary>
    public PartialDate Qualified(PartialDateQualifier qualifier)
    {
        var point = Single(this);
        return At(point with { Qualifier = point.Qualifier | qualifier });
    }

    /// <summary>Reads canonical EDTF of the subset above, nothing else.</summary>
    /// <exception cref="FormatException">The text is not of the subset.</exception>
    public static PartialDate ParseEdtf(string text) =>
        TryParseEdtf(text, out var value) ? value : throw new FormatException($"'{text}' is no EDTF date of the known subset.");

    /// <summary>As <see cref="ParseEdtf"/>, but answers false.</summary>
    public static bool TryParseEdtf([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PartialDate? value)
    {
        value = text is null ? null : PartialDateEdtf.Read(text).Value;
        return value is not null;
    }

    /// <summary>
    /// Reads what people type in the language, EDTF, ISO and European day-first numbers included; case and accents do not count.
    /// Two-digit years, days and months that do not exist and reversed intervals are refused, never mended.
    /// </summary>
    /// <exception cref="ArgumentException">The language is none of <see cref="Languages"/>.</exception>
    public static bool TryRead([NotNullWhen(true)] string? text, string language, [NotNullWhen(true)] out PartialDate? value)
    {
        value = PartialDateReader.Read(text, PartialDateGrammar.Of(language)).Value;
        return value is not null;
    }

    /// <summary>Why <see cref="TryRead"/> says no: a code of <see cref="PartialDateRefusal"/>; null when it would say yes.</summary>
    public static string? WhyNotRead(string? text, string language) =>
        PartialDateReader.Read(text, PartialDateGrammar.Of(language)).Refusal;

    /// <summary>The date in words of the language, as they stand within a sentence; <see cref="TryRead"/> reads it back.</summary>
    /// <exception cref="ArgumentException">The language is none of <see cref="Languages"/>.</exception>
    public string Print(string language) => PartialDatePrinter.Print(this, PartialDateGrammar.Of(language));

    /// <summary>The canonical EDTF text, at most <see cref="EdtfLength"/> characters.</summary>
    public override string ToString() => PartialDateEdtf.Write(this);

    /// <summary>Whether the day is one of those stated, both ends counted. Qualifiers do not widen the answer.</summary>
    public bool Includes(DateOnly day) => (Earliest is not { } first || first <= day) && (Latest is not { } last || day <= last);

    /// <summary>
    /// Whether every possible day of this comes before every possible day of the other. Never so when the end of this or the beginning of
    /// the other is open, approximate or doubted.
    /// </summary>
    public bool CertainlyBefore(PartialDate other) =>
        End is { IsQualified: false } end
        && other.Start is { IsQualified: false } start
        && end.Latest < start.Earliest;

    /// <summary>The order that the summary of the type explains.</summary>
    public int CompareTo(PartialDate? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    public static bool operator <(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) < 0;

    public static bool operator <=(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) <= 0;

    public static bool operator >(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) > 0;

    public static bool operator >=(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) >= 0;

    internal static PartialDate At(PartialDatePoint point) => new(PartialDateRelation.At, point, point);

    internal static PartialDateReading Span(PartialDatePoint start, PartialDatePoint end) => end.Latest < start.Earliest
        ? PartialDateReading.Refused(PartialDateRefusal.IntervalReversed)
        : PartialDateReading.Of(new(PartialDateRelation.Between, start, end));

    /// <summary>Puts a date into a relation; "before" and "after" hold the nearest year, month or day that is still possible.</summary>
    internal static PartialDateReading Put(PartialDateRelation relation, PartialDatePoint point) => relation switch
    {
        PartialDateRelation.At => PartialDateReading.Of(At(point)),
        PartialDateRelation.Since => PartialDateReading.Of(new(relation, point, null)),
        PartialDateRelation.Until => PartialDateReading.Of(new(relation, null, point)),
        PartialDateRelation.Before or PartialDateRelation.After when point.IsQualified => PartialDateReading.Unknown,
        PartialDateRelation.Before when point.Preceding() is { } last => PartialDateReading.Of(new(relation, null, last)),
        PartialDateRelation.After when point.Following() is { } first => PartialDateReading.Of(new(relation, first, null)),
        _ => PartialDateReading.Refused(PartialDateRefusal.YearOutOfRange),
    };

    private ((int, int, PartialDateRelation), (PartialDatePrecision?, PartialDatePrecision?), (PartialDateQualifier?, PartialDateQualifier?))
        Rank => (
            (Earliest?.DayNumber ?? -1, Latest?.DayNumber ?? int.MaxValue, Relation),
            (Start?.Precision, End?.Precision),
            (Start?.Qualifier, End?.Qualifier));

    private static PartialDate Of(PartialDatePrecision precision, int year, int part = 0, int day = 0) =>
        PartialDatePoint.WhyNot(precision, year, part, day) is { } refusal
            ? throw new ArgumentException(refusal)
            : At(new(precision, year, part, day));

    private static PartialDate Required(PartialDateRelation relation, PartialDate date) => Valid(Put(relation, Single(date)));

    private static PartialDatePoint Single(PartialDate date) => date.Relation == PartialDateRelation.At
        ? date.Start!
        : throw new ArgumentException("A single date is wanted.", nameof(date));

    private static PartialDate Valid(PartialDateReading reading) => reading.Value ?? throw new ArgumentException(reading.Refusal);
}
