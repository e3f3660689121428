using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

public sealed class PlacesIndexTests(BuiltPlaces built)
{
    /// <summary>What offices have really written, and the place they meant. Košice-Šaca is a part of Košice that GeoNames' table of towns does not have.</summary>
    [Theory]
    [InlineData("Nologna", "IT", "Bologna")]
    [InlineData("Gothenburg", "SE", "Göteborg")]
    [InlineData("Mayence", "DE", "Mainz")]
    [InlineData("Csíkszereda", "RO", "Miercurea-Ciuc")]
    [InlineData("Kosice", "SK", "Košice")]
    [InlineData("Koscie", "SK", "Košice")]
    public void Near_ANameAsOfficesWriteIt_IsThePlaceTheyMean(string written, string country, string meant) => Assert.Equal(meant, built.Index.Near(Folding.Of(written), country, 5)[0].Place.Name);

    [Theory]
    [InlineData("Gothenburg", "Göteborg")]
    [InlineData("Mayence", "Mainz")]
    [InlineData("csikszer", "Miercurea-Ciuc")]
    [InlineData("budap", "Budapest")]
    [InlineData("Bécs", "Vienna")]
    [InlineData("Αθήνα", "Athens")]
    [InlineData("İzmir", "İzmir")]
    [InlineData("Marsille", "Marseille")]
    public void Suggest_WhatSomebodyTypes_BeginsWithThePlaceMeant(string typed, string meant) => Assert.Equal(meant, built.Index.Suggest(typed, null, 10)[0].Place.Name);

    [Fact]
    public void Near_APlaceTheTableDoesNotHave_IsNotMadeUp() => Assert.DoesNotContain(built.Index.Near("kosice saca", "SK", 10), f => f.Distance == 0);

    [Fact]
    public void Named_AName_GivesItsBearersTheLargestFirst()
    {
        var named = built.Index.Named("newport");
        Assert.True(named.Count > 5);
        Assert.Equal(named.OrderByDescending(p => p.Population).Select(p => p.Id), named.Select(p => p.Id));
        Assert.Equal("GB", named[0].Country);
        Assert.Empty(built.Index.Named("no such place"));
        Assert.Empty(built.Index.Named(""));
    }

    [Fact]
    public void Named_ThePlace_HasWhatTheTableSaysOfIt()
    {
        var place = built.Index.Named("miercurea ciuc")[0];
        Assert.Equal((673441, "RO", 46.35, 25.8, 41282, "PPLA", "Europe/Bucharest"), (place.Id, place.Country, place.Latitude, place.Longitude, place.Population, place.Feature, place.TimeZone));
        Assert.Equal("Miercurea-Ciuc", built.Index.Named("gheorgheni")[0].Region);
    }

    [Fact]
    public void Suggest_ForOneCountry_GivesNoOther()
    {
        Assert.All(built.Index.Suggest("s", "HU", 10), f => Assert.Equal("HU", f.Place.Country));
        Assert.Equal(10, built.Index.Suggest("s", "HU", 10).Count);
        Assert.Empty(built.Index.Suggest("s", "Hungary", 10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?")]
    [InlineData("a name that is far longer than any that somebody would ever type into a box")]
    public void Suggest_NothingToLookFor_GivesNothing(string typed) => Assert.Empty(built.Index.Suggest(typed, null, 10));

    [Fact]
    public void Suggest_CodesOfAirports_AreNoNames() => Assert.DoesNotContain(built.Index.Suggest("GOT", null, 10), f => f.Name == "got");
}
