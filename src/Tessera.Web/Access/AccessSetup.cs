using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tessera.Features.Accounts;
using Tessera.Web.Caching;

namespace Tessera.Web.Access;

/// <summary>Puts sign-in and access together.</summary>
internal static class AccessSetup
{
    private const int FailuresBeforeLockout = 10;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>Accounts, sessions in the database, and the rule that what declares no access is open to nobody.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Configure).AddSignInManager<Entrance>()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider).AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<AccountPrincipals>().AddErrorDescriber<CodesOnly>();
        services.AddScoped<Freshness>();
        services.AddSingleton<AccountStore>().AddScoped<IUserStore<Account>>(p => p.GetRequiredService<AccountStore>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(Configure);
            cookies.TwoFactorUserIdCookie!.Configure(c => c.Cookie.Name = PageCacheMiddleware.OwnCookies + "second");
            cookies.TwoFactorRememberMeCookie!.Configure(c => c.Cookie.Name = PageCacheMiddleware.OwnCookies + "remembered");
            cookies.ExternalCookie!.Configure(c => c.Cookie.Name = PageCacheMiddleware.OwnCookies + "external");
        });
        services.AddSingleton<SessionTickets>().AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(p => new ConfigureNamedOptions<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, c => c.SessionStore = p.GetRequiredService<SessionTickets>()));
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is null).Build());
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.Password.RequiredLength = CommonPasswords.Shortest;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
        identity.Lockout.DefaultLockoutTimeSpan = Lockout;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SessionTickets.Cookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = SessionTickets.Lasts;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "back";
        cookie.Events.OnRedirectToLogin = SignInAgain.RedirectAsync;
        cookie.Events.OnRedirectToAccessDenied = refused =>
        {
            refused.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Refusals as codes; their sentences are the program's own.</summary>
    private sealed class CodesOnly : IdentityErrorDescriber
    {
        public override IdentityError PasswordTooShort(int length) => new() { Code = "password.short" };

        public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => new() { Code = "password.short" };

        public override IdentityError DuplicateEmail(string email) => new() { Code = "account.known" };

        public override IdentityError DuplicateUserName(string userName) => new() { Code = "account.known" };

        public override IdentityError PasswordMismatch() => new() { Code = "password.wrong" };

        public override IdentityError InvalidToken() => new() { Code = "account.link" };
    }
}
