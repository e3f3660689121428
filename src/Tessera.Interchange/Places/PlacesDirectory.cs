using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Places;

/// <summary>The directory of places as the program has it: opened when somebody first asks, and without places where the file is missing or broken.</summary>
public sealed class PlacesDirectory(string path) : IPlaces, IDisposable
{
    private readonly Lazy<(PlacesIndex? Index, string? Missing)> _opened = new(() => Open(path));

    /// <summary>Is there a file? Whether it is whole is seen when it is opened.</summary>
    public bool IsThere => File.Exists(path);

    /// <summary>The directory; null where the file is missing or broken.</summary>
    public PlacesIndex? Index => _opened.Value.Index;

    /// <summary>Why there is none, in a sentence; null where there is one.</summary>
    public string? Missing => _opened.Value.Missing;

    /// <inheritdoc />
    public IPlaces? Areas => Index?.Areas;

    /// <inheritdoc />
    public IReadOnlyList<Place> Named(string folded) => Index?.Named(folded) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => Index?.Near(folded, country, most) ?? [];

    /// <inheritdoc />
    public void Dispose()
    {
        if (_opened.IsValueCreated) Index?.Dispose();
    }

    private static (PlacesIndex? Index, string? Missing) Open(string path)
    {
        try
        {
            return (PlacesIndex.Open(path), null);
        }
        catch (PlacesFileException refused)
        {
            return (null, refused.Message);
        }
    }
}
