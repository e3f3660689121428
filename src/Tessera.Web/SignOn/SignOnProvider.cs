using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>What the provider says about itself (OpenID Connect Discovery, 3 and 4) and the keys that it signs with.</summary>
/// <param name="UserInfo">Where more can be asked about a person.</param>
/// <param name="NamesItself">Whether its answers always say who it is (RFC 9207).</param>
internal sealed record SignOnProvider(
    string Issuer, Uri Authorization, Uri Token, Uri? UserInfo, bool NamesItself, IReadOnlyList<TokenKey> Keys, DateTimeOffset ReadAt)
{
    /// <summary>Reads the document below the authority's address and the keys that it points to.</summary>
    /// <exception cref="SignOnRefusedException">The provider cannot be asked, or is not what it is asked for.</exception>
    public static async Task<SignOnProvider> ReadAsync(SignOnHttp http, string authority, DateTimeOffset now, CancellationToken cancellation)
    {
        var document = await http.GetAsync(new Uri(authority.TrimEnd('/') + "/.well-known/openid-configuration"), null, cancellation);
        // The same but for a slash at the end, which people forget.
        if (document.Text("issuer") is not { } issuer || issuer.TrimEnd('/') != authority.TrimEnd('/'))
            throw SignOnRefusedException.Misconfigured("the provider has another issuer than the authority that is set");
        var keys = TokenKey.All(await http.GetAsync(Required(document, "jwks_uri"), null, cancellation));
        return new SignOnProvider(
            issuer, Required(document, "authorization_endpoint"), Required(document, "token_endpoint"), Address(document, "userinfo_endpoint"),
            document.IsTrue("authorization_response_iss_parameter_supported"), keys, now);
    }

    private static Uri Required(JsonElement document, string name) =>
        Address(document, name) ?? throw SignOnRefusedException.Misconfigured($"the provider has no {name}");

    private static Uri? Address(JsonElement document, string name)
    {
        if (document.Text(name) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && SignOnHttp.IsSafe(address)
            ? address
            : throw SignOnRefusedException.Misconfigured($"the provider's {name} is not https");
    }
}
