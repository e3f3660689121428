using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>Reads members of an object that others wrote: a member of another kind than the expected one is as good as none.</summary>
internal static class Claims
{
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The object that the bytes write; null for anything else, and where a member stands twice, since readers differ in which one they take.</summary>
    public static JsonElement? Read(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strictly);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The second comes of half a character ("\ud800") in a name.
            return null;
        }
    }

    /// <summary>A text that is not empty.</summary>
    public static string? Text(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && Said(value) is { Length: > 0 } text ? text : null;

    /// <summary>A number of seconds since 1970. It may have a fraction and need not be a day that .NET knows.</summary>
    public static double? Seconds(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds)
            ? seconds
            : null;

    /// <summary>True, or its word: some providers write it in quotes.</summary>
    public static bool IsTrue(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || Said(value) == "true");

    /// <summary>One text or a list of texts; null when the member is missing or holds anything else.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value)) return null;
        var texts = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Said) : [Said(value)]).ToList();
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    /// <summary>Whether the member is there, whatever it holds.</summary>
    public static bool Has(this JsonElement claims, string name) => claims.TryGetProperty(name, out _);

    private static string? Said(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // JSON may hold half a character ("\ud800"), which is no text.
            return null;
        }
    }
}
