using Microsoft.AspNetCore.Identity;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>By what somebody shows that it is still she who sits at her session.</summary>
public enum Proof
{
    /// <summary>Her password.</summary>
    Password,

    /// <summary>A code of her authenticator: she has no password.</summary>
    Code,

    /// <summary>Having come in a moment ago, by passkey or municipal sign-on: she has neither.</summary>
    Session,
}

/// <summary>
/// Asks who changes the keys of an account to show anew that it is hers: whoever finds a session open must not be able to make it his for good. A wrong password or
/// code counts like a wrong one at the sign-in.
/// </summary>
public sealed class Freshness(SignInManager<Account> entrance, SessionService sessions, TimeProvider time)
{
    /// <summary>How long after coming in a session is proof enough where there is no other.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>What this account is asked for.</summary>
    public static Proof For(Account account) => account.PasswordHash is not null ? Proof.Password : account.TwoFactor ? Proof.Code : Proof.Session;

    /// <summary>The key of the sentence that refuses; null when it is she.</summary>
    /// <param name="typed">The password or the code.</param>
    /// <param name="sessionKey">Of the session of this request.</param>
    public async Task<string?> WhyNotAsync(Account account, string? typed, string? sessionKey, CancellationToken cancellation)
    {
        if (For(account) is Proof.Session) return await IsFreshAsync(account, sessionKey, cancellation) ? null : "account.fresh-session";
        var result = For(account) is Proof.Password ? await entrance.CheckPasswordSignInAsync(account, typed ?? "", lockoutOnFailure: true) : await CheckCodeAsync(account, typed ?? "");
        if (result.Succeeded) return null;
        return result.IsLockedOut ? "account.locked" : For(account) is Proof.Password ? "refusal.password.wrong" : "account.code-wrong";
    }

    private async Task<bool> IsFreshAsync(Account account, string? sessionKey, CancellationToken cancellation) =>
        (await sessions.OfAsync(account.Id, sessionKey, cancellation)).Any(s => s.IsThis && s.BegunAt > time.GetUtcNow() - Fresh);

    private async Task<SignInResult> CheckCodeAsync(Account account, string typed)
    {
        var accounts = entrance.UserManager;
        if (await accounts.IsLockedOutAsync(account)) return SignInResult.LockedOut;
        if (await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, string.Concat(typed.Where(char.IsAsciiDigit)))) return SignInResult.Success;
        await accounts.AccessFailedAsync(account);
        return SignInResult.Failed;
    }
}
