using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>Items of an office file one by one: as they stand in columns, and field by field as the history has them.</summary>
public static class OfficeItems
{
    private static readonly JsonSerializerOptions Compact = new(OfficeJson.Options) { WriteIndented = false };

    /// <summary>An item in compact JSON.</summary>
    public static string Write<T>(T item) => JsonSerializer.Serialize(item, Compact);

    /// <summary>An item from its JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact) ?? throw new JsonException("No item.");

    /// <summary>The item with one of its fields as the history has it: the text itself, or JSON; null leaves the field out.</summary>
    /// <exception cref="JsonException">The field cannot have this value.</exception>
    public static T With<T>(T item, IEnumerable<(string Field, string? Value)> fields)
    {
        var node = JsonSerializer.SerializeToNode(item, Compact)!.AsObject();
        foreach (var (field, value) in fields) node[field] = Node<T>(field, value);
        foreach (var empty in node.Where(p => p.Value is null).Select(p => p.Key).ToList()) node.Remove(empty);
        Demand<T>(node);
        return node.Deserialize<T>(Compact)!;
    }

    /// <summary>Has such an item a field of this name?</summary>
    public static bool Has<T>(string field) => Compact.GetTypeInfo(typeof(T)).Properties.Any(p => p.Name == field);

    private static JsonNode? Node<T>(string field, string? value)
    {
        var member = Compact.GetTypeInfo(typeof(T)).Properties.FirstOrDefault(p => p.Name == field) ?? throw new JsonException($"No field {field}.");
        if (value is null) return null;
        var isText = member.PropertyType == typeof(string) || member.PropertyType == typeof(PartialDate);
        return isText ? JsonValue.Create(value) : JsonNode.Parse(value);
    }

    /// <summary>Binding alone would overlook what the records do not know, and a null within a list.</summary>
    private static void Demand<T>(JsonObject node)
    {
        var findings = new FindingList("");
        new OfficeFileForm(findings).Check<T>(node.Deserialize<JsonElement>());
        if (findings.Refused().Findings is [var first, ..]) throw new JsonException($"{first.Path}: {first.Code}");
    }
}
