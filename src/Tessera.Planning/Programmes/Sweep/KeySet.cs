namespace Tessera.Planning.Programmes.Sweep;

/// <summary>A set of keys as ascending numbers, with a mask that most often says at once that two sets share nothing.</summary>
internal readonly struct KeySet(int[] keys)
{
    private readonly ulong _mask = keys.Aggregate(0UL, (mask, key) => mask | (1UL << (key & 63)));

    public int[] Keys { get; } = keys;

    public int Count => Keys.Length;

    public int Shared(in KeySet other)
    {
        if ((_mask & other._mask) == 0) return 0;
        var (i, j, shared) = (0, 0, 0);
        while (i < Keys.Length && j < other.Keys.Length)
        {
            var order = Keys[i].CompareTo(other.Keys[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }
}

/// <summary>Numbers for keys, in the order in which they come.</summary>
internal sealed class KeyNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Gives numbers to keys that come for the first time.</summary>
    public KeySet SetOf(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) return new KeySet([]);
        return Set(keys.Select(Number));
    }

    /// <summary>Keeps the numbers as they are, so that several may ask at once: unknown keys get numbers that nobody shares.</summary>
    public KeySet KnownSetOf(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? new KeySet([]) : Set(keys.Distinct(StringComparer.Ordinal).Select((key, i) => _numbers.TryGetValue(key, out var number) ? number : -1 - i));

    private static KeySet Set(IEnumerable<int> numbers)
    {
        var sorted = numbers.Distinct().ToArray();
        Array.Sort(sorted);
        return new KeySet(sorted);
    }

    private int Number(string key)
    {
        if (!_numbers.TryGetValue(key, out var number)) _numbers.Add(key, number = _numbers.Count);
        return number;
    }
}
