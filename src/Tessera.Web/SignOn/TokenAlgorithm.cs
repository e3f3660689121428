using System.Security.Cryptography;

namespace Tessera.Web.SignOn;

/// <summary>
/// A way to sign that is accepted (RFC 7518, 3.1). "none" is not in the list, nor is any HS: with those the portal's own secret, or the provider's public key
/// taken for a secret, would sign.
/// </summary>
/// <param name="Padding">For RSA.</param>
/// <param name="Curve">For elliptic curves: the name of the one that goes with the algorithm.</param>
internal sealed record TokenAlgorithm(string Name, HashAlgorithmName Hash, RSASignaturePadding? Padding, string? Curve)
{
    private static readonly TokenAlgorithm[] Accepted =
    [
        new("RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, null),
        new("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1, null),
        new("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1, null),
        new("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss, null),
        new("ES256", HashAlgorithmName.SHA256, null, "P-256"),
        new("ES384", HashAlgorithmName.SHA384, null, "P-384"),
    ];

    /// <summary>Null for one that is not accepted.</summary>
    public static TokenAlgorithm? Find(string? name) => Array.Find(Accepted, a => a.Name == name);

    /// <summary>The first half of the hash of a text, which is how a token names an access token (OpenID Connect Core, 3.1.3.6).</summary>
    public byte[] HalfHash(string text)
    {
        var hash = CryptographicOperations.HashData(Hash, System.Text.Encoding.ASCII.GetBytes(text));
        return hash[..(hash.Length / 2)];
    }
}
