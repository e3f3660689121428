using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tessera.Interchange.Places;

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
    private static ArrayBufferWriter<byte>? _body;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder open) => open.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], Answer).WithName("places").WithTags("places")
        .WithSummary("Places whose name, in any language and spelling, begins as typed or is nearly so").Produces<PlacesAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ShortCircuit();

    private static IResult Answer(HttpContext http, PlacesDirectory directory)
    {
        var (asked, country) = (http.Request.Query["q"].ToString(), http.Request.Query["country"].ToString());
        if (country.Length is not (0 or 2) || !country.All(char.IsAsciiLetter)) return Results.Problem("country is two letters, as in ISO 3166-1.", statusCode: StatusCodes.Status400BadRequest);
        if (directory.Index is not { } index) return Results.Problem("This server has no directory of places; `tessera doctor` says why.", statusCode: StatusCodes.Status503ServiceUnavailable);
        return new Suggested(index, asked, country.Length == 0 ? null : country);
    }

    private sealed class Suggested(PlacesIndex index, string asked, string? country) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response, tag) = (httpContext.Request, httpContext.Response, $"\"{index.Edition}\"");
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "public, max-age=3600";
            if (request.Headers.IfNoneMatch.Contains(tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            var body = _body ??= new ArrayBufferWriter<byte>(4096);
            body.ResetWrittenCount();
            Write(body);
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.WrittenCount;
            if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;
            response.BodyWriter.Write(body.WrittenSpan);
            return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
        }

        private void Write(ArrayBufferWriter<byte> body)
        {
            var json = _writer ??= new Utf8JsonWriter(Stream.Null, Plain);
            json.Reset(body);
            json.WriteStartObject();
            json.WriteStartArray("places"u8);
            index.WriteSuggestions(json, asked, country, Given);
            json.WriteEndArray();
            json.WriteString("source"u8, Source);
            json.WriteEndObject();
            json.Flush();
        }
    }
}
