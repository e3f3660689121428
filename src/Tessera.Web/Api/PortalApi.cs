using System.Text;
using System.Text.Json.Nodes;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.GeoJson;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>The addresses that are not pages: downloads, records as JSON, feeds, catalogues, the office's colours, health.</summary>
internal static class PortalApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>Maps them all.</summary>
    public static void MapPortalApi(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapOpenApi("/api");
        PlacesApi.Map(open);
        OwnCalendarApi.Map(open);
        open.MapGet("/{office:slug}", RedirectAsync).ExcludeFromDescription();
        open.MapGet("/{office:slug}/theme.css", ThemeAsync).ExcludeFromDescription();
        open.MapGet("/{office:slug}/arms/{name}", ArmsAsync).ExcludeFromDescription();
        var portal = open.MapGroup("/{office:slug}/{lang:lang}");
        MapLists(portal);
        MapRecords(portal);
        ActivityApi.Map(portal);
        DelegationApi.Map(portal);
        NewsApi.Map(portal);
        LibraryApi.Map(portal);
        SiteApi.Map(open, portal);
    }

    /// <summary>scheme://host of a request.</summary>
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static void MapLists(RouteGroupBuilder portal)
    {
        portal.MapGet("/partners.json", PartnersJsonAsync).WithName("partners").WithSummary("The register of partners").WithTags("partners").Produces<PartnersAnswer>();
        portal.MapGet("/partners.geojson", GeoJsonAsync).WithName("partners-geojson").WithSummary("The register of partners as points").WithTags("partners").Produces<PartnersAsFeatures>(contentType: GeoFeatures.MediaType);
        portal.MapGet("/partners.csv", (string office, HttpContext http, ExportServices with) => PartnersTableAsync(office, http, with, CsvTable.Write, Csv, "csv")).ExcludeFromDescription();
        portal.MapGet("/partners.xlsx", (string office, HttpContext http, ExportServices with) => PartnersTableAsync(office, http, with, XlsxTable.Write, Xlsx, "xlsx")).ExcludeFromDescription();
        portal.MapGet("/agreements.json", AgreementsJsonAsync).WithName("agreements").WithSummary("All agreements, in the order of the register").WithTags("agreements").Produces<AgreementsAnswer>();
        portal.MapGet("/agreements.csv", (string office, HttpContext http, ExportServices with) => AgreementsTableAsync(office, http, with, CsvTable.Write, Csv, "csv")).ExcludeFromDescription();
        portal.MapGet("/agreements.xlsx", (string office, HttpContext http, ExportServices with) => AgreementsTableAsync(office, http, with, XlsxTable.Write, Xlsx, "xlsx")).ExcludeFromDescription();
        portal.MapGet("/memberships.json", MembershipsJsonAsync).WithName("memberships").WithSummary("Memberships of the office").WithTags("memberships").Produces<MembershipsAnswer>();
        portal.MapGet("/memberships.csv", (string office, HttpContext http, ExportServices with) => MembershipsTableAsync(office, http, with, CsvTable.Write, Csv, "csv")).ExcludeFromDescription();
        portal.MapGet("/memberships.xlsx", (string office, HttpContext http, ExportServices with) => MembershipsTableAsync(office, http, with, XlsxTable.Write, Xlsx, "xlsx")).ExcludeFromDescription();
    }

    private static void MapRecords(RouteGroupBuilder portal)
    {
        portal.MapGet("/partners/{slug}.json", PartnerAsync).WithName("partner").WithSummary("A partner in full").WithTags("partners").Produces<PartnerAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        portal.MapGet("/agreements/{key}.json", AgreementAsync).WithName("agreement").WithSummary("An agreement in full").WithTags("agreements").Produces<AgreementAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RedirectAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found) return Results.NotFound();
        return Results.Redirect(new PortalLinks(office, RequestTexts.Negotiated(http.Request, found.Languages)).Home);
    }

    private static async Task<IResult> ThemeAsync(string office, ExportServices with, CancellationToken cancellation) =>
        await with.FindAsync(office, cancellation) is { } found ? Results.Text(OfficePalette.StyleSheet(found.Colour), "text/css; charset=utf-8", Encoding.UTF8) : Results.NotFound();

    /// <summary>A picture and nothing else, even if it is opened by itself: it may style itself, and neither run nor fetch anything.</summary>
    private static async Task<IResult> ArmsAsync(string office, string name, HttpContext http, ExportServices with, OfficeArms arms)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found || await arms.OpenAsync(found, name, http.RequestAborted) is not { } picture) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(picture.Content, picture.MediaType);
    }

    private static Task<IResult> PartnersJsonAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation) =>
        ForRegisterAsync(office, http, with, (found, list, page) => Json(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["total"] = list.Total,
            ["matching"] = list.Matching,
            ["updatedAt"] = found.UpdatedAt.UtcDateTime,
            ["self"] = PortalLinks.WithEnding(page, "json") + FilterOf(http.Request),
            ["html"] = page + FilterOf(http.Request),
            ["partners"] = new JsonArray([.. list.Rows.Select(r => RecordJson.Row(r, $"{page}/{r.Slug}"))]),
        }), cancellation);

    private static Task<IResult> GeoJsonAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation) =>
        ForRegisterAsync(office, http, with, (_, list, page) => Results.Bytes(PublishedJson.Write(GeoFeatures.Collection(list.Rows.Select(r => Feature(r, page)), "GeoNames (geonames.org), CC BY 4.0")), GeoFeatures.MediaType), cancellation);

    private static GeoFeature Feature(PartnerRow row, string page) => new(
        row.Slug, RecordJson.Row(row, $"{page}/{row.Slug}"), row.Seat is { } seat ? (seat.Longitude, seat.Latitude) : null);

    private static Task<IResult> PartnersTableAsync(string office, HttpContext http, ExportServices with, Func<Table, byte[]> write, string type, string ending) =>
        ForRegisterAsync(office, http, with, (found, list, page) => Download(write(ListTables.Partners(found, list, with, page)), type, $"{office}-partners.{ending}"), http.RequestAborted);

    private static async Task<IResult> ForRegisterAsync(
        string office, HttpContext http, ExportServices with, Func<OfficeView, PartnerList, string, IResult> write, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found) return NotThere();
        var list = await with.Partners.ListAllAsync(found, PartnerFilterBinding.From(http.Request.Query), with.Texts.Language, with.Day, cancellation);
        return write(found, list, Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Partners());
    }

    private static async Task<IResult> AgreementsJsonAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found) return NotThere();
        var (links, origin) = (new PortalLinks(office, with.Texts.Language), Origin(http.Request));
        var list = await with.Agreements.AllAsync(found, with.Day, cancellation);
        return Json(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["total"] = list.Count,
            ["updatedAt"] = found.UpdatedAt.UtcDateTime,
            ["self"] = PortalLinks.WithEnding(origin + links.Agreements, "json"),
            ["html"] = origin + links.Agreements,
            ["agreements"] = new JsonArray([.. list.Select(r => RecordJson.Row(r, origin + links.Agreements, origin + links.Partners()))]),
        });
    }

    private static async Task<IResult> AgreementsTableAsync(string office, HttpContext http, ExportServices with, Func<Table, byte[]> write, string type, string ending)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var list = await with.Agreements.AllAsync(found, with.Day, http.RequestAborted);
        var page = Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Agreements;
        return Download(write(ListTables.Agreements(found, list, with, page)), type, $"{office}-agreements.{ending}");
    }

    private static async Task<IResult> MembershipsJsonAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found) return NotThere();
        var list = await with.Offices.MembershipsAsync(found, cancellation);
        var page = Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Memberships;
        return Json(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["total"] = list.Count,
            ["updatedAt"] = found.UpdatedAt.UtcDateTime,
            ["self"] = PortalLinks.WithEnding(page, "json"),
            ["html"] = page,
            ["memberships"] = new JsonArray([.. list.Select(RecordJson.Membership)]),
        });
    }

    private static async Task<IResult> MembershipsTableAsync(string office, HttpContext http, ExportServices with, Func<Table, byte[]> write, string type, string ending)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var list = await with.Offices.MembershipsAsync(found, http.RequestAborted);
        var page = Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Memberships;
        return Download(write(ListTables.Memberships(found, list, with, page)), type, $"{office}-memberships.{ending}");
    }

    private static async Task<IResult> PartnerAsync(string office, string slug, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found || await with.Partners.FindAsync(found, slug, with.Day, cancellation) is not { } partner) return NotThere();
        return Json(RecordJson.Partner(partner, Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Partner(slug)));
    }

    private static async Task<IResult> AgreementAsync(string office, string key, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found || await with.Agreements.FindAsync(found, key, with.Day, cancellation) is not { } agreement) return NotThere();
        var (links, origin) = (new PortalLinks(office, with.Texts.Language), Origin(http.Request));
        return Json(RecordJson.Agreement(agreement, origin + links.Agreement(key), origin + links.Partner(agreement.PartnerSlug)));
    }

    /// <summary>The filter as the address says it, in its own order.</summary>
    private static string FilterOf(HttpRequest request) => PortalLinks.QueryOf(PartnerFilterBinding.From(request.Query));

    private static IResult Json(JsonNode node) => Results.Bytes(PublishedJson.Write(node), "application/json");

    private static IResult Download(byte[] bytes, string type, string name) => Results.File(bytes, type, name);

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
