namespace Tessera.Interchange.Places;

/// <summary>
/// The deletion neighbourhood (Mor and Fraenkel, CACM 25(12), 1982; on prefixes alone as in SymSpell, Garbe 2012): two names at most k edits apart have in common what is left of their first
/// letters after at most k are left out of each, so only names that share such a rest need to be compared. A swap of neighbours costs one letter on either side, as a change does.
/// </summary>
internal static class Deletions
{
    /// <summary>How many letters of a name are looked at.</summary>
    public const int StemLength = 7;

    /// <summary>The most rests of one stem: nothing, one or two of seven left out.</summary>
    public const int Most = 29;

    /// <summary>Of two hashes that fall in one bucket, these bits tell them apart.</summary>
    public const int StemBits = 20;

    private const uint Begin = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>How many edits a name of so many letters allows: none below four, one below seven, else two.</summary>
    public static int Allowed(int length) => length < 4 ? 0 : length < 7 ? 1 : 2;

    /// <summary>How many letters have to be left out of a name of so many letters, for whatever may be asked that is near it.</summary>
    public static int Kept(int length) => length < 3 ? 0 : length < 5 ? 1 : 2;

    /// <summary>The hashes of the rests of a stem with at most so many letters left out; returns how many, each once.</summary>
    public static int Of(ReadOnlySpan<char> stem, int leftOut, Span<uint> hashes)
    {
        if (stem.Length > StemLength) stem = stem[..StemLength];
        var count = Add(hashes, 0, Hash(stem, -1, -1));
        if (leftOut == 0) return count;
        for (var first = 0; first < stem.Length; first++)
        {
            count = Add(hashes, count, Hash(stem, first, -1));
            if (leftOut == 1) continue;
            for (var second = first + 1; second < stem.Length; second++) count = Add(hashes, count, Hash(stem, first, second));
        }

        return count;
    }

    /// <summary>What stands above a stem's number in an entry.</summary>
    public static uint Mark(uint hash) => hash << StemBits;

    private static int Add(Span<uint> hashes, int count, uint hash)
    {
        if (hashes[..count].Contains(hash)) return count;
        hashes[count] = hash;
        return count + 1;
    }

    private static uint Hash(ReadOnlySpan<char> stem, int first, int second)
    {
        var hash = Begin;
        for (var at = 0; at < stem.Length; at++)
        {
            if (at != first && at != second) hash = (hash ^ stem[at]) * Prime;
        }

        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        return hash ^ (hash >> 12);
    }
}
