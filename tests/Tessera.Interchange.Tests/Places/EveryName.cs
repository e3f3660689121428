using Tessera.Interchange.Places;

namespace Tessera.Interchange.Tests.Places;

/// <summary>The directory's answers by looking at every name of the table, without an index.</summary>
internal sealed class EveryName
{
    private readonly ILookup<string, Bearer> _bearers;

    public EveryName(string source)
    {
        var rows = File.ReadLines(source).AsParallel().AsOrdered().Select(GeoNamesRow.Of).OfType<GeoNamesRow>().OrderByDescending(r => r.Population).ThenBy(r => r.Id).ToList();
        _bearers = rows.SelectMany((r, at) => r.Own.Select(n => (Name: n, Bearer: new Bearer(r.Id, r.Population, 0, at))).Concat(r.Others.Select(n => (Name: n, Bearer: new Bearer(r.Id, r.Population / 10, 1, at)))))
            .ToLookup(b => b.Name, b => b.Bearer);
        Names = [.. _bearers.Select(b => b.Key).Order(StringComparer.Ordinal)];
    }

    private sealed record Bearer(int Id, int Weight, int Other, int Order);

    /// <summary>All names, folded.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The places of the nearest names.</summary>
    public IReadOnlyList<int> Near(string typed, int most)
    {
        var allowed = typed.Length < 4 ? 0 : typed.Length < 7 ? 1 : 2;
        return First(Names.AsParallel().Where(n => Math.Abs(n.Length - typed.Length) <= allowed).Select(n => (Name: n, Distance: Misspelling.Distance(typed, n))).Where(n => n.Distance <= allowed), most);
    }

    /// <summary>The places whose name is the beginning itself, then those whose names begin with it.</summary>
    public IReadOnlyList<int> Beginning(string typed, int most) =>
        First(Names.Where(n => n.StartsWith(typed, StringComparison.Ordinal)).Select(n => (n, n == typed ? 0 : 1)), most);

    private int[] First(IEnumerable<(string Name, int Distance)> names, int most) =>
        [.. names.SelectMany(n => _bearers[n.Name].Select(b => (n.Distance, Bearer: b))).OrderBy(b => b.Distance).ThenByDescending(b => b.Bearer.Weight).ThenBy(b => b.Bearer.Other).ThenBy(b => b.Bearer.Order)
            .Select(b => b.Bearer.Id).Distinct().Take(most)];
}
