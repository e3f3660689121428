using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Tessera.Interchange.Tables;

/// <summary>JSON as the program publishes it: letters as they are, indented for people who look.</summary>
public static class PublishedJson
{
    /// <summary>camelCase, letters unescaped except those that could end an HTML element.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>UTF-8 bytes of a node.</summary>
    public static byte[] Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);
}
