using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Tessera.Web.Tests.Api;

/// <summary>The description at /api says what each address answers, and the answers are so.</summary>
public sealed class DescribedAnswersTests(PortalFixture portal)
{
    /// <summary>Addresses of records by the description's own names of their routes.</summary>
    private static readonly Dictionary<string, string[]> Asked = new()
    {
        ["/{office}/{lang}/partners.json"] = ["/hargita/en/partners.json", "/svenljunga/sv/partners.json"],
        ["/{office}/{lang}/partners.geojson"] = ["/hargita/en/partners.geojson"],
        ["/{office}/{lang}/agreements.json"] = ["/hargita/en/agreements.json"],
        ["/{office}/{lang}/memberships.json"] = ["/hargita/en/memberships.json", "/toosz/en/memberships.json"],
        ["/{office}/{lang}/partners/{slug}.json"] = ["/hargita/en/partners/zala.json", "/svenljunga/sv/partners/chizhou.json"],
        ["/{office}/{lang}/agreements/{key}.json"] = ["/hargita/en/agreements/bacs-kiskun-19-1994.json"],
        ["/{office}/{lang}/activities.json"] = ["/hargita/en/activities.json?time=all", "/svenljunga/sv/activities.json?time=past"],
        ["/{office}/{lang}/activities/{key}.json"] = ["/hargita/en/activities/szekely-hetek-2010.json"],
        ["/{office}/{lang}/calendar/balance.json"] = ["/svenljunga/en/calendar/balance.json"],
        ["/{office}/{lang}/news.json"] = ["/hargita/en/news.json"],
        ["/{office}/{lang}/news/{key}.json"] = ["/hargita/en/news/egyuttmukodes-a-romak-segiteseert.json"],
        ["/{office}/{lang}/delegations.json"] = ["/toosz/en/delegations.json", "/hargita/en/delegations.json"],
        ["/{office}/{lang}/delegations/{key}.json"] = ["/toosz/sv/delegations/hungarian-delegation-to-the-congress-2021-2026-example-2021.json"],
        ["/api/places"] = ["/api/places?q=goteb", "/api/places?q=", "/api/places?q=nologna&country=IT"],
        ["/{office}/catalogue.jsonld"] = ["/hargita/catalogue.jsonld"],
    };

    [Fact]
    public async Task EveryAnswer_OfTheDescription_HasASchemaWithFields()
    {
        var description = await JsonAsync("/api");
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            foreach (var (type, content) in operations!["get"]!["responses"]!["200"]!["content"]?.AsObject() ?? [])
            {
                var schema = content!["schema"];
                Assert.True(schema is not null && Resolved(description, schema)["properties"] is JsonObject { Count: > 0 }, $"{path} {type}");
            }

            Assert.True(operations["get"]!["responses"]!["200"]!["content"] is JsonObject { Count: > 0 }, path);
        }
    }

    [Fact]
    public async Task EveryAnswer_ComparedWithItsSchema_HasThoseFieldsAndNoOthers()
    {
        var description = await JsonAsync("/api");
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            var schema = operations!["get"]!["responses"]!["200"]!["content"]!.AsObject().Single().Value!["schema"]!;
            foreach (var address in Asked[path]) Compare(description, schema, await JsonAsync(address), address);
        }
    }

    private static void Compare(JsonObject description, JsonNode schema, JsonNode? value, string where)
    {
        if (value is null && schema["oneOf"] is JsonArray) return;
        var said = Resolved(description, schema["oneOf"] is JsonArray choices ? choices.Single(c => (string?)c!["type"] != "null")! : schema);
        var types = said["type"] is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string)said["type"]!];
        Assert.True(types.Contains(TypeOf(value)) || (TypeOf(value) == "integer" && types.Contains("number")), $"{where}: {TypeOf(value)} is not {string.Join('|', types)}");
        if (value is JsonArray list) foreach (var item in list) Compare(description, said["items"]!, item, where + "[]");
        if (value is not JsonObject record) return;
        if (said["additionalProperties"] is JsonObject any)
        {
            foreach (var (name, text) in record) Compare(description, any, text, $"{where}.{name}");
            return;
        }

        var fields = said["properties"]!.AsObject();
        Assert.Equal((where, string.Join(' ', fields.Select(f => f.Key).Order(StringComparer.Ordinal))), (where, string.Join(' ', record.Select(f => f.Key).Order(StringComparer.Ordinal))));
        Assert.Equal((where, fields.Count), (where, said["required"]?.AsArray().Count ?? 0));
        foreach (var (name, field) in record) Compare(description, fields[name]!, field, $"{where}.{name}");
    }

    private static JsonNode Resolved(JsonObject description, JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? description["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        _ => "boolean",
    };

    private async Task<JsonObject> JsonAsync(string address) => JsonNode.Parse(await portal.Client.GetStringAsync(address, TestContext.Current.CancellationToken))!.AsObject();
}
