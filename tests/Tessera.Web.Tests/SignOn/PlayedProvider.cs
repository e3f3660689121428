using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>A provider whose every answer the test can spoil. It has no forms: a code is always good.</summary>
public sealed class PlayedProvider : IAsyncDisposable
{
    public const string ClientId = "tessera";
    public const string AccessToken = "an-access-token";

    /// <summary>Making one takes longer than a test.</summary>
    private static readonly TestKey Shared = TestKey.Rsa("one");

    private readonly WebApplication _app;

    private PlayedProvider(WebApplication app) => _app = app;

    public string Issuer { get; private set; } = "";

    public TestKey Key { get; } = Shared;

    public TestClock Clock { get; } = new();

    /// <summary>What the provider says about itself.</summary>
    public Dictionary<string, object?> Document { get; } = [];

    /// <summary>The public keys.</summary>
    public List<object> Keys { get; } = [];

    /// <summary>What is said about the person; "nonce" is the one asked for unless the test sets another.</summary>
    public Dictionary<string, object?> Claims { get; } = [];

    /// <summary>What the person information endpoint says.</summary>
    public Dictionary<string, object?> More { get; } = [];

    /// <summary>Makes the ID token of the claims.</summary>
    public Func<IReadOnlyDictionary<string, object?>, string?> Sign { get; set; } = _ => null;

    /// <summary>Answers instead, where it is set.</summary>
    public Func<HttpContext, Task?> Instead { get; set; } = _ => null;

    /// <summary>The paths that were asked for.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<PlayedProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var played = new PlayedProvider(builder.Build());
        played._app.Run(played.AnswerAsync);
        await played._app.StartAsync(TestContext.Current.CancellationToken);
        played.Begin(played._app.Urls.First());
        return played;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public SignOnClient Client(ILogger<SignOnClient> log, string? authority = null, TimeSpan? patience = null, string roleClaim = "groups") => new(
        new SignOnSettings(authority ?? Issuer, ClientId, null, "Played", ["openid"], roleClaim, SignOnRoleMap.Read("editors=hargita:editor")!),
        new EphemeralDataProtectionProvider(), Clock, log, patience);

    /// <summary>Signs on; what came of it, and what stands in the log.</summary>
    public async Task<(SignOnResult Result, string Log)> SignOnAsync(SignOnClient? client = null, LogInMemory? log = null)
    {
        log ??= new LogInMemory();
        using var own = client is null ? Client(log) : null;
        client ??= own!;
        var start = await client.BeginAsync(OpenIdProvider.Callback, "/", null, TestContext.Current.CancellationToken);
        if (start.Address is null) return (new SignOnResult(null, null, start.Refusal), log.Text);
        var asked = QueryHelpers.ParseQuery(new Uri(start.Address).Query);
        Claims.TryAdd("nonce", asked["nonce"].ToString());
        var result = await client.CompleteAsync(new SignOnAnswer("code", asked["state"]), start.Cookie, OpenIdProvider.Callback, TestContext.Current.CancellationToken);
        return (result, log.Text);
    }

    private void Begin(string address)
    {
        Issuer = address;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        (string, object?)[] document =
            [("issuer", address), ("authorization_endpoint", address + "/auth"), ("token_endpoint", address + "/token"), ("jwks_uri", address + "/keys"), ("userinfo_endpoint", address + "/me")];
        foreach (var (name, value) in document) Document[name] = value;
        (string, object?)[] claims =
        [
            ("iss", address), ("sub", "kinga"), ("aud", ClientId), ("exp", now + 60), ("iat", now), ("email", "kinga@hargita.example"), ("email_verified", true),
            ("name", "Kovács Kinga"), ("groups", new[] { "editors" }), ("at_hash", WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(AccessToken))[..16])),
        ];
        foreach (var (name, value) in claims) Claims[name] = value;
        Keys.Add(Key.Jwk());
        Sign = said => Key.Token("RS256", said);
    }

    private Task AnswerAsync(HttpContext context)
    {
        lock (Asked) Asked.Add(context.Request.Path);
        return Instead(context) ?? context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => context.Response.WriteAsJsonAsync(Document),
            "/keys" => context.Response.WriteAsJsonAsync(new { keys = Keys }),
            "/token" => context.Response.WriteAsJsonAsync(new { access_token = AccessToken, token_type = "Bearer", id_token = Sign(Claims) }),
            "/me" => context.Response.WriteAsJsonAsync(More),
            _ => Task.CompletedTask,
        };
    }
}
