using System.Text.Json.Nodes;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Interchange.Tables;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>Delegations for other programs: Popolo as JSON, and tables of who sits and has sat, of the sessions and of what members did; their public documents.</summary>
internal static class DelegationApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/delegations.json", (string office, HttpContext http, ExportServices with, DelegationQueries delegations) => ForAsync(office, null, http, with, delegations, Json))
            .WithName("delegations").WithSummary("Delegations of the office, as Popolo").WithTags("delegations").Produces<DelegationsAnswer>();
        portal.MapGet("/delegations/{key}.json", (string office, string key, HttpContext http, ExportServices with, DelegationQueries delegations) => ForAsync(office, key, http, with, delegations, Json))
            .WithName("delegation").WithSummary("A delegation, as Popolo").WithTags("delegations").Produces<DelegationsAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        MapTable(portal, "csv", CsvTable.Write, Csv);
        MapTable(portal, "xlsx", XlsxTable.Write, Xlsx);
        portal.MapGet("/delegations/documents/{id:guid}", DocumentAsync).WithMetadata(new NeverCachedAttribute()).ExcludeFromDescription();
    }

    private static void MapTable(RouteGroupBuilder portal, string ending, Func<Table, byte[]> write, string type)
    {
        portal.MapGet($"/delegations.{ending}", (string office, HttpContext http, ExportServices with, DelegationQueries delegations) => ForAsync(office, null, http, with, delegations,
            (found, list, page) => Results.File(write(DelegationTables.Members(list, with.Texts, ListTables.About(found, with, page))), type, $"{office}-delegations.{ending}"))).ExcludeFromDescription();
        MapOf("", (one, texts, about) => DelegationTables.Members([one], texts, about));
        MapOf("/sessions", DelegationTables.Sessions);
        MapOf("/contributions", (one, texts, about) => DelegationTables.Contributions(one, isOwn: false, texts, about));

        void MapOf(string part, Func<StatedDelegation, Texts, IReadOnlyList<string>, Table> table) =>
            portal.MapGet($"/delegations/{{key}}{part}.{ending}", (string office, string key, HttpContext http, ExportServices with, DelegationQueries delegations) => ForAsync(office, key, http, with, delegations,
                (found, list, page) => Results.File(write(table(list[0], with.Texts, ListTables.About(found, with, page))), type, $"{office}-{key}{part.Replace('/', '-')}.{ending}"))).ExcludeFromDescription();
    }

    /// <summary>One delegation by its key, or all of them.</summary>
    private static async Task<IResult> ForAsync(
        string office, string? key, HttpContext http, ExportServices with, DelegationQueries delegations, Func<OfficeView, IReadOnlyList<StatedDelegation>, string, IResult> write)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var (links, origin) = (new PortalLinks(office, with.Texts.Language), PortalApi.Origin(http.Request));
        var keys = key is null ? (await delegations.ListAsync(found, publicOnly: true, http.RequestAborted)).Select(d => d.Key) : [key];
        var (stated, list) = (new StatedDelegations(origin, links, with.Texts, with.Display), new List<StatedDelegation>());
        foreach (var one in keys)
        {
            if (await delegations.FindAsync(found, one, publicOnly: true, http.RequestAborted) is not { } delegation) continue;
            list.Add(stated.Of(delegation, await delegations.PublicTraitsAsync(found, one, http.RequestAborted)));
        }

        return key is not null && list.Count == 0 ? NotThere() : write(found, list, origin + (key is null ? links.Delegations : links.Delegation(key)));
    }

    private static IResult Json(OfficeView office, IReadOnlyList<StatedDelegation> list, string page)
    {
        var json = new JsonObject
        {
            ["office"] = RecordJson.Texts(office.Name),
            ["updatedAt"] = office.UpdatedAt.UtcDateTime,
            ["self"] = PortalLinks.WithEnding(page, "json"),
            ["html"] = page,
        };
        foreach (var (member, value) in PopoloWriter.Write(list)) json[member] = value?.DeepClone();
        return Results.Bytes(PublishedJson.Write(json), "application/json");
    }

    /// <summary>A download, never a page of this site.</summary>
    private static async Task<IResult> DocumentAsync(string office, Guid id, HttpContext http, ExportServices with, DelegationFiles files)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found || await files.OpenAsync(found, id, publicOnly: true, http.RequestAborted) is not { } file) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.File(file.Content, file.Document.MediaType, file.Document.FileName, enableRangeProcessing: true);
    }

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
