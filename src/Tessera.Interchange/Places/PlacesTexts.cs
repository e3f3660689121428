using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.Interchange.Places;

/// <summary>Texts one after the other, each once: a byte with the length, then UTF-8.</summary>
internal sealed class PlacesTexts
{
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    private readonly List<byte> _bytes = [];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_bytes);

    /// <summary>Where the text stands.</summary>
    public int Add(string text)
    {
        if (_at.TryGetValue(text, out var known)) return known;
        var at = _bytes.Count;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > byte.MaxValue) throw new PlacesFileException($"The text is too long for the directory: {text}");
        _bytes.Add((byte)bytes.Length);
        _bytes.AddRange(bytes);
        return _at[text] = at;
    }
}
