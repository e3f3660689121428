using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>ID tokens that must not sign anybody on. The log says why, so that each is refused for its own reason.</summary>
public sealed class SignOnForgedTokensTests : IAsyncLifetime
{
    private PlayedProvider _provider = null!;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public async ValueTask InitializeAsync() => _provider = await PlayedProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Token_AsItShouldBe_SignsOn()
    {
        var (result, log) = await _provider.SignOnAsync();
        Assert.Equal(("kinga", null, ""), (result.Identity?.Subject, result.Refusal, log));
        Assert.DoesNotContain("/me", _provider.Asked);
    }

    [Theory]
    [InlineData("iss", "https://evil.example", "iss")]
    [InlineData("iss", null, "iss")]
    [InlineData("sub", "", "sub")]
    [InlineData("sub", 7, "sub")]
    [InlineData("sub", "ki\0nga", "sub")]
    [InlineData("aud", "another", "aud")]
    [InlineData("aud", null, "aud")]
    [InlineData("aud", new[] { "another" }, "aud")]
    [InlineData("aud", new object[] { "tessera", 7 }, "aud")]
    [InlineData("aud", new[] { "tessera", "another" }, "azp")]
    [InlineData("azp", "another", "azp")]
    [InlineData("azp", 7, "azp")]
    [InlineData("exp", null, "exp")]
    [InlineData("exp", "soon", "exp")]
    [InlineData("exp", -1e300, "exp")]
    [InlineData("iat", null, "iat")]
    [InlineData("nbf", "later", "nbf")]
    [InlineData("nbf", 1e300, "nbf")]
    [InlineData("nonce", "another", "nonce")]
    [InlineData("nonce", null, "nonce")]
    [InlineData("nonce", "", "nonce")]
    [InlineData("at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "at_hash")]
    [InlineData("at_hash", 7, "at_hash")]
    public async Task Token_WithAWrongClaim_IsRefused(string claim, object? value, string reason)
    {
        _provider.Claims[claim] = value;
        await AssertRefusedAsync(reason);
    }

    [Theory]
    [InlineData("exp", -121, false)]
    [InlineData("exp", -100, true)]
    [InlineData("iat", 130, false)]
    [InlineData("iat", 100, true)]
    [InlineData("nbf", 130, false)]
    [InlineData("nbf", 100, true)]
    public async Task Token_OfAnotherClock_IsTakenWithinTwoMinutes(string claim, int seconds, bool isTaken)
    {
        _provider.Claims[claim] = Now + seconds;
        if (isTaken) Assert.Null((await _provider.SignOnAsync()).Result.Refusal);
        else await AssertRefusedAsync(claim);
    }

    [Fact]
    public async Task Token_ForSeveralWithThisOneNamed_SignsOn()
    {
        (_provider.Claims["aud"], _provider.Claims["azp"]) = (new[] { "another", PlayedProvider.ClientId }, PlayedProvider.ClientId);
        Assert.Null((await _provider.SignOnAsync()).Result.Refusal);
    }

    [Fact]
    public async Task Token_SignedByAnotherKeyOfTheSameName_IsRefused()
    {
        using var another = TestKey.Rsa(_provider.Key.Id);
        _provider.Sign = claims => another.Token("RS256", claims);
        await AssertRefusedAsync("signature");
        Assert.Equal(1, _provider.Asked.Count(p => p == "/keys"));
    }

    [Fact]
    public async Task Token_ThatBringsItsOwnKey_IsRefused()
    {
        using var another = TestKey.Rsa("mine");
        _provider.Sign = claims => another.Token("RS256", claims, ("jwk", another.Jwk()), ("jku", _provider.Issuer + "/keys-of-mine"));
        await AssertRefusedAsync("signature");
        Assert.DoesNotContain("/keys-of-mine", _provider.Asked);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS1")]
    [InlineData("")]
    public async Task Token_SignedInAnUnacceptedWay_IsRefused(string algorithm)
    {
        _provider.Sign = claims => _provider.Key.Token("RS256", claims, ("alg", algorithm));
        await AssertRefusedAsync("alg");
    }

    [Fact]
    public async Task Token_WithoutSignature_IsRefused()
    {
        _provider.Sign = claims => Part("""{"alg":"none"}""") + "." + Part(JsonSerializer.Serialize(claims)) + ".";
        await AssertRefusedAsync("alg");
        _provider.Sign = claims => Part("""{"alg":"RS256","kid":"one"}""") + "." + Part(JsonSerializer.Serialize(claims)) + ".";
        await AssertRefusedAsync("signature");
    }

    [Fact]
    public async Task Token_WithThePublicKeyTakenForASecret_IsRefused()
    {
        _provider.Sign = claims =>
        {
            var signed = Part("""{"alg":"HS256","kid":"one"}""") + "." + Part(JsonSerializer.Serialize(claims));
            var secret = JsonSerializer.SerializeToUtf8Bytes(_provider.Key.Jwk());
            return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)));
        };
        await AssertRefusedAsync("alg");
    }

