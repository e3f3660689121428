using System.Text.Json;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>What the reader says of a table's columns, and what it does when somebody says otherwise.</summary>
public sealed class TableMappingTests
{
    private const string Late = "Karlskrona;;;\n;;;\nTvillingstäder;Land;Signed;X\nBologna;Italy;1994;a\nTartu;Estonia;2001;b\n";

    /// <summary>Headings of a name, a country and a year, as the offices of these languages write them.</summary>
    private static readonly string[] InManyLanguages =
    [
        "hu;Testvérváros;Ország;Aláírás éve", "sv;Vänort;Land;Undertecknat", "ro;Oraș înfrățit;Țara;Data semnării", "de;Partnerstadt;Land;Unterzeichnet", "fr;Ville;Pays;Année", "it;Comune;Paese;Anno", "es;Ciudad;País;Año",
        "pt;Cidade;País;Ano", "nl;Stad;Land;Jaar", "pl;Miasto;Kraj;Rok", "cs;Město;Země;Rok", "sk;Mesto;Krajina;Rok", "et;Linn;Riik;Aasta", "fi;Kaupunki;Maa;Vuosi", "lv;Pilsēta;Valsts;Gads", "lt;Miestas;Šalis;Metai", "da;By;Land;År",
        "no;By;Land;År", "hr;Grad;Država;Godina", "sl;Mesto;Država;Leto", "el;Πόλη;Χώρα;Έτος", "bg;Град;Държава;Година", "uk;Місто;Країна;Рік", "ca;Ciutat;País;Any", "tr;Şehir;Ülke;Yıl", "is;Borg;Land;Ár",
    ];

    public static TheoryData<string> Headings => new(InManyLanguages);

    [Fact]
    public void Columns_OfALateHeader_AreMatched_WithTheReason()
    {
        var table = Assert.Single(Read("Twin town;Country;Signatures;Remarks;X\nBologna;Italy;1994;a;www.bologna.it\nTartu;Estonia;2001;b;www.tartu.ee\n").Tables);
        Assert.Equal(
            ["0 Twin town name Exact en", "1 Country country Exact en", "2 Signatures signed Values ", "3 Remarks  Unused en", "4 X website Values "],
            table.Columns.Select(c => $"{c.Column} {c.Header} {c.Field} {c.Reason} {c.Language}"));
        Assert.Null(table.ToldAt);
    }

    [Fact]
    public void Heading_WithTwoMeanings_HasTheOneThatNoOtherColumnHas()
    {
        var table = Assert.Single(Read("Ciudad;País;Estado\nNiort;Francia;Vigente\nSmara;Marruecos;Suspendido\n", "es").Tables);
        Assert.Equal(["name", "country", "status"], table.Columns.Select(c => c.Field));
    }

    [Fact]
    public void Header_BelowATitle_IsFound()
    {
        var table = Assert.Single(Read(Late, "sv").Tables);
        Assert.Equal(["Tvillingstäder", "Land", "Signed", "X"], table.Columns.Select(c => c.Header));
        Assert.Equal(["name", "country", "signed", null], table.Columns.Select(c => c.Field));
    }

    [Fact]
    public void Header_OfAnInflectedWord_SaysSo()
    {
        var table = Assert.Single(Read("Testvérvárosaink;Országaik neve;Aláírásuk\nBologna;Olaszország;1994\nTartu;Észtország;2001\n", "hu").Tables);
        Assert.Equal([ColumnReason.Inflected, ColumnReason.Part, ColumnReason.Inflected], table.Columns.Select(c => c.Reason));
        Assert.Equal(["name", "country", "signed"], table.Columns.Select(c => c.Field));
    }

