using Tessera.Domain.Vocabulary;
using Tessera.Features.News;

namespace Tessera.Web.Counting;

/// <summary>Notes that a page of news was sent, from the cache or not. It stands before the cache, and the reader does not wait for it.</summary>
public sealed class ReadNoting(RequestDelegate next, NewsReads reads, TimeProvider time)
{
    private const int LongestAgent = 400;

    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && NewsOf(context.Request.Path) is { } news ? NoteAsync(context, news) : next(context);

    /// <summary>What the browser calls itself, as far as that is looked at.</summary>
    public static string AgentOf(HttpRequest request) => request.Headers.UserAgent.ToString() is { Length: > LongestAgent } agent ? agent[..LongestAgent] : request.Headers.UserAgent.ToString();

    private async Task NoteAsync(HttpContext context, (string Office, string Key) news)
    {
        await next(context);
        var request = context.Request;
        if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified) || IsAhead(request)) return;
        reads.Note(new NewsRead(news.Office, news.Key, context.Connection.RemoteIpAddress, AgentOf(request), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
    }

    private static (string Office, string Key)? NewsOf(PathString path)
    {
        if (path.Value?.Contains("/news/", StringComparison.Ordinal) != true) return null;
        return path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var office, var language, "news", var key] && Languages.IsInterface(language) && !key.Contains('.', StringComparison.Ordinal) ? (office, key) : null;
    }

    /// <summary>Is it fetched before anybody has asked to see it?</summary>
    private static bool IsAhead(HttpRequest request) => request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
}
