using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>
/// Signs people in. Who comes in gets a session of her own with a key that nobody has seen before; the session that the browser held until then ends, whosever it was.
/// ASP.NET Core would go on with its key. Telling a session of a change in its account keeps it.
/// </summary>
public sealed class Entrance(
    UserManager<Account> accounts, IHttpContextAccessor accessor, IUserClaimsPrincipalFactory<Account> principals, IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, SessionService sessions) : SignInManager<Account>(accounts, accessor, principals, options, log, schemes, confirmation)
{
    /// <summary>Of no password, made once for each process by the program's own hasher and its parameters.</summary>
    private static string? _dummy;

    private bool _isRefreshing;

    /// <summary>
    /// By password; the work is the same whether the address is known, has a password, is closed, or none of these, and so is the answer: a failure. Only who typed the right password
    /// hears more.
    /// </summary>
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var account = await UserManager.FindByNameAsync(userName);
        if (account is not { PasswordHash: not null } || await UserManager.IsLockedOutAsync(account))
        {
            VerifyNothing(password);
            return SignInResult.Failed;
        }

        var result = await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
        return result.IsLockedOut ? SignInResult.Failed : result;
    }

    /// <inheritdoc />
    public override async Task RefreshSignInAsync(Account user)
    {
        _isRefreshing = true;
        await base.RefreshSignInAsync(user);
        _isRefreshing = false;
    }

    /// <inheritdoc />
    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        if (_isRefreshing || Context.Items[SessionTickets.KeyItem] is not string old)
        {
            await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
            return;
        }

        await sessions.EndAsync(old, CancellationToken.None);
        var person = await CreateUserPrincipalAsync(user);
        person.Identities.First().AddClaims(additionalClaims);
        await BeginAnewAsync(person, authenticationProperties ?? new AuthenticationProperties());
        Context.User = person;
    }

    private void VerifyNothing(string password)
    {
        var nobody = new Account();
        UserManager.PasswordHasher.VerifyHashedPassword(nobody, _dummy ??= UserManager.PasswordHasher.HashPassword(nobody, nameof(nobody)), password);
    }

    /// <summary>By a handler that has not seen the browser's cookie: the request's own one remembers the key of the session that has ended.</summary>
    private async Task BeginAnewAsync(ClaimsPrincipal person, AuthenticationProperties properties)
    {
        var scheme = (await Context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(AuthenticationScheme))!;
        var handler = ActivatorUtilities.CreateInstance<CookieAuthenticationHandler>(Context.RequestServices);
        var cookies = Context.Request.Headers.Cookie;
        Context.Request.Headers.Remove("Cookie");
        await handler.InitializeAsync(scheme, Context);
        await handler.SignInAsync(person, properties);
        Context.Request.Headers.Cookie = cookies;
    }
}
