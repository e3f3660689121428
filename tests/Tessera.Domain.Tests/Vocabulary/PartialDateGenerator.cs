using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Tests.Vocabulary;

/// <summary>Random dates of every form, all within the years of the given generator.</summary>
internal sealed class PartialDateGenerator(Gen<int> years)
{
    private readonly Gen<int> years = years;

    /// <summary>Years of the whole range, with round and recent ones and the edges more often than by chance.</summary>
    public static PartialDateGenerator Wide { get; } = new(Gen.OneOf(
        Gen.Choose(1895, 2035),
        Gen.Choose(1999, 2001),
        Gen.Choose(PartialDate.FirstYear, PartialDate.LastYear),
        Gen.Elements(1000, 1001, 9998, 9999)));

    /// <summary>Two years only, so that dates which differ in a single respect, or adjoin, occur often.</summary>
    public static PartialDateGenerator Narrow { get; } = new(Gen.Elements(1970, 1971));

    public Arbitrary<PartialDate> Dates => Gen.OneOf(
        Single, Interval, IntervalWithinYear, Beyond, Single.Select(PartialDate.Since), Single.Select(PartialDate.Until)).ToArbitrary();

    private Gen<PartialDate> Plain => Gen.OneOf(
        years.Select(PartialDate.OfYear),
        years.Select(year => PartialDate.OfDecade(year / 10 * 10)),
        from year in years from season in Gen.Choose(1, 4) select PartialDate.OfSeason(Math.Min(year, 9998), (PartialDateSeason)season),
        from year in years from month in Gen.Choose(1, 12) select PartialDate.OfMonth(year, month),
        from year in years from day in Gen.Choose(0, 364) select PartialDate.OfDay(new DateOnly(year, 1, 1).AddDays(day)));

    private Gen<PartialDate> Single =>
        from date in Plain
        from qualifier in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
        select date.Qualified((PartialDateQualifier)qualifier);

    private Gen<PartialDate> Interval =>
        from a in Single
        from b in Single
        select b.Latest >= a.Earliest ? PartialDate.Between(a, b) : PartialDate.Between(b, a);

    /// <summary>Two months or two days of one year, which are printed in short.</summary>
    private Gen<PartialDate> IntervalWithinYear =>
        from year in years
        from first in Gen.Choose(0, 364)
        from length in Gen.Choose(0, 60)
        from isDays in Gen.Elements(true, false)
        let start = new DateOnly(year, 1, 1).AddDays(first)
        let end = new DateOnly(year, 1, 1).AddDays(Math.Min(first + length, 364))
        select isDays
            ? PartialDate.Between(PartialDate.OfDay(start), PartialDate.OfDay(end))
            : PartialDate.Between(PartialDate.OfMonth(year, start.Month), PartialDate.OfMonth(year, end.Month));

    private Gen<PartialDate> Beyond =>
        from date in Plain
        where date.Earliest!.Value.Year > PartialDate.FirstYear && date.Latest!.Value.Year < PartialDate.LastYear
        from isBefore in Gen.Elements(true, false)
        select isBefore ? PartialDate.Before(date) : PartialDate.After(date);
}
