using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tessera.Web.Tests.SignOn;

/// <summary>A key of a provider that the test plays, and the tokens that it signs.</summary>
public sealed class TestKey(string id, AsymmetricAlgorithm pair) : IDisposable
{
    public string Id => id;

    public static TestKey Rsa(string id, int bits = 2048) => new(id, RSA.Create(bits));

    public static TestKey Curve(string id, ECCurve curve) => new(id, ECDsa.Create(curve));

    public void Dispose() => pair.Dispose();

    /// <summary>The public half as a JWK, with members added, changed or (null) left out.</summary>
    public Dictionary<string, object?> Jwk(params (string Name, object? Value)[] changes)
    {
        var jwk = pair is RSA rsa ? Members(rsa.ExportParameters(false)) : Members(((ECDsa)pair).ExportParameters(false));
        jwk["kid"] = id;
        jwk["use"] = "sig";
        foreach (var (name, value) in changes) jwk[name] = value;
        return jwk.Where(m => m.Value is not null).ToDictionary();
    }

    /// <summary>A token in compact form.</summary>
    public string Token(string algorithm, IReadOnlyDictionary<string, object?> claims, params (string Name, object? Value)[] header)
    {
        var head = new Dictionary<string, object?> { ["alg"] = algorithm, ["kid"] = id };
        foreach (var (name, value) in header) head[name] = value;
        return Raw(algorithm, Json(head), Json(claims));
    }

    /// <summary>A token whose parts are taken as they are.</summary>
    public string Raw(string algorithm, string header, string claims)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(algorithm, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Json(IEnumerable<KeyValuePair<string, object?>> members) => JsonSerializer.Serialize(members.Where(m => m.Value is not null).ToDictionary());

    private static Dictionary<string, object?> Members(RSAParameters key) => new()
    {
        ["kty"] = "RSA",
        ["n"] = Base64Url.EncodeToString(key.Modulus),
        ["e"] = Base64Url.EncodeToString(key.Exponent),
    };

    private static Dictionary<string, object?> Members(ECParameters key) => new()
    {
        ["kty"] = "EC",
        ["crv"] = key.Q.X!.Length == 32 ? "P-256" : "P-384",
        ["x"] = Base64Url.EncodeToString(key.Q.X),
        ["y"] = Base64Url.EncodeToString(key.Q.Y),
    };

    private byte[] Sign(string algorithm, byte[] signed)
    {
        var hash = algorithm[^3..] switch { "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return pair is RSA rsa
            ? rsa.SignData(signed, hash, algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
            : ((ECDsa)pair).SignData(signed, hash);
    }
}
