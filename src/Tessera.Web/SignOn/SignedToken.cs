using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>
/// A token as it came: three parts in base64url (RFC 7515, compact). Reading it proves nothing; <see cref="IsSignedBy"/> does. The keys are the provider's:
/// whatever key or address of a key the token itself names is not looked at.
/// </summary>
internal sealed class SignedToken
{
    private const int Longest = 64 * 1024;

    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private SignedToken(TokenAlgorithm algorithm, string? keyId, JsonElement claims, byte[] signed, byte[] signature) =>
        (Algorithm, KeyId, Claims, _signed, _signature) = (algorithm, keyId, claims, signed, signature);

    public TokenAlgorithm Algorithm { get; }

    /// <summary>The name of the key that is said to have signed.</summary>
    public string? KeyId { get; }

    public JsonElement Claims { get; }

    /// <exception cref="SignOnRefusedException">It has another form, or is signed in a way that is not accepted.</exception>
    public static SignedToken Read(string text)
    {
        if (text.Length > Longest || text.Split('.') is not [var header, var claims, var signature]) throw SignOnRefusedException.Token("form");
        var head = Object(header);
        if (head.Has("crit")) throw SignOnRefusedException.Token("crit");
        if (head.Has("typ") && !string.Equals(head.Text("typ"), "JWT", StringComparison.OrdinalIgnoreCase)) throw SignOnRefusedException.Token("typ");
        var algorithm = TokenAlgorithm.Find(head.Text("alg")) ?? throw SignOnRefusedException.Token("alg");
        return new SignedToken(algorithm, head.Text("kid"), Object(claims), Encoding.ASCII.GetBytes($"{header}.{claims}"), Bytes(signature));
    }

    /// <summary>Whether one of the keys may have signed: the one that the token names, or the only suitable one where it names none.</summary>
    public bool IsSignableBy(IReadOnlyList<TokenKey> keys) => Candidates(keys).Any();

    /// <summary>Whether one of the keys did sign.</summary>
    public bool IsSignedBy(IReadOnlyList<TokenKey> keys) => Candidates(keys).Any(k => k.Verifies(Algorithm, _signed, _signature));

    private IEnumerable<TokenKey> Candidates(IReadOnlyList<TokenKey> keys)
    {
        var suitable = keys.Where(k => k.Suits(Algorithm)).ToList();
        return KeyId is null ? suitable.Where(_ => suitable.Count == 1) : suitable.Where(k => k.Id == KeyId);
    }

    private static byte[] Bytes(string part) =>
        !part.Contains('=', StringComparison.Ordinal) && Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : throw SignOnRefusedException.Token("form");

    private static JsonElement Object(string part) => SignOn.Claims.Read(Bytes(part)) ?? throw SignOnRefusedException.Token("form");
}
