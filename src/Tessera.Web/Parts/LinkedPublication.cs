using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Domain.Library;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Web.Pages.Portal;

namespace Tessera.Web.Parts;

/// <summary>A publication in the words of schema.org.</summary>
public static class LinkedPublication
{
    /// <summary>A work of its authors that the office gives out: its language, year, files.</summary>
    public static JsonNode Of(OfficeView office, PublicationPage page, PortalFrame frame, PortalLinks links, string origin, Display display)
    {
        var row = page.Row;
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = row.Kind is PublicationKind.Publication ? "Book" : row.Kind is PublicationKind.Report or PublicationKind.Study ? "Report" : "CreativeWork",
            ["@id"] = frame.Canonical,
            ["url"] = frame.Canonical,
            ["name"] = display.Text(row.Title)?.Text,
            ["inLanguage"] = row.Language,
            ["dateModified"] = row.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["provider"] = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = display.Text(office.Name)?.Text, ["url"] = origin + links.Home },
        };
        if (row.Year is { } year) json["datePublished"] = year.ToString(CultureInfo.InvariantCulture);
        if (display.Text(row.Abstract) is { } said) json["abstract"] = said.Text;
        if (page.Url is { } url) json["sameAs"] = url;
        if (row.Authors.Count > 0) json["author"] = new JsonArray([.. row.Authors.Select(a => new JsonObject { ["@type"] = "Person", ["name"] = a })]);
        if (page.Files.Count > 0)
            json["encoding"] = new JsonArray([.. page.Files.Select(f => new JsonObject { ["@type"] = "MediaObject", ["name"] = f.Title, ["encodingFormat"] = f.MediaType, ["contentUrl"] = origin + links.Document(f.Id) })]);
        return json;
    }
}
