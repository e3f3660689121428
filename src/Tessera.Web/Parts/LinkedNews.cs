using System.Text.Json.Nodes;
using Tessera.Domain.News;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Web.Pages.Portal;

namespace Tessera.Web.Parts;

/// <summary>A piece of news in the words of schema.org.</summary>
public static class LinkedNews
{
    /// <summary>An article of the office: when it was published and changed, in which language it is shown, of whom it tells.</summary>
    public static JsonNode Of(OfficeView office, NewsPage page, PortalFrame frame, PortalLinks links, string origin, Texts texts, Display display)
    {
        var row = page.Row;
        var title = display.Text(row.Title);
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = frame.Canonical,
            ["url"] = frame.Canonical,
            ["headline"] = title?.Text,
            ["inLanguage"] = title?.Language,
            ["articleSection"] = texts.Of(row.Category),
            ["dateModified"] = row.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            ["publisher"] = Organisation(office, origin + links.Home, display),
            ["author"] = Organisation(office, origin + links.Home, display),
        };
        if (row.Days.Published is { } day) json["datePublished"] = NewsDays.Write(day);
        if (display.Text(row.Lead) is { } lead) json["description"] = lead.Text;
        if (page.Partners.Count > 0)
            json["about"] = new JsonArray([.. page.Partners.Select(p => new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = display.Text(p.Names)?.Text, ["url"] = origin + links.Partner(p.Key) })]);
        return json;
    }

    private static JsonObject Organisation(OfficeView office, string home, Display display) =>
        new() { ["@type"] = "GovernmentOrganization", ["name"] = display.Text(office.Name)?.Text, ["url"] = home };
}
