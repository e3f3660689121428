using BenchmarkDotNet.Attributes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Benchmarks;

/// <summary>What the list of partners costs besides reading it: folding a name, and searching a thousand of them.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private readonly string[] _texts = [.. Enumerable.Range(0, 1000).Select(i => Folding.Of($"Jász-Nagykun-Szolnok Megye Önkormányzata {i}\nKossuth Lajos u {i}\n5000 Szolnok"))];

    [Benchmark]
    public string Fold() => Folding.Of(_texts[7]);

    [Benchmark]
    public int SearchAThousand() => Count("szolnok 77");

    [Benchmark]
    public int SearchAThousandWithASlip()
    {
        var typed = Spelling.Of("szolknok")!;
        return _texts.Count(typed.Nearly);
    }

    private int Count(string words)
    {
        var typed = Spelling.Of(words)!;
        return _texts.Count(typed.Matches);
    }
}
