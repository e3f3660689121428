using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>Buys tokens with a code (RFC 6749, 4.1.3, with RFC 7636): by HTTP Basic where there is a secret, else by the verifier alone.</summary>
internal sealed class SignOnExchange(SignOnHttp http, SignOnSettings settings)
{
    /// <summary>The tokens that came. The access token is null unless it is one to be sent as it is ("Bearer").</summary>
    public async Task<(string IdToken, string? AccessToken)> BuyAsync(
        SignOnProvider provider, string code, SignOnTicket ticket, string callbackUrl, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callbackUrl,
            ["code_verifier"] = ticket.Verifier,
        };
        if (settings.ClientSecret is null) form["client_id"] = settings.ClientId;
        var (status, answer) = await http.PostAsync(provider.Token, form, Credentials(), cancellation);
        if (status != HttpStatusCode.OK || answer is not { } tokens) throw Refused(status, answer);
        return (tokens.Text("id_token") ?? throw SignOnRefusedException.Token("no id_token"), Bearer(tokens));
    }

    private static string? Bearer(JsonElement tokens) =>
        string.Equals(tokens.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)
        && tokens.Text("access_token") is { } token && token.All(c => c is > ' ' and <= '~')
            ? token
            : null;

    /// <summary>Both parts are encoded as in a form first (RFC 6749, 2.3.1).</summary>
    private AuthenticationHeaderValue? Credentials()
    {
        if (settings.ClientSecret is not { } secret) return null;
        var pair = $"{WebUtility.UrlEncode(settings.ClientId)}:{WebUtility.UrlEncode(secret)}";
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
    }

    private static SignOnRefusedException Refused(HttpStatusCode status, JsonElement? answer)
    {
        var error = SignOnAnswer.Word(answer?.Text("error"));
        var code = error == "invalid_grant" ? SignOnRefusals.Expired
            : (int)status is >= 400 and < 500 and not 408 and not 429 ? SignOnRefusals.Misconfigured
            : SignOnRefusals.Unreachable;
        return new SignOnRefusedException(code, $"the token endpoint answered {(int)status} {error}");
    }
}
