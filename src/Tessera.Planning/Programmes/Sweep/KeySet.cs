namespace Tessera.Planning.Programmes.Sweep;

/// <summary>A set of keys as ascending numbers, with a mask that most often says at once that two sets share nothing.</summary>
internal readonly struct KeySet
{
    private readonly ulong _mask;

    /// <param name="keys">Kept; sorted here, and made anew only where a number comes twice.</param>
    public KeySet(int[] keys)
    {
        Array.Sort(keys);
        var isOnceEach = true;
        for (var i = 0; i < keys.Length; i++)
        {
            _mask |= 1UL << (keys[i] & 63);
            isOnceEach &= i == 0 || keys[i] != keys[i - 1];
        }

        Keys = isOnceEach ? keys : [.. keys.Distinct()];
    }

    public int[] Keys { get; }

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
        var numbers = new int[keys.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!_numbers.TryGetValue(keys[i], out numbers[i])) _numbers.Add(keys[i], numbers[i] = _numbers.Count);
        }

        return new KeySet(numbers);
    }

    /// <summary>Keeps the numbers as they are, so that several may ask at once: unknown keys get numbers that nobody shares.</summary>
    public KeySet KnownSetOf(IReadOnlyList<string> keys) =>
        new([.. keys.Distinct(StringComparer.Ordinal).Select((key, i) => _numbers.TryGetValue(key, out var number) ? number : -1 - i)]);
}
