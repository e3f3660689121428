using System.IO.Compression;
using System.Text;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Tests.Reading;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

/// <summary>The codes of local authorities beside the places of the same name.</summary>
public sealed class LocalAuthoritiesTests : IDisposable
{
    private const string Head = "country,nuts3_2016,lau_code,name_national,name_latin,name_changed_last_year,population,area_m2,degurba,gisco_id\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-lau-").FullName;

    [Theory]
    [InlineData("Flensburg", "DE,DEF01,01001,\"Flensburg, Stadt\",\"Flensburg, Stadt\"", "01001", "DEF01", Place.ByName)]
    [InlineData("Miercurea-Ciuc", "RO,RO124,83320,MUNICIPIUL MIERCUREA CIUC,Municipiul Miercurea Ciuc", "83320", "RO124", Place.ByName)]
    [InlineData("Bozen", "IT,ITH10,021008,Bolzano/Bozen,Bolzano/Bozen", "021008", "ITH10", Place.ByName)]
    [InlineData("Turin", "IT,ITC11,U1,Torino,Torino", "U1", "ITC11", Place.ByCode)]
    [InlineData("Patras", "EL,EL632,9,Patras,Patras", "9", "EL632", Place.ByName)]
    [InlineData("Lyon", "FR,FRK26,69123,Paris,Paris", "", "", "")]
    public void Build_WithTheTable_PutsTheCodeBesideItsName(string place, string authority, string code, string nuts3, string by)
    {
        using var index = Build(authority + ",FALSE,1,1,1,X\n", Row(1, place, "Torino", authority[..2] is "EL" ? "GR" : authority[..2], "U1"));
        var found = Assert.Single(index.Named(Domain.Vocabulary.Folding.Of(place)));
        Assert.Equal((code, nuts3, by), (found.Code, found.Nuts3, found.CodeBy));
    }

    [Fact]
    public void Build_TwoAuthoritiesOfOneName_GoesByTheCodeAndElseGivesNone()
    {
        using var index = Build("DE,DE1,A1,Neustadt,Neustadt,,,,,\nDE,DE2,A2,Neustadt,Neustadt,,,,,\n", Row(1, "Neustadt", "", "DE", "A2") + Row(2, "Neustadt", "", "DE", "B"));
        Assert.Equal(["A2", ""], index.Named("neustadt").OrderBy(p => p.Id).Select(p => p.Code));
    }

    [Fact]
    public void Build_TwoPlacesOfOneName_GivesTheCodeToTheLarger()
    {
        using var index = Build("SE,SE1,7,Berg,Berg,,,,,\n", Row(1, "Berg", "", "SE", "", 10) + Row(2, "Berg", "", "SE", "", 500));
        Assert.Equal(["", "7"], index.Named("berg").OrderBy(p => p.Id).Select(p => p.Code));
    }

    [Fact]
    public void Build_ATableOfSomethingElse_IsRefused()
    {
        var table = Write("table", Row(1, "Berg", "", "SE", ""));
        var other = Write("other", "a,b,c,d,e\n1,2,3,4,5\n");
        Assert.Contains("local authorities", Assert.Throws<PlacesFileException>(() => PlacesBuilder.Build(table, Path.Combine(_folder, "index"), other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Eurostat2019_GivesMostTownsTheirCode()
    {
        var lau = CorpusPages.Checkout("../shared/data/authorities/lau_2019.csv.gz");
        Assert.SkipUnless(File.Exists(lau), "lau_2019.csv.gz does not stand beside the checkout");
        var built = PlacesBuilder.Build(BuiltPlaces.Source, Path.Combine(_folder, "index"), lau);
        Assert.InRange(built.WithCode, 50_000, 99_140);
        using var index = PlacesIndex.Open(Path.Combine(_folder, "index"));
        Assert.Equal(("83320", "RO124"), (index.Named("miercurea ciuc")[0].Code, index.Named("miercurea ciuc")[0].Nuts3));
        Assert.Equal("001272", index.Named("torino")[0].Code);
        Assert.Equal("1480", index.Named("goteborg")[0].Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PlacesIndex Build(string authorities, string table)
    {
        var packed = Path.Combine(_folder, "lau.csv.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(Head + authorities));
        PlacesBuilder.Build(Write("table", table), Path.Combine(_folder, "index"), packed);
        return PlacesIndex.Open(Path.Combine(_folder, "index"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Row(int id, string name, string others, string country, string unit, int population = 100) => $"{id}\t{name}\t{name}\t{others}\t1.5\t-2.5\tP\tPPL\t{country}\t\t01\t\t{unit}\t\t{population}\t\t1\tEurope/Budapest\t2020-01-01\n";
}
