namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// Values of codes, given one by one or for whole ranges. Ranges are kept as they are given: a line of a file that speaks of 65,536 codes costs one entry. Where ranges overlap, the
/// one that begins last counts. Finding: logarithmic.
/// </summary>
internal sealed class PdfRanges<T>
{
    private const int Most = 70_000;

    private readonly Dictionary<int, T> _single = [];
    private readonly SortedList<int, (int Last, T Value)> _ranges = [];

    public void Add(int code, T value)
    {
        if (_single.Count < Most) _single[code] = value;
    }

    public void Add(int first, int last, T value)
    {
        if (first == last) Add(first, value);
        else if (first < last && _ranges.Count < Most) _ranges[first] = (last, value);
    }

    /// <summary>The value and the code from which it is given.</summary>
    public bool TryFind(int code, out int first, out T? value)
    {
        first = code;
        if (_single.TryGetValue(code, out value)) return true;
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges.GetKeyAtIndex(middle) <= code ? (middle + 1, high) : (low, middle);
        }

        if (low == 0 || _ranges.GetValueAtIndex(low - 1) is var range && range.Last < code) return false;
        (first, value) = (_ranges.GetKeyAtIndex(low - 1), _ranges.GetValueAtIndex(low - 1).Value);
        return true;
    }
}
