using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Says for people what the history says for programs: fields by their names, values without their brackets.</summary>
public static class FieldNames
{
    /// <summary>The name of a field in the reader's language; the machine's name where it has none.</summary>
    public static string Of(string field, Texts texts) => TextCatalogue.Shared.Entries(texts.Language).ContainsKey("fields." + field) ? texts["fields." + field] : field;

    /// <summary>A value as it can be read.</summary>
    public static string Value(string? value, string language)
    {
        if (string.IsNullOrEmpty(value)) return "–";
        if (value[0] is not ('{' or '[')) return PartialDate.TryParseEdtf(value, out var date) && value.Length >= 4 && char.IsAsciiDigit(value[0]) ? date.Print(language) : value;
        try
        {
            return Show(JsonNode.Parse(value), language);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static string Show(JsonNode? node, string language) => node switch
    {
        JsonArray list => string.Join("; ", list.Select(n => Show(n, language))),
        JsonObject record => string.Join(", ", record.Select(p => $"{p.Key}: {Show(p.Value, language)}")),
        JsonValue text when text.GetValueKind() is JsonValueKind.String => Value(text.GetValue<string>(), language),
        null => "–",
        _ => node.ToJsonString(),
    };
}
