namespace Tessera.Interchange.Reading;

/// <summary>A populated place or an administrative unit of the directory.</summary>
/// <param name="Id">Its number at GeoNames; 0 for an area whose number is not known.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Country">ISO 3166-1, two letters.</param>
/// <param name="Region">The unit it lies in.</param>
/// <param name="Population">0 when not known; of an area the inhabitants of its towns, which tells the larger of two and nothing more.</param>
public sealed record Place(int Id, string Name, string Country, string Region, double Latitude, double Longitude, int Population)
{
    /// <summary>GeoNames' code of what it is, such as PPLA for the seat of a first-order unit.</summary>
    public string Feature { get; init; } = "";

    /// <summary>Its zone in the tz database.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>The level of an area: county, province, region or district; empty for a town.</summary>
    public string Level { get; init; } = "";

    /// <summary>ISO 3166-2 of an area where it has one; the code of the local authority (LAU) of a town where the directory was built with them; else empty.</summary>
    public string Code { get; init; } = "";

    /// <summary><see cref="CodeBy"/> where the authority has the place's name, and no other of the country has.</summary>
    public const string ByName = "name";

    /// <summary><see cref="CodeBy"/> where the authority has the place's name, and its code is one of the place's own at GeoNames.</summary>
    public const string ByCode = "code";

    /// <summary>How the code of the local authority was found; empty where there is none.</summary>
    public string CodeBy { get; init; } = "";

    /// <summary>The region of level NUTS 3 of the local authority; empty where not known.</summary>
    public string Nuts3 { get; init; } = "";
}

/// <summary>A place and how well it fits what was asked.</summary>
/// <param name="Distance">How many letters are changed, added, left out or swapped; 0 is the very name.</param>
public sealed record PlaceFound(Place Place, string Name, int Distance);

/// <summary>The directory of places as the reader of pages needs it.</summary>
public interface IPlaces
{
    /// <summary>The areas above towns, asked in the same way; null where there are none.</summary>
    IPlaces? Areas => null;

    /// <summary>The places that bear a name in any language, the largest first.</summary>
    /// <param name="folded">The name as <see cref="Domain.Vocabulary.Folding.Of"/> writes it.</param>
    IReadOnlyList<Place> Named(string folded);

    /// <summary>The places whose name is the nearest to this one, up to two letters away, the best first.</summary>
    /// <param name="country">Only in this country; null for any.</param>
    IReadOnlyList<PlaceFound> Near(string folded, string? country, int most);
}
