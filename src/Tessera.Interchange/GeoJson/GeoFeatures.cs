using System.Text.Json.Nodes;

namespace Tessera.Interchange.GeoJson;

/// <summary>A thing with a place: its properties, and longitude and latitude where they are known.</summary>
public sealed record GeoFeature(string Id, JsonObject Properties, (double Longitude, double Latitude)? Point);

/// <summary>Writes GeoJSON (RFC 7946): WGS84, longitude first, a null geometry for what has no known place.</summary>
public static class GeoFeatures
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/geo+json";

    /// <summary>A feature collection; the attribution of the coordinates goes with it.</summary>
    public static JsonObject Collection(IEnumerable<GeoFeature> features, string attribution) => new()
    {
        ["type"] = "FeatureCollection",
        ["attribution"] = attribution,
        ["features"] = new JsonArray([.. features.Select(Feature)]),
    };

    private static JsonNode Feature(GeoFeature feature) => new JsonObject
    {
        ["type"] = "Feature",
        ["id"] = feature.Id,
        ["geometry"] = feature.Point is { } point
            ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(Math.Round(point.Longitude, 6), Math.Round(point.Latitude, 6)) }
            : null,
        ["properties"] = feature.Properties,
    };
}
