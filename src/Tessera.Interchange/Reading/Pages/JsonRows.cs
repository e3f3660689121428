using System.Text.Json;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>The largest list of objects in a JSON document as rows: the names of their members first, then their values. Lists within a value are parted by commas.</summary>
internal static class JsonRows
{
    private const int Deepest = 32;

    /// <summary>The rows; null when the text is no JSON or holds no list of objects.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var list = Lists(document.RootElement).OrderByDescending(l => l.GetArrayLength()).FirstOrDefault();
            return list.ValueKind == JsonValueKind.Array ? Rows(list) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Lists(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array when element.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object) => [element],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Lists),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Lists(m.Value)),
        _ => [],
    };

    private static List<IReadOnlyList<string>> Rows(JsonElement list)
    {
        var objects = list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(o => Flat(o, "").ToList()).ToList();
        var names = objects.SelectMany(o => o.Select(m => m.Name)).Distinct().ToList();
        var rows = new List<IReadOnlyList<string>> { names.Select(n => n.Replace('_', ' ').Replace('.', ' ')).ToList() };
        foreach (var item in objects)
        {
            var values = item.ToLookup(m => m.Name, m => m.Value);
            rows.Add([.. names.Select(n => string.Join(", ", values[n]))]);
        }

        return rows;
    }

    private static IEnumerable<(string Name, string Value)> Flat(JsonElement item, string path) => item.EnumerateObject().SelectMany(member => member.Value.ValueKind switch
    {
        JsonValueKind.Object => Flat(member.Value, path + member.Name + "."),
        JsonValueKind.Array => member.Value.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(e => (path + member.Name, e.ToString())),
        JsonValueKind.Null => [],
        _ => [(path + member.Name, member.Value.ToString())],
    });
}
