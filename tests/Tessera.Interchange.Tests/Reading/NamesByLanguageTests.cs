using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Records;
using Tessera.Interchange.Tests.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>Partners that a page names in two languages.</summary>
public sealed class NamesByLanguageTests(BuiltPlaces built)
{
    [Theory]
    [InlineData("hu", "Testvérvárosaink", "Csíkszereda / Miercurea Ciuc, Románia", "hu=Csíkszereda ro=Miercurea Ciuc")]
    [InlineData("hu", "Testvérvárosaink", "Kolozsvár (Cluj-Napoca), Románia", "hu=Kolozsvár ro=Cluj-Napoca")]
    [InlineData("hu", "Testvérvárosaink", "Cluj-Napoca (Kolozsvár), Románia", "hu=Kolozsvár ro=Cluj-Napoca")]
    [InlineData("sv", "Våra vänorter", "Åbo (Turku), Finland", "fi=Turku sv=Åbo")]
    [InlineData("de", "Unsere Partnerstädte", "Straßburg (Strasbourg), Frankreich", "de=Straßburg fr=Strasbourg")]
    [InlineData("ro", "Orașe înfrățite", "Seghedin / Szeged, Ungaria", "hu=Szeged ro=Seghedin")]
    public void Page_ThatSaysTwoNames_NamesThePartnerInBothLanguages(string language, string heading, string line, string names) =>
        Assert.Equal(names, Names(Assert.Single(Read(language, $"{heading}\n\n{line}\n").Proposals)));

    [Theory]
    [InlineData("hu", "Testvérvárosaink", "Kolozsvár, Románia")]
    [InlineData("hu", "Testvérvárosaink", "Kolozsvár (Románia)")]
    [InlineData("hu", "Testvérvárosaink", "Kolozsvár (1994), Románia")]
    [InlineData("hu", "Testvérvárosaink", "Kolozsvár (Erdély), Románia")]
    [InlineData("hu", "Testvérvárosaink", "Pozsony (Pressburg), Szlovákia")]
    [InlineData("ro", "Orașe înfrățite", "Cluj-Napoca (Kolozsvár), România")]
    [InlineData("en", "Our twin towns", "Kolozsvár (Cluj-Napoca), Romania")]
    public void Page_ThatDoesNotTellWhichNameIsWhich_InventsNone(string language, string heading, string line) =>
        Assert.All(Read(language, $"{heading}\n\n{line}\n").Proposals, p => Assert.Empty(p.Names));

    [Fact]
    public void Table_WithAColumnForEachLanguage_NamesThePartnersInThem()
    {
        var read = Read("hu", "Név (magyar);Nume (română);Ország;Aláírva\nCsíkszereda;Miercurea Ciuc;Románia;1994\nZetelaka;Zetea;Románia;2001\n");
        Assert.Equal(["hu=Csíkszereda ro=Miercurea Ciuc", "hu=Zetelaka ro=Zetea"], read.Proposals.Select(Names));
        Assert.Equal(("name", ColumnReason.Language, "ro"), (read.Tables[0].Columns[1].Field, read.Tables[0].Columns[1].Reason, read.Tables[0].Columns[1].Language));
    }

    [Fact]
    public void Table_WithLanguagesAsCodes_IsReadAlike() =>
        Assert.Equal(["de=Straßburg fr=Strasbourg"], Read("de", "Partnerstadt (de);Name_fr;Land;Seit\nStraßburg;Strasbourg;Frankreich;1962\n").Proposals.Select(Names));

    [Fact]
    public void Register_WhoseHeadingsNameNations_IsNoListOfNames()
    {
        var read = Read("sv", "Svensk kommun;Norsk vänort;Land;Sedan\nLund;Bergen;Norge;1946\nKalmar;Arendal;Norge;1947\n");
        Assert.All(read.Proposals, p => Assert.Empty(p.Names));
        Assert.DoesNotContain(read.Tables[0].Columns, c => c.Reason == ColumnReason.Language);
    }

    [Theory]
    [InlineData("Név (magyar)", "hu")]
    [InlineData("Nume (română)", "ro")]
    [InlineData("Magyarul", "hu")]
    [InlineData("Namn på svenska", "sv")]
    [InlineData("name_hu", "hu")]
    [InlineData("Name: DE", "de")]
    [InlineData("Name (magyar / română)", null)]
    [InlineData("Numele partenerului", null)]
    [InlineData("Nom de la ville", null)]
    [InlineData("Name (xx)", null)]
    [InlineData("", null)]
    public void Heading_TellsItsLanguage(string heading, string? language) => Assert.Equal(language, LanguageWords.In(heading));

    private PageReading Read(string language, string text) => new PageReader(built.Index).Read(PageSource.Read(Encoding.UTF8.GetBytes(text))!, new ReadingOptions(language));

    private static string Names(Proposal proposal) => string.Join(' ', proposal.Names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key}={n.Value}"));
}
