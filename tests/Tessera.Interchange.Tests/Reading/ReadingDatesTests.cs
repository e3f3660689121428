using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>One small page for each rule by which dates, decisions and statuses are understood, with the directory as it is shipped.</summary>
public sealed class ReadingDatesTests(BuiltPlaces places)
{
    private const string Heading = "<h1>Twin towns</h1>";

    [Theory]
    [InlineData("The agreement was signed over there on 3 May 1979, then here on 14 July 1980.", "signed-there 1979-05-03, signed-here 1980-07-14")]
    [InlineData("Twinning agreement, Springfield, 8 October 2004.", "signed-here 2004-10-08")]
    [InlineData("At a ceremony with many guests and both choirs in Gotha the two mayors signed the twinning agreement on 3 May 1990.", "signed-there 1990-05-03")]
    [InlineData("Exchanges have gone on since 1951; the charter was signed on 4 September 1958.", "first-contact 1951, signed 1958-09-04")]
    [InlineData("The charter was signed on 4 September 1958 and signed again on 5 September 2008.", "signed 1958-09-04, renewed 2008-09-05")]
    [InlineData("The charter was signed in 1958. The old town became World Heritage in 1996.", "signed 1958")]
    public void DatesOfATown_HaveTheRoleThatTheirSentenceTells(string text, string expected)
    {
        var agreement = places.Read(Heading + $"<h2>Gotha</h2><p>Germany. {text}</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>")[0].Agreements[0];
        Assert.Equal(expected, string.Join(", ", agreement.Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Theory]
    [InlineData("Exchanges started in 1951, and the two mayors put their names to the charter on 4 September 1958.", "first-contact 1951, signed 1958-09-04")]
    [InlineData("Many families lived in this little town near the hills until 1946, and later they found a new home with us and their children too. The charter was signed on 4 September 1958.", "signed 1958-09-04")]
    [InlineData("The charter was signed on 4 September 1958. The first fair took place that year. In 2009 the town merged with its neighbours, signed away by law.", "signed 1958-09-04")]
    [InlineData("In 2008 the fiftieth anniversary of the twinning with this old town brought 180 guests to our festival hall and to the park.", "")]
    [InlineData("The charter was signed on 4 September 1958. At the anniversary in 2008 it was renewed.", "signed 1958-09-04, renewed 2008")]
    [InlineData("Twinned since 1958. A second twinning with a village near by, announced with much noise in 2009, was never signed.", "signed 1958")]
    [InlineData("The charter was signed in sunny Gotha on 4 September 1958.", "signed-there 1958-09-04")]
    [InlineData("Twinning agreement of 1994. The council decided on 6 November 2013 to terminate it, and it ended in 2014.", "signed 1994, ended 2014")]
    [InlineData("The council approved the twinning agreement with this old residence of dukes and of printers of maps on 12 December 1990.", "decided 1990-12-12")]
    public void SentencesOfATown_TellItsDatesOnly(string text, string expected) => DatesOfATown_HaveTheRoleThatTheirSentenceTells(text, expected);

    [Theory]
    [InlineData("cs", "Partnerství trvalo v letech 1993–2012.", "signed 1993, ended 2012")]
    [InlineData("fr", "Le partenariat a vécu de 1998 à 2004.", "signed 1998, ended 2004")]
    [InlineData("el", "Το πρωτόκολλο αδελφοποίησης υπογράφηκε τον Οκτώβριο του 2016.", "signed 2016-10")]
    [InlineData("pl", "Umowa partnerska – X 1999 r.", "signed 1999-10")]
    [InlineData("lt", "Sutartis pasirašyta 2004-aisiais.", "signed 2004")]
    [InlineData("it", "La città è gemellata dal 1989.", "signed 1989")]
    [InlineData("hu", "A kapcsolatot 2017. szeptember 2-án újították meg.", "renewed 2017-09-02")]
    [InlineData("hu", "A megállapodást 2002. szeptember 13-án írták alá, odaát.", "signed-there 2002-09-13")]
    [InlineData("tr", "Kardeş Şehir, 2006 (ilişkiler 2012’de askıya alındı)", "signed 2006")]
    [InlineData("de", "Der Gemeinderat stimmte am 21. Februar 2005 zu.", "decided 2005-02-21")]
    public void DatesInOtherLanguages_AreUnderstood(string language, string text, string expected)
    {
        var agreement = places.Read(Heading + $"<h2>Gotha (Germany)</h2><p>{text}</p><h2>Tartu (Estonia)</h2><p>2001.</p>", language: language)[0].Agreements[0];
        Assert.Equal(expected, string.Join(", ", agreement.Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Theory]
    [InlineData("<td>4 May 1964</td><td>Signed in Gotha; the bells rang</td>", "signed-there 1964-05-04")]
    [InlineData("<td>1996. augusztus 20., Gotha</td><td></td>", "signed-there 1996-08-20", "hu")]
    public void CellsOfATable_TellPlaceAndDates(string cells, string expected, string language = "en")
    {
        var found = places.Read(Heading + $"<table><tr><th>Town</th><th>Country</th><th>Signed</th><th>Note</th></tr><tr><td>Gotha</td><td>Germany</td>{cells}</tr><tr><td>Tartu</td><td>Estonia</td><td>2001</td><td></td></tr></table>", language: language);
        Assert.Equal(expected, string.Join(", ", found[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Fact]
    public void DateInABracketBehindASuspension_IsNotTheAgreements()
    {
        var found = places.Read(Heading + "<table><tr><th>Town</th><th>Country</th><th>Since</th><th>Status</th></tr><tr><td>Gotha</td><td>Germany</td><td>1964</td><td>Suspended (council statement, 3 March 2022)</td></tr><tr><td>Tartu</td><td>Estonia</td><td>2001</td><td>Active</td></tr></table>");
        Assert.Equal("signed 1964", string.Join(", ", found[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Fact]
    public void WordOfDecidingBeforeANumber_IsNotOfTheDateBeforeIt()
    {
        var found = places.Read(Heading + "<ul><li>1978: Gotha, Germany, resolution No. 10512</li><li>1990: Tartu, Estonia</li></ul>");
        Assert.Equal("signed 1978", string.Join(", ", found[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Fact]
    public void DecisionBesideAKindAndADate_GivesItsDay()
    {
        var found = places.Read(Heading + "<ul><li>Gotha (Germany)<br>Memorandum of understanding, council decision of 11 July 2016 (No. 10/2016), signed in October 2016</li><li>Tartu (Estonia)<br>Memorandum of understanding, signed in 2001</li></ul>");
        Assert.Equal("decided 2016-07-11, signed 2016-10", string.Join(", ", found[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Fact]
    public void CountryInWhichItWasSigned_IsThePartners()
    {
        var found = places.Read(Heading + "<h2>Gotha, Germany</h2><p>The old residence and our town have a charter. It was signed in Germany on 4 September 1958.</p><h2>Tartu, Estonia</h2><p>Signed in 2001.</p>");
        Assert.Equal("signed-there", found[0].Agreements[0].Dates.Single().Role);
    }

    [Fact]
    public void OtherNameInBrackets_IsThePartnersToo()
    {
        var found = places.Read(Heading + "<h2>Gotha (Fichtenau)</h2><p>Germany. The charter was signed in Fichtenau on 4 September 1958.</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>");
        Assert.Equal("signed-there", found[0].Agreements[0].Dates.Single().Role);
    }

    [Fact]
    public void FriendshipThatBecameATwinning_IsTwoAgreements()
    {
        var found = places.Read(Heading + "<h2>Gotha</h2><p>Germany. A friendship agreement was signed in 2003, and on 10 August 2013 it became a twinning.</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>");
        Assert.Equal(["friendship 2003", "twinning 2013-08-10"], found[0].Agreements.Select(a => $"{a.Kind} {a.Dates.Single().Date}"));
    }

    [Fact]
    public void YearAboveARenewal_IsThatOfTheSigning()
    {
        var found = places.Read(Heading + "<h3>1991</h3><p>Gotha, Germany. Renewed on 3 June 2001.</p><h3>1992</h3><p>Tartu, Estonia.</p><h3>1993</h3><p>Pécs, Hungary.</p>");
        Assert.Equal("renewed 2001-06-03, signed 1991", string.Join(", ", found[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Theory]
    [InlineData("cs", "Písek", "Dohoda o partnerství byla podepsána 17. 10. 1998 v Písku.", "signed-here 1998-10-17")]
    [InlineData("cs", "Písek", "Slavnostní podpis proběhl v Gothě 19. října 1991.", "signed-there 1991-10-19")]
    [InlineData("fi", "Rauma", "Sopimus allekirjoitettiin 6. kesäkuuta 1986 Gothassa, ja Raumalla asiakirja vahvistettiin 21.8.1987.", "signed-there 1986-06-06, signed-here 1987-08-21")]
    public void PlacesInTheirCase_SayWhereItWasSigned(string language, string home, string text, string expected)
    {
        var agreement = places.Read(Heading + $"<h2>Gotha (Germany)</h2><p>{text}</p><h2>Tartu (Estonia)</h2><p>2001.</p>", home, language == "fi" ? "FI" : "CZ", language)[0].Agreements[0];
        Assert.Equal(expected, string.Join(", ", agreement.Dates.Select(d => $"{d.Role} {d.Date}")));
    }

    [Theory]
    [InlineData("Twinning agreement of 1994, suspended by council decision No. 12/2022.", null, "paused")]
    [InlineData("Twinning agreement of 1994, terminated in 2022 (council decision No. 12/2022).", null, "ended")]
    [InlineData("Twinning agreement of 1994. On 28 March 2022 (council decision 54/2022) the council decided to suspend all exchange.", null, "paused")]
    [InlineData("Twinning agreement of 1994 (council decision No. 43/1994), ended in 2015.", "43/1994", "ended")]
    [InlineData("Cooperation suspended in 2014, renewed in March 2023.", null, "in-force")]
    public void DecisionThatEndsOrSuspends_IsNotTheAgreementsOwn(string text, string? decision, string status)
    {
        var agreement = places.Read(Heading + $"<h2>Gotha</h2><p>Germany. {text}</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>")[0].Agreements[0];
        Assert.Equal((decision, status), (agreement.Decision, agreement.Status));
    }

    [Fact]
    public void WhatIsSaidBehindTheLastOfSeveralNames_IsSaidOfAll()
    {
        var found = places.Read(Heading + "<p>Esbjerg in Denmark, Lappeenranta in Finland and Stavanger in Norway have been our twin towns since 1946.</p>");
        Assert.Equal(["Esbjerg 1946", "Lappeenranta 1946", "Stavanger 1946"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));
    }

    [Fact]
    public void DateBeforeAnAnd_BelongsToTheNameBeforeIt()
    {
        var found = places.Read(Heading + "<p>Kendal has been twinned with Rinteln, in Germany, since 1992 and with Killarney, in the Republic of Ireland, since 1991.</p>", "Kendal", "GB");
        Assert.Equal(["Rinteln 1992", "Killarney 1991"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));
    }

    [Fact]
    public void BareNumberInTheColumnOfDecisions_IsOne()
    {
        var found = places.Read(Heading + "<table><tr><th>Town</th><th>Country</th><th>Decision</th><th>Signed</th></tr><tr><td>Hanau</td><td>Germany</td><td>412</td><td>18.05.2013</td></tr><tr><td>Pécs</td><td>Hungary</td><td>519</td><td>2007</td></tr></table>");
        Assert.Equal(["412", "519"], found.Select(p => p.Agreements[0].Decision));
    }

    [Fact]
    public void SheetBelowALineThatIsOnlyAName_BelongsToThatTown()
    {
        var found = places.Read(Heading + Sheet("Lapua", "Finland", "1996") + Sheet("Sigtuna", "Sweden", "1997"));
        Assert.Equal(["Lapua 1996", "Sigtuna 1997"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));

        static string Sheet(string name, string country, string year) => $"<p>{name}</p><table><tr><td>Country</td><td>{country}</td></tr><tr><td>Agreement signed</td><td>{year}</td></tr><tr><td>Population</td><td>30 000</td></tr></table>";
    }

    [Fact]
    public void DateThatIsLeftOut_LeavesTheWordsOfTheOthersToThem()
    {
        var page = PageSource.Read(Encoding.UTF8.GetBytes(Heading + "<h2>Gotha</h2><p>Germany. Twinned in 1994. The agreement was signed on 12 May 1994.</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>"))!;
        var reading = new PageReader(places.Index).Read(page, new ReadingOptions("en", "Springfield", "US"));
        var gotha = reading.Proposals[0];
        Assert.Equal("1994-05-12", Assert.Single(gotha.Agreements[0].Dates).Date.ToString());
        var words = Assert.Single(gotha.Spans, s => s.Field.Contains(".dates[", StringComparison.Ordinal));
        Assert.Equal(("agreements[0].dates[0]", "12 May 1994"), (words.Field, reading.Page.Text[words.Start..words.End]));
    }
}