    [Fact]
    public async Task Token_WithClaimsChangedAfterwards_IsRefused()
    {
        _provider.Sign = claims =>
        {
            var parts = _provider.Key.Token("RS256", claims).Split('.');
            return $"{parts[0]}.{Part(JsonSerializer.Serialize(new Dictionary<string, object?>(claims) { ["sub"] = "somebody else" }))}.{parts[2]}";
        };
        await AssertRefusedAsync("signature");
    }

    [Theory]
    [InlineData("crit", new[] { "exp" }, "crit")]
    [InlineData("typ", "at+jwt", "typ")]
    [InlineData("typ", "logout+jwt", "typ")]
    [InlineData("typ", 7, "typ")]
    public async Task Token_OfAnotherKind_IsRefused(string member, object value, string reason)
    {
        _provider.Sign = claims => _provider.Key.Token("RS256", claims, (member, value));
        await AssertRefusedAsync(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("e30.e30.e30=")]
    [InlineData("e30 .e30.e30")]
    [InlineData("W10.e30.e30")]
    [InlineData("e30.bm8.e30")]
    public async Task Token_ThatIsNone_IsRefused(string token)
    {
        _provider.Sign = _ => token;
        var (result, _) = await _provider.SignOnAsync();
        Assert.Equal(SignOnRefusals.Token, result.Refusal);
    }

    [Theory]
    [InlineData("""{"alg":"RS256","alg":"none","kid":"one"}""", "{}")]
    [InlineData("""{"alg":"RS256","kid":"one"}""", """{"sub":"kinga","sub":"admin"}""")]
    [InlineData("""{"alg":"RS256","kid":"one"}""", """{"iss":"\ud800"}""")]
    [InlineData("""{"alg":"RS256","kid":"\ud800"}""", "{}")]
    [InlineData("""{"alg":"RS256","kid":"one"}""", """{"\ud800":1,"\ud801":2}""")]
    [InlineData("""{"alg":"RS256","kid":"one"}""", """{"\ud800":1}""")]
    [InlineData("""{"alg":"RS256","kid":"one"}""", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]")]
    public async Task Token_OfOddJson_IsRefused(string header, string claims)
    {
        _provider.Sign = _ => _provider.Key.Raw("RS256", header, claims);
        var (result, _) = await _provider.SignOnAsync();
        Assert.Equal(SignOnRefusals.Token, result.Refusal);
    }

    [Fact]
    public async Task Token_ThatIsMissing_IsRefused()
    {
        _provider.Sign = _ => null;
        await AssertRefusedAsync("no id_token");
    }

    [Fact]
    public async Task Token_NamingAnAccessTokenThatDidNotCome_IsRefused()
    {
        _provider.Instead = context => context.Request.Path == "/token" ? context.Response.WriteAsJsonAsync(new { id_token = _provider.Sign(_provider.Claims) }) : null;
        await AssertRefusedAsync("at_hash");
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task AssertRefusedAsync(string reason)
    {
        var (result, log) = await _provider.SignOnAsync();
        Assert.Equal((null, SignOnRefusals.Token), (result.Identity, result.Refusal));
        Assert.Equal($"A sign-on was refused with {SignOnRefusals.Token}: {reason}", log);
    }
}
