using System.Numerics;

namespace Tessera.Interchange.Places;

/// <summary>The stems of all names under the hashes of what is left of them when letters are left out: counted, then filled, so that no list of millions is sorted.</summary>
internal sealed class DeletionBuckets
{
    private readonly List<string> _names;
    private readonly List<int> _stems;
    private readonly int _shift;

    public DeletionBuckets(List<string> names, List<int> stems)
    {
        (_names, _stems) = (names, stems);
        var bits = BitOperations.Log2((uint)stems.Count * 4 | 3);
        _shift = 32 - bits;
        Starts = new int[(1 << bits) + 1];
        Each((bucket, _) => Starts[bucket + 1]++);
        for (var bucket = 1; bucket < Starts.Length; bucket++) Starts[bucket] += Starts[bucket - 1];
        Entries = new uint[Starts[^1]];
        var next = Starts.AsSpan().ToArray();
        Each((bucket, entry) => Entries[next[bucket]++] = entry);
    }

    /// <summary>Where each bucket begins, and where the last ends.</summary>
    public int[] Starts { get; }

    /// <summary>Numbers of stems with the mark of the hash above them.</summary>
    public uint[] Entries { get; }

    private void Each(Action<uint, uint> take)
    {
        Span<uint> hashes = stackalloc uint[Deletions.Most];
        for (var stem = 0; stem < _stems.Count; stem++)
        {
            var name = _names[_stems[stem]];
            if (Deletions.Kept(name.Length) is not (> 0 and var leftOut)) continue;
            foreach (var hash in hashes[..Deletions.Of(name, leftOut, hashes)]) take(hash >> _shift, Deletions.Mark(hash) | (uint)stem);
        }
    }
}
