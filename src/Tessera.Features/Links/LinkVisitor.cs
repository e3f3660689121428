using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Tessera.Features.Links;

/// <summary>
/// Follows links, politely: one request at a time to a host and a pause after it, HEAD and only where that is not understood GET without its body, at most
/// <see cref="MostRedirects"/> redirects, http and https to public addresses only, under a name that says whose program asks.
/// </summary>
public sealed class LinkVisitor : IDisposable
{
    /// <summary>Redirects that are followed.</summary>
    public const int MostRedirects = 5;

    private static readonly HttpStatusCode[] ForPeopleOnly =
        [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotAcceptable, HttpStatusCode.TooManyRequests, HttpStatusCode.UnavailableForLegalReasons];

    private readonly LinkSettings _settings;
    private readonly HostTurns _turns;
    private readonly HttpClient _client;

    public LinkVisitor(LinkSettings settings, TimeProvider time)
    {
        (_settings, _turns) = (settings, new HostTurns(settings.Pause, time));
        _client = new HttpClient(PublicInternet.Handler(settings.MayAsk)) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(LinkVisitor).Assembly.GetName().Version!.ToString(2);
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Tessera/{version} (link check; +{settings.Origin().TrimEnd('/')}/)");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    /// <summary>Follows a link to its end.</summary>
    public async Task<LinkAnswer> FollowAsync(string link, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri)) return new LinkAnswer(LinkEnd.Nowhere, "not an address");
        for (var redirects = 0; ; redirects++)
        {
            if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return new LinkAnswer(LinkEnd.Unknown, $"not followed: {uri.Scheme}");
            var (answer, next) = await AskAsync(uri, cancellation);
            if (next is null) return answer;
            if (redirects == MostRedirects) return new LinkAnswer(LinkEnd.Nowhere, "too many redirects") { IsFromAServer = true };
            uri = next;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _turns.Dispose();
    }

    private async Task<(LinkAnswer Answer, Uri? Next)> AskAsync(Uri uri, CancellationToken cancellation)
    {
        try
        {
            var (status, next) = await AskAsync(HttpMethod.Head, uri, cancellation);
            if (next is null && !IsGood(status)) (status, next) = await AskAsync(HttpMethod.Get, uri, cancellation);
            var said = ((int)status).ToString(CultureInfo.InvariantCulture);
            return (new LinkAnswer(IsGood(status) || ForPeopleOnly.Contains(status) ? LinkEnd.Somewhere : LinkEnd.Nowhere, said) { IsFromAServer = true }, next);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new LinkAnswer(LinkEnd.Nowhere, "no answer in time"), null);
        }
        catch (HttpRequestException failed)
        {
            return (Reason(failed), null);
        }
    }

    private Task<(HttpStatusCode Status, Uri? Next)> AskAsync(HttpMethod method, Uri uri, CancellationToken cancellation) => _turns.TakeAsync(uri.IdnHost, async () =>
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(_settings.Patience);
        using var request = new HttpRequestMessage(method, uri);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
        return (response.StatusCode, NextOf(response, uri));
    }, cancellation);

    private static bool IsGood(HttpStatusCode status) => (int)status is >= 200 and < 300;

    /// <summary>Where an answer leads on to; null when it does not.</summary>
    internal static Uri? NextOf(HttpResponseMessage response, Uri uri) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location && Uri.TryCreate(uri, location, out var next) ? next : null;

    /// <summary>A host on a private network may well be one that is public elsewhere, and a browser may know more certificates: nothing is said of them.</summary>
    private static LinkAnswer Reason(HttpRequestException failed) => failed.GetBaseException() switch
    {
        NotPublicException => new LinkAnswer(LinkEnd.Unknown, "not followed: no public address"),
        AuthenticationException => new LinkAnswer(LinkEnd.Unknown, "the certificate is not trusted") { IsFromAServer = true },
        SocketException { SocketErrorCode: SocketError.TryAgain } => new LinkAnswer(LinkEnd.Unknown, "the name server does not answer"),
        SocketException socket => new LinkAnswer(LinkEnd.Nowhere, socket.SocketErrorCode.ToString()),
        _ => new LinkAnswer(LinkEnd.Nowhere, failed.HttpRequestError.ToString()),
    };
}
