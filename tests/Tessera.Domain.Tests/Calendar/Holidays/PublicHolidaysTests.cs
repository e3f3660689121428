using System.Globalization;
using Tessera.Domain.Calendar.Holidays;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Calendar.Holidays;

public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData(1961, "04-02", "04-09")]
    [InlineData(2000, "04-23", "04-30")]
    [InlineData(2008, "03-23", "04-27")]
    [InlineData(2014, "04-20", "04-20")]
    [InlineData(2024, "03-31", "05-05")]
    [InlineData(2025, "04-20", "04-20")]
    [InlineData(2026, "04-05", "04-12")]
    [InlineData(2027, "03-28", "05-02")]
    [InlineData(2038, "04-25", "04-25")]
    [InlineData(2100, "03-28", "05-02")]
    public void Easter_OfKnownYears_IsRightByBothReckonings(int year, string western, string orthodox)
    {
        Assert.Equal(western, Easter.Western(year).ToString("MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(orthodox, Easter.Orthodox(year).ToString("MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Easter_OfAnyYear_IsASundayWithinItsFiveWeeks()
    {
        for (var year = 1583; year <= 4099; year++)
        {
            var (western, orthodox) = (Easter.Western(year), Easter.Orthodox(year));
            Assert.Equal((DayOfWeek.Sunday, DayOfWeek.Sunday), (western.DayOfWeek, orthodox.DayOfWeek));
            Assert.InRange(western, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
            Assert.True(orthodox >= western, $"{year}");
        }
    }

    [Theory]
    [InlineData("SE", "2027-05-06", "hu", "Áldozócsütörtök")]
    [InlineData("SE", "2027-05-06", "ro", "Înălțarea Domnului")]
    [InlineData("SE", "2027-05-06", "sv", "Kristi himmelsfärdsdag")]
    [InlineData("PL", "2026-11-11", "ro", "Ziua Independenței")]
    [InlineData("HU", "2026-10-23", "hu", "1956-os forradalom")]
    [InlineData("GR", "2026-08-15", "sv", "Marie himmelsfärd")]
    public void Of_ACountryOfOthers_NamesItInTheReadersLanguage(string country, string day, string language, string name) =>
        Assert.Contains(PublicHolidays.Of(new CountryCode(country), int.Parse(day[..4], CultureInfo.InvariantCulture)), h => h.Day == DateOnly.Parse(day, CultureInfo.InvariantCulture) && h.Name.Single(n => n.IsIn(language)).Text == name);

    [Theory]
    [InlineData("RO", "2026-12-01", "National holiday")]
    [InlineData("RO", "2026-01-24", "Day of the Unification of the Romanian Principalities")]
    [InlineData("RO", "2026-01-02", "New Year's Day")]
    [InlineData("RO", "2026-04-10", "Good Friday")]
    [InlineData("RO", "2026-06-01", "Whit Monday")]
    [InlineData("RO", "2027-06-21", "Whit Monday")]
    [InlineData("HU", "2027-03-15", "National Day")]
    [InlineData("HU", "2026-08-20", "Saint Stephen's Day")]
    [InlineData("HU", "2026-10-23", "National Day")]
    [InlineData("HU", "2026-04-03", "Good Friday")]
    [InlineData("SE", "2026-06-06", "National Day")]
    [InlineData("SE", "2026-06-20", "Midsummer Day")]
    [InlineData("SE", "2027-06-26", "Midsummer Day")]
    [InlineData("SE", "2026-10-31", "All Saints' Day")]
    [InlineData("SE", "2027-05-06", "Ascension Day")]
    [InlineData("DE", "2026-10-03", "National Holiday")]
    [InlineData("FR", "2026-07-14", "Bastille Day")]
    [InlineData("PL", "2026-11-11", "Independence Day")]
    [InlineData("GR", "2026-04-13", "Easter Monday")]
    [InlineData("GB", "2026-05-25", "Spring bank holiday")]
    public void Of_KnownDays_NamesThem(string country, string day, string english) =>
        Assert.Contains(PublicHolidays.Of(new(country), Day(day).Year), h => h.Day == Day(day) && h.Name["en"] == english && !h.IsSubstitute);

    [Theory]
    [InlineData("GB", "2026-12-28")]
    [InlineData("GB", "2027-12-27")]
    [InlineData("UA", "2026-05-11")]
    public void Of_AHolidayOnAFreeDay_HasItsSubstitute(string country, string day) =>
        Assert.Contains(PublicHolidays.Of(new(country), Day(day).Year), h => h.Day == Day(day) && h.IsSubstitute);

    [Theory]
    [InlineData("SE", "2026-06-19")]
    [InlineData("RO", "2026-03-15")]
    [InlineData("HU", "2026-12-01")]
    [InlineData("RO", "2026-04-06")]
    public void Of_DaysOfOthers_HasThemNot(string country, string day) => Assert.DoesNotContain(PublicHolidays.Of(new(country), Day(day).Year), h => h.Day == Day(day));

    [Fact]
    public void Of_EveryCountry_HasNamedDaysInEveryYear()
    {
        Assert.True(PublicHolidays.Countries.Count >= 40, $"{PublicHolidays.Countries.Count} countries");
        foreach (var country in PublicHolidays.Countries)
        {
            for (var year = PublicHolidays.FirstYear; year <= PublicHolidays.LastYear; year++)
            {
                var days = PublicHolidays.Of(country, year);
                Assert.InRange(days.Select(h => h.Day).Distinct().Count(), 7, 40);
                // On the first itself, but for Serbia, whose source moves a Sunday's away.
                Assert.Contains(days, h => h.Day >= new DateOnly(year, 1, 1) && h.Day <= new DateOnly(year, 1, country.Value == "RS" ? 3 : 1));
                Assert.All(days, h => Assert.False(h.Name.IsEmpty));
                Assert.Equal(days.Select(h => h.Day).Order(), days.Select(h => h.Day));
            }
        }
    }

    [Fact]
    public void Of_ACountryOrYearThatIsNotKnown_IsEmpty()
    {
        Assert.Empty(PublicHolidays.Of(new("CN"), 2026));
        Assert.Empty(PublicHolidays.Of(new("RO"), PublicHolidays.LastYear + 1));
        Assert.Empty(PublicHolidays.Of(new("RO"), PublicHolidays.FirstYear - 1));
    }

    [Fact]
    public void Between_OverAYearsEnd_HasBothYearsDays() => Assert.Equal(
        [Day("2026-12-25"), Day("2026-12-26"), Day("2027-01-01"), Day("2027-01-02")],
        PublicHolidays.Between(new("RO"), Day("2026-12-24"), Day("2027-01-05")).Select(h => h.Day));

    [Fact]
    public void Name_OfEaster_IsToldInTheReadersLanguage()
    {
        var easter = PublicHolidays.Of(new("RO"), 2026).Single(h => h.Day == Easter.Orthodox(2026));
        Assert.Equal(["Easter Sunday", "Húsvétvasárnap", "påskdagen", "Paștele"], Languages.Interface.Select(l => easter.Name[l]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