    [Fact]
    public void Header_InTwoRows_IsOne()
    {
        var table = Assert.Single(Read("Twin town;Country;Agreement;\nName;Country;Signed;Number\nBologna;Italy;1994;3/1994\nTartu;Estonia;2001;4/2001\n").Tables);
        Assert.Equal(["Twin town / Name", "Country / Country", "Agreement / Signed", "Number"], table.Columns.Select(c => c.Header));
        Assert.Equal("signed", table.Columns[2].Field);
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void Columns_InManyLanguages_AreMatched(string headings)
    {
        var parts = headings.Split(';');
        var reading = Read($"{string.Join(';', parts[1..])}\nBologna;IT;1994\nTartu;EE;2001\nBudapest;HU;2005\nHillerød;DK;2006\n");
        Assert.Equal(["name", "country", "signed"], Assert.Single(reading.Tables).Columns.Select(c => c.Field));
        Assert.All(reading.Tables[0].Columns.Skip(1), c => Assert.Contains(c.Reason, new[] { ColumnReason.Exact, ColumnReason.Inflected }));
        Assert.Equal(["Bologna IT 1994", "Tartu EE 2001", "Budapest HU 2005", "Hillerød DK 2006"], Said(reading));
    }

    [Fact]
    public void Table_OfUnknownHeadings_CanStillBeTold()
    {
        const string file = "Kolumn A;Kolumn B;Kolumn C;Kolumn D\nBologna;de;1994;Avtal 7\nStorköping;dk;2001;Avtal 9\n";
        var table = Assert.Single(Read(file).Tables);
        Assert.Equal("Kolumn A", table.Columns[0].Header);
        var told = Told(table, "name", "country", "renewed", "decision");
        var reading = Read(file, told: told);
        Assert.Equal(["Bologna DE renewed 1994 Avtal 7", "Storköping DK renewed 2001 Avtal 9"], reading.Proposals.Select(p => $"{p.Name} {p.Country} {p.Agreements[0].Dates[0].Role} {p.Agreements[0].Dates[0].Date} {p.Agreements[0].Decision}"));
        Assert.All(Assert.Single(reading.Tables).Columns, c => Assert.Equal(ColumnReason.Told, c.Reason));
        Assert.Equal(told.At, reading.Tables[0].ToldAt);
        Assert.All(reading.Proposals, p => Assert.StartsWith("told: ", p.Because[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Told_InAnotherOrderAndSpelling_IsKnownAgain()
    {
        var told = Told(Assert.Single(Read("Partner;Country;Established;Renewed\nBologna;Italy;1994;2004\nTartu;Estonia;2001;\n").Tables), "name", "country", "renewed", "none");
        var reading = Read("Country;ESTABLISHED;partner:;Renewed\nItaly;1994;Bologna;2004\n", told: told);
        Assert.Equal(["country", "renewed", "name", "none"], Assert.Single(reading.Tables).Columns.Select(c => c.Field));
        Assert.Equal("renewed 1994", string.Join(", ", reading.Proposals[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}")));
        Assert.NotEqual(ColumnReason.Told, Read("Country;Established;Partner;Renewed;Notes\nItaly;1994;Bologna;2004;\n", told: told).Tables[0].Columns[0].Reason);
    }

    [Fact]
    public void Told_HeadersThatComeAgain_AreNoPartners()
    {
        const string file = "Gemeente;Waar\nBologna;IT\nHillerød;DK\nBudapest;HU\nGemeente;Waar\nTartu;EE\n";
        Assert.Equal(["Bologna IT ", "Hillerød DK ", "Budapest HU ", "Tartu EE "], Said(Read(file, told: Told(Assert.Single(Read(file).Tables), "name", "country"))));
    }

    [Fact]
    public void Told_TwoColumnsOfOneHeading_GoByTheirOrder()
    {
        const string file = "Town;Country;Date;Date\nBologna;Italy;1994;2004\nTartu;Estonia;2001;2011\n";
        var reading = Read(file, told: Told(Assert.Single(Read(file).Tables), "name", "country", "signed", "renewed"));
        Assert.Equal(["signed 1994", "renewed 2004"], reading.Proposals[0].Agreements[0].Dates.Select(d => $"{d.Role} {d.Date}"));
    }

    [Fact]
    public void Told_EveryField_IsTakenFromItsColumn()
    {
        var fields = ColumnFields.All.ToList();
        var cells = new Dictionary<string, string>
        {
            ["name"] = "Bologna",
            ["country"] = "Italy",
            ["kind"] = "friendship agreement",
            ["status"] = "dormant",
            ["decision"] = "A-77",
            ["signed"] = "1994",
            ["decided"] = "1993",
            ["renewed"] = "2004",
            ["ended"] = "2014",
            ["signatories"] = "Ada Rossi; Bo Ek",
            ["fields"] = "culture, schools",
            ["address"] = "Piazza Maggiore",
            ["website"] = "comune.bologna.it",
            ["email"] = "urp@comune.bologna.it",
            ["phone"] = "051 2193111",
            ["mayor"] = "Rossi",
            ["population"] = "390 000",
            ["area"] = "140,9",
            ["none"] = "1950",
        };
        var headers = fields.Select((_, i) => "Q" + new string((char)('a' + i), 2)).ToList();
        var told = new ToldColumns(ToldColumns.KeyOf(headers), [.. fields.Select((f, i) => new ToldColumn(headers[i], f))]);
        var proposal = Assert.Single(Read($"{string.Join('\t', headers)}\n{string.Join('\t', fields.Select(f => cells[f]))}\n", told: told).Proposals);
        var agreement = Assert.Single(proposal.Agreements);
        Assert.Equal(("Bologna", "IT", "Piazza Maggiore", "comune.bologna.it", "urp@comune.bologna.it", "051 2193111", "Rossi"), (proposal.Name, proposal.Country, proposal.Address, proposal.Website, proposal.Email, proposal.Phone, proposal.Mayor));
        Assert.Equal((390_000L, 140.9, "friendship", "dormant", "A-77"), (proposal.Population, proposal.Area, agreement.Kind, agreement.Status, agreement.Decision));
        Assert.Equal(["decided 1993", "ended 2014", "renewed 2004", "signed 1994"], agreement.Dates.Select(d => $"{d.Role} {d.Date}").Order());
        Assert.Equal(["Ada Rossi", "Bo Ek", "culture", "schools"], agreement.Signatories.Concat(agreement.Fields));
    }

    [Fact]
    public void Output_OfTheColumns_IsValid()
    {
        var document = JsonDocument.Parse(ReadingFile.Write(Read(Late, "sv"))).RootElement;
        Assert.Empty(new JsonSchema(JsonDocument.Parse(File.ReadAllText(CorpusPages.Checkout("docs/schema/reading-1.schema.json"))).RootElement).Check(document));
        Assert.Equal("""{"column":1,"header":"Land","field":"country","reason":"exact","language":"sv"}""", document.GetProperty("tables")[0].GetProperty("columns")[1].GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
    }

    private static PageReading Read(string text, string? language = null, ToldColumns? told = null) => CorpusPages.Reader.Read(PageSource.Read(text), new ReadingOptions(language) { Columns = told is null ? [] : [told] });

    private static ToldColumns Told(TableMapping table, params string[] fields) =>
        new(table.Key, [.. table.Columns.Select((c, i) => new ToldColumn(c.Header, fields[i]))], new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));

    private static List<string> Said(PageReading reading) => [.. reading.Proposals.Select(p => $"{p.Name} {p.Country} {(p.Agreements[0].Dates is [var first, ..] ? first.Date : null)}")];
}
