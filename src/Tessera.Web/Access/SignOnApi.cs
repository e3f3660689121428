using Microsoft.AspNetCore.Identity;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Parts;
using Tessera.Web.SignOn;

namespace Tessera.Web.Access;

/// <summary>
/// Municipal sign-on: to the provider and back. Somebody is known by issuer and subject; the first time by an address that the provider has verified; and gets an
/// account when the provider's groups give her a role in an office here.
/// </summary>
internal static class SignOnApi
{
    /// <summary>Where the provider answers.</summary>
    public const string Answer = "/account/sign-on/answer";

    private const string Cookie = PageCacheMiddleware.OwnCookies + "sign-on";

    /// <summary>Maps both ways.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/account/sign-on", BeginAsync).AllowAnonymous().WithMetadata(new NeverCachedAttribute()).ExcludeFromDescription();
        app.MapGet(Answer, AnswerAsync).AllowAnonymous().WithMetadata(new NeverCachedAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, string? back, IServiceProvider services, PublicAddress address, RequestTexts request)
    {
        if (services.GetService<SignOnClient>() is not { } client) return Results.NotFound();
        if (AccessHandler.IdOf(http.User) is not null) return Results.LocalRedirect(LocalPath.Is(back ?? "") ? back! : AccountLinks.Own);
        var start = await client.BeginAsync(address.Of(Answer), LocalPath.Is(back ?? "") ? back! : AccountLinks.Own, request.Texts.Language, http.RequestAborted);
        if (start.Address is null) return Refused(start.Refusal!);
        http.Response.Cookies.Append(Cookie, start.Cookie!, Options(http, SignOnClient.TimeToSignOn));
        return Results.Redirect(start.Address);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, IServiceProvider services, PublicAddress address)
    {
        if (services.GetService<SignOnClient>() is not { } client) return Results.NotFound();
        var result = await client.CompleteAsync(SignOnAnswer.From(http.Request.Query), http.Request.Cookies[Cookie], address.Of(Answer), http.RequestAborted);
        http.Response.Cookies.Delete(Cookie, Options(http, TimeSpan.Zero));
        if (result.Identity is not { } identity) return Refused(result.Refusal!);
        var account = await FindOrMakeAsync(identity, services, http.RequestAborted);
        if (account is null) return Refused("sign-on.no-role");
        await services.GetRequiredService<SignOnMemberships>().FollowAsync(account, Granted(identity), client.Name, http.RequestAborted);
        await services.GetRequiredService<SignInManager<Account>>().SignInAsync(account, isPersistent: false);
        return Results.LocalRedirect(result.ReturnUrl ?? AccountLinks.Own);
    }

    private static async Task<Account?> FindOrMakeAsync(SignOnIdentity identity, IServiceProvider services, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByLoginAsync(identity.Issuer, identity.Subject) is { } known) return known;
        var account = identity.EmailIsVerified ? await accounts.FindByEmailAsync(identity.Email) : null;
        if (account is null)
        {
            if (!identity.EmailIsVerified || identity.Roles.Count == 0 || await accounts.FindByEmailAsync(identity.Email) is not null) return null;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            account = new Account { Id = Guid.CreateVersion7(now), Email = identity.Email, Name = identity.Name ?? identity.Email, Language = Languages.IsInterface(identity.Language) ? identity.Language! : "en", CreatedAt = now };
            if (!(await accounts.CreateAsync(account)).Succeeded) return null;
        }

        await accounts.AddLoginAsync(account, new UserLoginInfo(identity.Issuer, identity.Subject, identity.Issuer));
        return account;
    }

    /// <summary>The highest role that the provider's groups give in each office.</summary>
    private static Dictionary<string, OfficeRole> Granted(SignOnIdentity identity)
    {
        var granted = new Dictionary<string, OfficeRole>();
        foreach (var given in identity.Roles)
            if (Words<OfficeRole>.TryParse(given.Role, out var role) && !(granted.TryGetValue(given.Office, out var known) && known >= role)) granted[given.Office] = role;
        return granted;
    }

    private static IResult Refused(string code) => Results.LocalRedirect($"{AccountLinks.SignIn}?refused={code}");

    private static CookieOptions Options(HttpContext http, TimeSpan age) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = age, Path = "/account/sign-on", IsEssential = true };
}
