using Microsoft.AspNetCore.OpenApi;

namespace Tessera.Web.Api;

/// <summary>The description of the read API, at /api.</summary>
internal static class OpenApiDescription
{
    /// <summary>The one document.</summary>
    public const string DocumentName = "v1";

    /// <summary>Names the API and says what its values look like.</summary>
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Tessera: open data of international offices";
        document.Info.Version = "1";
        document.Info.Description = "Read access to what the portals publish. {office} is an office's address, {lang} one of en, hu, sv, ro. Texts are objects of language and text; dates are EDTF "
            + "(ISO 8601-2), as precise as known; kinds and standings are words that do not change. The lists take the filters of their pages: q, country, kind, status, field, sort, desc.";
        return Task.CompletedTask;
    });
}
