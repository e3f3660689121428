using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>Reads members of an object that others wrote: a member of another kind than the expected one is as good as none.</summary>
internal static class Claims
{
    /// <summary>A text that is not empty.</summary>
    public static string? Text(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A number of seconds since 1970. It may have a fraction and need not be a day that .NET knows.</summary>
    public static double? Seconds(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : null;

    /// <summary>True, or its word: some providers write it in quotes.</summary>
    public static bool IsTrue(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));

    /// <summary>One text or a list of texts; null when the member is missing or holds anything else.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement claims, string name) =>
        !claims.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
        : null;

    /// <summary>Whether the member is there, whatever it holds.</summary>
    public static bool Has(this JsonElement claims, string name) => claims.TryGetProperty(name, out _);
}
