using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>
/// Asks the provider: JSON only, at most ten seconds and half a megabyte an answer, no redirects (they could carry the secret elsewhere), no cookies, and
/// nothing in clear over the network.
/// </summary>
internal sealed class SignOnHttp : IDisposable
{
    private const int LargestAnswer = 512 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client;

    public SignOnHttp(TimeSpan? patience = null) => _client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = patience ?? Patience, MaxResponseContentBufferSize = LargestAnswer };

    /// <summary>https, or http that stays on this machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>What is found there; it must be an object.</summary>
    public async Task<JsonElement> GetAsync(Uri address, string? accessToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accessToken is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (status, answer) = await SendAsync(request, cancellation);
        if (status != HttpStatusCode.OK || answer is not { } found) throw Unable(address, $"answered {(int)status}");
        return found;
    }

    /// <summary>The answer to a form. It is null where the provider gave no object.</summary>
    public async Task<(HttpStatusCode Status, JsonElement? Answer)> PostAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> form, AuthenticationHeaderValue? credentials, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = credentials;
        return await SendAsync(request, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static SignOnRefusedException Unable(Uri address, string what, Exception? cause = null) =>
        new(SignOnRefusals.Unreachable, $"{address.GetLeftPart(UriPartial.Path)} {what}", cause);

    private async Task<(HttpStatusCode Status, JsonElement? Answer)> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (!IsSafe(request.RequestUri!)) throw SignOnRefusedException.Misconfigured($"{request.RequestUri!.GetLeftPart(UriPartial.Path)} is not https");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            return (response.StatusCode, Claims.Read(await response.Content.ReadAsByteArrayAsync(cancellation)));
        }
        catch (HttpRequestException wrong)
        {
            throw Unable(request.RequestUri!, $"cannot be asked ({wrong.HttpRequestError})", wrong);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw Unable(request.RequestUri!, "does not answer", late);
        }
    }
}
