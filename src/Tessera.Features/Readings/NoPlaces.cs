using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>A directory without places: pages can be read with it, but no name is matched.</summary>
internal sealed class NoPlaces : IPlaces
{
    /// <inheritdoc />
    public IReadOnlyList<Place> Named(string folded) => [];

    /// <inheritdoc />
    public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
}
