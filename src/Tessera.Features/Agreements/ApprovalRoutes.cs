using System.Text.Json;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Agreements;

/// <summary>The way an agreement takes before it may be signed, as a country's rules ask from a day on.</summary>
/// <param name="SourceTitle">Where the rule was read.</param>
public sealed record ApprovalRoute(string Country, DateOnly From, string SourceTitle, string SourceUrl, IReadOnlyList<RouteStage> Stages);

/// <summary>Routes of countries: dated data with sources (Routes/routes.json), evaluated as of the day in question.</summary>
public static class ApprovalRoutes
{
    private static readonly Lazy<IReadOnlyList<ApprovalRoute>> Known = new(Read);

    /// <summary>The route of a country on a day; null when none is known, and then a decision of the competent body is all that is asked for.</summary>
    public static ApprovalRoute? Of(string? country, DateOnly day) => Known.Value.Where(r => r.Country == country && r.From <= day).MaxBy(r => r.From);

    private static List<ApprovalRoute> Read()
    {
        using var stream = typeof(ApprovalRoutes).Assembly.GetManifestResourceStream("ApprovalRoutes")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Route)];
    }

    private static ApprovalRoute Route(JsonElement route) => new(
        route.GetProperty("country").GetString()!, DateOnly.ParseExact(route.GetProperty("from").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        route.GetProperty("source").GetProperty("title").GetString()!, route.GetProperty("source").GetProperty("url").GetString()!,
        [.. route.GetProperty("stages").EnumerateArray().Select(Stage)]);

    private static RouteStage Stage(JsonElement stage) => new(
        stage.GetProperty("key").GetString()!, stage.GetProperty("kind").GetString() == "decision", stage.GetProperty("mandatory").GetBoolean(),
        new LocalText(stage.GetProperty("body").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))));
}
