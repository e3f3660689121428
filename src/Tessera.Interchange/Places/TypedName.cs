namespace Tessera.Interchange.Places;

/// <summary>
/// A name that was typed, ready to be compared with many: the optimal string alignment distance (Levenshtein's edits and the swap of two neighbours, each one) by bits of a word, after Hyyrö, "A bit-vector
/// algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003). A few operations for each letter of the other name; at most <see cref="Longest"/> letters.
/// </summary>
internal readonly ref struct TypedName
{
    /// <summary>The most letters of a typed name.</summary>
    public const int Longest = 64;

    private const int Slots = 256;

    [ThreadStatic]
    private static (ulong[] Masks, char[] Letters)? _room;

    private readonly Span<ulong> _masks;
    private readonly Span<char> _letters;

    private TypedName(int length, Span<ulong> masks, Span<char> letters)
    {
        Length = length;
        _masks = masks;
        _letters = letters;
    }

    /// <summary>How many letters were typed.</summary>
    public int Length { get; }

    /// <summary>Reads a name of at most <see cref="Longest"/> letters, into room that the thread has for one name at a time.</summary>
    public static TypedName Of(ReadOnlySpan<char> typed)
    {
        var (masks, letters) = _room ??= (new ulong[Slots], new char[Slots]);
        Array.Clear(masks);
        Array.Clear(letters);
        var name = new TypedName(typed.Length, masks, letters);
        for (var at = 0; at < typed.Length; at++)
        {
            var slot = name.SlotOf(typed[at]);
            name._letters[slot] = typed[at];
            name._masks[slot] |= 1UL << at;
        }

        return name;
    }

    /// <summary>How many edits lie between the two.</summary>
    public int DistanceTo(ReadOnlySpan<char> other)
    {
        var (distance, last) = (Length, 1UL << (Length - 1));
        ulong rises = ~0UL, falls = 0, diagonal = 0, before = 0;
        foreach (var letter in other)
        {
            var here = _masks[SlotOf(letter)];
            var swapped = ((~diagonal & here) << 1) & before;
            diagonal = (((here & rises) + rises) ^ rises) | here | falls | swapped;
            var (right, left) = (falls | ~(diagonal | rises), diagonal & rises);
            if ((right & last) != 0) distance++;
            if ((left & last) != 0) distance--;
            (right, left) = ((right << 1) | 1, left << 1);
            (rises, falls, before) = (left | ~(diagonal | right), right & diagonal, here);
        }

        return distance;
    }

    /// <summary>Where a letter stands, or the free place where it would. A quarter is in use at most, so there is always one.</summary>
    private int SlotOf(char letter)
    {
        var slot = letter % Slots;
        while (_letters[slot] != letter && _letters[slot] != 0) slot = (slot + 1) % Slots;
        return slot;
    }
}
