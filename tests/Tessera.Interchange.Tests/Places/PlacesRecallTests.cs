using Tessera.Interchange.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

/// <summary>The directory against looking at every name there is.</summary>
public sealed class PlacesRecallTests(BuiltPlaces built, PlacesRecallTests.Table table) : IClassFixture<PlacesRecallTests.Table>
{
    private const int Given = 10;
    private const int Rounds = 40;

    [Fact]
    public void Near_RandomMisspellings_FindsWhatLookingAtEveryNameFinds()
    {
        var (random, names) = (new Random(4), table.All.Names);
        var (wanted, found) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var typed = Misspelling.Of(names[random.Next(names.Count)], random.Next(1, 3), random);
            if (typed.Length > TypedName.Longest) continue;
            var best = table.All.Near(typed, Given);
            var given = built.Index.Near(typed, null, Given).Select(f => f.Place.Id).ToHashSet();
            wanted += best.Count;
            found += best.Count(given.Contains);
        }

        Assert.True(wanted > Rounds && found >= 0.99 * wanted, $"{found} of {wanted}");
    }

    [Fact]
    public void Suggest_RandomBeginnings_GivesTheWeightiestThatBeginSo()
    {
        var (random, names) = (new Random(5), table.All.Names);
        for (var round = 0; round < Rounds; round++)
        {
            var name = names[random.Next(names.Count)];
            var typed = name[..random.Next(1, Math.Min(name.Length, TypedName.Longest) + 1)].Trim();
            var begin = table.All.Beginning(typed, Given);
            Assert.Equal((typed, string.Join(' ', begin)), (typed, string.Join(' ', built.Index.Suggest(typed, null, Given).Take(begin.Count).Select(f => f.Place.Id))));
        }
    }

    public sealed class Table
    {
        internal EveryName All { get; } = new(BuiltPlaces.Source);
    }
}
