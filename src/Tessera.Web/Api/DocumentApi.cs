using Microsoft.Net.Http.Headers;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Caching;

namespace Tessera.Web.Api;

/// <summary>Hands out documents: to the office all, on the portal the public ones. They are downloads, never pages of this site.</summary>
internal static class DocumentApi
{
    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/{office:slug}/office/documents/{id:guid}", (string office, Guid id, HttpContext http, OfficeQueries offices, DocumentService documents) => OpenAsync(office, id, false, http, offices, documents))
            .WithMetadata(new OfficeAccessAttribute(OfficeRole.Reader), new NeverCachedAttribute()).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/{office:slug}/{lang:lang}/documents/{id:guid}", (string office, Guid id, HttpContext http, OfficeQueries offices, DocumentService documents) => OpenAsync(office, id, true, http, offices, documents))
            .WithMetadata(new NeverCachedAttribute()).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/{office:slug}/office/delegations/documents/{id:guid}", OpenOfDelegationAsync).WithMetadata(new OfficeAccessAttribute(OfficeRole.Reader), new NeverCachedAttribute()).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> OpenOfDelegationAsync(string office, Guid id, HttpContext http, OfficeQueries offices, DelegationFiles files)
    {
        if (await offices.FindAsync(office, http.RequestAborted) is not { } found || await files.OpenAsync(found, id, publicOnly: false, http.RequestAborted) is not var (document, content)) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return Results.File(content, document.MediaType, document.FileName);
    }

    private static async Task<IResult> OpenAsync(string slug, Guid id, bool publicOnly, HttpContext http, OfficeQueries offices, DocumentService documents)
    {
        if (await offices.FindAsync(slug, http.RequestAborted) is not { } office || await documents.OpenAsync(office, id, publicOnly, http.RequestAborted) is not { } found) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = publicOnly ? "public, max-age=300" : "no-cache, no-store";
        return Results.File(found.Content, found.Document.MediaType, found.Document.FileName, entityTag: new EntityTagHeaderValue($"\"{found.Document.Sha256}\""), enableRangeProcessing: true);
    }
}
