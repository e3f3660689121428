using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

/// <summary>Counties, provinces, regions and districts of the directory.</summary>
public sealed class AreasTests(BuiltPlaces built)
{
    private static readonly string[] Levels = ["county", "province", "region", "district"];

    private PlacesIndex Areas => built.Index.Areas!;

    /// <summary>As pages of many languages write them, and the area meant.</summary>
    [Theory]
    [InlineData("Județul Covasna", "RO-CV")]
    [InlineData("Kovászna megye", "RO-CV")]
    [InlineData("Lubuskie", "PL-08")]
    [InlineData("Lubusz", "PL-08")]
    [InlineData("Zakarpatska oblast'", "UA-21")]
    [InlineData("Закарпатська область", "UA-21")]
    [InlineData("Kárpátalja", "UA-21")]
    [InlineData("Transcarpathia", "UA-21")]
    [InlineData("Département du Tarn", "FR-81")]
    [InlineData("Landkreis Osnabrück", "DE-03459")]
    [InlineData("Borsod-Abaúj-Zemplén megye", "HU-BZ")]
    [InlineData("Guangxi", "CN-GX")]
    [InlineData("广西", "CN-GX")]
    [InlineData("浙江", "CN-ZJ")]
    [InlineData("愛知県", "JP-23")]
    [InlineData("Vajdaság", "RS-VO")]
    [InlineData("Szászország", "DE-SN")]
    [InlineData("Saxony", "DE-SN")]
    [InlineData("Bavière", "DE-BY")]
    [InlineData("Toszkána", "IT-52")]
    [InlineData("Sziléziai vajdaság", "PL-24")]
    [InlineData("Woiwodschaft Schlesien", "PL-24")]
    [InlineData("Region Västra Götaland", "SE-O")]
    [InlineData("Raionul Taraclia", "MD-TA")]
    [InlineData("Innlandet fylke", "NO-34")]
    [InlineData("Lääne-Viru maakond", "EE-60")]
    [InlineData("Istarska županija", "HR-18")]
    [InlineData("okres Kladno", "CZ-203")]
    [InlineData("County Mayo", "IE-MO")]
    [InlineData("Kent", "GB-KEN")]
    public void Named_AsPagesWriteIt_IsTheAreaMeant(string written, string code) => Assert.Contains(Areas.Named(AreaNames.Core(Folding.Of(written))), a => a.Code == code);

    [Theory]
    [InlineData("Limburg", "BE-VLI", "NL-LI")]
    [InlineData("Friesland", "DE-03455", "NL-FR")]
    public void Named_TwoAreasOfOneName_GivesBoth(string written, params string[] codes) => Assert.Equal(codes, Areas.Named(Folding.Of(written)).Select(a => a.Code).Where(codes.Contains).Order(StringComparer.Ordinal));

    [Fact]
    public void Named_AnArea_HasItsLevelAndTheMiddleOfItsTowns()
    {
        var harghita = Assert.Single(Areas.Named("hargita"));
        Assert.Equal(("RO-HR", "county", "RO", 676309), (harghita.Code, harghita.Level, harghita.Country, harghita.Id));
        Assert.InRange(harghita.Latitude, 46.2, 46.7);
        Assert.InRange(harghita.Longitude, 25.3, 26);
        Assert.InRange(harghita.Population, 250_000, 450_000);
    }

    [Fact]
    public void Near_AMisspeltArea_IsFound() => Assert.Equal("RO-CV", Areas.Near("covazna", "RO", 3)[0].Place.Code);

    [Fact]
    public void Suggest_TheBeginningOfAnArea_GivesAreasAlone() => Assert.All(Areas.Suggest("Borsod", null, 10), f => Assert.NotEqual("", f.Place.Level));

    [Fact]
    public void Core_OfAnArea_LosesTheWordsAtItsEnds()
    {
        Assert.Equal("covasna", AreaNames.Core("judetul covasna"));
        Assert.Equal("val de marne", AreaNames.Core("departement du val de marne"));
        Assert.Equal("region", AreaNames.Core("region"));
    }

    /// <summary>The list of areas agrees with GeoNames' table: every unit it names has places.</summary>
    [Fact]
    public void All_ButAFew_LieInTheTable()
    {
        var listed = AreaRow.All();
        Assert.InRange(listed.Count, 4000, 5000);
        Assert.Equal(listed.Count, listed.Select(a => a.Code).Distinct().Count());
        Assert.True(Areas.Count > listed.Count * 0.99, $"{Areas.Count} of {listed.Count}");
        Assert.All(listed, a => Assert.Contains(a.Level, Levels));
    }
}
