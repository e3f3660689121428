namespace Tessera.Domain.Vocabulary;

/// <summary>
/// One date of a <see cref="PartialDate"/>: a decade, year, season, month or day, with its qualifier. <paramref name="Part"/> is the
/// month (1 to 12) or the season (1 to 4), and like <paramref name="Day"/> is 0 where the precision has none.
/// Made only when <see cref="WhyNot"/> has no objection.
/// </summary>
internal sealed record PartialDatePoint(
    PartialDatePrecision Precision, int Year, int Part, int Day, PartialDateQualifier Qualifier = PartialDateQualifier.None)
{
    private const int Winter = (int)PartialDateSeason.Winter;

    public DateOnly Earliest => new(Year, FirstMonth, Precision == PartialDatePrecision.Day ? Day : 1);

    public DateOnly Latest => Precision == PartialDatePrecision.Day ? Earliest : LastDay(Earliest.AddMonths(Months - 1));

    public bool IsQualified => Qualifier != PartialDateQualifier.None;

    public bool IsWinter => Precision == PartialDatePrecision.Season && Part == Winter;

    private int FirstMonth => Precision switch
    {
        PartialDatePrecision.Season => 3 * Part,
        PartialDatePrecision.Month or PartialDatePrecision.Day => Part,
        _ => 1,
    };

    private int Months => Precision switch
    {
        PartialDatePrecision.Decade => 120,
        PartialDatePrecision.Year => 12,
        PartialDatePrecision.Season => 3,
        _ => 1,
    };

    /// <summary>The day, or the month or year that holds it.</summary>
    public static PartialDatePoint Holding(DateOnly day, PartialDatePrecision precision) => precision switch
    {
        PartialDatePrecision.Day => new(precision, day.Year, day.Month, day.Day),
        PartialDatePrecision.Month => new(precision, day.Year, day.Month, 0),
        PartialDatePrecision.Year => new(precision, day.Year, 0, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "A day, a month or a year."),
    };

    /// <summary>Why there is no such point: a code of <see cref="PartialDateRefusal"/>, or null when there is.</summary>
    public static string? WhyNot(PartialDatePrecision precision, int year, int part, int day)
    {
        if (year is < PartialDate.FirstYear or > PartialDate.LastYear)
            return PartialDateRefusal.YearOutOfRange;
        return precision switch
        {
            PartialDatePrecision.Decade when year % 10 != 0 => PartialDateRefusal.UnknownForm,
            PartialDatePrecision.Season when part is < 1 or > Winter => PartialDateRefusal.UnknownForm,
            PartialDatePrecision.Season when part == Winter && year == PartialDate.LastYear => PartialDateRefusal.YearOutOfRange,
            PartialDatePrecision.Month or PartialDatePrecision.Day when part is < 1 or > 12 => PartialDateRefusal.NoSuchMonth,
            PartialDatePrecision.Day when day < 1 || day > DateTime.DaysInMonth(year, part) => PartialDateRefusal.NoSuchDay,
            _ => null,
        };
    }

    /// <summary>
    /// The last year, month or day wholly before this point, or null when none is in range. What comes before a season or a decade is a
    /// month or a year, since EDTF's earlier-than form knows no wider ones.
    /// </summary>
    public PartialDatePoint? Preceding() =>
        Earliest.AddDays(-1) is { Year: >= PartialDate.FirstYear } eve ? Holding(eve, Unit) : null;

    /// <summary>The first year, month or day wholly after this point, or null when none is in range.</summary>
    public PartialDatePoint? Following() =>
        Latest < DateOnly.MaxValue ? Holding(Latest.AddDays(1), Unit) : null;

    private PartialDatePrecision Unit => Precision switch
    {
        PartialDatePrecision.Decade => PartialDatePrecision.Year,
        PartialDatePrecision.Season => PartialDatePrecision.Month,
        _ => Precision,
    };

    private static DateOnly LastDay(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
