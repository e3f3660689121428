using System.Security.Cryptography;
using System.Text.Json;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Signatures of every accepted kind, and one that others made.</summary>
public sealed class SignOnSignaturesTests
{
    /// <summary>RFC 7515, appendix A.3.</summary>
    private const string Published =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
        + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private const string PublishedKey = """
        {"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """;

    [Fact]
    public void Signature_OfTheStandard_IsGood()
    {
        var token = SignedToken.Read(Published);
        Assert.Equal("joe", token.Claims.GetProperty("iss").GetString());
        Assert.True(token.IsSignedBy(Keys(PublishedKey)));
    }

    [Fact]
    public void Signature_WithAnyBitTurned_IsNotGood()
    {
        var parts = Published.Split('.');
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]);
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var turned = signature.ToArray();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SignedToken.Read($"{parts[0]}.{parts[1]}.{System.Buffers.Text.Base64Url.EncodeToString(turned)}").IsSignedBy(Keys(PublishedKey)));
        }
    }

    [Fact]
    public void Signature_OfZeros_IsNotGood() =>
        Assert.False(SignedToken.Read(Published[..(Published.LastIndexOf('.') + 1)] + new string('A', 86)).IsSignedBy(Keys(PublishedKey)));

    [Fact]
    public void Key_ThatIsNoPointOfItsCurve_VerifiesNothing() =>
        Assert.False(SignedToken.Read(Published).IsSignedBy(Keys(PublishedKey.Replace("f83O", "f83P", StringComparison.Ordinal))));

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public void Rsa_OfEveryKind_IsVerifiedAsThatKindOnly(string algorithm)
    {
        using var key = TestKey.Rsa("k");
        AssertVerifiedAsItselfOnly(key, algorithm, ["RS256", "RS384", "RS512", "PS256"]);
    }

    [Fact]
    public void Curves_OfEveryKind_AreVerifiedAsThatKindOnly()
    {
        using var small = TestKey.Curve("k", ECCurve.NamedCurves.nistP256);
        using var large = TestKey.Curve("k", ECCurve.NamedCurves.nistP384);
        AssertVerifiedAsItselfOnly(small, "ES256", ["ES256", "ES384"]);
        AssertVerifiedAsItselfOnly(large, "ES384", ["ES256", "ES384"]);
    }

    private static void AssertVerifiedAsItselfOnly(TestKey key, string algorithm, string[] all)
    {
        var keys = Keys(JsonSerializer.Serialize(new { keys = new[] { key.Jwk() } }));
        Assert.All(all, said => Assert.Equal(said == algorithm, SignedToken.Read(key.Token(algorithm, new Dictionary<string, object?>(), ("alg", said))).IsSignedBy(keys)));
    }

    private static IReadOnlyList<TokenKey> Keys(string set)
    {
        using var document = JsonDocument.Parse(set);
        return TokenKey.All(document.RootElement);
    }
}
