using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Vocabulary;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1997", "1997-01-01", "1997-12-31", 1997)]
    [InlineData("197X", "1970-01-01", "1979-12-31", null)]
    [InlineData("2008-02", "2008-02-01", "2008-02-29", 2008)]
    [InlineData("2008-21", "2008-03-01", "2008-05-31", 2008)]
    [InlineData("2008-22", "2008-06-01", "2008-08-31", 2008)]
    [InlineData("2008-23", "2008-09-01", "2008-11-30", 2008)]
    [InlineData("2007-24", "2007-12-01", "2008-02-29", 2007)]
    [InlineData("1994-05-14", "1994-05-14", "1994-05-14", 1994)]
    [InlineData("1997~", "1997-01-01", "1997-12-31", 1997)]
    [InlineData("1969/1975-03", "1969-01-01", "1975-03-31", 1969)]
    [InlineData("1994-05/1994", "1994-05-01", "1994-12-31", 1994)]
    [InlineData("2021-10/..", "2021-10-01", null, 2021)]
    [InlineData("../1997", null, "1997-12-31", null)]
    [InlineData("[..1989]", null, "1989-12-31", null)]
    [InlineData("[1991-03..]", "1991-03-01", null, null)]
    [InlineData("9999", "9999-01-01", "9999-12-31", 9999)]
    public void Bounds_OfEdtf_AreTheFirstAndLastPossibleDay(string edtf, string? earliest, string? latest, int? year)
    {
        var date = PartialDate.ParseEdtf(edtf);

        Assert.Equal(edtf, date.ToString());
        Assert.Equal((earliest, latest, year), (Iso(date.Earliest), Iso(date.Latest), date.Year));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" 1997")]
    [InlineData("1997\n")]
    [InlineData("١٩٩٧")]
    [InlineData("97")]
    [InlineData("0999")]
    [InlineData("197x")]
    [InlineData("19XX")]
    [InlineData("1997-1")]
    [InlineData("1997-13")]
    [InlineData("1997-25")]
    [InlineData("1997-21-01")]
    [InlineData("2025-02-30")]
    [InlineData("1997~?")]
    [InlineData("1975/1969")]
    [InlineData("../..")]
    [InlineData("1997/")]
    [InlineData("1969/1970/1971")]
    [InlineData("[1997]")]
    [InlineData("[..1989~]")]
    [InlineData("[..197X]")]
    [InlineData("[..9999]")]
    [InlineData("[1000..]")]
    [InlineData("9999-24")]
    public void TryParseEdtf_OutsideTheSubset_IsRefused(string? text) => Assert.False(PartialDate.TryParseEdtf(text, out _));

    [Fact]
    public void ParseEdtf_OutsideTheSubset_Throws() => Assert.Throws<FormatException>(() => PartialDate.ParseEdtf("soon"));

    [Fact]
    public void Precision_OfAnInterval_IsThatOfItsBeginning() =>
        Assert.Equal(PartialDatePrecision.Month, PartialDate.ParseEdtf("2008-09/2010").Precision);

    [Fact]
    public void Qualifier_OfAnInterval_HoldsThoseOfBothEnds() =>
        Assert.Equal(PartialDateQualifier.About | PartialDateQualifier.Uncertain, PartialDate.ParseEdtf("1969~/1975?").Qualifier);

    [Fact]
    public void Factories_GiveTheSameAsEdtf()
    {
        var year = PartialDate.OfYear(1990);

        Assert.Equal("198X", PartialDate.OfDecade(1980).ToString());
        Assert.Equal("1990-24", PartialDate.OfSeason(1990, PartialDateSeason.Winter).ToString());
        Assert.Equal("1990-02/1990-02-28", PartialDate.Between(PartialDate.OfMonth(1990, 2), PartialDate.OfDay(new(1990, 2, 28))).ToString());
        Assert.Equal("1990/..", PartialDate.Since(year).ToString());
        Assert.Equal("../1990", PartialDate.Until(year).ToString());
        Assert.Equal("[..1989]", PartialDate.Before(year).ToString());
        Assert.Equal("[1991..]", PartialDate.After(year).ToString());
        Assert.Equal("1990%", year.Qualified(PartialDateQualifier.About).Qualified(PartialDateQualifier.Uncertain).ToString());
    }

    [Fact]
    public void Factories_GivenWhatIsNoDate_Throw()
    {
        var year = PartialDate.OfYear(1990);

        Assert.Throws<ArgumentException>(() => PartialDate.OfYear(999));
        Assert.Throws<ArgumentException>(() => PartialDate.OfDecade(1975));
        Assert.Throws<ArgumentException>(() => PartialDate.OfMonth(1990, 13));
        Assert.Throws<ArgumentException>(() => PartialDate.OfSeason(1990, 0));
        Assert.Throws<ArgumentException>(() => PartialDate.Between(year, PartialDate.OfYear(1989)));
        Assert.Throws<ArgumentException>(() => PartialDate.Since(PartialDate.Since(year)));
        Assert.Throws<ArgumentException>(() => PartialDate.Before(year.Qualified(PartialDateQualifier.About)));
        Assert.Throws<ArgumentException>(() => PartialDate.Until(year).Qualified(PartialDateQualifier.About));
    }

    [Theory]
    [InlineData("2008-09", "2008-08-31", false)]
    [InlineData("2008-09", "2008-09-01", true)]
    [InlineData("2008-09", "2008-09-30", true)]
    [InlineData("2008-09", "2008-10-01", false)]
    [InlineData("2021-10/..", "2500-01-01", true)]
    [InlineData("2021-10/..", "2021-09-30", false)]
    [InlineData("../1997", "0001-01-01", true)]
    [InlineData("[..1989]", "1990-01-01", false)]
    public void Includes_Day_CountsBothEnds(string edtf, string day, bool includes) =>
        Assert.Equal(includes, PartialDate.ParseEdtf(edtf).Includes(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Theory]
    [InlineData("1997", "1998", true)]
    [InlineData("1997", "1997-06", false)]
    [InlineData("1997-05-31", "1997-06", true)]
    [InlineData("1997~", "1999", false)]
    [InlineData("1997", "1999?", false)]
    [InlineData("1969~/1975", "1976", true)]
    [InlineData("1990/..", "1998", false)]
    [InlineData("1990", "../1998", false)]
    [InlineData("[..1989]", "1990", true)]
    [InlineData("1990", "[1991..]", true)]
    [InlineData("1998", "1997", false)]
    public void CertainlyBefore_Other_HoldsWhenEveryDayIsEarlier(string edtf, string other, bool before) =>
        Assert.Equal(before, PartialDate.ParseEdtf(edtf).CertainlyBefore(PartialDate.ParseEdtf(other)));

    [Fact]
    public void CompareTo_UnknownParts_TakesThemAtTheirEarliest()
    {
        string[] expected =
        [
            "[..1969]", "../1970", "../1970~", "1970-01-01", "1970-01", "1970", "1970~", "1970?", "1970%",
            "1970/1975", "1970/1975~", "1970~/1975", "197X", "1970/..", "[1970..]",
            "1970-02", "1970-21", "1970-03/1970-05", "1970-24", "1971",
        ];

        Assert.Equal(expected, expected.Reverse().Select(PartialDate.ParseEdtf).Order().Select(date => date.ToString()));
    }

    [Fact]
    public void Operators_AgreeWithCompareTo()
    {
        var (year, later, same) = (PartialDate.OfYear(1970), PartialDate.OfYear(1971), PartialDate.OfYear(1970));

        Assert.True(year < later && year <= same && later > year && same >= year && null! < year);
        Assert.Equal(1, year.CompareTo(null));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", null);
}
