using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>As much of JSON Schema (2020-12) as the published schemas use; a keyword it does not know is an error, not a silence.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    /// <summary>What is wrong with a document, each with its path; none when it is valid.</summary>
    public IReadOnlyList<string> Check(JsonElement document) => [.. Check(root, document, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) => schema.EnumerateObject().SelectMany(k => Check(schema, k, value, path));

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        var demand = keyword.Value;
        return keyword.Name switch
        {
            "$schema" or "$id" or "$defs" or "title" or "description" => [],
            "$ref" => Check(root.GetProperty("$defs").GetProperty(demand.GetString()!.Split('/')[^1]), value, path),
            "anyOf" => demand.EnumerateArray().Any(s => !Check(s, value, path).Any()) ? [] : [$"{path}: none of anyOf"],
            "type" => Types(demand).Any(t => Is(t, value)) ? [] : [$"{path}: {value.ValueKind} is not {demand}"],
            "enum" => demand.EnumerateArray().Any(e => e.ValueEquals(value.GetString())) ? [] : [$"{path}: {value} is none of {demand}"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, demand.GetString()!) ? [] : [$"{path}: {value} is not like {demand}"],
            "minLength" => value.GetString()!.Length >= demand.GetInt32() ? [] : [$"{path}: too short"],
            "minItems" => value.GetArrayLength() >= demand.GetInt32() ? [] : [$"{path}: too few"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= demand.GetDouble() ? [] : [$"{path}: {value} is below {demand}"],
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= demand.GetDouble() ? [] : [$"{path}: {value} is above {demand}"],
            "required" => value.ValueKind != JsonValueKind.Object ? [] : demand.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path}: {n} is missing"),
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((v, i) => Check(demand, v, $"{path}[{i}]")),
            "properties" => value.ValueKind != JsonValueKind.Object ? [] : demand.EnumerateObject().SelectMany(p => value.TryGetProperty(p.Name, out var member) ? Check(p.Value, member, $"{path}.{p.Name}") : []),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(m => !IsNamed(schema, m.Name)).SelectMany(m => demand.ValueKind == JsonValueKind.False ? [$"{path}.{m.Name}: not foreseen"] : Check(demand, m.Value, $"{path}.{m.Name}")),
            _ => throw new NotSupportedException(keyword.Name),
        };
    }

    private static bool IsNamed(JsonElement schema, string name) => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };
}
