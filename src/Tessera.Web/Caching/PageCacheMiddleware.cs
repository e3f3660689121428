using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Tessera.Domain.Vocabulary;
using Tessera.Web.Parts;

namespace Tessera.Web.Caching;

/// <summary>
/// Answers portal pages and downloads from the <see cref="PageCache"/>, and keeps what the pages behind it make. A page that many ask for at once is made
/// once. Only what is the same for every reader is kept: GET and HEAD, status 200, no cookie set, no page marked <see cref="NeverCachedAttribute"/>.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache)
{
    private static readonly StringValues Revalidate = "public, max-age=0, must-revalidate";
    private static readonly StringValues VaryEncoding = "Accept-Encoding";
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        if (KeyOf(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        if (cache.Find(key) is { } page || (page = await WaitAsync(key)) is not null) await AnswerAsync(context, page);
        else await MakeAsync(context, key);
    }

    private async Task<CachedResponse?> WaitAsync(string key)
    {
        if (!_underWay.TryGetValue(key, out var making)) return null;
        await making;
        return cache.Find(key);
    }

    private async Task MakeAsync(HttpContext context, string key)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isFirst = _underWay.TryAdd(key, done.Task);
        try
        {
            await MakeAndKeepAsync(context, key);
        }
        finally
        {
            if (isFirst) _underWay.TryRemove(key, out _);
            done.SetResult();
        }
    }

    private async Task MakeAndKeepAsync(HttpContext context, string key)
    {
        var generation = cache.Generation;
        var (response, original) = (context.Response, context.Response.Body);
        using var made = new MemoryStream();
        response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = original;
        }

        if (!MayKeep(context))
        {
            response.ContentLength = made.Length;
            if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), context.RequestAborted);
            return;
        }

        var page = new CachedResponse(made.ToArray(), response.Headers.Where(h => h.Key is not ("Content-Length" or "Date" or "Server")), TagOf(context.Request.Path), generation);
        cache.Keep(key, page);
        await AnswerAsync(context, page);
    }

    private static bool MayKeep(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK && HttpMethods.IsGet(context.Request.Method) && !context.Response.Headers.ContainsKey("Set-Cookie")
        && context.GetEndpoint()?.Metadata.GetMetadata<NeverCachedAttribute>() is null;

    private static ValueTask AnswerAsync(HttpContext context, CachedResponse page)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in page.Headers) headers[name] = value;
        var body = page.For(context.Request.Headers.AcceptEncoding);
        headers.ETag = body.EntityTag;
        headers.CacheControl = Revalidate;
        headers.Vary = headers.Vary.Count == 0 ? VaryEncoding : StringValues.Concat(headers.Vary, "Accept-Encoding");
        if (body.Matches(context.Request.Headers.IfNoneMatch))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return ValueTask.CompletedTask;
        }

        if (body.Coding.Count > 0) headers.ContentEncoding = body.Coding;
        context.Response.ContentLength = body.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? ValueTask.CompletedTask : Written(context, body);
    }

    private static async ValueTask Written(HttpContext context, CachedResponse.Body body) =>
        await context.Response.BodyWriter.WriteAsync(body.Bytes, context.RequestAborted);

    /// <summary>Null for what is never kept. Query names that pages do not look at are not part of it.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        var path = request.Path.Value ?? "/";
        if (path.StartsWith("/assets", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal) || path.EndsWith("/report", StringComparison.Ordinal)) return null;
        var negotiated = path == "/" ? RequestTexts.Negotiated(request, []) : "";
        if (request.QueryString.HasValue && request.Query.ContainsKey("q")) return null;
        var query = request.QueryString.HasValue ? Canonical(request.Query) : "";
        return $"{request.Scheme}://{request.Host}{path}?{query}#{negotiated}";
    }

    private static string Canonical(IQueryCollection query) =>
        string.Join('&', PartnerFilterBinding.Names.Append("c").Where(query.ContainsKey).Select(n => $"{n}={query[n]}"));

    private static string TagOf(PathString path)
    {
        var first = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return first is null || Languages.IsInterface(first) || first.Contains('.', StringComparison.Ordinal) || first == "api" ? "offices" : first;
    }
}
