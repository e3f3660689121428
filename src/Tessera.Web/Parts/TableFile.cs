using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Tables;

namespace Tessera.Web.Parts;

/// <summary>A table of the desk as a file: as spreadsheets take it, and with the same machine names as JSON.</summary>
public static class TableFile
{
    /// <summary>The forms there are.</summary>
    public static readonly IReadOnlyList<string> Endings = ["csv", "xlsx", "json"];

    /// <summary>The file; null when there is no such form.</summary>
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="list">What the rows are called in JSON.</param>
    /// <param name="more">What stands before them there.</param>
    public static FileContentResult? Of(Table table, string? ending, string name, string list, LocalText office, params (string Name, string Value)[] more)
    {
        var (bytes, type) = ending switch
        {
            "csv" => (CsvTable.Write(table), "text/csv; charset=utf-8"),
            "xlsx" => (XlsxTable.Write(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "json" => (PublishedJson.Write(Json(table, list, office, more)), "application/json"),
            _ => ([], ""),
        };
        return type.Length == 0 ? null : new FileContentResult(bytes, type) { FileDownloadName = $"{name}.{ending}" };
    }

    private static JsonObject Json(Table table, string list, LocalText office, (string Name, string Value)[] more)
    {
        var json = new JsonObject { ["office"] = new JsonObject(office.Select(n => KeyValuePair.Create(n.Language, (JsonNode?)n.Text))) };
        foreach (var (name, value) in more) json[name] = value;
        json[list] = new JsonArray([.. table.Rows.Select(row => new JsonObject(table.Columns.Select((c, i) => KeyValuePair.Create(c.Key, (JsonNode?)Value(row[i])))))]);
        return json;
    }

    private static JsonValue? Value(object? value) => value switch { null => null, decimal number => JsonValue.Create(number), _ => JsonValue.Create(value.ToString()) };
}
