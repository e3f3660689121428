using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tessera.Domain.Agreements;
using Tessera.Domain.Calendar;
using Tessera.Domain.News;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Api;

/// <summary>The description of the read API, at /api.</summary>
internal static class OpenApiDescription
{
    /// <summary>The one document.</summary>
    public const string DocumentName = "v1";

    private const string RegisterPath = "/partners.";
    private const string ActivitiesPath = "/activities.json";
    private const string NewsPath = "/news.json";

    /// <summary>Names the API and says what its values look like.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Tessera: open data of international offices";
            document.Info.Version = "1";
            document.Info.Description = "Read access to what the portals publish. Texts are objects of language and text; dates are EDTF (ISO 8601-2), as precise as known; what is not known is null; "
                + "kinds, roles and standings are words that do not change. Fields may be added, and none is taken away. Every answer has an entity tag: ask again with If-None-Match.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, "/" + context.Description.RelativePath);
            return Task.CompletedTask;
        });
    }

    /// <summary>The endpoints read office, language and filter from the address by themselves, so their parameters are described here.</summary>
    private static void Describe(OpenApiOperation operation, string path)
    {
        operation.Parameters = [.. path.Split('{').Skip(1).Select(segment => OfPath(segment.Split(':', '}')[0]))];
        if (path.Contains(RegisterPath, StringComparison.Ordinal)) foreach (var filter in Filters()) operation.Parameters.Add(filter);
        if (path.EndsWith(ActivitiesPath, StringComparison.Ordinal)) foreach (var filter in OfActivities()) operation.Parameters.Add(filter);
        if (path.EndsWith(NewsPath, StringComparison.Ordinal)) foreach (var filter in OfNews()) operation.Parameters.Add(filter);
        if (path == PlacesApi.Address) foreach (var question in Questions()) operation.Parameters.Add(question);
        operation.Responses ??= [];
        operation.Responses["404"] = new OpenApiResponse { Description = "There is no such office or record." };
    }

    private static OpenApiParameter OfPath(string name) => name switch
    {
        "office" => Parameter(name, ParameterLocation.Path, "The office's address, such as hargita."),
        "lang" => Parameter(name, ParameterLocation.Path, "The language of the interface: of addresses, headings and sorting.", Languages.Interface),
        "slug" => Parameter(name, ParameterLocation.Path, "The partner's key, as the list gives it."),
        "key" => Parameter(name, ParameterLocation.Path, "The record's key, as the list gives it."),
        _ => throw new InvalidOperationException($"The API's description does not say what {{{name}}} is."),
    };

    private static IEnumerable<OpenApiParameter> Filters() =>
    [
        Parameter("q", ParameterLocation.Query, "Words of the partner's names, address, country or notes, in any spelling."),
        Parameter("country", ParameterLocation.Query, "ISO 3166-1 alpha-2."),
        Parameter("kind", ParameterLocation.Query, "The kind of partner.", Words<PartnerKind>.All),
        Parameter("status", ParameterLocation.Query, "Where an agreement stands today.", Words<AgreementStanding>.All),
        Parameter("field", ParameterLocation.Query, "Key of a field of cooperation of the office."),
        Parameter("sort", ParameterLocation.Query, "The order; without it that of the register.", Words<PartnerOrder>.All),
        Parameter("desc", ParameterLocation.Query, "1 turns the order round."),
    ];

    private static IEnumerable<OpenApiParameter> OfActivities() =>
    [
        Parameter("kind", ParameterLocation.Query, "The kind of activity.", Words<ActivityKind>.All),
        Parameter("partner", ParameterLocation.Query, "Key of a partner that takes part."),
        Parameter("field", ParameterLocation.Query, "Key of a field of cooperation of the office."),
        Parameter("time", ParameterLocation.Query, "Those to come, those that are over, or all; without it those to come.", Words<ActivitySpan>.All),
    ];

    private static IEnumerable<OpenApiParameter> OfNews() =>
    [
        Parameter("category", ParameterLocation.Query, "The kind of news.", Words<NewsCategory>.All),
        Parameter("partner", ParameterLocation.Query, "Key of a partner that the news tells of."),
        Parameter("field", ParameterLocation.Query, "Key of a field of cooperation of the office."),
    ];

    private static IEnumerable<OpenApiParameter> Questions() =>
    [
        Parameter("q", ParameterLocation.Query, "What was typed so far: the beginning of a place's name in any language, or nearly the name."),
        Parameter("country", ParameterLocation.Query, "ISO 3166-1 alpha-2; only places there."),
    ];

    private static OpenApiParameter Parameter(string name, ParameterLocation where, string description, IReadOnlyList<string>? words = null) => new()
    {
        Name = name,
        In = where,
        Required = where is ParameterLocation.Path,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = words is null ? null : [.. words.Select(w => (JsonNode)w)] },
    };
}
