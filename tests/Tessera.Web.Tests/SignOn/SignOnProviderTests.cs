using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Providers that change their keys, are down, slow, talkative or not who they should be.</summary>
public sealed class SignOnProviderTests : IAsyncLifetime
{
    private readonly LogInMemory _log = new();
    private PlayedProvider _provider = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await PlayedProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Keys_ThatAreChanged_AreReadOnceMore()
    {
        using var client = _provider.Client(_log);
        Assert.NotNull((await _provider.SignOnAsync(client)).Result.Identity);
        using var next = TestKey.Curve("two", ECCurve.NamedCurves.nistP256);
        (_provider.Keys[0], _provider.Sign) = (next.Jwk(), claims => next.Token("ES256", claims));
        Assert.NotNull((await SignOnAnewAsync(client)).Identity);
        Assert.Equal(2, Asked("/keys"));
        _provider.Sign = claims => _provider.Key.Token("RS256", claims);
        Assert.Equal(SignOnRefusals.Token, (await SignOnAnewAsync(client)).Refusal);
        Assert.Equal(3, Asked("/keys"));
    }

    [Fact]
    public async Task Keys_ThatWereWithdrawn_AreTrustedForAnHourAtMost()
    {
        using var client = _provider.Client(_log);
        Assert.NotNull((await _provider.SignOnAsync(client)).Result.Identity);
        _provider.Keys.Clear();
        Assert.NotNull((await SignOnAnewAsync(client)).Identity);
        _provider.Clock.Ahead = TimeSpan.FromMinutes(61);
        _provider.Claims["exp"] = _provider.Clock.GetUtcNow().ToUnixTimeSeconds() + 60;
        Assert.Equal(SignOnRefusals.Token, (await SignOnAnewAsync(client)).Refusal);
    }

    [Fact]
    public async Task Token_WithoutTheNameOfAKey_NeedsTheOnlySuitableOne()
    {
        _provider.Sign = claims => _provider.Key.Token("RS256", claims, ("kid", null));
        Assert.Null((await _provider.SignOnAsync()).Result.Refusal);
        using var another = TestKey.Rsa("another");
        _provider.Keys.Add(another.Jwk());
        Assert.Equal(SignOnRefusals.Token, (await SignOnAnewAsync(null)).Refusal);
    }

    [Theory]
    [InlineData("use", "enc")]
    [InlineData("alg", "PS256")]
    [InlineData("kty", "EC")]
    [InlineData("kty", "oct")]
    [InlineData("key_ops", new[] { "encrypt" })]
    [InlineData("n", "AQAB")]
    [InlineData("n", "not base64url!")]
    [InlineData("e", null)]
    public async Task Key_ThatIsNotForThis_VerifiesNothing(string member, object? value)
    {
        _provider.Keys[0] = _provider.Key.Jwk((member, value));
        Assert.Equal(SignOnRefusals.Token, (await _provider.SignOnAsync()).Result.Refusal);
    }

    [Fact]
    public async Task Key_OfAThousandBits_VerifiesNothing()
    {
        using var weak = TestKey.Rsa("weak", 1024);
        (_provider.Keys[0], _provider.Sign) = (weak.Jwk(), claims => weak.Token("RS256", claims));
        Assert.Equal(SignOnRefusals.Token, (await _provider.SignOnAsync()).Result.Refusal);
    }

    [Theory]
    [InlineData("issuer", "https://evil.example", SignOnRefusals.Misconfigured)]
    [InlineData("issuer", null, SignOnRefusals.Misconfigured)]
    [InlineData("token_endpoint", "http://provider.example/token", SignOnRefusals.Misconfigured)]
    [InlineData("token_endpoint", "file:///etc/hostname", SignOnRefusals.Misconfigured)]
    [InlineData("jwks_uri", "http://provider.example/keys", SignOnRefusals.Misconfigured)]
    [InlineData("authorization_endpoint", "javascript:alert(1)", SignOnRefusals.Misconfigured)]
    [InlineData("authorization_endpoint", null, SignOnRefusals.Misconfigured)]
    public async Task Document_ThatCannotBeTrusted_IsRefused(string member, string? value, string refusal)
    {
        _provider.Document[member] = value;
        Assert.Equal(refusal, (await _provider.SignOnAsync()).Result.Refusal);
        Assert.DoesNotContain("/token", _provider.Asked);
    }

    [Fact]
    public async Task Authority_WithASlashTooMany_IsTheSame()
    {
        using var client = _provider.Client(_log, authority: _provider.Issuer + "/");
        Assert.NotNull((await _provider.SignOnAsync(client)).Result.Identity);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/keys")]
    [InlineData("/token")]
    public async Task Provider_ThatIsUnwell_IsUnreachable(string path)
    {
        Func<HttpContext, Task>[] illnesses =
        [
            context => Status(context, 500), context => Status(context, 503), context => Redirect(context), context => context.Response.WriteAsync(new string(' ', 600 * 1024) + "{}", Cancellation),
            context => Abort(context), context => Task.Delay(Timeout.Infinite, context.RequestAborted),
        ];
        foreach (var illness in illnesses)
        {
            _provider.Instead = context => context.Request.Path == path ? illness(context) : null;
            using var client = _provider.Client(_log, patience: TimeSpan.FromSeconds(1));
            Assert.Equal(SignOnRefusals.Unreachable, (await SignOnAnewAsync(client)).Refusal);
        }

        Assert.DoesNotContain("/elsewhere", _provider.Asked);
    }

    [Theory]
    [InlineData("invalid_grant", SignOnRefusals.Expired)]
    [InlineData("invalid_client", SignOnRefusals.Misconfigured)]
    [InlineData("<script>\n", SignOnRefusals.Misconfigured)]
    public async Task TokenEndpoint_ThatSaysNo_IsUnderstood(string error, string refusal)
    {
        _provider.Instead = context =>
        {
            if (context.Request.Path != "/token") return null;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsJsonAsync(new { error });
        };
        var (result, log) = await _provider.SignOnAsync();
        Assert.Equal(refusal, result.Refusal);
        Assert.DoesNotContain("<", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_WhoComeAtOnce_WaitForOneReading()
    {
        using var client = _provider.Client(_log);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.BeginAsync(OpenIdProvider.Callback, "/", null, Cancellation)));
        Assert.Equal(1, Asked("/keys"));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private int Asked(string path) => _provider.Asked.Count(p => p == path);

    private async Task<SignOnResult> SignOnAnewAsync(SignOnClient? client)
    {
        _provider.Claims.Remove("nonce");
        return (await _provider.SignOnAsync(client)).Result;
    }
}
