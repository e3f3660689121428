using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

/// <summary>What was expected beside what was counted.</summary>
public sealed class FigureComparisonTests
{
    [Fact]
    public void Compared_ByKindAndMeasure_AddsUp_AndWeighsInTonnes()
    {
        var compared = ComparedFigure.Of([Figure("screened", 200, "people", true), Figure("delivered", 2, "tonnes", true), Figure("screened", 90, "people"), Figure("screened", 60, "people"), Figure("delivered", 500, "kilograms"), Figure("visitors", 10, "people")]);
        Assert.Equal([(FigureKind.Screened, FigureUnit.People, 200m, 150m, 0.75m), (FigureKind.Delivered, FigureUnit.Tonnes, 2m, 0.5m, 0.25m)], compared.Take(2).Select(f => (f.Kind, f.Unit, f.Expected!.Value, f.Counted!.Value, f.Share!.Value)));
        Assert.Equal((null, 10m, null), (compared[2].Expected, compared[2].Counted, compared[2].Share));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, null)]
    public void Share_OfNothingExpectedOrNothingCounted_IsUnknown(int expected, int? counted)
    {
        List<FigureItem> figures = [Figure("contacts", expected, "pieces", true)];
        if (counted is { } known) figures.Add(Figure("contacts", known, "pieces"));
        Assert.Null(Assert.Single(ComparedFigure.Of(figures)).Share);
    }

    [Fact]
    public void Compared_InKilogramsAlone_StaysInThem() => Assert.Equal((FigureUnit.Kilograms, 1200m), ComparedFigure.Of([Figure("delivered", 1200, "kilograms")]).Select(f => (f.Unit, f.Counted!.Value)).Single());

    private static FigureItem Figure(string kind, decimal value, string unit, bool expected = false) => new() { Kind = kind, Value = value, Unit = unit, Expected = expected };
}
