using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Web.Pages.Portal;

namespace Tessera.Web.Parts;

/// <summary>An activity in the words of schema.org.</summary>
public static class LinkedActivity
{
    /// <summary>An event, with where, when and with whom.</summary>
    public static JsonNode Of(OfficeView office, ActivityPage page, PortalFrame frame, Display display)
    {
        var row = page.Row;
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = TypeOf(row.Kind),
            ["@id"] = frame.Canonical,
            ["url"] = frame.Canonical,
            ["name"] = display.Text(row.Title)?.Text,
            ["eventStatus"] = StatusOf(row.Status),
            ["organizer"] = page.Organiser is { } organiser
                ? new JsonObject { ["@type"] = "Organization", ["name"] = display.Text(organiser)?.Text }
                : new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = display.Text(office.Name)?.Text },
        };
        if (display.Text(page.Item.Text) is { } text) json["description"] = text.Text;
        if (row.Time.First is { } first)
        {
            json["startDate"] = Iso(first.Start);
            json["endDate"] = Iso(first.End);
        }

        if (!row.Place.IsEmpty) json["location"] = Place(page, display);
        if (row.Partners.Count > 0) json["contributor"] = new JsonArray([.. row.Partners.Select(p => new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = display.Text(p.Names)?.Text })]);
        return json;
    }

    private static JsonObject Place(ActivityPage page, Display display)
    {
        var place = new JsonObject { ["@type"] = "Place", ["name"] = display.Text(page.Row.Place)?.Text };
        if (page.At is { } at) place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = at.Latitude, ["longitude"] = at.Longitude };
        return place;
    }

    private static string TypeOf(ActivityKind kind) => kind switch
    {
        ActivityKind.Festival => "Festival",
        ActivityKind.Exhibition => "ExhibitionEvent",
        ActivityKind.Training => "EducationEvent",
        ActivityKind.Conference or ActivityKind.RoundTable or ActivityKind.Meeting => "BusinessEvent",
        _ => "Event",
    };

    private static string StatusOf(ActivityStatus status) => status switch
    {
        ActivityStatus.Cancelled => "https://schema.org/EventCancelled",
        ActivityStatus.Postponed => "https://schema.org/EventPostponed",
        _ => "https://schema.org/EventScheduled",
    };

    private static string Iso(Moment moment)
    {
        if (moment.IsDay) return moment.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var zone = moment.Zone ?? Zone.Utc;
        return new DateTimeOffset(moment.Wall, zone.OffsetAt(zone.ToUtc(moment.Wall))).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
