using System.Collections.Concurrent;

namespace Tessera.Web.Caching;

/// <summary>
/// Answers portal pages and downloads from the <see cref="PageCache"/>, and keeps what the pages behind it make. A page that many ask for at once is made
/// once. Only what is the same for every reader is kept: status 200, no cookie set, not said to be private, not asked for by somebody the program
/// knows, no page marked <see cref="NeverCachedAttribute"/>. It stands before everything but the proxy's headers, so a hit pays for nothing else.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache)
{
    /// <summary>How the names of cookies begin by which the program knows a reader.</summary>
    public const string OwnCookies = "tessera-";

    private readonly ConcurrentDictionary<string, Task<Outcome>> _underWay = new(StringComparer.Ordinal);

    private enum Ending
    {
        /// <summary>Made, and the same for every reader.</summary>
        Shared,

        /// <summary>Made for one reader, not found, or failed: others have to ask for themselves, and need not queue for it.</summary>
        Personal,

        /// <summary>Not made, since the reader who asked for it went away: somebody else has to try.</summary>
        Abandoned,
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (PageKey.Of(context.Request) is not { } key) return next(context);
        if (cache.Find(key.Text) is { } page) return AnswerAsync(context, page);
        return IsOfKnownReader(context.Request) ? MakeForOneAsync(context, key) : FindOrMakeAsync(context, key);
    }

    private async Task FindOrMakeAsync(HttpContext context, PageKey key)
    {
        while (true)
        {
            var mine = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            var making = _underWay.GetOrAdd(key.Text, mine.Task);
            if (making == mine.Task)
            {
                await MakeFirstAsync(context, key, mine);
                return;
            }

            var outcome = await making.WaitAsync(context.RequestAborted);
            if (outcome.Ending is Ending.Personal)
            {
                await next(context);
                return;
            }

            // A page that was begun before a change is no answer to a request that came after it.
            if (outcome.Page is not { } page || cache.IsStale(page)) continue;
            await AnswerAsync(context, page);
            return;
        }
    }

    /// <summary>Nothing is kept of what is made for a reader the program knows, whatever the page says of itself.</summary>
    private async Task MakeForOneAsync(HttpContext context, PageKey key)
    {
        using var made = new MemoryStream();
        var outcome = await MakeAsync(context, key, made);
        if (outcome.Page is { } page) await AnswerAsync(context, page);
        else await PassOnAsync(context, made);
    }

    /// <summary>Makes the page for everybody who asks for it meanwhile; another may just have done so. They are told before this reader is answered, who may be slow.</summary>
    private async Task MakeFirstAsync(HttpContext context, PageKey key, TaskCompletionSource<Outcome> waiting)
    {
        using var made = new MemoryStream();
        var outcome = new Outcome(Ending.Abandoned, null);
        try
        {
            var known = cache.Find(key.Text);
            outcome = known is not null ? new Outcome(Ending.Shared, known) : await MakeAsync(context, key, made);
            if (known is null && outcome.Page is { } page) cache.Keep(key.Text, page);
        }
        finally
        {
            _underWay.TryRemove(key.Text, out _);
            waiting.SetResult(outcome);
        }

        if (outcome.Page is { } answer) await AnswerAsync(context, answer);
        else await PassOnAsync(context, made);
    }

    private async Task<Outcome> MakeAsync(HttpContext context, PageKey key, MemoryStream made)
    {
        var generation = cache.Generation;
        var (request, response, original) = (context.Request, context.Response, context.Response.Body);
        var (method, query) = (request.Method, request.QueryString);
        try
        {
            (response.Body, request.Method, request.QueryString) = (made, HttpMethods.Get, key.Query);
            await next(context);
        }
        finally
        {
            (response.Body, request.Method, request.QueryString) = (original, method, query);
        }

        if (context.RequestAborted.IsCancellationRequested) return new Outcome(Ending.Abandoned, null);
        if (!IsShared(context)) return new Outcome(Ending.Personal, null);
        return new Outcome(Ending.Shared, new CachedResponse(made.ToArray(), response.Headers, PageKey.TagOf(request.Path), generation));
    }

    private static async Task PassOnAsync(HttpContext context, MemoryStream made)
    {
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest) context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)) context.Response.ContentLength = made.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), context.RequestAborted);
    }

    private static bool IsShared(HttpContext context)
    {
        var headers = context.Response.Headers;
        var control = headers.CacheControl.ToString();
        return context.Response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == 0
            && !control.Contains("no-store", StringComparison.OrdinalIgnoreCase) && !control.Contains("private", StringComparison.OrdinalIgnoreCase)
            && context.GetEndpoint()?.Metadata.GetMetadata<NeverCachedAttribute>() is null;
    }

    private static bool IsOfKnownReader(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || (request.Headers.Cookie.Count > 0 && request.Cookies.Keys.Any(k => k.StartsWith(OwnCookies, StringComparison.Ordinal)));

    private static Task AnswerAsync(HttpContext context, CachedResponse page)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in page.Headers) headers[name] = value;
        var body = page.For(context.Request.Headers.AcceptEncoding);
        headers.ETag = body.EntityTag;
        if (body.Matches(context.Request.Headers.IfNoneMatch))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            return Task.CompletedTask;
        }

        if (body.Coding.Count > 0) headers.ContentEncoding = body.Coding;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : WrittenAsync(context, body);
    }

    private static Task WrittenAsync(HttpContext context, CachedResponse.Body body)
    {
        var writing = context.Response.BodyWriter.WriteAsync(body.Bytes, context.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private readonly record struct Outcome(Ending Ending, CachedResponse? Page);
}
