using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Interchange.Places;
using Tessera.Web.Hosting;

namespace Tessera.Web.Api;

/// <summary>
/// The directory of places as type-ahead: <c>/api/places?q=gotheb&amp;country=SE</c>. Every letter that somebody types asks it, so it answers before languages, sessions and limits are looked at, and writes by hand.
/// What it cannot answer it passes on to the endpoint of the same address, which refuses it in words. The directory changes with the program alone: its edition is the entity tag of every answer.
/// </summary>
internal sealed class PlacesApi(RequestDelegate next, PlacesDirectory directory)
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

    /// <summary>Maps what refuses, and describes it all.</summary>
    public static void Map(RouteGroupBuilder open) => open.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], Refuse).WithName("places").WithTags("places")
        .WithSummary("Places whose name, in any language and spelling, begins as typed or is nearly so").Produces<PlacesAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ShortCircuit();

    /// <summary>Answers, or passes on what is for others or to be refused.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != Address || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return next(context);
        var question = Question.Of(request.QueryString.Value);
        return question.IsSound && directory.Index is { } index ? AnswerAsync(context, index, question) : next(context);
    }

    private static IResult Refuse(HttpContext http) => Question.Of(http.Request.QueryString.Value).IsSound
        ? Results.Problem("This server has no directory of places; `tessera doctor` says why.", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Problem("country is two letters, as in ISO 3166-1.", statusCode: StatusCodes.Status400BadRequest);

    private static Task AnswerAsync(HttpContext context, PlacesIndex index, Question question)
    {
        SecurityHeaders.Set(context);
        var (response, tag) = (context.Response, $"\"{index.Edition}\"");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "public, max-age=3600";
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = _body ??= new ArrayBufferWriter<byte>(4096);
        body.ResetWrittenCount();
        Write(body, index, question);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        response.BodyWriter.Write(body.WrittenSpan);
        return response.BodyWriter.FlushAsync(CancellationToken.None).AsTask();
    }

    private static void Write(ArrayBufferWriter<byte> body, PlacesIndex index, Question question)
    {
        var json = _writer ??= new Utf8JsonWriter(Stream.Null, Plain);
        json.Reset(body);
        json.WriteStartObject();
        json.WriteStartArray("places"u8);
        index.WriteSuggestions(json, question.Typed, question.Country, Given);
        json.WriteEndArray();
        json.WriteString("source"u8, Source);
        json.WriteEndObject();
        json.Flush();
    }

    private readonly record struct Question(string Typed, string? Country)
    {
        /// <summary>A country is two letters.</summary>
        public bool IsSound => Country is null || (Country.Length == 2 && Country.All(char.IsAsciiLetter));

        public static Question Of(string? query)
        {
            var (typed, country) = ("", (string?)null);
            foreach (var pair in new QueryStringEnumerable(query))
            {
                if (pair.EncodedName.Span.Equals("q", StringComparison.OrdinalIgnoreCase)) typed = pair.DecodeValue().ToString();
                else if (pair.EncodedName.Span.Equals("country", StringComparison.OrdinalIgnoreCase) && pair.EncodedValue.Length > 0) country = pair.DecodeValue().ToString();
            }

            return new Question(typed, country);
        }
    }
}
