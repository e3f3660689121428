using System.Text.Json;

namespace Tessera.Interchange.Places;

/// <summary>The names of what is told of a suggested place, encoded once: ten places with eleven names each would be looked through for what must be escaped at every letter that somebody types.</summary>
internal static class PlaceProperties
{
    public static JsonEncodedText Id { get; } = JsonEncodedText.Encode("id");

    public static JsonEncodedText Name { get; } = JsonEncodedText.Encode("name");

    public static JsonEncodedText Matched { get; } = JsonEncodedText.Encode("matched");

    public static JsonEncodedText Distance { get; } = JsonEncodedText.Encode("distance");

    public static JsonEncodedText Country { get; } = JsonEncodedText.Encode("country");

    public static JsonEncodedText Region { get; } = JsonEncodedText.Encode("region");

    public static JsonEncodedText Latitude { get; } = JsonEncodedText.Encode("latitude");

    public static JsonEncodedText Longitude { get; } = JsonEncodedText.Encode("longitude");

    public static JsonEncodedText Population { get; } = JsonEncodedText.Encode("population");

    public static JsonEncodedText Feature { get; } = JsonEncodedText.Encode("feature");

    public static JsonEncodedText TimeZone { get; } = JsonEncodedText.Encode("timeZone");
}
