using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>The code of the authenticator after the password, or a recovery code in its place.</summary>
[AllowAnonymous]
public sealed class SecondStepModel(DeskServices services, SignInManager<Features.Accounts.Account> entrance) : PersonalPageModel(services)
{
    private const int AuthenticatorDigits = 6;

    /// <summary>Where she wanted to go.</summary>
    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? back)
    {
        Back = Local(back, "");
        ShowAs(Texts["account.second-step"]);
        return await entrance.GetTwoFactorAuthenticationUserAsync() is null ? Redirect(AccountLinks.SignIn) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? back)
    {
        Back = Local(back, "");
        ShowAs(Texts["account.second-step"]);
        var typed = string.Concat((code ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        var result = typed.Length == AuthenticatorDigits && typed.All(char.IsAsciiDigit)
            ? await entrance.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await entrance.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded) return Redirect(Local(Back, AccountLinks.Own));
        Errors.Add("code", Texts[result.IsLockedOut ? "account.locked" : "account.code-wrong"]);
        return Refused();
    }
}
