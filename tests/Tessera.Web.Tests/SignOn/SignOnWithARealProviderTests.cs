using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>The whole way through a certified provider, with its forms.</summary>
public sealed class SignOnWithARealProviderTests(OpenIdProvider provider) : IClassFixture<OpenIdProvider>, IDisposable
{
    private const string Secret = "a secret: 100 % +&=/~";
    private const string Home = "/hargita/hu/agreements?year=1994#list";

    private readonly OpenIdVisitor _visitor = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _visitor.Dispose();

    [Theory]
    [InlineData("tessera", Secret)]
    [InlineData("tessera-public", null)]
    [InlineData("tessera-pss", null)]
    [InlineData("tessera-p384", null)]
    [InlineData("tessera-rs512", null)]
    public async Task SignOn_WithTheProvidersForms_TellsWhoItIs(string clientId, string? secret)
    {
        using var client = Client(clientId, secret);
        var start = await client.BeginAsync(OpenIdProvider.Callback, Home, "hu", Cancellation);
        Assert.Null(start.Refusal);
        var answer = await _visitor.SignOnAsync(start.Address!, "kinga");
        Assert.Equal(provider.Issuer, answer.Issuer);
        var result = await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation);
        Assert.Null(result.Refusal);
        Assert.Equal(Home, result.ReturnUrl);
        var identity = result.Identity!;
        Assert.Equal((provider.Issuer, "kinga", "kinga@hargita.example", true), (identity.Issuer, identity.Subject, identity.Email, identity.EmailIsVerified));
        Assert.Equal(("Kovács Kinga", "hu"), (identity.Name, identity.Language));
        Assert.Equal([new SignOnRole("hargita", "editor"), new SignOnRole("hargita", "administrator")], identity.Roles);
    }

    [Fact]
    public async Task Begin_Always_AsksWithStateNonceAndChallenge()
    {
        using var client = Client();
        var first = QueryHelpers.ParseQuery(new Uri((await client.BeginAsync(OpenIdProvider.Callback, "/", null, Cancellation)).Address!).Query);
        var second = QueryHelpers.ParseQuery(new Uri((await client.BeginAsync(OpenIdProvider.Callback, "/", null, Cancellation)).Address!).Query);
        Assert.Equal(("code", "S256", "openid email profile groups"), ((string?)first["response_type"], (string?)first["code_challenge_method"], (string?)first["scope"]));
        Assert.All(["state", "nonce", "code_challenge"], name =>
        {
            Assert.Equal(43, first[name].ToString().Length);
            Assert.NotEqual(first[name], second[name]);
        });
    }

    [Fact]
    public async Task SignOn_OfSomebodyWhoTurnsBack_IsDenied()
    {
        using var client = Client();
        var start = await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation);
        var answer = await _visitor.TurnBackAsync(start.Address!);
        Assert.Equal("access_denied", answer.Error);
        Assert.Equal(new SignOnResult(null, Home, SignOnRefusals.Denied), await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation));
    }

    [Fact]
    public async Task SignOn_OfSomebodyWithoutAnAddress_IsRefused() => Assert.Equal(SignOnRefusals.NoEmail, await RefusalAsync(login: "nameless"));

    [Fact]
    public async Task SignOn_WithAWrongSecret_SaysThatTheSettingsAreWrong() =>
        Assert.Equal(SignOnRefusals.Misconfigured, await RefusalAsync(client: Client(secret: "another")));

    [Fact]
    public async Task SignOn_WithAnotherCallback_HasNoCodeForIt() =>
        Assert.Equal(SignOnRefusals.Expired, await RefusalAsync(callback: "https://portal.example/elsewhere"));

    [Fact]
    public async Task Answer_WithAnotherState_IsRefused() => Assert.Equal(SignOnRefusals.State, await RefusalAsync(a => a with { State = a.State![..^1] + "!" }));

    [Fact]
    public async Task Answer_WithoutState_IsRefused() => Assert.Equal(SignOnRefusals.State, await RefusalAsync(a => a with { State = null }));

    [Fact]
    public async Task Answer_OfAnotherIssuer_IsRefused() => Assert.Equal(SignOnRefusals.Issuer, await RefusalAsync(a => a with { Issuer = "https://evil.example" }));

    [Fact]
    public async Task Answer_WithoutTheIssuerThatTheProviderPromised_IsRefused() => Assert.Equal(SignOnRefusals.Issuer, await RefusalAsync(a => a with { Issuer = null }));

    [Fact]
    public async Task Answer_WithNeitherCodeNorError_IsRefused() => Assert.Equal(SignOnRefusals.Misconfigured, await RefusalAsync(a => a with { Code = null }));

    [Fact]
    public async Task Answer_ShownTwice_IsGoodForOnce()
    {
        using var client = Client();
        var start = await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation);
        var answer = await _visitor.SignOnAsync(start.Address!, "kinga");
        Assert.NotNull((await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation)).Identity);
        Assert.Equal(SignOnRefusals.Expired, (await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Cookie_OfAnotherSignOn_IsRefused()
    {
        using var client = Client();
        var (mine, another) = (await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation), await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation));
        var answer = await _visitor.SignOnAsync(another.Address!, "kinga");
        Assert.Equal(SignOnRefusals.State, (await client.CompleteAsync(answer, mine.Cookie, OpenIdProvider.Callback, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Code_OfAnotherSignOn_CannotBeBoughtWithThisOnesVerifier()
    {
        using var client = Client();
        var (mine, another) = (await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation), await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation));
        var (answer, stolen) = (await _visitor.SignOnAsync(mine.Address!, "kinga"), await _visitor.SignOnAsync(another.Address!, "kinga"));
        Assert.Equal(SignOnRefusals.Expired, (await client.CompleteAsync(answer with { Code = stolen.Code }, mine.Cookie, OpenIdProvider.Callback, Cancellation)).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing that was sealed here")]
    public async Task Cookie_ThatWasNotSealedHere_IsRefused(string? cookie) => Assert.Equal(SignOnRefusals.State, await RefusalAsync(cookie: _ => cookie));

    [Fact]
    public async Task Cookie_WithALetterChanged_IsRefused() => Assert.Equal(SignOnRefusals.State, await RefusalAsync(cookie: c => c![..40] + (c[40] == 'A' ? 'B' : 'A') + c[41..]));

    [Fact]
    public async Task Cookie_AfterTenMinutes_IsTooOld()
    {
        using var client = Client();
        var start = await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation);
        var answer = await _visitor.SignOnAsync(start.Address!, "kinga");
        _clock.Ahead = SignOnClient.TimeToSignOn + TimeSpan.FromSeconds(2);
        Assert.Equal(new SignOnResult(null, Home, SignOnRefusals.Expired), await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation));
    }

    [Fact]
    public async Task Provider_ThatWentAway_IsUnreachable()
    {
        await using var brief = new OpenIdProvider();
        await brief.InitializeAsync();
        using var client = Client(authority: brief.Issuer);
        var start = await client.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation);
        var answer = await _visitor.SignOnAsync(start.Address!, "kinga");
        using var later = Client(authority: brief.Issuer);
        await brief.DisposeAsync();
        Assert.Equal(SignOnRefusals.Unreachable, (await client.CompleteAsync(answer, start.Cookie, OpenIdProvider.Callback, Cancellation)).Refusal);
        Assert.Equal(new SignOnStart(null, null, SignOnRefusals.Unreachable), await later.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task Begin_WithAPlaceElsewhere_IsRefused(string returnUrl)
    {
        using var client = Client();
        Assert.Equal(new SignOnStart(null, null, SignOnRefusals.Return), await client.BeginAsync(OpenIdProvider.Callback, returnUrl, null, Cancellation));
    }

    private SignOnClient Client(string clientId = "tessera", string? secret = Secret, string? authority = null) => new(
        new SignOnSettings(
            authority ?? provider.Issuer, clientId, secret, "Hargita", ["openid", "email", "profile", "groups"], "groups",
            SignOnRoleMap.Read("intl-editors=hargita:editor;intl-admins=hargita:administrator;others=hargita:reader")!),
        new EphemeralDataProtectionProvider(), _clock, NullLogger<SignOnClient>.Instance);

    /// <summary>Signs on, but changes something on the way back.</summary>
    private async Task<string?> RefusalAsync(
        Func<SignOnAnswer, SignOnAnswer>? change = null, Func<string?, string?>? cookie = null, string login = "kinga", SignOnClient? client = null, string callback = OpenIdProvider.Callback)
    {
        using var own = client ?? Client();
        var start = await own.BeginAsync(OpenIdProvider.Callback, Home, null, Cancellation);
        var answer = await _visitor.SignOnAsync(start.Address!, login);
        var result = await own.CompleteAsync(change?.Invoke(answer) ?? answer, cookie is null ? start.Cookie : cookie(start.Cookie), callback, Cancellation);
        Assert.Null(result.Identity);
        return result.Refusal;
    }
}
