using Tessera.Interchange.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

public sealed class TypedNameTests
{
    [Theory]
    [InlineData("nologna", "bologna", 1)]
    [InlineData("kosice", "koscie", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("gavle", "gavle", 0)]
    [InlineData("a", "", 1)]
    public void DistanceTo_ANameWithSlips_CountsEachOnce(string typed, string name, int expected) => Assert.Equal(expected, TypedName.Of(typed).DistanceTo(name));

    [Fact]
    public void DistanceTo_RandomPairs_IsThatOfTheRecurrence()
    {
        var random = new Random(20);
        for (var round = 0; round < 20_000; round++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => "abcdeő字"[random.Next(7)]));
            var other = Misspelling.Of(name, random.Next(5), random);
            if (other.Length is > 0 and <= TypedName.Longest) Assert.Equal(Misspelling.Distance(other, name), TypedName.Of(other).DistanceTo(name));
        }
    }
}
