using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading;

namespace Tessera.Web.Api;

/// <summary>
/// The directory of places as type-ahead: <c>/api/places?q=gotheb&amp;country=SE</c>. Every letter that somebody types asks it, so it answers in the routing, before sessions and limits are looked at, and writes
/// by hand. The directory changes with the program alone: its edition is the entity tag of every answer.
/// </summary>
internal static class PlacesApi
{
    /// <summary>Its address.</summary>
    public const string Address = "/api/places";

    private const int Given = 10;
    private const string Source = "GeoNames (geonames.org), CC BY 4.0";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder open) => open.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], Answer).WithName("places").WithTags("places")
        .WithSummary("Places whose name, in any language and spelling, begins as typed or is nearly so").Produces<PlacesAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ShortCircuit();

    private static IResult Answer(HttpContext http, PlacesDirectory directory)
    {
        var (asked, country) = (http.Request.Query["q"].ToString(), http.Request.Query["country"].ToString());
        if (country.Length is not (0 or 2) || !country.All(char.IsAsciiLetter)) return Results.Problem("country is two letters, as in ISO 3166-1.", statusCode: StatusCodes.Status400BadRequest);
        if (directory.Index is not { } index) return Results.Problem(directory.Missing, statusCode: StatusCodes.Status503ServiceUnavailable);
        return new Suggested(index.Edition, http.Request.Headers.IfNoneMatch.Contains(Tag(index.Edition)) ? null : index.Suggest(asked, country.Length == 0 ? null : country, Given));
    }

    private static string Tag(string edition) => $"\"{edition}\"";

    private sealed class Suggested(string edition, IReadOnlyList<PlaceFound>? found) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.Headers[HeaderNames.ETag] = Tag(edition);
            response.Headers.CacheControl = "public, max-age=3600";
            if (found is null)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = "application/json; charset=utf-8";
            var writer = _writer ??= new Utf8JsonWriter(Stream.Null, Plain);
            writer.Reset(response.BodyWriter);
            Write(writer, found);
            writer.Flush();
            response.ContentLength = writer.BytesCommitted;
            writer.Reset(Stream.Null);
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<PlaceFound> found)
    {
        json.WriteStartObject();
        json.WriteStartArray("places"u8);
        foreach (var (place, matched, distance) in found)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, place.Id);
            json.WriteString("name"u8, place.Name);
            json.WriteString("matched"u8, matched);
            json.WriteNumber("distance"u8, distance);
            json.WriteString("country"u8, place.Country);
            json.WriteString("region"u8, place.Region);
            json.WriteNumber("latitude"u8, place.Latitude);
            json.WriteNumber("longitude"u8, place.Longitude);
            json.WriteNumber("population"u8, place.Population);
            json.WriteString("feature"u8, place.Feature);
            json.WriteString("timeZone"u8, place.TimeZone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("source"u8, Source);
        json.WriteEndObject();
    }
}
