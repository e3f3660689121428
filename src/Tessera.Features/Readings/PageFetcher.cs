using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Tessera.Features.Links;

namespace Tessera.Features.Readings;

/// <summary>
/// Fetches a page from the public internet: at most <see cref="MostBytes"/> after unpacking, at most <see cref="MostRedirects"/> redirects, each looked at like the first address, in the time
/// that <see cref="PageFetchSettings.Patience"/> gives to all of it. The connection goes to the very address that was looked at, so a name that is answered differently a moment later leads nowhere else.
/// </summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    /// <summary>Bytes of a page.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Redirects that are followed.</summary>
    public const int MostRedirects = LinkVisitor.MostRedirects;

    private const string MostBytesText = "5 MB";
    private readonly PageFetchSettings _settings;
    private readonly HttpClient _client;

    public PageFetcher(PageFetchSettings settings)
    {
        _settings = settings;
        var handler = PublicInternet.Handler(settings.MayAsk, settings.LookUp);
        handler.AutomaticDecompression = DecompressionMethods.All;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(PageFetcher).Assembly.GetName().Version!.ToString(2);
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Tessera/{version} ({settings.Purpose}; +{settings.Origin().TrimEnd('/')}/)");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", settings.Accept);
    }

    /// <inheritdoc />
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellation) => (await FetchChangedAsync(address, FetchedState.None, cancellation))!;

    /// <summary>Fetches a page if it has changed; null when the host says that it has not.</summary>
    /// <param name="before">What the host said of it when it was last fetched.</param>
    /// <exception cref="PageFetchException">It may not be fetched, or does not come.</exception>
    public async Task<FetchedPage?> FetchChangedAsync(Uri address, FetchedState before, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(_settings.Patience);
        var host = "";
        try
        {
            for (var (next, redirects) = (address, 0); ; redirects++)
            {
                if (WhyNot(next) is { } refusal) throw refusal;
                host = next.IdnHost;
                var (page, further) = await AskAsync(next, before, enough.Token);
                if (page is not null || further is null) return page;
                if (redirects == MostRedirects) throw new PageFetchException(PageFetchCodes.TooManyRedirects, ("most", MostRedirects.ToString(CultureInfo.InvariantCulture)));
                next = further;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PageFetchException(PageFetchCodes.TooSlow, ("seconds", Math.Ceiling(_settings.Patience.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw new PageFetchException(CodeOf(failed), ("host", host));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private PageFetchException? WhyNot(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.IdnHost.Length == 0) return new PageFetchException(PageFetchCodes.NoWebAddress);
        if (address.UserInfo.Length > 0) return new PageFetchException(PageFetchCodes.Credentials);
        if (_settings.HttpsOnly && address.Scheme != Uri.UriSchemeHttps) return new PageFetchException(PageFetchCodes.NotHttps);
        return _settings.MayUsePort(address.Port) ? null : new PageFetchException(PageFetchCodes.Port, ("port", address.Port.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The page, or where it is said to be; neither when it has not changed.</summary>
    private async Task<(FetchedPage? Page, Uri? Next)> AskAsync(Uri address, FetchedState before, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (before.Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (before.Modified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (LinkVisitor.NextOf(response, address) is { } next) return (null, next);
        if (response.StatusCode is HttpStatusCode.NotModified && before != FetchedState.None) return (null, null);
        if (!response.IsSuccessStatusCode) throw new PageFetchException(PageFetchCodes.Status, ("status", ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)));
        if (response.Content.Headers.ContentLength > MostBytes) throw TooLarge();
        return (new FetchedPage(address, await ReadAsync(response, cancellation), response.Content.Headers.ContentType?.ToString()) { State = StateOf(response) }, null);
    }

    /// <summary>What a host says in more letters than anybody needs is not kept.</summary>
    private static FetchedState StateOf(HttpResponseMessage response)
    {
        string? Said(System.Net.Http.Headers.HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 500 } said ? said : null;
        return new FetchedState(Said(response.Headers, "ETag"), Said(response.Content.Headers, "Last-Modified"));
    }

    /// <summary>What is read is counted after it is unpacked: a small file may hold a very large one.</summary>
    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + read > MostBytes) throw TooLarge();
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static PageFetchException TooLarge() => new(PageFetchCodes.TooLarge, ("most", MostBytesText));

    private static string CodeOf(Exception failed) => failed.GetBaseException() switch
    {
        NotPublicException => PageFetchCodes.NotPublic,
        AuthenticationException => PageFetchCodes.Certificate,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => PageFetchCodes.NoHost,
        _ => PageFetchCodes.NoAnswer,
    };
}
