using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>What stands in one line: dates, numbers of decisions, numbers of inhabitants and areas.</summary>
public sealed class ScannersTests
{
    [Theory]
    [InlineData("hu", "2008. szeptember 12.", "2008-09-12")]
    [InlineData("hu", "1990. május", "1990-05")]
    [InlineData("hu", "2013. X. 31.", "2013-10-31")]
    [InlineData("hu", "1992-ben", "1992")]
    [InlineData("hu", "kb. 1990", "1990~")]
    [InlineData("sv", "den 14 maj 1994", "1994-05-14")]
    [InlineData("sv", "1970-talet", "197X")]
    [InlineData("sv", "sedan 1946", "1946")]
    [InlineData("ro", "15 aprilie 1999", "1999-04-15")]
    [InlineData("ro", "28.09.2006", "2006-09-28")]
    [InlineData("de", "3. Oktober 1990", "1990-10-03")]
    [InlineData("de", "12.5.1989", "1989-05-12")]
    [InlineData("de", "in den 70er Jahren", "197X")]
    [InlineData("fr", "le 1er mai 1988", "1988-05-01")]
    [InlineData("fr", "depuis 1964", "1964")]
    [InlineData("en", "May 5, 2001", "2001-05-05")]
    [InlineData("en", "5th of May 2001", "2001-05-05")]
    [InlineData("en", "1991-05-04", "1991-05-04")]
    [InlineData("en", "14/05/1991", "1991-05-14")]
    [InlineData("en", "September 1998", "1998-09")]
    [InlineData("en", "1998-2004", "1998/2004")]
    [InlineData("et", "1992. aastal", "1992")]
    [InlineData("fi", "kesäkuussa 1991", "1991-06")]
    [InlineData("pl", "12 czerwca 1998 r.", "1998-06-12")]
    [InlineData("cs", "12. června 1998", "1998-06-12")]
    [InlineData("el", "15 Μαΐου 1995", "1995-05-15")]
    [InlineData("bg", "24 май 1989 г.", "1989-05-24")]
    [InlineData("en", "32 May 2001", "2001-05")]
    [InlineData("en", "31.02.2001", "2001-02")]
    [InlineData("en", "5 May 1788")]
    [InlineData("ro", "HCL 173/28.09.2006")]
    public void Date_HoweverItIsWritten_IsRead(string language, string line, params string[] dates) => Assert.Equal(dates, Values(language, line, Says.Date));

    [Theory]
    [InlineData("hu", "19/1994 számú határozat", "19/1994")]
    [InlineData("hu", "a 151/2013.(X.31.) határozattal", "151/2013.(X.31.)")]
    [InlineData("ro", "HCL 173/28.09.2006", "HCL 173/28.09.2006")]
    [InlineData("ro", "H.C.L. nr. 45/2010", "H.C.L. nr. 45/2010")]
    [InlineData("sv", "beslut KS § 165", "KS § 165")]
    [InlineData("pl", "Uchwała Nr XXIV/173/2004", "XXIV/173/2004")]
    [InlineData("de", "Beschluss Nr. 12/95 des Stadtrates", "12/95")]
    [InlineData("en", "signed on 12/05/1989")]
    [InlineData("en", "open 24/7")]
    [InlineData("en", "phone 036/123 4567")]
    public void Decision_ByItsFormOrTheWordBesideIt_IsRead(string language, string line, params string[] decisions) => Assert.Equal(decisions, Values(language, line, Says.Decision));

    [Theory]
    [InlineData("hu", "Lakosság: 90. 400 fő", "90400")]
    [InlineData("de", "28.000 Einwohner", "28000")]
    [InlineData("sv", "1 380 invånare", "1380")]
    [InlineData("sv", "1,6 miljoner invånare", "1600000")]
    [InlineData("en", "population 12,345", "12345")]
    [InlineData("en", "Population: 12'345", "12345")]
    [InlineData("en", "in 2010 it had 5,000 inhabitants", "5000")]
    [InlineData("en", "population 0")]
    [InlineData("en", "population 99,000,000,000")]
    [InlineData("en", "12,345 visitors")]
    public void Population_BesideItsWord_IsRead(string language, string line, params string[] numbers) => Assert.Equal(numbers, Values(language, line, Says.Population).Distinct());

    [Theory]
    [InlineData("de", "3.500 ha", "35")]
    [InlineData("sv", "Yta: 120,5 km²", "120.5")]
    [InlineData("hu", "terület: 43 km2", "43")]
    [InlineData("en", "area 99,000,000 km²")]
    public void Area_InKilometresOrHectares_IsRead(string language, string line, params string[] numbers) => Assert.Equal(numbers, Values(language, line, Says.Area).Distinct());

    [Theory]
    [InlineData("www.tartu.ee, tel. +372 736 1111, lv@tartu.ee", "www.tartu.ee", "+372 736 1111", "lv@tartu.ee")]
    [InlineData("(https://www.tamsalu.ee/et/avaleht).", "https://www.tamsalu.ee/et/avaleht", null, null)]
    public void Contacts_InALine_AreRead(string line, string? website, string? phone, string? email)
    {
        Assert.Equal(website, Values("en", line, Says.Website).FirstOrDefault());
        Assert.Equal(phone, Values("en", line, Says.Phone).SingleOrDefault());
        Assert.Equal(email, Values("en", line, Says.Email).SingleOrDefault());
    }

    private static List<string> Values(string language, string line, string key)
    {
        var page = PageSource.Read("x\n" + line + "\n");
        return [.. new Recogniser(page, Lexicon.Of([.. new[] { language, "en" }.Distinct()])).Lines().SelectMany(l => l.All(key)).Select(m => m.Value)];
    }
}
