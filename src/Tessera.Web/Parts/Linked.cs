using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Pages.Portal;

namespace Tessera.Web.Parts;

/// <summary>What pages say to machines in the words of schema.org.</summary>
public static class Linked
{
    private const string Context = "https://schema.org";

    /// <summary>The office: a governmental organisation, its seat, and what it is a member of.</summary>
    public static JsonNode Office(OfficeView office, IReadOnlyList<MembershipView> memberships, PortalFrame frame, Display display)
    {
        var json = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = "GovernmentOrganization",
            ["@id"] = frame.Canonical,
            ["name"] = Names(office.Name),
            ["url"] = frame.Canonical,
            ["description"] = display.Text(office.Summary)?.Text,
        };
        if (office.Home is { } home) json["areaServed"] = Area("AdministrativeArea", office.ShortName, home);
        if (memberships.Count > 0) json["memberOf"] = new JsonArray([.. memberships.Select(m => new JsonObject { ["@type"] = "Organization", ["name"] = Names(m.Organisation), ["url"] = m.OrganisationWebsite })]);
        return json;
    }

    /// <summary>A partner: an administrative area with its place and its own page, and the way to it.</summary>
    public static JsonNode Partner(OfficeView office, PartnerPage partner, PortalFrame frame, Display display)
    {
        var row = partner.Row;
        var area = row.Seat is { } seat ? Area("AdministrativeArea", row.Names, seat) : new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = Names(row.Names) };
        area["@id"] = frame.Canonical + "#partner";
        if (row.Websites.Count > 0) area["sameAs"] = new JsonArray([.. row.Websites.Select(w => JsonValue.Create(w))]);
        if (row.Address.Count > 0) area["address"] = string.Join(", ", row.Address);
        return new JsonObject { ["@context"] = Context, ["@graph"] = new JsonArray(area, Crumbs(frame, display.Text(row.Names)?.Text ?? row.RegisteredName, display)) };
    }

    /// <summary>The register as a data set.</summary>
    public static JsonNode Register(OfficeView office, PortalFrame frame, Display display, Texts texts)
    {
        var (origin, links) = (frame.Canonical[..^new Uri(frame.Canonical).AbsolutePath.Length], frame.Links!);
        var page = origin + links.Partners();
        (string Ending, string Type)[] files = [("csv", "text/csv"), ("geojson", "application/geo+json"), ("json", "application/json")];
        return new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = "Dataset",
            ["name"] = $"{display.Text(office.Name)?.Text}: {texts["nav.partners"]}",
            ["description"] = texts["partners.lede"],
            ["url"] = page,
            ["creator"] = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = Names(office.Name), ["url"] = origin + links.Home },
            ["distribution"] = new JsonArray([.. files.Select(f => new JsonObject { ["@type"] = "DataDownload", ["encodingFormat"] = f.Type, ["contentUrl"] = PortalLinks.WithEnding(page, f.Ending) })]),
        };
    }

    /// <summary>The way from the office's first page to this one.</summary>
    public static JsonNode Breadcrumbs(PortalFrame frame, string title, Display display)
    {
        var crumbs = Crumbs(frame, title, display);
        crumbs["@context"] = Context;
        return crumbs;
    }

    private static JsonObject Crumbs(PortalFrame frame, string title, Display display)
    {
        var origin = frame.Canonical[..^new Uri(frame.Canonical).AbsolutePath.Length];
        var steps = frame.Crumbs.Select(c => (Name: display.Text(c.Label)?.Text ?? "", Address: origin + c.Href)).Append((title, frame.Canonical));
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((s, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = s.Item1, ["item"] = s.Item2 })]),
        };
    }

    private static JsonObject Area(string type, LocalText names, PlaceView place) => new()
    {
        ["@type"] = type,
        ["name"] = Names(names),
        ["containedInPlace"] = new JsonObject { ["@type"] = "Country", ["identifier"] = place.Country },
        ["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = place.Latitude, ["longitude"] = place.Longitude },
    };

    private static JsonArray Names(LocalText names) => new([.. names.Select(n => new JsonObject { ["@value"] = n.Text, ["@language"] = n.Language })]);
}
