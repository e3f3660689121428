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
        var agreement = Read(Heading + $"<h2>Gotha</h2><p>Germany. {text}</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>")[0].Agreements[0];
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
        var agreement = Read(Heading + $"<h2>Gotha</h2><p>Germany. {text}</p><h2>Tartu</h2><p>Estonia. Signed in 2001.</p>")[0].Agreements[0];
        Assert.Equal((decision, status), (agreement.Decision, agreement.Status));
    }

    [Fact]
    public void WhatIsSaidBehindTheLastOfSeveralNames_IsSaidOfAll()
    {
        var found = Read(Heading + "<p>Esbjerg in Denmark, Lappeenranta in Finland and Stavanger in Norway have been our twin towns since 1946.</p>");
        Assert.Equal(["Esbjerg 1946", "Lappeenranta 1946", "Stavanger 1946"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));
    }

    [Fact]
    public void DateBeforeAnAnd_BelongsToTheNameBeforeIt()
    {
        var found = Read(Heading + "<p>Kendal has been twinned with Rinteln, in Germany, since 1992 and with Killarney, in the Republic of Ireland, since 1991.</p>", "Kendal", "GB");
        Assert.Equal(["Rinteln 1992", "Killarney 1991"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));
    }

    [Fact]
    public void BareNumberInTheColumnOfDecisions_IsOne()
    {
        var found = Read(Heading + "<table><tr><th>Town</th><th>Country</th><th>Decision</th><th>Signed</th></tr><tr><td>Hanau</td><td>Germany</td><td>412</td><td>18.05.2013</td></tr><tr><td>Pécs</td><td>Hungary</td><td>519</td><td>2007</td></tr></table>");
        Assert.Equal(["412", "519"], found.Select(p => p.Agreements[0].Decision));
    }

    [Fact]
    public void SheetBelowALineThatIsOnlyAName_BelongsToThatTown()
    {
        var found = Read(Heading + Sheet("Lapua", "Finland", "1996") + Sheet("Sigtuna", "Sweden", "1997"));
        Assert.Equal(["Lapua 1996", "Sigtuna 1997"], found.Select(p => $"{p.Name} {p.Agreements[0].Dates.Single().Date}"));

        static string Sheet(string name, string country, string year) => $"<p>{name}</p><table><tr><td>Country</td><td>{country}</td></tr><tr><td>Agreement signed</td><td>{year}</td></tr><tr><td>Population</td><td>30 000</td></tr></table>";
    }

    private IReadOnlyList<Proposal> Read(string page, string home = "Springfield", string country = "US") =>
        new PageReader(places.Index).Read(PageSource.Read(Encoding.UTF8.GetBytes(page))!, new ReadingOptions("en", home, country)).Proposals;
}
