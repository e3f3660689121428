using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>A public key of the provider (RFC 7517) that may verify signatures.</summary>
/// <param name="Id">Its "kid".</param>
/// <param name="Algorithm">The only algorithm that it is for; null leaves it open.</param>
/// <param name="Curve">Null for RSA.</param>
internal sealed record TokenKey(string? Id, string? Algorithm, string? Curve, byte[] First, byte[] Second)
{
    private const int ShortestModulus = 2048 / 8;
    private const int LongestModulus = 8192 / 8;

    /// <summary>The keys of a set (JWKS) that are of use here; the others are passed over, as RFC 7517, 5 asks.</summary>
    public static IReadOnlyList<TokenKey> All(JsonElement set) => set.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
        ? [.. keys.EnumerateArray().Where(k => k.ValueKind == JsonValueKind.Object).Select(Of).OfType<TokenKey>()]
        : [];

    /// <summary>Whether the key is of the kind that the algorithm works with.</summary>
    public bool Suits(TokenAlgorithm algorithm) => Curve == algorithm.Curve && (Algorithm is null || Algorithm == algorithm.Name);

    /// <summary>Whether the owner of the key signed. A key that is no point of its curve verifies nothing.</summary>
    public bool Verifies(TokenAlgorithm algorithm, byte[] signed, byte[] signature)
    {
        try
        {
            return Suits(algorithm) && (Curve is null ? VerifiesRsa(algorithm, signed, signature) : VerifiesCurve(algorithm, signed, signature));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static TokenKey? Of(JsonElement key)
    {
        if (key.Text("use") is not (null or "sig")) return null;
        if (key.Has("key_ops") && key.Texts("key_ops")?.Contains("verify") != true) return null;
        return key.Text("kty") switch
        {
            "RSA" => Rsa(key),
            "EC" => OnCurve(key),
            _ => null,
        };
    }

    private static TokenKey? Rsa(JsonElement key) =>
        Bytes(key, "n") is { Length: >= ShortestModulus and <= LongestModulus } modulus && Bytes(key, "e") is { Length: > 0 and <= 8 } exponent
            ? new TokenKey(key.Text("kid"), key.Text("alg"), null, modulus, exponent)
            : null;

    private static TokenKey? OnCurve(JsonElement key)
    {
        var curve = key.Text("crv");
        var length = curve switch { "P-256" => 32, "P-384" => 48, _ => 0 };
        return length > 0 && Bytes(key, "x") is { } x && Bytes(key, "y") is { } y && x.Length == length && y.Length == length
            ? new TokenKey(key.Text("kid"), key.Text("alg"), curve, x, y)
            : null;
    }

    private static byte[]? Bytes(JsonElement key, string name) =>
        key.Text(name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private bool VerifiesRsa(TokenAlgorithm algorithm, byte[] signed, byte[] signature)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = First, Exponent = Second });
        return rsa.VerifyData(signed, signature, algorithm.Hash, algorithm.Padding!);
    }

    private bool VerifiesCurve(TokenAlgorithm algorithm, byte[] signed, byte[] signature)
    {
        var curve = Curve == "P-256" ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384;
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = First, Y = Second } });
        return ecdsa.VerifyData(signed, signature, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
