using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Vocabulary;

public sealed class PartialDatePrintTests
{
    [Theory]
    [InlineData("1997", "1997", "1997", "1997", "1997")]
    [InlineData("197X", "1970s", "1970-es évek", "1970-talet", "anii 1970")]
    [InlineData("190X", "decade 1900–1909", "1900-as évek", "decenniet 1900–1909", "anii 1900")]
    [InlineData("2008-09", "September 2008", "2008. szeptember", "september 2008", "septembrie 2008")]
    [InlineData("1994-05-14", "14 May 1994", "1994. május 14.", "14 maj 1994", "14 mai 1994")]
    [InlineData("2010-22", "summer 2010", "2010 nyara", "sommaren 2010", "vara anului 2010")]
    [InlineData("2008-24", "winter 2008–2009", "2008–2009 tele", "vintern 2008–2009", "iarna 2008–2009")]
    [InlineData("2021-10/..", "since October 2021", "2021 októberétől", "sedan oktober 2021", "din octombrie 2021")]
    [InlineData("1993/..", "since 1993", "1993-tól", "sedan 1993", "din 1993")]
    [InlineData("1994-05-14/..", "since 14 May 1994", "1994. május 14-étől", "sedan 14 maj 1994", "din 14 mai 1994")]
    [InlineData("197X/..", "since the 1970s", "1970-es évektől", "sedan 1970-talet", "din anii 1970")]
    [InlineData("200X/..", "since the decade 2000–2009", "2000-es évektől", "sedan decenniet 2000–2009", "din anii 2000")]
    [InlineData("2008-22/..", "since summer 2008", "2008 nyarától", "sedan sommaren 2008", "din vara anului 2008")]
    [InlineData("2008-24/..", "since winter 2008–2009", "2008–2009 telétől", "sedan vintern 2008–2009", "din iarna 2008–2009")]
    [InlineData("1993~/..", "since about 1993", "kb. 1993-tól", "sedan omkring 1993", "din circa 1993")]
    [InlineData("../1997", "until 1997", "1997-ig", "till och med 1997", "până în 1997")]
    [InlineData("../1994-05-14", "until 14 May 1994", "1994. május 14-éig", "till och med 14 maj 1994", "până la 14 mai 1994")]
    [InlineData("../2009-05", "until May 2009", "2009 májusáig", "till och med maj 2009", "până în mai 2009")]
    [InlineData("[..1989]", "before 1990", "1990 előtt", "före 1990", "înainte de 1990")]
    [InlineData("[..1994-05-13]", "before 14 May 1994", "1994. május 14-e előtt", "före 14 maj 1994", "înainte de 14 mai 1994")]
    [InlineData("[2021-11..]", "after October 2021", "2021 októbere után", "efter oktober 2021", "după octombrie 2021")]
    [InlineData("1990~", "about 1990", "1990 körül", "omkring 1990", "circa 1990")]
    [InlineData("197X~", "about the 1970s", "1970-es évek körül", "omkring 1970-talet", "circa anii 1970")]
    [InlineData("1997?", "1997 (?)", "1997 (?)", "1997 (?)", "1997 (?)")]
    [InlineData("1997%", "about 1997 (?)", "1997 körül (?)", "omkring 1997 (?)", "circa 1997 (?)")]
    [InlineData("1969/1975", "1969–1975", "1969–1975", "1969–1975", "1969–1975")]
    [InlineData("1969~/1975", "about 1969 – 1975", "1969 körül – 1975", "omkring 1969 – 1975", "circa 1969 – 1975")]
    [InlineData("2008-09/2009", "September 2008 – 2009", "2008. szeptember – 2009", "september 2008 – 2009", "septembrie 2008 – 2009")]
    [InlineData("2010-05/2010-06", "May–June 2010", "2010. május–június", "maj–juni 2010", "mai–iunie 2010")]
    [InlineData("2010-05-07/2010-05-22", "7–22 May 2010", "2010. május 7–22.", "7–22 maj 2010", "7–22 mai 2010")]
    [InlineData("2010-05-07/2010-06-03", "7 May – 3 June 2010", "2010. május 7. – június 3.", "7 maj – 3 juni 2010", "7 mai – 3 iunie 2010")]
    public void Print_InEveryLanguage_IsNatural(string edtf, string english, string hungarian, string swedish, string romanian)
    {
        var date = PartialDate.ParseEdtf(edtf);

        Assert.Equal([english, hungarian, swedish, romanian], [date.Print("en"), date.Print("hu"), date.Print("sv"), date.Print("ro")]);
    }

    [Theory]
    [InlineData(1991, "1991-től")]
    [InlineData(1992, "1992-től")]
    [InlineData(1993, "1993-tól")]
    [InlineData(1994, "1994-től")]
    [InlineData(1995, "1995-től")]
    [InlineData(1996, "1996-tól")]
    [InlineData(1997, "1997-től")]
    [InlineData(1998, "1998-tól")]
    [InlineData(1999, "1999-től")]
    [InlineData(2010, "2010-től")]
    [InlineData(2020, "2020-tól")]
    [InlineData(2030, "2030-tól")]
    [InlineData(1940, "1940-től")]
    [InlineData(1950, "1950-től")]
    [InlineData(1960, "1960-tól")]
    [InlineData(1970, "1970-től")]
    [InlineData(1980, "1980-tól")]
    [InlineData(1990, "1990-től")]
    [InlineData(1900, "1900-tól")]
    [InlineData(2000, "2000-től")]
    [InlineData(2017, "2017-től")]
    [InlineData(2019, "2019-től")]
    public void Print_HungarianSinceYear_FollowsVowelHarmony(int year, string printed) =>
        Assert.Equal(printed, PartialDate.Since(PartialDate.OfYear(year)).Print("hu"));

    [Theory]
    [InlineData(1910, "1910-es évek")]
    [InlineData(1920, "1920-as évek")]
    [InlineData(1930, "1930-as évek")]
    [InlineData(1940, "1940-es évek")]
    [InlineData(1950, "1950-es évek")]
    [InlineData(1960, "1960-as évek")]
    [InlineData(1980, "1980-as évek")]
    [InlineData(1990, "1990-es évek")]
    [InlineData(2000, "2000-es évek")]
    public void Print_HungarianDecade_FollowsVowelHarmony(int year, string printed) =>
        Assert.Equal(printed, PartialDate.OfDecade(year).Print("hu"));

    [Theory]
    [InlineData(1, "2021. május 1-jétől")]
    [InlineData(2, "2021. május 2-ától")]
    [InlineData(3, "2021. május 3-ától")]
    [InlineData(12, "2021. május 12-étől")]
    [InlineData(20, "2021. május 20-ától")]
    [InlineData(30, "2021. május 30-ától")]
    [InlineData(31, "2021. május 31-étől")]
    public void Print_HungarianSinceDay_FollowsVowelHarmony(int day, string printed) =>
        Assert.Equal(printed, PartialDate.Since(PartialDate.OfDay(new(2021, 5, day))).Print("hu"));

    [Fact]
    public void Print_UnknownLanguage_Throws() => Assert.Throws<ArgumentException>(() => PartialDate.OfYear(1997).Print("fi"));
}
