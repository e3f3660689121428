using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Says for people what the history says for programs: fields by their names, words in the reader's language, of lists only what differs.</summary>
public static class FieldNames
{
    private static readonly string[] ForProgramsOnly = ["key", "stage"];

    /// <summary>The name of a field in the reader's language; the machine's name where it has none.</summary>
    public static string Of(string field, Texts texts) => Found("fields." + field, texts) ?? field;

    /// <summary>Two values of a field as they can be read; of lists and of texts in several languages only what differs. Empty where there is nothing.</summary>
    public static (string Old, string New) Differing(string subject, string field, string? old, string? now, Texts texts)
    {
        var (before, after) = (Read(old), Read(now));
        var shown = (Show(Without(before, after), subject, field, texts), Show(Without(after, before), subject, field, texts));
        return shown is ("", "") ? (Show(before, subject, field, texts), Show(after, subject, field, texts)) : shown;
    }

    private static JsonNode? Read(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        try
        {
            return value[0] is '{' or '[' ? JsonNode.Parse(value) : JsonValue.Create(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }

    /// <summary>What the one has and the other has not; values that are neither lists nor texts in several languages are whole.</summary>
    private static JsonNode? Without(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonArray list, JsonArray rest) => new JsonArray([.. list.Where(n => !rest.Any(r => JsonNode.DeepEquals(n, r))).Select(n => n?.DeepClone())]),
        (JsonObject texts, JsonObject rest) when IsLocal(texts) => new JsonObject(texts.Where(p => !JsonNode.DeepEquals(p.Value, rest[p.Key])).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))),
        _ => one,
    };

    private static string Show(JsonNode? node, string subject, string field, Texts texts) => node switch
    {
        null => "",
        JsonArray list => string.Join("; ", list.Select(n => n is JsonObject record && !IsLocal(record) ? Record(record, field, texts) : Show(n, subject, field, texts))),
        JsonObject local when IsLocal(local) => string.Join("; ", local.Select(p => $"{p.Key}: {p.Value}")),
        JsonObject record => Record(record, field, texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => Word(value.GetValue<string>(), Vocabulary(subject, field), texts),
        _ => node.ToJsonString(),
    };

    /// <summary>An entry of a list, such as a step or a date: when and what first, then the rest by name.</summary>
    private static string Record(JsonObject record, string list, Texts texts)
    {
        string[] first = ["day", "date", "kind", "role", "decision", "body"];
        var known = first.Where(f => record[f] is not null).Select(f => Part(record[f]!, list, f, texts)).ToList();
        var rest = record.Where(p => !first.Contains(p.Key) && !ForProgramsOnly.Contains(p.Key) && p.Value is not null).Select(p => $"{Of(p.Key, texts)}: {Part(p.Value!, list, p.Key, texts)}");
        return string.Join(", ", known.Concat(rest));
    }

    private static string Part(JsonNode node, string list, string field, Texts texts) => node switch
    {
        JsonObject local when IsLocal(local) => (local[texts.Language] ?? local.First().Value)?.ToString() ?? "",
        _ => Show(node, "", (list, field) switch { ("steps", "kind") => "life-step-kind", ("dates", "role") => "agreement-date-role", (_, "reason") => "step-reason", (_, "to") => "agreement-kind", ("fee", "kind") => "fee-kind", ("fee", "bearer") => "fee-bearer", ("partners", "part") => "partner-part", ("participants", "group") => "participant-group", ("costs", "kind") => "cost-kind", (_, "bearer") => "cost-bearer", ("promises", "kind") => "promise-kind", (_, "side") => "promise-side", ("figures", "kind") => "figure-kind", ("figures", "unit") => "figure-unit", _ => field }, texts),
    };

    private static string Vocabulary(string subject, string field) => (subject, field) switch
    {
        ("activity", "status") => "activity-status",
        ("activity", "purpose") => "visit-purpose",
        ("news", "category") => "news-category",
        ("delegation", "state") => "delegation-state",
        (_, "kind") => subject + "-kind",
        _ => field,
    };

    /// <summary>A word of a vocabulary or a date as the reader writes it; else the text itself.</summary>
    private static string Word(string value, string vocabulary, Texts texts) =>
        Found($"{vocabulary}.{value}", texts) ?? (value.Length >= 4 && char.IsAsciiDigit(value[0]) && PartialDate.TryParseEdtf(value, out var date) ? date.Print(texts.Language) : value);

    private static bool IsLocal(JsonObject record) => record.Count > 0 && record.All(p => p.Key.Length is 2 or 3 && p.Key.All(char.IsAsciiLetterLower) && p.Key is not "key" and not "to" and not "of" and not "day" and not "due" && p.Value is JsonValue);

    private static string? Found(string key, Texts texts) => TextCatalogue.Shared.Entries(texts.Language).ContainsKey(key) ? texts[key] : null;
}
