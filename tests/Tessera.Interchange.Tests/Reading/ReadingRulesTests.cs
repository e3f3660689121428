using Tessera.Interchange.Reading;
using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>One small page for each rule by which records are found and dated, with the directory as it is shipped.</summary>
public sealed class ReadingRulesTests(BuiltPlaces places)
{
    private const string Heading = "<h1>Twin towns</h1>";

    [Fact]
    public void RowWithoutAName_BelowAMergedCell_IsAFurtherAgreement()
    {
        var found = places.Read(Heading + "<table><tr><th>Town</th><th>Agreement</th><th>Signed</th></tr><tr><td rowspan=2>Bologna, Italy</td><td>Twinning agreement</td><td>1994</td></tr><tr><td>Memorandum of understanding</td><td>2010</td></tr><tr><td>Tartu, Estonia</td><td>Twinning agreement</td><td>2001</td></tr></table>");
        Assert.Equal(["Bologna: twinning 1994; memorandum 2010", "Tartu: twinning 2001"], found.Select(Told));
    }

    [Fact]
    public void CountryMergedOverRows_IsThatOfEach()
    {
        var found = places.Read(Heading + "<table><tr><th>Country</th><th>Town</th></tr><tr><td rowspan=2>Germany</td><td>Gotha</td></tr><tr><td>Marburg</td></tr><tr><td>Spain</td><td>León</td></tr></table>");
        Assert.Equal([("Gotha", "DE"), ("Marburg", "DE"), ("León", "ES")], found.Select(p => (p.Name, p.Country)));
    }

    [Fact]
    public void RegisterOfManyAuthorities_GivesTheOfficesOwnRows()
    {
        var found = places.Read("Municipality;Twin town;Country;Year\nImola;Gennevilliers;France;1962\nFaenza;Bergerac;France;1998\nImola;Colchester;United Kingdom;1997\n", "Comune di Imola", "IT");
        Assert.Equal(["Gennevilliers", "Colchester"], found.Select(p => p.Name));
    }

    [Fact]
    public void SheetBelowEachHeading_BelongsToTheTownOfTheHeading()
    {
        var found = places.Read(Heading + Sheet("Roth", "Germany", "1992") + Sheet("Kearney", "United States", "1999"));
        Assert.Equal(["Roth: twinning 1992", "Kearney: twinning 1999"], found.Select(Told));

        static string Sheet(string name, string country, string year) => $"<h2>{name}</h2><table><tr><td>Country</td><td>{country}</td></tr><tr><td>Partner since</td><td>{year}</td></tr><tr><td>Population</td><td>30 000</td></tr></table>";
    }

    [Fact]
    public void CountryAboveAParagraph_IsThatOfItsTown()
    {
        var found = places.Read(Heading + "<button>Spain</button><p>The oldest of all our links is the one with León, where the twinning oath was signed on 3 May 1988 by both mayors.</p>");
        Assert.Equal(("León", "ES"), (Assert.Single(found).Name, found[0].Country));
    }

    [Fact]
    public void YearAsAHeading_DatesWhatStandsBelow()
    {
        var found = places.Read(Heading + "<ul><li>1957</li></ul><h3>Ravenna</h3><p>The first twin town, in Italy. The deed was signed on 20 October.</p><ul><li>1988</li></ul><h3>Sakurai</h3><p>A friendship agreement with the city in Japan.</p>");
        Assert.Equal(["Ravenna: twinning 1957-10-20", "Sakurai: friendship 1988"], found.Select(Told));
    }

    [Fact]
    public void DayWithoutAYear_HasTheYearSaidBefore()
    {
        var found = places.Read(Heading + "<p>Lublin in Poland has been our twin town since 1993; the agreement was signed on 29 April of that year.</p>");
        Assert.Equal("Lublin: twinning 1993-04-29", Told(Assert.Single(found)));
    }

    [Fact]
    public void DatesAndWhatHappened_TakingTurns_BelongTogetherByTheirOrder()
    {
        var found = places.Read(Heading + "<p>In October 1957 for the first contacts and on 11 May 1958 for the signature the mayor went to our twin town Overijse in Belgium.</p>");
        Assert.Equal(["first-contact 1957-10", "signed 1958-05-11"], Assert.Single(Assert.Single(found).Agreements).Dates.Select(d => $"{d.Role} {d.Date}"));
    }

    [Fact]
    public void PlaceInALocative_TellsWhereItWasSigned()
    {
        var found = places.Read(Heading + "<p>The twinning agreement with Kempten in Germany was signed in Kempten on 17 October 1987 and in Springfield on 23 April 1988.</p>", "Springfield", "US");
        Assert.Equal(["signed-there 1987-10-17", "signed-here 1988-04-23"], Assert.Single(Assert.Single(found).Agreements).Dates.Select(d => $"{d.Role} {d.Date}"));
    }

    [Fact]
    public void DateSinceWhenNothingHappens_IsNoDateOfTheAgreement()
    {
        var found = places.Read(Heading + "<ul><li>Kotka, Finland, 1970, dormant since 2012</li><li>Tartu, Estonia, 1992</li></ul>");
        Assert.Equal(["Kotka: twinning 1970", "Tartu: twinning 1992"], found.Select(Told));
        Assert.Equal("dormant", found[0].Agreements[0].Status);
    }

    [Fact]
    public void CouncilsDecision_IsOneRecord_WithItsNumberAndTheDayOfTheSitting()
    {
        var found = places.Read("Minutes of the Town Council's sitting held on 27 June 2019\n\nResolution No. 61/2019\n\nThe Town Council, under Act No. 369 of 1990, approves the twinning agreement with the town of Limanowa (Poland).\n\nThe agreement was signed in Limanowa on 8 June 2019.\n", "Springfield", "US");
        var agreement = Assert.Single(Assert.Single(found).Agreements);
        Assert.Equal(("61/2019", "decided 2019-06-27, signed-there 2019-06-08"), (agreement.Decision, string.Join(", ", agreement.Dates.Select(d => $"{d.Role} {d.Date}"))));
    }

    [Fact]
    public void WhatAPartnerIsTwinnedWith_IsNoPartner()
    {
        var found = places.Read(Heading + "<p>Diepholz in Germany has been our twin town since 1979.</p><p>Diepholz is also twinned with Starogard Gdański in Poland.</p>");
        Assert.Equal("Diepholz", Assert.Single(found).Name);
    }

    [Fact]
    public void Namesake_InAnotherCountry_IsAPartner()
    {
        var found = places.Read(Heading + "<ul><li>Laval, Canada, 1984</li><li>Boston, United Kingdom, 1958</li></ul>", "Laval", "FR");
        Assert.Equal([("Laval", "CA"), ("Boston", "GB")], found.Select(p => (p.Name, p.Country)));
    }

    [Theory]
    [InlineData("<title>Call for tenders: park of the twin towns</title><h1>Call for tenders: park of the twin towns</h1><p>Offers came from Szeged (Hungary) and Verona (Italy), which have a partnership agreement.</p>")]
    [InlineData("<h1>Twin towns</h1><p>A request to be twinned with Hebron in Palestine was declined in 2015.</p>")]
    public void Tender_OrRefusal_GivesNothing(string page) => Assert.Empty(places.Read(page));

    private static string Told(Proposal proposal) => $"{proposal.Name}: {string.Join("; ", proposal.Agreements.Select(a => $"{a.Kind} {string.Join(", ", a.Dates.Select(d => d.Date.ToString()))}"))}";
}
