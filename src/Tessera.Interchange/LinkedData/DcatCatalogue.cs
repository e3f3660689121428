using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.LinkedData;

/// <summary>A file that a data set is to be had in.</summary>
/// <param name="FileType">The EU file-type authority's code, such as CSV, XLSX, GEOJSON, JSON.</param>
public sealed record CatalogueFile(string Address, string MediaType, string FileType);

/// <summary>A data set of a catalogue.</summary>
public sealed record CatalogueDataset(string Address, LocalText Title, LocalText Description, DateTimeOffset Updated, IReadOnlyList<CatalogueFile> Files);

/// <summary>An office's open data.</summary>
public sealed record Catalogue(
    string Address, LocalText Title, LocalText Description, LocalText Publisher, string PublisherPage, DateTimeOffset Updated, IReadOnlyList<CatalogueDataset> Datasets);

/// <summary>Writes a catalogue by DCAT-AP 3.0.1, as JSON-LD and as Turtle.</summary>
public static class DcatCatalogue
{
    private const string FileTypes = "http://publications.europa.eu/resource/authority/file-type/";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";

    /// <summary>As JSON-LD.</summary>
    public static JsonObject ToJsonLd(Catalogue catalogue) => new()
    {
        ["@context"] = new JsonObject { ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/", ["xsd"] = "http://www.w3.org/2001/XMLSchema#" },
        ["@id"] = catalogue.Address,
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = Texts(catalogue.Title),
        ["dct:description"] = Texts(catalogue.Description),
        ["dct:publisher"] = new JsonObject { ["@id"] = catalogue.PublisherPage, ["@type"] = "foaf:Agent", ["foaf:name"] = Texts(catalogue.Publisher) },
        ["dct:modified"] = Time(catalogue.Updated),
        ["dcat:dataset"] = new JsonArray([.. catalogue.Datasets.Select(Dataset)]),
    };

    /// <summary>The same statements as Turtle.</summary>
    public static string ToTurtle(Catalogue catalogue)
    {
        var turtle = new StringBuilder("@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n");
        var sets = string.Join(", ", catalogue.Datasets.Select(d => $"<{d.Address}>"));
        Subject(turtle, catalogue.Address, "dcat:Catalog", ("dct:title", Literals(catalogue.Title)), ("dct:description", Literals(catalogue.Description)),
            ("dct:publisher", $"<{catalogue.PublisherPage}>"), ("dct:modified", Moment(catalogue.Updated)), ("dcat:dataset", sets));
        Subject(turtle, catalogue.PublisherPage, "foaf:Agent", ("foaf:name", Literals(catalogue.Publisher)));
        foreach (var dataset in catalogue.Datasets) Dataset(turtle, dataset);
        return turtle.ToString();
    }

    private static JsonNode Dataset(CatalogueDataset dataset) => new JsonObject
    {
        ["@id"] = dataset.Address,
        ["@type"] = "dcat:Dataset",
        ["dct:title"] = Texts(dataset.Title),
        ["dct:description"] = Texts(dataset.Description),
        ["dct:modified"] = Time(dataset.Updated),
        ["dcat:distribution"] = new JsonArray([.. dataset.Files.Select(File)]),
    };

    private static JsonNode File(CatalogueFile file) => new JsonObject
    {
        ["@id"] = file.Address + "#distribution",
        ["@type"] = "dcat:Distribution",
        ["dcat:accessURL"] = new JsonObject { ["@id"] = file.Address },
        ["dcat:downloadURL"] = new JsonObject { ["@id"] = file.Address },
        ["dcat:mediaType"] = new JsonObject { ["@id"] = MediaTypes + file.MediaType },
        ["dct:format"] = new JsonObject { ["@id"] = FileTypes + file.FileType },
    };

    private static void Dataset(StringBuilder turtle, CatalogueDataset dataset)
    {
        var files = string.Join(", ", dataset.Files.Select(f => $"<{f.Address}#distribution>"));
        Subject(turtle, dataset.Address, "dcat:Dataset", ("dct:title", Literals(dataset.Title)), ("dct:description", Literals(dataset.Description)),
            ("dct:modified", Moment(dataset.Updated)), ("dcat:distribution", files));
        foreach (var file in dataset.Files)
        {
            Subject(turtle, file.Address + "#distribution", "dcat:Distribution", ("dcat:accessURL", $"<{file.Address}>"), ("dcat:downloadURL", $"<{file.Address}>"),
                ("dcat:mediaType", $"<{MediaTypes}{file.MediaType}>"), ("dct:format", $"<{FileTypes}{file.FileType}>"));
        }
    }

    private static void Subject(StringBuilder turtle, string address, string type, params ReadOnlySpan<(string Property, string Value)> statements)
    {
        turtle.Append('<').Append(address).Append("> a ").Append(type);
        foreach (var (property, value) in statements)
        {
            if (value.Length > 0) turtle.Append(" ;\n    ").Append(property).Append(' ').Append(value);
        }

        turtle.Append(" .\n\n");
    }

    private static JsonArray Texts(LocalText text) => new([.. text.Select(t => (JsonNode)new JsonObject { ["@value"] = t.Text, ["@language"] = t.Language })]);

    private static string Literals(LocalText text) => string.Join(", ", text.Select(t => $"\"{Escaped(t.Text)}\"@{t.Language}"));

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static JsonObject Time(DateTimeOffset time) => new() { ["@value"] = Text(time), ["@type"] = "xsd:dateTime" };

    private static string Moment(DateTimeOffset time) => $"\"{Text(time)}\"^^xsd:dateTime";

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
