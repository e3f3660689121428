using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Tessera.Web.SignOn;

/// <summary>
/// Signs people on with the municipality's OpenID provider: authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 9700). One for the whole
/// program; what a sign-on needs to remember is in the browser's cookie. Refusals are answers, not exceptions, and are logged.
/// </summary>
public sealed class SignOnClient : IDisposable
{
    /// <summary>How long somebody may take to sign on.</summary>
    public static readonly TimeSpan TimeToSignOn = TimeSpan.FromMinutes(10);

    private readonly SignOnSettings _settings;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;
    private readonly ILogger<SignOnClient> _log;
    private readonly SignOnHttp _http;
    private readonly SignOnProviderCache _providers;
    private readonly SignOnExchange _exchange;

    public SignOnClient(SignOnSettings settings, IDataProtectionProvider protection, TimeProvider time, ILogger<SignOnClient> log)
        : this(settings, protection, time, log, null)
    {
    }

    /// <param name="patience">How long the provider may take for an answer.</param>
    internal SignOnClient(SignOnSettings settings, IDataProtectionProvider protection, TimeProvider time, ILogger<SignOnClient> log, TimeSpan? patience)
    {
        (_settings, _time, _log) = (settings, time, log);
        _protector = protection.CreateProtector("Tessera.SignOn.v1");
        _http = new SignOnHttp(patience);
        _providers = new SignOnProviderCache(_http, settings.Authority, time);
        _exchange = new SignOnExchange(_http, settings);
    }

    /// <summary>What readers know the provider as.</summary>
    public string Name => _settings.Name;

    /// <summary>Begins a sign-on.</summary>
    /// <param name="callbackUrl">The absolute address that the provider knows as this portal's; the same at <see cref="CompleteAsync"/>.</param>
    /// <param name="returnUrl">The path to go back to afterwards: a <see cref="LocalPath"/>.</param>
    /// <param name="language">The language that the provider's pages should be in.</param>
    public async Task<SignOnStart> BeginAsync(string callbackUrl, string returnUrl, string? language = null, CancellationToken cancellation = default)
    {
        if (!LocalPath.Is(returnUrl)) return new SignOnStart(null, null, SignOnRefusals.Return);
        try
        {
            var provider = await _providers.CurrentAsync(cancellation);
            var ticket = SignOnTicket.New(_time.GetUtcNow(), returnUrl);
            return new SignOnStart(Address(provider, ticket, callbackUrl, language), ticket.Seal(_protector), null);
        }
        catch (SignOnRefusedException refused)
        {
            return new SignOnStart(null, null, Logged(refused));
        }
    }

    /// <summary>Completes the sign-on that the cookie remembers. The cookie is to be deleted whatever comes of it.</summary>
    /// <param name="cookie">What <see cref="BeginAsync"/> gave.</param>
    public async Task<SignOnResult> CompleteAsync(SignOnAnswer answer, string? cookie, string callbackUrl, CancellationToken cancellation = default)
    {
        // The state comes first: without it nobody in this browser asked.
        if (SignOnTicket.Open(_protector, cookie) is not { } ticket || !IdTokenRules.AreSame(answer.State, ticket.State))
            return new SignOnResult(null, null, SignOnRefusals.State);
        if (_time.GetUtcNow() - ticket.Began > TimeToSignOn) return new SignOnResult(null, ticket.ReturnUrl, SignOnRefusals.Expired);
        try
        {
            return new SignOnResult(await IdentifyAsync(answer, ticket, callbackUrl, cancellation), ticket.ReturnUrl, null);
        }
        catch (SignOnRefusedException refused)
        {
            return new SignOnResult(null, ticket.ReturnUrl, Logged(refused));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _providers.Dispose();
        _http.Dispose();
    }

    private string Address(SignOnProvider provider, SignOnTicket ticket, string callbackUrl, string? language) =>
        QueryHelpers.AddQueryString(provider.Authorization.AbsoluteUri, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _settings.ClientId,
            ["redirect_uri"] = callbackUrl,
            ["scope"] = string.Join(' ', _settings.Scopes),
            ["state"] = ticket.State,
            ["nonce"] = ticket.Nonce,
            ["code_challenge"] = ticket.Challenge(),
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = language,
        });

    private async Task<SignOnIdentity> IdentifyAsync(SignOnAnswer answer, SignOnTicket ticket, string callbackUrl, CancellationToken cancellation)
    {
        var provider = await _providers.CurrentAsync(cancellation);
        if (answer.Issuer is null ? provider.NamesItself : answer.Issuer != provider.Issuer)
            throw new SignOnRefusedException(SignOnRefusals.Issuer, "the answer has another issuer");
        if (answer.Error is { } error) throw new SignOnRefusedException(SignOnAnswer.RefusalOf(error), $"the provider answered {SignOnAnswer.Word(error)}");
        if (answer.Code is not { } code) throw SignOnRefusedException.Misconfigured("the provider answered neither code nor error");
        var (idToken, accessToken) = await _exchange.BuyAsync(provider, code, ticket, callbackUrl, cancellation);
        var token = await VerifiedAsync(idToken, provider, cancellation);
        var rules = new IdTokenRules(provider.Issuer, _settings.ClientId, ticket.Nonce, accessToken, _time.GetUtcNow());
        if (rules.WhyNot(token) is { } reason) throw SignOnRefusedException.Token(reason);
        return SignOnIdentity.From(provider.Issuer, token.Claims, await MoreAsync(provider, token.Claims, accessToken, cancellation), _settings);
    }

    /// <summary>
    /// The token, if the provider signed it. A key that is not known is looked for once more, since the provider may have changed its keys. Nobody but the
    /// provider can bring that about: the token came from its own address.
    /// </summary>
    private async Task<SignedToken> VerifiedAsync(string idToken, SignOnProvider provider, CancellationToken cancellation)
    {
        var token = SignedToken.Read(idToken);
        if (!token.IsSignableBy(provider.Keys)) provider = await _providers.LaterAsync(provider, cancellation);
        return token.IsSignedBy(provider.Keys) ? token : throw SignOnRefusedException.Token("signature");
    }

    /// <summary>What the token leaves open, asked for besides; it has to be about the same person (OpenID Connect Core, 5.3.2).</summary>
    private async Task<JsonElement?> MoreAsync(SignOnProvider provider, JsonElement token, string? accessToken, CancellationToken cancellation)
    {
        if (accessToken is null || provider.UserInfo is null || !SignOnIdentity.IsPartial(token, _settings)) return null;
        var more = await _http.GetAsync(provider.UserInfo, accessToken, cancellation);
        return more.Text("sub") == token.Text("sub") ? more : throw SignOnRefusedException.Token("userinfo sub");
    }

    private string Logged(SignOnRefusedException refused)
    {
        _log.LogWarning("A sign-on was refused with {Code}: {Detail}", refused.Code, refused.Message);
        return refused.Code;
    }
}
