using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>What an ID token has to say to be about this sign-on (OpenID Connect Core, 3.1.3.7 and 3.1.3.8).</summary>
/// <param name="AccessToken">What came with it.</param>
internal sealed record IdTokenRules(string Issuer, string ClientId, string Nonce, string? AccessToken, DateTimeOffset Now)
{
    /// <summary>How much the clocks of provider and portal may differ, in seconds.</summary>
    public const double Skew = 120;

    private const int LongestSubject = 255;

    /// <summary>The claim that is missing or wrong; null when there is none.</summary>
    public string? WhyNot(SignedToken token)
    {
        var claims = token.Claims;
        if (claims.Text("iss") != Issuer) return "iss";
        if (claims.Text("sub") is not { Length: <= LongestSubject } subject || subject.Any(char.IsControl)) return "sub";
        return WhyNotFor(claims) ?? WhyNotNow(claims) ?? WhyNotThisOne(claims, token.Algorithm);
    }

    private string? WhyNotFor(JsonElement claims)
    {
        var audiences = claims.Texts("aud") ?? [];
        if (!audiences.Contains(ClientId)) return "aud";
        return (audiences.Count > 1 || claims.Has("azp")) && claims.Text("azp") != ClientId ? "azp" : null;
    }

    private string? WhyNotNow(JsonElement claims)
    {
        double now = Now.ToUnixTimeSeconds();
        if (claims.Seconds("exp") is not { } expires || now >= expires + Skew) return "exp";
        if (claims.Seconds("iat") is not { } issued || now < issued - Skew) return "iat";
        return claims.Has("nbf") && !(now >= claims.Seconds("nbf") - Skew) ? "nbf" : null;
    }

    private string? WhyNotThisOne(JsonElement claims, TokenAlgorithm algorithm)
    {
        if (!AreSame(claims.Text("nonce"), Nonce)) return "nonce";
        if (!claims.Has("at_hash")) return null;
        return AccessToken is not null && AreSame(claims.Text("at_hash"), Base64Url.EncodeToString(algorithm.HalfHash(AccessToken))) ? null : "at_hash";
    }

    /// <summary>Compares in a time that does not tell how far they agree.</summary>
    public static bool AreSame(string? said, string expected) =>
        said is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(expected));
}
